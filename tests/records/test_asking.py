"""Counted, nearly counted and the rest are all the rows there are, each once; questions are asked together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.functions import Length
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.areas.advice.indicators import issued
from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.reform.models import PlanActivity, ReformPlan
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.periods import read_period
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import Why, answer, ask, near, when, when_agency, when_agency_of, when_dated, when_on, why
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency, Paper
from sokhcn.records.writing import writing
from tests.rows import FIRST, LAST, OFFICER, advisory, agency, paper, unwritten_paper, write, write_all

State = AdvisoryDocument.State
JANUARY = read_period("2022-01", DECREE_09)
AROUND = st.dates(FIRST - timedelta(40), LAST + timedelta(40))
pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Agency:
    return agency("SKHCN")


def asked(ours: Agency) -> Question:
    return issued.ask(Scope(ours.pk, JANUARY))


# --- the partition ----------------------------------------------------------------------------------------------


@st.composite
def told_rows(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Rows in any state, of either agency, with a paper or none, with or without a date of its own."""
    row = st.fixed_dictionaries(
        {
            "state": st.sampled_from(State),
            "ours": st.booleans(),
            "paper": st.none() | st.fixed_dictionaries({"issued_on": st.none() | AROUND}),
            "recorded_on": AROUND,
        }
    )
    return [r for r in draw(st.lists(row, max_size=12)) if r["paper"] or r["state"] != State.ISSUED]


def mended(row: AdvisoryDocument, failed: str, ours: Agency) -> AdvisoryDocument:
    """``row`` with the condition that it failed made true, and nothing else."""
    match failed:
        case "đã được cấp có thẩm quyền ban hành":
            row.paper = row.paper or write(unwritten_paper(f"M{row.pk}", issued_on=None))
            row.state = State.ISSUED
        case "ban hành trong kỳ" if row.paper and row.paper.issued_on:
            row.paper.issued_on = LAST
            write(row.paper)
        case "ban hành trong kỳ":
            row.recorded_on = LAST
        case "thuộc cơ quan báo cáo":
            row.agency = ours
    return write(row)


def made(told: list[dict[str, Any]], ours: Agency, others: Agency) -> None:
    papers = [unwritten_paper(str(n), **t["paper"]) if t["paper"] else None for n, t in enumerate(told)]
    write_all(p for p in papers if p)
    plain = [{"state": t["state"], "recorded_on": t["recorded_on"], "title": "Dự thảo"} for t in told]
    owners = [ours if t["ours"] else others for t in told]
    write_all(AdvisoryDocument(**p, agency=o, paper=q) for p, o, q in zip(plain, owners, papers, strict=True))


@given(told_rows())
def test_counted_near_and_rest_are_all_rows_each_once(told: list[dict[str, Any]]) -> None:
    with transaction.atomic():
        ours, others = agency("A"), agency("B")
        made(told, ours, others)
        question = asked(ours)
        reading, found = answer({"q": question})["q"], why(question)
        near_rows = [miss.row.pk for miss in found.near]
        why_near = {miss.row.pk: miss.failed for miss in found.near}
        assert reading.value == len(reading.rows) == len(reading.entries)
        assert sorted(row.pk for row in found.counted) == list(reading.rows)
        assert answer({"q": replace(question, listing=None)})["q"].rows == reading.rows
        assert len(near_rows) == len(set(near_rows))
        assert not set(near_rows) & set(reading.rows)
        holding = {
            c.label: set(question.rows.filter(c.holds).values_list("pk", flat=True)) for c in question.conditions
        }
        for row in AdvisoryDocument.objects.all():
            failed = [label for label, rows in holding.items() if row.pk not in rows]
            assert (not failed) == (row.pk in reading.rows)
            assert row.pk not in why_near or failed == [why_near[row.pk]]
        for miss in found.near:
            row = mended(AdvisoryDocument.objects.get(pk=miss.row.pk), miss.failed, ours)
            assert row.pk in answer({"q": question})["q"].rows
        transaction.set_rollback(True)


# --- near misses ------------------------------------------------------------------------------------------------


def near_misses(question: Question) -> list[tuple[str, str]]:
    return [(miss.failed, miss.because) for miss in why(question).near]


def issued_row(ours: Agency, **told: Any) -> AdvisoryDocument:
    about = {"state": State.ISSUED, "paper": paper(issued_on=told.pop("issued_on", LAST))}
    return advisory(ours, **{**about, **told})


@pytest.mark.parametrize(
    ("day", "because"),
    [
        (FIRST - timedelta(16), []),
        (FIRST - timedelta(15), ["trước kỳ: ban hành trong kỳ"]),
        (FIRST - timedelta(1), ["trước kỳ: ban hành trong kỳ"]),
        (FIRST, []),
        (LAST, []),
        (LAST + timedelta(1), ["sau kỳ: ban hành trong kỳ"]),
        (LAST + timedelta(15), ["sau kỳ: ban hành trong kỳ"]),
        (LAST + timedelta(16), []),
    ],
)
@pytest.mark.parametrize("own_date", [True, False], ids=["issued", "entered"])
def test_a_date_nearly_counts_within_fifteen_days(ours: Agency, day: date, because: list[str], own_date: bool) -> None:
    if own_date:
        issued_row(ours, issued_on=day, recorded_on=date(2000, 1, 1))
    else:
        issued_row(ours, issued_on=None, recorded_on=day)
    assert [said for _, said in near_misses(asked(ours))] == because
    assert answer({"q": asked(ours)})["q"].value == (FIRST <= day <= LAST)


def test_another_agency_nearly_counts(ours: Agency) -> None:
    issued_row(agency("KHAC"))
    assert near_misses(asked(ours)) == [("thuộc cơ quan báo cáo", "thuộc cơ quan khác")]


@pytest.mark.parametrize(
    ("state", "because"),
    [
        (State.SUBMITTED, ["đã trình, chưa ban hành"]),
        (State.DRAFTING, ["đang soạn thảo"]),
        (State.RETURNED, []),
        (State.WITHDRAWN, []),
    ],
)
def test_only_some_states_are_near(ours: Agency, state: State, because: list[str]) -> None:
    issued_row(ours, state=state)
    assert [said for _, said in near_misses(asked(ours))] == because


def test_a_row_that_fails_twice_is_not_near(ours: Agency) -> None:
    issued_row(agency("KHAC"), issued_on=LAST + timedelta(1))
    assert why(asked(ours)) == Why((), ())


def test_a_row_in_the_trash_is_neither_counted_nor_near(ours: Agency) -> None:
    rows = [issued_row(ours), advisory(ours, state=State.SUBMITTED)]
    with writing(by=OFFICER) as pen:
        for row in rows:
            pen.trash(row)
    assert not answer({"q": asked(ours)})["q"].rows
    assert why(asked(ours)) == Why((), ())


# --- asking together --------------------------------------------------------------------------------------------


def questions(n: int) -> dict[str, Question]:
    return {f"q{i}": ask(Paper.objects.all(), when("số", number=str(i))) for i in range(n)}


@pytest.mark.parametrize("n", [1, 2, 40])
def test_a_model_is_asked_twice_however_many_questions_there_are(n: int) -> None:
    write_all(unwritten_paper(str(i)) for i in range(n))
    with CaptureQueriesContext(connection) as captured:
        readings = answer(questions(n))
    assert len(captured) == 2
    assert [list(readings[f"q{i}"].rows) for i in range(n)] == [[row.pk] for row in Paper.objects.order_by("pk")]


def test_rows_are_read_out_with_one_query_more_for_their_register(ours: Agency) -> None:
    rows = [advisory(ours, state=State.ISSUED, paper=paper(str(n))) for n in range(3)]
    plain = ask(AdvisoryDocument.objects.all(), when("đã trình", state=State.SUBMITTED))
    waiting = advisory(ours, state=State.SUBMITTED)
    with CaptureQueriesContext(connection) as captured:
        readings = answer({"listed": asked(ours), "again": asked(ours), "plain": plain, **questions(2)})
    assert len(captured) == 2 + 2
    with CaptureQueriesContext(connection) as captured:
        codes = [entry.paper.code for entry in readings["listed"].entries]
        assert len(readings["again"].entries) == len(codes)
    assert codes == ["0/QĐ-UBND", "1/QĐ-UBND", "2/QĐ-UBND"]
    assert list(readings["listed"].rows) == [row.pk for row in rows]
    assert (list(readings["plain"].rows), readings["plain"].entries) == ([waiting.pk], ())
    assert len(captured) == 1


def test_entries_are_made_once_when_they_are_looked_at(ours: Agency) -> None:
    made: list[str] = []
    advisory(ours, title="A")
    question = ask(AdvisoryDocument.objects.all()).listed(lambda row: made.append(row.title), order=("pk",))
    reading = answer({"q": question})["q"]
    assert (made, len(reading.rows)) == ([], 1)
    assert (len(reading.entries), len(reading.entries), made) == (1, 1, ["A"])


def test_nothing_is_asked_for_the_entries_of_no_row(ours: Agency) -> None:
    advisory(ours)
    question = ask(AdvisoryDocument.objects.all(), when("đã trình", state=State.SUBMITTED))
    reading = answer({"q": question.listed(lambda row: row.title, order=("pk",))})["q"]
    with CaptureQueriesContext(connection) as captured:
        assert not list(reading.entries)
    assert not captured.captured_queries


def test_another_order_of_reading_out_costs_one_query_more(ours: Agency) -> None:
    titles = [advisory(ours, title=title).title for title in ("B", "A", "C")]
    listed = ask(AdvisoryDocument.objects.all()).listed(lambda row: row.title, order=("title",))
    with CaptureQueriesContext(connection) as captured:
        readings = answer({"by title": listed, "as entered": listed.listed(lambda row: row.title, order=("pk",))})
        assert [list(reading.entries) for reading in readings.values()] == [sorted(titles), titles]
    assert len(captured) == 2 + 2


def test_an_order_in_which_nothing_is_read_out_hides_no_other(ours: Agency) -> None:
    row = advisory(ours, title="A")
    listed = ask(AdvisoryDocument.objects.all()).listed(lambda row: row.title, order=("title",))
    nothing = replace(listed, conditions=(when("một trong số không có", pk__in=()),))
    asked = {"nothing": nothing, "row": listed.listed(lambda row: row.pk, order=("pk",))}
    assert [list(reading.entries) for reading in answer(asked).values()] == [[], [row.pk]]


def test_what_is_read_out_is_what_is_asked_for_now(ours: Agency) -> None:
    row = advisory(ours, title="A")
    rows = ask(AdvisoryDocument.objects.all())
    for entry, told in ((lambda row: row.title, "A"), (lambda row: row.pk, row.pk)):
        assert list(answer({"q": rows.listed(entry, order=("pk",))})["q"].entries) == [told]


def test_what_was_asked_before_is_counted_anew(ours: Agency) -> None:
    gathered = {"q": replace(asked(ours), listing=None)}
    for rows in range(3):
        found, runs = answer({"q": asked(ours)})["q"], answer(gathered)["q"].rows
        assert (found.value, len(found.entries), len(found.rows), len(runs)) == (rows, rows, rows, rows)
        advisory(ours, state=State.ISSUED, paper=paper(str(rows), issued_on=LAST))
    later = Scope(ours.pk, JANUARY.next())
    assert (answer({"q": issued.ask(later)})["q"].value, answer({"q": asked(agency("B"))})["q"].value) == (0, 0)


def test_rows_carry_their_versions() -> None:
    once, twice = paper("1"), paper("2")
    twice.subject = "sửa"
    write(twice)
    rows = answer({"q": papers_of()})["q"].rows
    assert {row: rows.version_of(row) for row in rows} == {once.pk: 1, twice.pk: 2}


def test_more_ways_of_being_counted_than_one_number_holds() -> None:
    write_all(unwritten_paper(str(i)) for i in range(130))
    rows = [reading.rows for reading in answer(questions(130)).values()]
    assert [list(row) for row in rows] == [[pk] for pk in Paper.objects.order_by("pk").values_list("pk", flat=True)]


def test_readings_come_in_the_order_of_the_questions() -> None:
    assert list(answer({"z": ask(Paper.objects.all()), **questions(2)})) == ["z", "q0", "q1"]


def papers_of(rows: Any = None, *conditions: Any) -> Question:
    return ask(Paper.objects.all() if rows is None else rows, *conditions)


@pytest.mark.parametrize(
    ("take", "value"),
    [
        (lambda q: q.counted(), 4),
        (lambda q: q.distinct("issuer"), 2),
        (lambda q: q.distinct("issued_on"), 1),
        (lambda q: q.summed("year_in_number"), 4043),
    ],
    ids=["count", "distinct", "distinct skips NULL", "sum skips NULL"],
)
def test_what_is_taken_of_the_rows(take: Callable[[Question], Question], value: int) -> None:
    paper("1", year_in_number=2021)
    paper("2", year_in_number=2022, issued_on=None)
    paper("3", issuer="Sở")
    paper("4", issuer="Sở")
    assert answer({"q": take(papers_of())})["q"].value == value


def test_the_sum_of_nothing_is_nought() -> None:
    assert answer({"q": papers_of().summed("year_in_number")})["q"].value == 0


def test_a_question_without_conditions_counts_every_row_beside_others() -> None:
    paper("1")
    paper("2")
    readings = answer({"all": papers_of(), "one": papers_of(None, when("số 1", number="1"))})
    assert (readings["all"].value, len(readings["all"].rows), readings["one"].value) == (2, 2, 1)


def test_a_question_keeps_to_the_rows_it_was_asked_of() -> None:
    paper("1")
    paper("2", type="Công văn")
    letters = Paper.objects.filter(type="Công văn")
    readings = answer({"all": papers_of(), "letters": papers_of(letters), "none": papers_of(Paper.objects.none())})
    assert [reading.value for reading in readings.values()] == [2, 1, 0]


@pytest.mark.parametrize(
    "rows",
    [
        lambda: Paper.objects.all()[:1],
        lambda: Paper.objects.distinct(),
        lambda: Paper.objects.annotate(length=Length("number")),
        lambda: Paper.objects.union(Paper.objects.all()),
    ],
    ids=["some", "distinct", "with more", "of two queries"],
)
def test_a_question_starts_from_rows_that_are_filtered_only(rows: Callable[[], Any]) -> None:
    with pytest.raises(ValueError, match="filtered"):
        answer({"q": papers_of(rows())})


def test_null_neither_holds_nor_breaks_a_condition() -> None:
    undated = paper("1", issued_on=None)
    dated = paper("2", issued_on=date(2021, 1, 1))
    late = when("muộn", issued_on__gt=date(2022, 1, 1), near=(near("chưa có ngày", issued_on=None),))
    assert not answer({"q": papers_of(None, late)})["q"].rows
    assert [miss.row for miss in why(papers_of(None, late)).near] == [undated]
    negated = when("không phải 2022", ~Q(issued_on__year=2022))
    assert set(answer({"q": papers_of(None, negated)})["q"].rows) == {undated.pk, dated.pk}


def test_conditions_keep_their_names() -> None:
    made_of = [when("a", number="1"), when_on("b", "issued_on", (FIRST, LAST)), when_agency(1)]
    assert [c.label for c in made_of] == ["a", "b", "thuộc cơ quan báo cáo"]


def test_a_row_without_the_day_does_not_count_and_one_just_outside_nearly_does(ours: Agency) -> None:
    days = (None, FIRST, LAST, FIRST - timedelta(1), LAST + timedelta(1), LAST + timedelta(16))
    rows = [advisory(ours, title=str(day), submitted_on=day, recorded_on=FIRST) for day in days]
    said = why(ask(AdvisoryDocument.objects.all(), when_dated("trình", "submitted_on", (FIRST, LAST))))
    assert said.counted == tuple(rows[1:3])
    assert [(miss.row, miss.because) for miss in said.near] == [
        (rows[3], "trước kỳ: trình"),
        (rows[4], "sau kỳ: trình"),
    ]


def test_a_part_belongs_to_the_agency_of_the_whole(ours: Agency) -> None:
    mine, other = (
        write(
            PlanActivity(plan=write(ReformPlan(agency=of, title="Kế hoạch", recorded_on=FIRST)), number=1, title="Việc")
        )
        for of in (ours, agency("Sở khác"))
    )
    said = why(ask(PlanActivity.objects.all(), when_agency_of("plan", ours.pk)))
    assert (said.counted, [miss.row for miss in said.near]) == ((mine,), [other])


def test_entries_fetch_along_what_is_named_and_nothing_else(ours: Agency) -> None:
    advisory(ours)
    question = ask(AdvisoryDocument.objects.all()).listed(lambda row: row.title, order=("pk",))
    with CaptureQueriesContext(connection) as queries:
        assert list(answer({"a": question})["a"].entries) == ["Dự thảo"]
    assert not [query for query in queries if "JOIN" in query["sql"]]
