"""The clock of a demonstration: where it stands, that it goes on, and that it is never that of an office at work."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from sokhcn.records.errands import Errand
from sokhcn.records.models import Batch
from sokhcn.reports.demo_clock import last_written, morning, standing_at

NOON = datetime(2022, 1, 14, 5, tzinfo=UTC)  # by universal time


def written_at(moment: datetime) -> None:
    Batch.objects.create(at=moment, login="tonghop", name="Người tổng hợp")


@pytest.mark.django_db
def test_it_stands_where_its_registers_were_written_last():
    assert last_written() is None
    written_at(NOON - timedelta(days=1))
    written_at(NOON)
    assert last_written() == NOON
    Errand.objects.create(kind="backup", login="quantri", asked_at=NOON, beat_at=NOON + timedelta(minutes=3))
    assert last_written() == NOON + timedelta(minutes=3)


@pytest.mark.django_db
def test_registers_written_to_by_the_true_clock_keep_it():
    written_at(NOON)
    written_at(timezone.now())
    assert last_written() is None


def test_it_goes_on_from_there_and_ends():
    with standing_at(NOON):
        first, second = timezone.now(), timezone.now()
        assert NOON <= first < second < NOON + timedelta(minutes=1)
        assert timezone.localdate() == date.today() == date(2022, 1, 14)
    assert timezone.now().year > 2022
    assert timezone.localtime(morning(date(2022, 1, 14))).hour == 8


def test_production_goes_by_the_clock_of_its_machine(settings):
    settings.DEMO = False
    with standing_at(NOON):
        assert timezone.now().year > 2022
