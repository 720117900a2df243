"""What is noticed when rows are written after a report was issued."""

from datetime import date

import pytest

from sokhcn.records.writing import writing
from sokhcn.reports import drift
from sokhcn.reports.drifting.mark import behind
from sokhcn.reports.models import Drift, DriftMark, Estimate
from tests.reports.drifting.drifting import FEBRUARY, JANUARY, entries, issued, office
from tests.rows import OFFICER, advisory, paper, write

pytestmark = pytest.mark.django_db
IN_JANUARY, IN_FEBRUARY = date(2022, 1, 10), date(2022, 2, 10)


def of(edition: str, key: str) -> set[tuple[str, object, object]]:
    return {one[2:] for one in entries() if one[:2] == (edition, key)}


def test_a_late_row_moves_the_month_and_the_year_to_date_of_later_months() -> None:
    ours, by = office()
    advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    issued(ours, by, JANUARY)
    issued(ours, by, FEBRUARY)
    assert (drift.catch_up().entries, entries()) == (0, set())
    advisory(ours, state="issued", paper=paper("2", issued_on=IN_JANUARY))
    drift.catch_up()
    assert of("2022-01/1", "advice.issued") == {("value", 1, 2), ("to_date", 1, 2)}
    assert of("2022-02/1", "advice.issued") == {("to_date", 1, 2)}
    assert not of("2022-01/1", "advice.normative")


def test_an_entry_names_the_row_who_wrote_it_when_and_why() -> None:
    ours, by = office()
    row = advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    issued(ours, by, JANUARY)
    row.paper.issued_on = IN_FEBRUARY
    write(row.paper, reason="ghi nhầm ngày")
    drift.catch_up()
    entry = Drift.objects.get(figure="advice.issued", aspect="value")
    (cause,) = entry.causes
    told = {name: cause[name] for name in ("register", "row", "name", "did", "who", "why")}
    named = {"register": "records.paper", "row": row.paper.pk, "name": "Quyết định số 1/QĐ-UBND ngày 10/02/2022"}
    assert told == {**named, "did": "sửa", "who": OFFICER.name, "why": "ghi nhầm ngày"}
    assert (entry.was, entry.would_be, entry.state, entry.unit) == (1, 0, "open", "văn bản")


def test_only_what_counts_or_counted_a_written_row_is_asked_again() -> None:
    ours, by = office()
    issued(ours, by, JANUARY)
    drift.catch_up()
    advisory(ours, title="Dự thảo", recorded_on=date(2023, 5, 5))
    assert drift.catch_up() == drift.Noticed(0, 0)
    advisory(ours, state="issued", paper=paper("1", issued_on=date(2023, 1, 10)))
    assert drift.catch_up() == drift.Noticed(0, 0)
    advisory(ours, state="issued", paper=paper("2", issued_on=IN_JANUARY))
    assert 0 < drift.catch_up().asked < 10


def test_an_entry_goes_with_what_caused_it_and_comes_back_with_it() -> None:
    ours, by = office()
    row = advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    issued(ours, by, JANUARY)
    with writing(by=OFFICER, reason="thừa") as pen:
        pen.trash(row)
    drift.catch_up()
    assert of("2022-01/1", "advice.issued") == {("value", 1, 0), ("to_date", 1, 0)}
    with writing(by=OFFICER, reason="không thừa") as pen:
        pen.trash(row, restore=True)
    drift.catch_up()
    assert entries() == set()
    assert set(Drift.objects.values_list("state", flat=True)) == {"gone"}


def test_what_is_written_between_compiling_and_issuing_is_noticed() -> None:
    ours, by = office()
    edition = issued(ours, by, JANUARY)
    advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    drift.catch_up()
    assert of(edition.label, "advice.issued") == {("value", 0, 1), ("to_date", 0, 1)}


def test_a_told_figure_that_is_told_otherwise() -> None:
    ours, by = office()
    about = {"method": "ước", "reason": "sớm", "recorded_on": IN_JANUARY}
    row = write(Estimate(agency=ours, period_code=JANUARY, indicator="advice.issued", value=5, **about))
    issued(ours, by, JANUARY)
    drift.catch_up()
    row.value = 7
    write(row, reason="tính lại")
    drift.catch_up()
    assert of("2022-01/1", "advice.issued@estimate") == {("value", 5, 7)}
    assert Drift.objects.get().causes[0]["register"] == "reports.estimate"


def test_done_twice_it_is_done_once_and_a_run_that_dies_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, by = office()
    issued(ours, by, JANUARY)
    drift.catch_up()
    advisory(ours, state="issued", paper=paper("1", issued_on=IN_JANUARY))
    before = DriftMark.objects.get().last_batch

    def dies(*told: object, **named: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(drift, "advance", dies)
        with pytest.raises(RuntimeError, match="killed"):
            drift.catch_up()
    assert (DriftMark.objects.get().last_batch, Drift.objects.count()) == (before, 0)
    drift.catch_up()
    first = entries()
    assert of("2022-01/1", "advice.issued") == {("value", 0, 1), ("to_date", 0, 1)}
    DriftMark.objects.update(last_batch=0)
    drift.catch_up()
    assert (entries(), behind() == 0) == (first, True)
