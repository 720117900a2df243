"""The box: what it finds, in which order, and what it does not; on the database of the run."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.records import indexed
from sokhcn.records import search as searching
from sokhcn.records.models import Entry, Establishment, Paper
from sokhcn.records.refolding import rebuild
from sokhcn.records.search import APART, FIRST, TOGETHER, WHOLE, search
from sokhcn.records.within import NOTHING, Within
from sokhcn.records.writing import writing
from tests.rows import OFFICER, advisory, agency, paper, unit, write, write_all

pytestmark = pytest.mark.django_db


def found(text: str, within: Within = searching.EVERYTHING) -> list[str]:
    models = {model._meta.label_lower: model for model in (Paper, Establishment, Instrument, Job)}
    return [str(models[hit.register].objects.get(pk=hit.row)) for hit in search(text, within).hits]


def establishments(*names: str) -> None:
    write_all(Establishment(name=name) for name in names)


def test_many_are_found_as_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexed, "MANY", 2)
    establishments("Cân treo", "Cân bàn", "Công tơ")
    assert found("cân") == ["Cân bàn", "Cân treo"]


@pytest.fixture(params=["walk", "index"])
def way(request, monkeypatch):
    """Both ways through the entries, however few there are."""
    if request.param == "index":
        monkeypatch.setattr(searching._Looking, "_walks", lambda self: False)


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize(
    "asked", ["2367", "367/Q", "QĐ-UB", "qd ubnd 2367", "quyết định số 2367/QĐ-UBND", "mã hoá", "MA HOA", "21/12/2021"]
)
def test_a_paper_is_found_by(asked: str) -> None:
    paper("2367", issued_on=date(2021, 12, 21), subject="về mã hóa dữ liệu")
    paper("3672", symbol="KH-SKHCN", issued_on=date(2021, 12, 20), subject="về khoa học")
    assert found(asked) == ["Quyết định số 2367/QĐ-UBND ngày 21/12/2021"]


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("asked", ["", " ", "-", "quyết định 9", "uyết", "%", "'; --", '"', "quyết* OR định", "\x00"])
def test_nothing_is_found_by(asked: str) -> None:
    paper("2367", subject="về mã hóa dữ liệu")
    assert found(asked) == []


@pytest.mark.usefixtures("way")
def test_exact_comes_first_then_the_newest() -> None:
    for number, day in (("14", 1), ("114", 9), ("14", 3), ("141", 8)):
        paper(number, issued_on=date(2022, 1, day))
    establishments("Cơ sở 14", "14", "Cơ sở 140")
    assert [(str(hit.rank), name) for hit, name in zip(search("14").hits, found("14"), strict=True)] == [
        (str(WHOLE), "14"),
        (str(FIRST), "Quyết định số 14/QĐ-UBND ngày 03/01/2022"),
        (str(FIRST), "Quyết định số 14/QĐ-UBND ngày 01/01/2022"),
        (str(TOGETHER), "Cơ sở 14"),
        (str(APART), "Quyết định số 141/QĐ-UBND ngày 08/01/2022"),
        (str(APART), "Cơ sở 140"),
    ]


def test_the_exact_one_is_not_lost_among_a_thousand_newer(monkeypatch) -> None:
    monkeypatch.setattr(searching, "MOST", 5)
    establishments("Điện lực", *(f"Điện lực {n}" for n in range(20)))
    told = search("điện lực")
    assert (len(told.hits), told.more, told.hits[0].rank) == (5, True, WHOLE)
    assert found("dien luc")[:2] == ["Điện lực", "Điện lực 19"]


def test_trash_and_cancelled_rows_vanish_at_once_and_come_back() -> None:
    owner = agency()
    establishment = write(Establishment(name="Trạm cân Minh Họa"))
    instrument = write(Instrument(establishment=establishment, kind="other", name="Cân ô tô", serial_number="SN77"))
    job = write(
        Job(
            agency=owner,
            instrument=instrument,
            establishment=establishment,
            service="testing",
            recorded_on=date(2022, 1, 3),
        )
    )
    assert sorted(found("sn77")) == sorted([str(job), str(instrument)])
    job.state = Job.State.CANCELLED
    write(job)
    assert found("sn77") == [str(instrument)]
    job.state = Job.State.DRAFT
    write(job)
    with writing(by=OFFICER) as pen:
        pen.trash(job)
    assert found("sn77") == [str(instrument)]
    with writing(by=OFFICER) as pen:
        pen.trash(job, restore=True)
    assert sorted(found("sn77")) == sorted([str(job), str(instrument)])


def test_a_corrected_row_is_found_by_its_new_words_alone() -> None:
    row = write(Establishment(name="Công ty Cũ"))
    row.name = "Công ty Mới"
    write(row)
    assert (found("cong ty cu"), found("cong ty moi")) == ([], ["Công ty Mới"])


def test_rows_follow_the_name_of_their_owner() -> None:
    owner, cited = agency(), paper("2367", subject="về khoa học")
    advisory(owner, state="issued", paper=cited, title="")
    cited.subject = "về công nghệ sinh học"
    write(cited)
    assert [hit.register for hit in search("sinh học").hits] == ["records.paper", "advice.advisorydocument"]
    assert not search("về khoa học").hits


def test_what_was_undone_is_not_found() -> None:
    def write_half() -> None:
        with writing(by=OFFICER) as pen:
            pen.save(Establishment(name="Công ty Dở Dang"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()
    assert found("dở dang") == []


@pytest.mark.usefixtures("way")
def test_another_unit_or_agency_is_not_found_where_the_scope_forbids_it() -> None:
    ours, theirs = agency("A"), agency("B")
    mine, other = unit(ours, "MÌNH"), unit(ours, "KHÁC")
    for owner, place in ((ours, mine), (ours, other), (ours, None), (theirs, None)):
        advisory(owner, unit=place, title=f"Dự thảo của {owner.code} {place.code if place else 'chung'}")
    paper("2367", subject="Dự thảo của mọi người")

    def titles(within: Within) -> list[str]:
        return sorted(Entry.objects.get(register=h.register, row=h.row).text for h in search("du thao", within).hits)

    assert len(titles(Within())) == 5
    assert len(titles(Within(agencies={ours.pk}))) == 4
    assert len(titles(Within(agencies={ours.pk}, units={mine.pk}))) == 3
    assert not [text for text in titles(Within(units={mine.pk})) if "khac" in text]
    assert len(titles(Within(registers=["records.paper"]))) == 1
    assert titles(Within(registers=["records.paper"]).also(["advice.advisorydocument"])) == []
    assert titles(NOTHING) == []


def test_a_sentence_of_many_words_is_asked_like_any_other() -> None:
    establishments(" ".join(f"từ{n}" for n in range(20)))
    assert len(found(" ".join(f"từ{n}" for n in range(400)))) == 1


def test_searching_asks_twice_however_much_there_is() -> None:
    establishments(*(f"Cơ sở {n}" for n in range(30)))
    with CaptureQueriesContext(connection) as asked:
        assert len(search("co so").hits) == 30
    assert len(asked) == 2


def test_everything_made_anew_is_as_it_was() -> None:
    cited = paper("2367", subject="về khoa học")
    advisory(agency(), state="issued", paper=cited, title="")
    establishments("Điện lực")
    before = list(Entry.objects.order_by("pk").values_list())
    Entry.objects.filter(register="records.paper").delete()
    Entry.objects.update(text="| khac |")
    counted = {model._meta.label_lower: rows for model, rows in rebuild() if rows}
    assert list(Entry.objects.order_by("pk").values_list()) == before
    assert counted["records.paper"] == counted["advice.advisorydocument"] == 1
    assert len(search("2367").hits) == 2
    assert found("điện lực") == ["Điện lực"]


def test_no_two_registers_share_a_mark() -> None:
    from django.apps import apps

    from sokhcn.records.indexed import mark_of

    labels = [model._meta.label_lower for model in apps.get_models()]
    assert len({mark_of(label) for label in labels}) == len(labels)
