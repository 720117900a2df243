"""Which regime a period goes by, as the department keeps them, and from when its report may be sent."""

from datetime import date, timedelta

import pytest

from sokhcn.intake.sheet import read_csv
from sokhcn.kernel.periods import BadPeriod
from sokhcn.people.models import User
from sokhcn.records.dated import SHIPPED, regimes
from sokhcn.records.models import CalendarDay, ReportingRegime
from sokhcn.reports import catalogue
from sokhcn.reports.periods import compile_command, sent_from, the_period, under
from sokhcn.reports.receiving import receive
from tests.rows import write
from tests.seed.compiled import DEMO

pytestmark = pytest.mark.django_db
OFF, WORKED = CalendarDay.Kind.OFF, CalendarDay.Kind.WORKED


def regime(code: str, first: int, **told: object) -> ReportingRegime:
    """A regime of periodic reports in the book."""
    about = {"name": code, "basis": f"Nghị định {code}", "use": ReportingRegime.Use.PERIODIC}
    return write(ReportingRegime(code=code, first_day=first, **{**about, **told}))


# --- regimes ------------------------------------------------------------------------------------------------------


def test_periodic_reports_and_statistics_count_different_days_under_different_codes():
    periodic, statistics = the_period("2022-01"), the_period(under("2022-01", "lich"))
    assert (periodic.days, statistics.days) == (
        (date(2021, 12, 15), date(2022, 1, 14)),
        (date(2022, 1, 1), date(2022, 1, 31)),
    )
    assert (periodic.code, statistics.code) == ("2022-01", "2022-01@lich")
    assert the_period(statistics.code) == statistics
    assert the_period("2022-01@ND09-2019") == periodic


def test_nine_months_go_by_convention_and_six_do_not():
    assert [the_period(code).by_convention for code in ("2022-9T", "2022-6T1", "2022-9T@lich")] == [True, False, False]


def test_before_any_regime_the_oldest_stands_in_by_convention():
    assert the_period("2015-03").days == (date(2015, 2, 15), date(2015, 3, 14))
    assert the_period("2015-03").by_convention


def test_a_new_decree_holds_from_its_day_on():
    regime("ND09-2019", 15, valid_from=date(2019, 3, 12), valid_to=date(2026, 6, 30))
    regime("ND-MOI", 20, valid_from=date(2026, 7, 1))
    assert the_period("2026-06").days == (date(2026, 5, 15), date(2026, 6, 14))
    assert the_period("2026-08").days == (date(2026, 7, 20), date(2026, 8, 19))
    assert the_period("2022-01").regime.id == "ND09-2019"


def test_a_row_of_the_book_takes_the_place_of_what_ships():
    regime("ND09-2019", 15, valid_from=date(2019, 3, 12), by_convention="9 tháng, Năm")
    assert [the_period(code).by_convention for code in ("2022", "2022-9T", "2022-Q1")] == [True, True, False]
    assert [found.id for found in regimes()] == ["ND09-2019", "lich"]


def test_the_demo_keeps_the_regimes_as_they_ship():
    file = DEMO / "che-do-bao-cao.csv"
    register = catalogue.register("che-do-bao-cao")
    by = User.objects.create(username="quantri")
    receipt = receive(register, read_csv(file.read_bytes(), file.name), by=by, today=date(2022, 1, 14))
    assert (receipt.findings, receipt.added) == ((), 2)
    assert sorted(regimes(), key=lambda kept: kept.id) == sorted(SHIPPED, key=lambda kept: kept.id)


def test_a_regime_with_a_kind_of_period_that_there_is_not_is_refused():
    text = "Mã,Tên,Dùng cho,Ngày đầu kỳ,Căn cứ,Kỳ theo quy ước,Có hiệu lực từ\nX,X,Thống kê,1,X,tuần,01/01/2022\n"
    by = User.objects.create(username="quantri")
    register = catalogue.register("che-do-bao-cao")
    (finding,) = receive(register, read_csv(text.encode(), "x"), by=by, today=date(2022, 1, 14)).findings
    assert "Không hiểu “tuần”" in str(finding)


def test_a_regime_that_there_is_not_is_told_with_those_there_are():
    with pytest.raises(BadPeriod, match=r"Không có chế độ báo cáo “x”\. Các chế độ: ND09-2019, lich"):
        the_period("2022-01@x")


# --- sending ------------------------------------------------------------------------------------------------------


def test_january_goes_out_on_the_monday_after_its_last_friday():
    assert sent_from(the_period("2022-01")) == date(2022, 1, 17)


def test_a_day_off_puts_the_sending_off():
    write(CalendarDay(day=date(2022, 1, 17), kind=OFF, name="Nghỉ bù"))
    assert sent_from(the_period("2022-01")) == date(2022, 1, 18)


def test_a_saturday_worked_in_exchange_counts():
    write(CalendarDay(day=date(2022, 1, 15), kind=WORKED, name="Làm bù"))
    assert sent_from(the_period("2022-01")) == date(2022, 1, 15)


def test_a_friday_swapped_for_the_saturday_after_it_moves_the_sending_by_a_day():
    write(CalendarDay(day=date(2022, 4, 15), kind=OFF, name="Hoán đổi"))
    write(CalendarDay(day=date(2022, 4, 16), kind=WORKED, name="Làm bù"))
    assert sent_from(the_period("2022-04")) == date(2022, 4, 16)  # its last day is Thursday the 14th


def test_tet_lies_between_the_end_of_a_month_and_the_sending():
    for n in range(5):
        write(CalendarDay(day=date(2022, 1, 31) + timedelta(n), kind=OFF, name="Tết Nguyên đán Nhâm Dần"))
    assert sent_from(the_period("2022-01@lich")) == date(2022, 2, 7)
    assert sent_from(the_period("2022-01-01..2022-01-30")) == date(2022, 2, 7)


def test_people_are_told_to_compile_a_report_for_whom_it_goes_to() -> None:
    told = [compile_command(report) for report in ("2022-01", "2022-Q1:bo")]
    assert told == ["./sokhcn compile 2022-01", "./sokhcn compile 2022-Q1 --to bo"]
