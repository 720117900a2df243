"""Numbers are written as documents write them, and read back exactly or not at all."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.numerals import amount, count, number, percent, read_number, roman


@pytest.mark.parametrize(
    ("n", "written"), [(0, "0"), (1, "01"), (6, "06"), (9, "09"), (10, "10"), (44, "44"), (1234, "1.234"), (-3, "-3")]
)
def test_a_count_has_two_digits_at_least(n: int, written: str) -> None:
    assert count(n) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1234567, "1.234.567"),
        (Decimal("1234.5"), "1.234,5"),
        (Decimal("0.50"), "0,50"),
        (Decimal("1E+3"), "1.000"),
        (Decimal("-1234.05"), "-1.234,05"),
    ],
)
def test_a_number_groups_by_full_stops_and_keeps_its_decimals(value: int | Decimal, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_no_number_is_not_written(value: str) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        number(Decimal(value))


@pytest.mark.parametrize(
    ("value", "written"),
    [("96.15", "96,15%"), ("100", "100%"), ("0", "0%"), ("96.50", "96,5%"), ("33.335", "33,34%"), ("1200", "1.200%")],
)
def test_a_percentage_has_at_most_two_decimals(value: str, written: str) -> None:
    assert percent(Decimal(value)) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [("60.000", "60"), ("1500.000", "1.500"), ("1250.500", "1.250,5"), ("0.000", "0"), (1234, "1.234")],
)
def test_an_amount_has_no_idle_zeros(value: str | int, written: str) -> None:
    assert amount(Decimal(value)) == written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("06", 6),
        ("0", 0),
        ("1.234", 1234),
        ("1234", 1234),
        ("1.234,5", Decimal("1234.5")),
        ("1234,50", Decimal("1234.50")),
        ("-7", -7),
        ("−1.250,5", Decimal("-1250.5")),
        (" 44 ", 44),
    ],
)
def test_vietnamese_numbers_are_read(text: str, value: int | Decimal) -> None:
    assert read_number(text) == value
    assert type(read_number(text)) is type(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "1,234.5",
        "1.23.4",
        "05.5",
        "0.123",
        "1.2345",
        "1,",
        ",5",
        "1 234",
        "12a",
        "1e3",
        "٣",
        "2022-2025",
        "1\n2",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    assert read_number(text) is None


@given(st.integers() | st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_written_number_reads_back(value: int | Decimal) -> None:
    assert read_number(number(value)) == value


@pytest.mark.parametrize(
    ("n", "numeral"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV"), (3999, "MMMCMXCIX")]
)
def test_roman_numerals(n: int, numeral: str) -> None:
    assert roman(n) == numeral


@pytest.mark.parametrize("n", [0, -1, 4000])
def test_there_is_no_roman_numeral_outside_its_range(n: int) -> None:
    with pytest.raises(ValueError, match="no Roman numeral"):
        roman(n)
