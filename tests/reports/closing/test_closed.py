"""Closing registers: the matrix, nil returns that are questioned, the lock, and an exception for a late row."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from sokhcn.areas.radiation.models import Licence
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.locks import WindowShut
from sokhcn.records.models import Agency, Establishment, Unit
from sokhcn.reports import catalogue
from sokhcn.reports.closing.closed import CannotClose, Window, close, close_all, lock, nil, reopen
from sokhcn.reports.closing.completeness import CellState, Matrix, incomplete, matrix
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.receiving import receive, receive_good, try_out
from tests.reports.life import office as offices
from tests.rows import advisory, agency, paper, unit, user, write

pytestmark = pytest.mark.django_db
INSIDE = date(2022, 1, 10)
BEFORE_LOCK, AFTER_LOCK = datetime(2022, 1, 17, 3, tzinfo=UTC), datetime(2022, 1, 18, 3, tzinfo=UTC)
ADVICE, LICENCES = "van-ban-tham-muu", "giay-phep-buc-xa"


def compiler(owner: Agency) -> User:
    return user(owner, Role.COMPILER, "tonghop")


def window(owner: Agency, whose: Unit | None, slug: str = ADVICE, code: str = "2022-01") -> Window:
    return Window(the_period(code), owner, catalogue.register(slug), whose)


def licence(owner: Agency, whose: Unit, number: str, **told: Any) -> Licence:
    holder = Establishment.objects.first() or write(Establishment(name="Bệnh viện"))
    about = {"agency": owner, "unit": whose, "holder": holder, "work": "Sử dụng", "recorded_on": date(2021, 1, 5)}
    return write(Licence(**{**about, "number": number, "state": "issued", **told}))


def states(found: Matrix) -> dict[tuple[str, str], CellState]:
    return {(cell.owner, cell.register.slug): cell.state for cell in found.cells}


def test_the_matrix_from_open_to_overdue_to_closed() -> None:
    owner = agency()
    office, division = unit(owner), unit(owner, "QLCN")
    advisory(owner, unit=office, paper=paper(issued_on=INSIDE))
    licence(owner, division, "01/GP", issued_on=date(2021, 6, 1))
    by, january = compiler(owner), the_period("2022-01")
    both = {("P. VP", ADVICE): CellState.OPEN, ("P. QLCN", LICENCES): CellState.OPEN}
    assert states(matrix(january, owner, at=BEFORE_LOCK)) == both
    assert set(states(matrix(january, owner, at=AFTER_LOCK)).values()) == {CellState.OVERDUE}
    close(window(owner, office), by=by, at=BEFORE_LOCK)
    nil(window(owner, division, LICENCES), by=by, at=BEFORE_LOCK)
    found = matrix(january, owner, at=AFTER_LOCK)
    assert states(found) == {("P. VP", ADVICE): CellState.ROWS, ("P. QLCN", LICENCES): CellState.NIL}
    assert [(cell.rows, cell.closing.rows if cell.closing else None) for cell in found.cells] == [(1, 1), (0, 0)]


def test_a_report_waits_for_every_unit_and_names_them() -> None:
    owner = agency()
    advisory(owner, unit=unit(owner), paper=paper(issued_on=INSIDE))
    days = {"starts_on": date(2021, 12, 15), "ends_on": date(2022, 1, 14)}
    regime = {"id": "nd09", "name": "NĐ 09", "basis": "Điều 12", "first_day": 15, "valid_from": "2019-03-12"}
    edition = Edition(agency=owner.code, period_code="2022-01", number=1, regime=regime, **days)
    (finding,) = incomplete(edition)
    assert finding.id == "closing.incomplete"
    assert "P. VP chưa chốt 1 sổ của tháng 01 năm 2022" in str(finding)
    done, _ = close_all(the_period("2022-01"), owner, None, by=compiler(owner))
    assert len(done) == 1
    assert not incomplete(edition)


def test_closing_all_closes_what_names_no_unit_after_the_units_own() -> None:
    owner = agency()
    office, division = unit(owner), unit(owner, "QLCN")
    by = compiler(owner)
    for number, whose in (("1", office), ("2", None), ("3", division)):
        advisory(owner, unit=whose, paper=paper(number, issued_on=INSIDE))
    done, found = close_all(the_period("2022-01"), owner, office, by=by)
    assert [one.unit for one in done] == [office]  # a unit closes its own, and nothing of the agency's
    done, found = close_all(the_period("2022-01"), owner, None, by=by)
    assert [one.unit for one in done] == [division, None]
    assert all(cell.is_closed for cell in found.cells if cell.rows)
    with pytest.raises(WindowShut):
        advisory(owner, unit=None, paper=paper("4", issued_on=INSIDE))
    assert close_all(the_period("2022-01"), owner, None, by=by)[0] == ()


def test_each_line_of_a_file_that_lies_in_a_closed_window_is_marked_and_the_others_are_taken() -> None:
    owner = agency()
    office = unit(owner)
    by, told = compiler(owner), "Loại văn bản;Số ký hiệu;Ngày;Cơ quan ban hành;Trích yếu;Đơn vị\n"
    advisory(owner, unit=office, paper=paper("9", issued_on=INSIDE))
    close(window(owner, office), by=by)
    for number, day in (("1", "10/01/2022"), ("2", "20/01/2022"), ("3", "11/01/2022")):
        told += f"Quyết định;{number}/QĐ-UBND;{day};UBND tỉnh;về kế hoạch;{office.code}\n"
    sheet, about = read_csv(told.encode(), "a.csv"), {"by": by, "today": date(2022, 1, 21)}
    for take, fates in ((try_out, "bad new bad"), (receive, "bad wait bad"), (receive_good, "bad new bad")):
        receipt = take(catalogue.register(ADVICE), sheet, **about)
        assert " ".join(receipt.fates.values()) == fates
        assert [(mark.line, mark.place, mark.finding.id) for mark in receipt.marks] == [
            (2, 2, "register.shut"),
            (4, 2, "register.shut"),
        ]
        assert receipt.added == (take is not receive)
    assert catalogue.register(ADVICE).model.objects.count() == 2


def test_a_quarter_is_closed_when_its_months_are() -> None:
    owner = agency()
    office = unit(owner)
    advisory(owner, unit=office, paper=paper(issued_on=INSIDE))
    by = compiler(owner)
    close(window(owner, office), by=by)
    nil(window(owner, office, code="2022-02"), by=by)
    assert not matrix(the_period("2022-Q1"), owner).cells[0].is_closed
    nil(window(owner, office, code="2022-03"), by=by)
    assert matrix(the_period("2022-Q1"), owner).cells[0].state is CellState.ROWS


def test_nil_is_questioned_where_licences_fell_due_or_rows_are_usual() -> None:
    owner = agency()
    division = unit(owner, "QLCN")
    for n in range(5):
        licence(owner, division, f"0{n}/GP", issued_on=date(2019, 1, 5), expires_on=date(2022, 1, 3 + n))
    by, asked = compiler(owner), window(owner, division, LICENCES)
    with pytest.raises(CannotClose, match="5 việc gia hạn giấy phép tiến hành công việc bức xạ đến hạn trong kỳ"):
        nil(asked, by=by)
    assert nil(asked, by=by, reason="Các cơ sở xin thôi hoạt động").reason == "Các cơ sở xin thôi hoạt động"
    for month in (10, 11, 12):
        advisory(owner, unit=division, paper=paper(str(month), issued_on=date(2021, month, 1)))
    with pytest.raises(CannotClose, match=r"3 kỳ liền trước đều có số liệu \(1, 1, 1 dòng\)"):
        nil(window(owner, division), by=by)


def test_what_cannot_be_signed() -> None:
    owner = agency()
    office = unit(owner)
    by = compiler(owner)
    with pytest.raises(CannotClose, match="chưa có dòng nào"):
        close(window(owner, office), by=by)
    advisory(owner, unit=office, paper=paper(issued_on=INSIDE))
    with pytest.raises(CannotClose, match="có 1 dòng"):
        nil(window(owner, office), by=by)
    with pytest.raises(CannotClose, match="ngày chốt số liệu là 14/01/2022"):
        close(window(owner, office), by=by, at=datetime(2022, 1, 13, 3, tzinfo=UTC))
    with pytest.raises(CannotClose, match="không chốt theo kỳ"):
        close(window(owner, office, "co-so"), by=by)
    with pytest.raises(CannotClose, match="chưa chốt, chưa khóa"):
        reopen(window(owner, office), until=timezone.now() + timedelta(1), reason="Muộn", by=by)


def test_a_head_closes_for_the_own_unit_alone_and_only_some_may_open() -> None:
    owner = agency()
    office, division = unit(owner), unit(owner, "QLCN")
    for n, whose in enumerate((office, division), 1):
        advisory(owner, unit=whose, paper=paper(str(n), issued_on=INSIDE))
    head = user(owner, Role.HEAD, "truong")
    head.reach, head.unit = Reach.UNIT, office
    close(window(owner, office), by=head)
    for refused in (window(owner, division), window(owner, None)):
        with pytest.raises(CannotClose, match="không có quyền"):
            close(refused, by=head)
    with pytest.raises(CannotClose, match="Người làm được: Người tổng hợp, Lãnh đạo Sở"):
        reopen(window(owner, office), until=timezone.now() + timedelta(1), reason="Muộn", by=head)


def test_the_lock_holds_what_nobody_closed_and_an_exception_has_a_reason_and_a_moment() -> None:
    owner = agency()
    office, by = unit(owner), compiler(owner)
    lock(the_period("2022-01"), owner, by=by)
    with pytest.raises(WindowShut, match="khóa sổ"):
        advisory(owner, unit=office, paper=paper(issued_on=INSIDE))
    whole, soon = Window(the_period("2022-01"), owner), timezone.now() + timedelta(hours=1)
    with pytest.raises(CannotClose, match="phải có lý do"):
        reopen(whole, until=soon, reason=" ", by=by)
    with pytest.raises(CannotClose, match="phải ở sau lúc này"):
        reopen(whole, until=timezone.now() - timedelta(1), reason="Muộn", by=by)
    reopen(whole, until=soon, reason="Văn bản đến muộn", by=by)
    advisory(owner, unit=office, paper=paper("22", issued_on=INSIDE))
    (cell,) = matrix(the_period("2022-01"), owner).cells
    assert (cell.rows, cell.late, cell.state, cell.open_until) == (1, 1, CellState.OVERDUE, soon)


def test_what_its_unit_closed_and_the_office_locked_is_told_of_both_and_opened_by_one_exception() -> None:
    owner = agency()
    office, division, by = unit(owner), unit(owner, "QLKH"), compiler(owner)
    advisory(owner, unit=office, paper=paper("1", issued_on=INSIDE))
    close(window(owner, office), by=by)
    lock(the_period("2022-01"), owner, by=by)
    late = paper("2", issued_on=INSIDE)
    with pytest.raises(WindowShut) as refused:
        advisory(owner, unit=office, paper=late)
    said = str(refused.value)
    assert "của P. VP đã khóa kỳ tháng 01 năm 2022" in said
    assert "; mọi sổ của cả cơ quan kỳ tháng 01 năm 2022 cũng khóa từ " in said
    assert said.count("./sokhcn closing reopen") == 1
    reopen(window(owner, office), until=timezone.now() + timedelta(1), reason="Muộn", by=by)
    advisory(owner, unit=office, paper=late)
    with pytest.raises(WindowShut):
        advisory(owner, unit=division, paper=paper("3", issued_on=INSIDE))
    (cell,) = matrix(the_period("2022-01"), owner).cells
    assert (cell.rows, cell.late, cell.is_closed) == (2, 1, True)
    lock(the_period("2022-01"), owner, by=by)  # whatever was open is shut again
    with pytest.raises(WindowShut):
        advisory(owner, unit=office, paper=paper("4", issued_on=INSIDE))


def test_one_register_of_all_that_were_locked_is_opened_alone_and_the_matrix_knows_one_lock() -> None:
    owner = agency()
    office, by = unit(owner), compiler(owner)
    lock(the_period("2022-01"), owner, by=by)
    reopen(window(owner, office), until=timezone.now() + timedelta(1), reason="Muộn", by=by)
    advisory(owner, unit=office, paper=paper("1", issued_on=INSIDE))
    with pytest.raises(WindowShut):
        advisory(owner, paper=paper("2", issued_on=INSIDE))
    found = matrix(the_period("2022-01"), owner)
    assert found.lock is not None
    assert (found.lock.unit_id, [cell.state for cell in found.cells]) == (None, [CellState.OVERDUE])


def test_registers_that_one_exception_holds_open_are_one_finding() -> None:
    made = offices.office()
    by = made.people[Role.COMPILER]
    for n, code in enumerate(("VP", "QLKH", "QLCN")):
        advisory(made.agency, unit=unit(made.agency, code), paper=paper(str(n), issued_on=INSIDE))
    edition = made.compiled()
    made.close()
    lock(the_period("2022-01"), made.agency, by=by)
    assert incomplete(edition) == ()
    reopen(Window(the_period("2022-01"), made.agency), until=timezone.now() + timedelta(1), reason="Muộn", by=by)
    (finding,) = incomplete(edition)
    assert str(finding).startswith("3 sổ đang mở lại đến ")
