"""Dates are read in the forms that people and papers use, or not at all."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.dates import EARLIEST, LATEST, read_date, written


@pytest.mark.parametrize(
    "text",
    [
        "01/02/2022",
        "1/2/2022",
        "1/2/22",
        "01-02-2022",
        "1.2.2022",
        "01/ 02 /2022",
        "01 / 02 / 2022",
        " 01/02/2022 ",
        "2022-02-01",
        "2022/2/1",
        "2022.02.01",
        "2022-02-01 00:00:00",
        "2022-02-01T08:30:00+07:00",
        "ngày 01 tháng 02 năm 2022",
        "Ngày 1 tháng 2 năm 2022",
        "01 tháng 02 năm 2022",
    ],
)
def test_the_forms_of_one_day(text: str) -> None:
    assert read_date(text) == date(2022, 2, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "30/02/2022",
        "00/01/2022",
        "01/13/2022",
        "02/2022",
        "2022",
        "01/02/2022 và 03/02/2022",
        "2022-02-01 đến 2022-02-05",
        "2022-02-01 2022-02-05",
        "ngày tháng năm 2022",
        "44563",
        "10/01/0222",
        "31/12/9999",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    assert read_date(text) is None


@given(st.dates(date(EARLIEST, 1, 1), date(LATEST, 12, 31)))
def test_a_written_day_is_read_back(day: date) -> None:
    assert read_date(written(day)) == day
    assert read_date(day.isoformat()) == day


def test_no_day_is_written_as_nothing() -> None:
    assert written(None) == ""


@given(st.text())
def test_no_text_raises(text: str) -> None:
    found = read_date(text)
    assert found is None or isinstance(found, date)
