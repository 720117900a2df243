"""One row is kept from the texts of a form, or every fault of it is told and nothing written."""

import pytest
from django.utils import timezone

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.advice.register import REGISTERS
from sokhcn.areas.support.register import REGISTERS as SUPPORT_REGISTERS
from sokhcn.people.models import Delegation, Reach, Role, User
from sokhcn.records.models import Agency, Batch, Paper
from sokhcn.reports.keeping import Outcome, keep, restore, trash
from tests.rows import advisory, agency, paper, unit, user, write

(ADVICE,) = REGISTERS
SUPPORT = SUPPORT_REGISTERS[0]
FORM = {
    "paper.type": "Quyết định",
    "paper.code": "21/QĐ-UBND",
    "paper.issued_on": "10/01/2022",
    "paper.issuer": "UBND tỉnh",
    "paper.subject": "về kế hoạch",
    "state": "Đã ban hành",
    "recorded_on": "11/01/2022",
}
pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Agency:
    return agency("SKHCN")


@pytest.fixture
def officer(ours: Agency) -> User:
    return user(ours)


def said(outcome: Outcome) -> list[str]:
    return [str(finding) for finding in outcome.findings]


def test_a_form_adds_a_row(officer: User) -> None:
    outcome = keep(ADVICE, None, FORM, by=officer, reason="nhập tay")
    row = AdvisoryDocument.objects.get()
    assert (outcome.row, outcome.findings, row.paper.code, row.agency) == (row, (), "21/QĐ-UBND", officer.agency)
    assert Batch.objects.latest("pk").reason == "nhập tay"


def test_a_new_row_without_book_date_is_entered_today(officer: User) -> None:
    keep(ADVICE, None, {**FORM, "recorded_on": ""}, by=officer)
    assert AdvisoryDocument.objects.get().recorded_on == timezone.localdate()


def test_a_form_changes_what_it_says_and_nothing_else(ours: Agency, officer: User) -> None:
    row = advisory(ours, note="cũ", title="Dự thảo")
    keep(ADVICE, row, {"note": "mới", "recorded_on": ""}, by=officer)
    row.refresh_from_db()
    assert (row.note, row.title, str(row.recorded_on)) == ("mới", "Dự thảo", "2022-01-05")


def test_an_officer_of_another_agency_does_not_take_the_row_along(ours: Agency) -> None:
    row = advisory(ours)
    keep(ADVICE, row, {"note": "x"}, by=user(agency("KHAC")))
    assert AdvisoryDocument.objects.get().agency == ours


def test_every_fault_is_told_once_and_nothing_written(officer: User) -> None:
    bad = {**FORM, "paper.code": "21", "recorded_on": "hôm qua", "unit": "Phòng lạ"}
    outcome = keep(ADVICE, None, bad, by=officer)
    assert outcome.row is None
    assert [text[:14] for text in said(outcome)] == ["“Số, ký hiệu” ", "“Ngày vào sổ” ", "“Phòng lạ” chư"]
    assert (AdvisoryDocument.everything.count(), Paper.everything.count()) == (0, 0)


def test_a_row_that_somebody_else_changed_is_not_overwritten(ours: Agency, officer: User) -> None:
    shown = AdvisoryDocument.objects.get(pk=advisory(ours).pk)
    theirs = AdvisoryDocument.objects.get()
    theirs.note = "của họ"
    write(theirs)
    outcome = keep(ADVICE, shown, {"note": "của tôi"}, by=officer)
    assert [finding.id for finding in outcome.findings] == ["register.stale"]
    assert AdvisoryDocument.objects.get().note == "của họ"


def test_a_second_row_for_one_paper_is_refused_in_words(ours: Agency, officer: User) -> None:
    advisory(ours, paper=paper("21"), title="")
    outcome = keep(ADVICE, None, FORM, by=officer)
    assert said(outcome) == ["Văn bản này đã có trong sổ. Tìm dòng đó trong sổ (kể cả thùng rác) rồi sửa ở đó."]


def test_a_row_against_a_rule_of_its_register_is_refused_in_the_words_of_the_rule(officer: User) -> None:
    form = {"code": "HT-1", "title": "ISO", "kind": "Nội dung khác", "state": "Hoàn thành"}
    outcome = keep(SUPPORT, None, form, by=officer)
    assert said(outcome) == ["Nhiệm vụ đã hoàn thành hoặc dừng phải ghi ngày kết thúc."]


def test_a_row_goes_to_the_trash_and_comes_back(ours: Agency, officer: User) -> None:
    row = advisory(ours)
    trash(row, by=officer, reason="nhập nhầm")
    assert AdvisoryDocument.objects.count() == 0
    restore(row, by=officer, reason="nhầm")
    assert AdvisoryDocument.objects.get() == row
    assert list(Batch.objects.order_by("pk").values_list("reason", flat=True))[-2:] == ["nhập nhầm", "nhầm"]


def test_history_says_for_whom_somebody_wrote_who_could_not_have_written_it_alone(ours: Agency) -> None:
    mine, theirs = unit(ours, "P1"), unit(ours, "P2")
    head = {"role": Role.HEAD, "reach": Reach.UNIT, "agency": ours}
    giver = User.objects.create(username="giao", first_name="Trưởng P2", unit=theirs, **head)
    taker = User.objects.create(username="nhan", first_name="Trưởng P1", unit=mine, **head)
    rows = [write(advisory(ours, unit=one)) for one in (theirs, mine)]
    today = timezone.localdate()
    write(Delegation(giver=giver, taker=taker, reason="đi công tác", valid_from=today, valid_to=today))
    for row in rows:
        assert not keep(ADVICE, row, {"note": "đã xem"}, by=taker, reason="rà soát").findings
    assert [batch.reason for batch in Batch.objects.order_by("pk")][-2:] == ["Làm thay Trưởng P2: rà soát", "rà soát"]
    trash(rows[0], by=taker, reason="")
    assert Batch.objects.latest("pk").reason == "Làm thay Trưởng P2"
