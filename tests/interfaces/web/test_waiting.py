"""How long until a day, or since, in words; and the days that a row has a hand in."""

from datetime import date

import pytest

from sokhcn.interfaces.web.waiting import leads_to, left
from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.people.models import User
from tests.areas.metrology.factories import instrument, job

FRIDAY = date(2022, 1, 14)


@pytest.mark.parametrize(
    ("due_on", "words"),
    [
        (date(2022, 2, 4), "còn 21 ngày"),
        (date(2025, 1, 5), "còn 1.087 ngày"),
        (FRIDAY, "đến hạn hôm nay"),
        (date(2022, 1, 11), "quá 3 ngày làm việc"),
        (date(2022, 1, 7), "quá 5 ngày làm việc"),
    ],
)
def test_words(due_on: date, words: str) -> None:
    assert left(due_on, FRIDAY, WorkCalendar()) == words


def test_a_day_missed_by_days_off_alone_is_late_by_days() -> None:
    assert left(date(2022, 1, 14), date(2022, 1, 16), WorkCalendar()) == "quá 2 ngày"


@pytest.mark.django_db
def test_a_job_tells_the_next_verification_of_its_instrument_and_not_of_others() -> None:
    standing, other = instrument("S1"), instrument("S2")
    done = job("S1", performed_on=date(2021, 10, 15), valid_until=date(2022, 10, 15))
    job("S2", performed_on=date(2021, 10, 15), valid_until=date(2023, 10, 15))
    (wait,) = leads_to(done, User())
    assert (wait.day, wait.link) == ("15/10/2022", f"/so/phuong-tien-do/{standing.pk}/")
    assert str(standing) in wait.what
    assert list(leads_to(other, User())) == []
