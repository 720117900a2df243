"""The gate writes rows with their history in one passage, in bulk, and nothing gets past it unseen."""

import unicodedata
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.records.models import Agency, Batch, Paper, Version
from sokhcn.records.writing import StaleRow, writing
from tests.rows import OFFICER, Officer, advisory, agency, paper, unwritten_paper, write, write_all

pytestmark = pytest.mark.django_db


def agency_never_written() -> Agency:
    return Agency(pk=7, code="X")


def last_version(row: Paper) -> Version:
    return Version.objects.filter(row=row.pk, register="records.paper").latest("number")


def test_a_new_row_has_its_first_version() -> None:
    row = paper()
    version = last_version(row)
    assert (row.version, version.number, version.action) == (1, 1, Version.Action.ADDED)
    assert version.after["issued_on"] == "2022-01-10"


def test_a_change_makes_another_version() -> None:
    row = paper()
    row.subject = "về kế hoạch"
    write(row)
    assert [v.after["subject"] for v in Version.objects.order_by("number")] == ["", "về kế hoạch"]
    assert Paper.objects.get().version == 2


def test_writing_a_row_as_it_is_writes_nothing() -> None:
    row = paper()
    with writing(by=OFFICER) as pen:
        assert pen.save(Paper.objects.get()) is False
    assert (Batch.objects.count(), Version.objects.count(), Paper.objects.get().version) == (1, 1, row.version)


def test_a_row_that_somebody_else_changed_is_not_overwritten() -> None:
    paper()
    mine, theirs = Paper.objects.get(), Paper.objects.get()
    theirs.subject = "của họ"
    write(theirs)
    mine.subject = "của tôi"
    with pytest.raises(StaleRow, match="vừa được người khác sửa"):
        write(mine)
    assert Paper.objects.get().subject == "của họ"


def test_a_trashed_row_vanishes_and_comes_back() -> None:
    row = paper()
    with writing(by=OFFICER, reason="nhập nhầm") as pen:
        pen.trash(row)
    assert (Paper.objects.count(), Paper.everything.count()) == (0, 1)
    with writing(by=OFFICER) as pen:
        pen.trash(row, restore=True)
    assert Paper.objects.get().trashed_at is None
    actions = Version.objects.order_by("number").values_list("action", flat=True)
    assert list(actions) == ["added", "trashed", "restored"]


def test_whatever_is_raised_inside_leaves_nothing_behind() -> None:
    with pytest.raises(StaleRow), writing(by=OFFICER) as pen:
        pen.save_many([unwritten_paper("1"), agency_never_written()])
    assert (Paper.everything.count(), Version.objects.count(), Batch.objects.count()) == (0, 0, 0)


def test_text_is_stored_in_one_form_and_found_without_accents() -> None:
    row = paper(
        type=unicodedata.normalize("NFD", " Nghị\u00a0quyết\u200b "), issuer="Ủy ban\u00adnhân dân", subject="a \n  b"
    )
    assert (row.type, row.issuer, row.subject) == ("Nghị quyết", "Ủy bannhân dân", "a\nb")
    called = "| 21 qd ubnd | nghi quyet 21 qd ubnd | nghi quyet so 21 qd ubnd ngay 10 01 2022"
    assert row.folded == f"{called} | uy bannhan dan | a b |"


def test_a_row_is_found_by_the_paper_it_owns() -> None:
    row = advisory(agency(), title="Đề án", paper=paper())
    assert row.folded == f"| de an | ubnd tinh {row.paper.folded}"


def test_history_keeps_who_and_why_as_words() -> None:
    with writing(by=Officer("vanthu", "Trần Văn Thư"), reason="sửa theo công văn") as pen:
        pen.save(unwritten_paper())
    batch = Batch.objects.get()
    assert (batch.login, batch.name, batch.reason) == ("vanthu", "Trần Văn Thư", "sửa theo công văn")


def test_an_officer_without_a_name_is_kept_by_login() -> None:
    with writing(by=Officer("vanthu", "")) as pen:
        pen.save(unwritten_paper())
    assert Batch.objects.get().name == "vanthu"


def test_two_thousand_five_hundred_rows_cost_a_handful_of_statements() -> None:
    owner = agency()
    papers = [unwritten_paper(str(n)) for n in range(2500)]
    with CaptureQueriesContext(connection) as adding:
        write_all(papers)
    write_all([AdvisoryDocument(agency=owner, recorded_on=date(2022, 1, 5), paper=p) for p in papers])
    rows = list(AdvisoryDocument.objects.all())
    for row in rows:
        row.note = "đã rà soát"
    with CaptureQueriesContext(connection) as changing:
        write_all(rows)
    assert Version.objects.count() == 1 + 2500 * 3
    assert len(adding) < 150
    assert len(changing) < 150


def test_a_passage_holds_rows_of_several_registers() -> None:
    owner = agency()
    with writing(by=OFFICER) as pen:
        row = unwritten_paper()
        pen.save(row)
        pen.save(AdvisoryDocument(agency=owner, recorded_on=date(2022, 1, 5), paper=row))
    registers = Batch.objects.latest("pk").versions.order_by("pk").values_list("register", flat=True)
    assert list(registers) == ["records.paper", "advice.advisorydocument"]
