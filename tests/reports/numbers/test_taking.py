"""Numbers of an own book: one sequence or one for a type, each year anew, voided and never given again."""

from datetime import date

import pytest

from sokhcn.people.models import Role
from sokhcn.records.stepping import NotPossible
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Edition, NumberBook, Outgoing
from sokhcn.reports.numbers.books import book_for, gaps, next_number
from sokhcn.reports.numbers.taken import numbering, unnumbered
from sokhcn.reports.numbers.taking import void
from sokhcn.reports.numbers.wanted import of_edition
from sokhcn.reports.periods import the_period
from tests.reports.numbers.numbered import book, decision, department, home, plan, take
from tests.rows import user

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 17)


def codes(year: int = 2022) -> list[str]:
    return [row.code for row in Outgoing.everything.filter(year=year).order_by("pk")]


def edition_of(by: object) -> Edition:
    agency = home(by)  # type: ignore[arg-type]
    compiler = user(agency, Role.COMPILER, "tonghop")
    return compile_report(the_period("2022-01"), agency, by=compiler).edition


def test_a_common_book_counts_all_types_in_one_sequence_and_a_type_may_have_its_own() -> None:
    by = department()
    book(by)
    book(by, code="qd", name="Sổ quyết định", types="QĐ, QC", first=10, valid_from=date(2022, 1, 1))
    for wanted in (plan(), decision(), plan(), decision()):
        take(wanted, by=by, clock=lambda: DAY)
    assert codes() == ["01/KH-SKHCN", "10/QĐ-SKHCN", "02/KH-SKHCN", "11/QĐ-SKHCN"]


def test_each_year_begins_anew_by_the_day_of_the_paper() -> None:
    by = department()
    ours = book(by, first=7, valid_from=date(2022, 6, 1))
    for day in (date(2022, 12, 31), date(2023, 1, 1)):
        take(plan(), by=by, clock=lambda day=day: day)  # type: ignore[misc]
    assert (codes(2022), codes(2023), next_number(ours, 2023)) == (["07/KH-SKHCN"], ["01/KH-SKHCN"], 2)


def test_the_next_number_is_shown_and_not_taken() -> None:
    by = department()
    ours = book(by)
    assert [next_number(ours, 2022) for _ in range(3)] == [1, 1, 1]
    assert take(plan(), by=by, clock=lambda: DAY).number == 1


def test_a_voided_number_stays_with_its_reason_and_is_never_given_again() -> None:
    by = department()
    ours = book(by)
    first = take(plan(), by=by, clock=lambda: DAY)
    with pytest.raises(NotPossible, match="phải ghi lý do"):
        void(first, " ", by=by)
    void(first, "gửi nhầm", by=by, on=DAY)
    with pytest.raises(NotPossible, match="đã hủy"):
        void(first, "lần nữa", by=by)
    assert take(plan(), by=by, clock=lambda: DAY).number == 2
    assert (codes(), gaps(ours, 2022)) == (["01/KH-SKHCN", "02/KH-SKHCN"], ())


def test_a_report_has_one_number_and_another_one_after_that_was_voided() -> None:
    by = department()
    book(by)
    edition = edition_of(by)
    assert [finding.id for finding in unnumbered(edition)] == ["number.none"]
    assert numbering(edition, home(by), DAY).next == 1
    row = take(of_edition(edition), by=by, clock=lambda: DAY)
    assert (row.code, row.type, row.signer, row.edition_label) == (
        "01/BC-SKHCN",
        "Báo cáo",
        "Nguyễn Văn Ký",
        "2022-01/1",
    )
    assert (unnumbered(edition), numbering(edition, home(by), DAY).taken) == ((), row)
    with pytest.raises(NotPossible, match="đã có số 01/BC-SKHCN"):
        take(of_edition(edition), by=by, clock=lambda: DAY)
    void(row, "sai thể thức", by=by)
    assert take(of_edition(edition), by=by, clock=lambda: DAY).number == 2


def test_no_number_is_taken_from_a_book_kept_elsewhere_nor_by_anybody_but_the_clerk() -> None:
    by = department()
    assert book_for(home(by), "BC", DAY).kind == NumberBook.Kind.EXTERNAL
    with pytest.raises(NotPossible, match="hệ thống quản lý văn bản cấp"):
        take(plan(), by=by)
    book(by)
    with pytest.raises(NotPossible, match="Chỉ văn thư"):
        take(plan(), by=user(home(by), Role.COMPILER, "tonghop"))
    assert codes() == []


def test_what_does_not_fit_takes_no_number() -> None:
    by = department()
    book(by)
    with pytest.raises(NotPossible, match="Trích yếu dài 501 ký tự"):
        take(plan("x" * 501), by=by, clock=lambda: DAY)
    with pytest.raises(NotPossible, match="Trích yếu còn trống"):
        take(plan(""), by=by, clock=lambda: DAY)
    assert take(plan(), by=by, clock=lambda: DAY).number == 1


def test_a_clock_that_was_set_back_takes_no_number() -> None:
    by = department()
    book(by)
    take(plan(), by=by, clock=lambda: DAY)
    with pytest.raises(NotPossible, match="ngày giờ của máy chủ"):
        take(plan(), by=by, clock=lambda: date(2022, 1, 14))
