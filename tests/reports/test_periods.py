"""When a report may be sent, by the calendar that the department keeps."""

from datetime import date

import pytest

from sokhcn.records.models import CalendarDay
from sokhcn.reports.periods import sent_from, the_period
from tests.rows import write

pytestmark = pytest.mark.django_db


def test_january_goes_out_on_the_monday_after_its_last_friday():
    assert sent_from(the_period("2022-01")) == date(2022, 1, 17)


def test_a_day_off_puts_the_sending_off():
    write(CalendarDay(day=date(2022, 1, 17), kind=CalendarDay.Kind.OFF, name="Nghỉ bù"))
    assert sent_from(the_period("2022-01")) == date(2022, 1, 18)


def test_a_saturday_worked_in_exchange_counts():
    write(CalendarDay(day=date(2022, 1, 15), kind=CalendarDay.Kind.WORKED, name="Làm bù"))
    assert sent_from(the_period("2022-01")) == date(2022, 1, 15)
