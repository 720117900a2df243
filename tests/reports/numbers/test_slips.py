"""What is wrong, and what is odd, with a number that somebody tells."""

from datetime import date

import pytest

from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.reports.numbers import slips
from sokhcn.reports.numbers.slips import Neighbour, Told, read_number

MONDAY, SUNDAY, TODAY = date(2022, 1, 17), date(2022, 1, 16), date(2022, 1, 20)
BEFORE = Neighbour("07/BC-SKHCN", 7, date(2022, 1, 14))
AFTER = Neighbour("10/BC-SKHCN", 10, date(2022, 1, 18))


@pytest.mark.parametrize(
    ("text", "read"),
    [("8", (8, "")), ("08", (8, "")), ("2074a", (2074, "a")), ("0", None), ("8b2", None), ("VIII", None)],
)
def test_a_number_is_read_or_is_none(text: str, read: tuple[int, str] | None) -> None:
    assert read_number(text) == read


@pytest.mark.parametrize(
    ("text", "symbol", "found"),
    [
        ("08", "BC-SKHCN", []),
        ("08", "SKHCN-VP", []),
        ("08a", "QyĐ-SKHCN", []),
        ("tám", "BC-SKHCN", ["number.form"]),
        ("08", "bc skhcn", ["number.symbol"]),
        ("", "", ["number.form", "number.symbol"]),
    ],
)
def test_the_form_of_number_and_symbol(text: str, symbol: str, found: list[str]) -> None:
    assert [finding.id for finding in slips.form(text, symbol)] == found


@pytest.mark.parametrize(
    ("text", "dated_on", "before", "after", "found"),
    [
        ("08", MONDAY, BEFORE, None, []),
        ("08", MONDAY, BEFORE, AFTER, []),
        ("008", MONDAY, BEFORE, None, ["number.zeros"]),
        ("012", MONDAY, BEFORE, None, ["number.zeros", "number.gap"]),
        ("9", MONDAY, BEFORE, None, ["number.gap"]),
        ("08", date(2022, 1, 13), BEFORE, None, ["number.order"]),
        ("09", date(2022, 1, 19), Neighbour("08/BC-SKHCN", 8, MONDAY), AFTER, ["number.order"]),
        ("08", date(2022, 1, 21), BEFORE, None, ["number.future"]),
        ("01", MONDAY, None, None, []),
        ("5", MONDAY, None, None, ["number.first"]),
    ],
)
def test_what_stands_between_its_neighbours(
    text: str, dated_on: date, before: Neighbour | None, after: Neighbour | None, found: list[str]
) -> None:
    number, suffix = read_number(text) or (0, "")
    told = Told(text, number, suffix, "BC-SKHCN", dated_on)
    assert [finding.id for finding in slips.slips(told, before, after, TODAY)] == found


def test_a_day_on_which_nobody_works() -> None:
    (finding,) = slips.day_off(SUNDAY, WorkCalendar())
    assert str(finding) == "Ngày 16/01/2022 không phải ngày làm việc."
    assert list(slips.day_off(MONDAY, WorkCalendar())) == []
    assert list(slips.day_off(MONDAY, WorkCalendar(off=frozenset({MONDAY}))))


@pytest.mark.parametrize(
    ("symbol", "type", "odd"),
    [("BC-SKHCN", "BC", 0), ("SKHCN-VP", "", 0), ("KH-SKHCN", "BC", 1), ("BC-SNV", "BC", 1), ("SNV-VP", "", 1)],
)
def test_a_symbol_names_the_type_and_the_body(symbol: str, type: str, odd: int) -> None:
    assert len(list(slips.strange_symbol(symbol, type, "SKHCN"))) == odd
