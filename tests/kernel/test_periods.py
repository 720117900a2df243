"""Periods tile the year under every regime, have the names that titles use, and are read back from their codes."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.periods import FORMS, BadPeriod, Period, PeriodKind, Regime, period, read_period, window

DECREE = Regime("ND09-2019", "15 đến 14", 15, "Nghị định số 09/2019/NĐ-CP, Điều 12", date(2019, 3, 12))
CALENDAR = Regime("lich", "dương lịch", 1, "Nghị định số 60/2018/NĐ-CP", date(2018, 4, 20))
STATISTICS = replace(CALENDAR, for_statistics=True)
NINE_OPEN = replace(DECREE, by_convention=frozenset({PeriodKind.NINE_MONTHS}))
REGIMES = st.builds(Regime, st.just("r"), st.just("r"), st.integers(1, 28), st.just(""), st.just(date(2019, 1, 1)))
TILING = {PeriodKind.MONTH: 12, PeriodKind.QUARTER: 4, PeriodKind.HALF: 2, PeriodKind.YEAR: 1}
INDEXED = [(kind, n) for kind, last in {**TILING, PeriodKind.NINE_MONTHS: 1}.items() for n in range(1, last + 1)]


def all_of(kind: PeriodKind, year: int, regime: Regime) -> list[Period]:
    return [period(kind, year, n, regime) for n in range(1, TILING[kind] + 1)]


@given(st.integers(1999, 2030), st.sampled_from(list(TILING)), REGIMES)
def test_periods_of_a_kind_tile_five_years_without_gap_or_overlap(year: int, kind: PeriodKind, regime: Regime) -> None:
    found = [p for y in range(year, year + 5) for p in all_of(kind, y, regime)]
    assert all(later.start == earlier.end + timedelta(1) for earlier, later in pairwise(found))
    assert all(p.start <= p.end for p in found)


@pytest.mark.parametrize(("year", "days"), [(2020, 366), (2022, 365), (2024, 366)])
@pytest.mark.parametrize("regime", [DECREE, CALENDAR], ids=["decree", "calendar"])
def test_twelve_months_hold_each_day_of_the_year_once(regime: Regime, year: int, days: int) -> None:
    whole = period(PeriodKind.YEAR, year, 1, regime)
    lengths = [(p.end - p.start).days + 1 for p in all_of(PeriodKind.MONTH, year, regime)]
    assert sum(lengths) == (whole.end - whole.start).days + 1
    assert sum(lengths) == days or regime is DECREE


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2022-01", date(2021, 12, 15), date(2022, 1, 14)),
        ("2022-03", date(2022, 2, 15), date(2022, 3, 14)),
        ("2020-03", date(2020, 2, 15), date(2020, 3, 14)),
        ("2022-12", date(2022, 11, 15), date(2022, 12, 14)),
        ("2022-Q1", date(2021, 12, 15), date(2022, 3, 14)),
        ("2022-Q4", date(2022, 9, 15), date(2022, 12, 14)),
        ("2022-6T1", date(2021, 12, 15), date(2022, 6, 14)),
        ("2022-6T2", date(2022, 6, 15), date(2022, 12, 14)),
        ("2022-9T", date(2021, 12, 15), date(2022, 9, 14)),
        ("2022", date(2021, 12, 15), date(2022, 12, 14)),
    ],
)
def test_the_windows_of_decree_09(code: str, first: date, last: date) -> None:
    assert read_period(code, DECREE).days == (first, last)


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2022-01", date(2022, 1, 1), date(2022, 1, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_the_windows_of_the_calendar(code: str, first: date, last: date) -> None:
    assert read_period(code, CALENDAR).days == (first, last)


@given(st.integers(1999, 2030), st.sampled_from(INDEXED), REGIMES)
def test_a_longer_period_is_the_union_of_its_months(year: int, place: tuple[PeriodKind, int], regime: Regime) -> None:
    long = period(*(place[0], year, place[1]), regime)
    inside = [m for m in all_of(PeriodKind.MONTH, year, regime) if long.start <= m.start and m.end <= long.end]
    assert (inside[0].start, inside[-1].end) == long.days
    assert (year, inside[-1].index) == long.last_month


@pytest.mark.parametrize(
    ("code", "name", "short", "following"),
    [
        ("2022-01", "tháng 01 năm 2022", "tháng 01/2022", "2022-02"),
        ("2022-02", "tháng 02 năm 2022", "tháng 02/2022", "2022-03"),
        ("2022-03", "tháng 3 năm 2022", "tháng 3/2022", "2022-04"),
        ("2022-12", "tháng 12 năm 2022", "tháng 12/2022", "2023-01"),
        ("2022-Q1", "quý I năm 2022", "quý I/2022", "2022-Q2"),
        ("2022-Q4", "quý IV năm 2022", "quý IV/2022", "2023-Q1"),
        ("2022-6T1", "6 tháng đầu năm 2022", "6 tháng đầu năm 2022", "2022-6T2"),
        ("2022-6T2", "6 tháng cuối năm 2022", "6 tháng cuối năm 2022", "2023-6T1"),
        ("2022-9T", "9 tháng đầu năm 2022", "9 tháng đầu năm 2022", "2022-Q4"),
        ("2022", "năm 2022", "năm 2022", "2023"),
        (
            "2022-01-05..2022-01-09",
            "từ 05/01/2022 đến 09/01/2022",
            "từ 05/01/2022 đến 09/01/2022",
            "2022-01-10..2022-01-14",
        ),
    ],
)
def test_names_and_the_period_that_follows(code: str, name: str, short: str, following: str) -> None:
    found = read_period(code, DECREE)
    assert (found.name, found.short_name, found.next().code) == (name, short, following)


@given(st.integers(1900, 9000), st.sampled_from(INDEXED), REGIMES)
def test_a_code_is_read_back(year: int, place: tuple[PeriodKind, int], regime: Regime) -> None:
    told = period(place[0], year, place[1], regime)
    assert read_period(told.code, regime) == told


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)), st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_the_code_of_a_window_is_read_back(one: date, other: date) -> None:
    told = window(min(one, other), max(one, other), CALENDAR)
    assert read_period(told.code, CALENDAR) == told


@pytest.mark.parametrize(
    "code",
    ["", "2022-1", "2022-13", "2022-00", "2022-Q5", "2022-6T3", "01/2022", "tháng 1", "1066", "2022-02-30..2022-03-01"],
)
def test_a_code_that_is_none_is_refused_with_the_forms_that_are(code: str) -> None:
    with pytest.raises(BadPeriod) as refused:
        read_period(code, DECREE)
    assert FORMS in str(refused.value)
    assert f"“{code}”" in str(refused.value)


@given(st.text(max_size=25))
def test_no_text_raises_anything_else(code: str) -> None:
    with suppress(BadPeriod):
        assert read_period(code, DECREE).code


def test_a_window_does_not_end_before_it_begins() -> None:
    with pytest.raises(BadPeriod, match="đứng trước"):
        window(date(2022, 1, 2), date(2022, 1, 1), CALENDAR)


@pytest.mark.parametrize(
    ("code", "to_date", "last_year"),
    [
        ("2022-03", (date(2021, 12, 15), date(2022, 3, 14)), (date(2021, 2, 15), date(2021, 3, 14))),
        ("2022-Q4", (date(2021, 12, 15), date(2022, 12, 14)), (date(2021, 9, 15), date(2021, 12, 14))),
        ("2022-9T", (date(2021, 12, 15), date(2022, 9, 14)), (date(2020, 12, 15), date(2021, 9, 14))),
        ("2022", (date(2021, 12, 15), date(2022, 12, 14)), (date(2020, 12, 15), date(2021, 12, 14))),
        ("2024-02-29..2024-03-05", (date(2023, 12, 15), date(2024, 3, 5)), (date(2023, 2, 28), date(2023, 3, 5))),
    ],
)
def test_the_year_to_date_and_the_same_period_last_year(
    code: str, to_date: tuple[date, date], last_year: tuple[date, date]
) -> None:
    found = read_period(code, DECREE)
    assert (found.year_to_date().days, found.last_year().days) == (to_date, last_year)


@pytest.mark.parametrize("regime", [DECREE, CALENDAR], ids=["decree", "calendar"])
@pytest.mark.parametrize("year", range(2020, 2025))
def test_longer_periods_are_unions_of_shorter_ones_in_each_of_five_years(year: int, regime: Regime) -> None:
    months, quarters = all_of(PeriodKind.MONTH, year, regime), all_of(PeriodKind.QUARTER, year, regime)
    first, second = all_of(PeriodKind.HALF, year, regime)
    assert [q.days for q in quarters] == [(months[n].start, months[n + 2].end) for n in (0, 3, 6, 9)]
    assert (first.days, second.days) == (
        (quarters[0].start, quarters[1].end),
        (quarters[2].start, quarters[3].end),
    )
    assert read_period(f"{year}-9T", regime).days == (quarters[0].start, quarters[2].end)
    assert read_period(str(year), regime).days == (first.start, second.end)


@pytest.mark.parametrize(("first", "after"), [("2021-12", "2022-01"), ("2021-Q4", "2022-Q1"), ("2021", "2022")])
@pytest.mark.parametrize("regime", [DECREE, CALENDAR], ids=["decree", "calendar"])
def test_no_day_is_lost_where_one_year_ends_and_the_next_begins(first: str, after: str, regime: Regime) -> None:
    old, new = read_period(first, regime), read_period(after, regime)
    assert (old.next(), old.end + timedelta(1)) == (new, new.start)


@pytest.mark.parametrize(
    ("code", "full", "said"),
    [
        ("2022-01", "2022-01@lich", "tháng 01 năm 2022 (từ 01/01/2022 đến 31/01/2022)"),
        ("2022-Q1", "2022-Q1@lich", "quý I năm 2022 (từ 01/01/2022 đến 31/03/2022)"),
        ("2022-01-05..2022-01-09", "2022-01-05..2022-01-09@lich", "từ 05/01/2022 đến 09/01/2022"),
    ],
)
def test_a_period_of_statistics_is_never_called_like_one_of_periodic_reports(code: str, full: str, said: str) -> None:
    found = read_period(code, STATISTICS)
    assert (found.code, found.name) == (full, said)
    assert read_period(full, STATISTICS) == found
    with pytest.raises(BadPeriod):
        read_period(full, DECREE)


@pytest.mark.parametrize(
    ("code", "by_convention", "basis"),
    [
        ("2022-9T", True, "quy ước, phỏng theo Nghị định số 09/2019/NĐ-CP, Điều 12"),
        ("2022-6T1", False, "Nghị định số 09/2019/NĐ-CP, Điều 12"),
        ("2018-05", True, "quy ước, phỏng theo Nghị định số 09/2019/NĐ-CP, Điều 12"),
        ("2022-01-01..2022-01-31", False, "khoảng ngày tự chọn"),
    ],
)
def test_days_that_no_law_fixes_are_flagged(code: str, by_convention: bool, basis: str) -> None:
    found = read_period(code, NINE_OPEN)
    assert (found.by_convention, found.basis) == (by_convention, basis)
    assert found.span.endswith("(quy ước)") is by_convention


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("0001", "Năm 0001 nằm ngoài các năm 1900 – 9000"),
        ("9999-12", "Năm 9999 nằm ngoài"),
        ("0001-01-01..0001-01-31", "Năm 0001 nằm ngoài"),
        ("9999-12-01..9999-12-31", "Năm 9999 nằm ngoài"),
        ("2022-01-01..2150-01-01", "dài quá 100 năm"),
        ("2022-02-30..2022-03-01", "không có trong lịch"),
        ("2022-01-31..2022-01-01", "đứng trước ngày đầu 31/01/2022"),
        ("2022-13", "Năm 2022 không có tháng thứ 13"),
        ("２０２２-01", "Viết theo một trong các dạng"),
    ],
)
def test_what_is_wrong_with_a_code_is_said(code: str, why: str) -> None:
    with pytest.raises(BadPeriod, match=why):
        read_period(code, DECREE)


@pytest.mark.parametrize(
    "code", ["1900", "9000", "1900-01", "9000-12", "1900-01-01..2000-01-01", "8900-01-01..9000-12-31"]
)
def test_every_code_that_is_read_has_neighbours_to_compare_with(code: str) -> None:
    found = read_period(code, DECREE)
    assert found.last_year().end < found.end < found.next().end
    assert found.year_to_date().end == found.end
