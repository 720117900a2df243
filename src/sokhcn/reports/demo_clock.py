"""The clock of the demonstration: it stands where its registers end, and goes on from what was written last.

Its rows are of 2022. Asked on the day of today, four thousand of them would be overdue, and none would be due.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

import time_machine
from django.conf import settings
from django.db import DatabaseError
from django.db.models import Max
from django.utils import timezone

from sokhcn.records.errands import Errand
from sokhcn.records.models import Batch

YEAR = 2022  # of the illustrative rows
OPENING = time(8)  # of an office


def morning(day: date) -> datetime:
    """When the office opens on ``day``."""
    return timezone.make_aware(datetime.combine(day, OPENING))


def last_written() -> datetime | None:
    """When the demonstration at hand was last written to; nothing where there is none, or it was written to by the true
    clock."""
    try:
        batch = Batch.objects.aggregate(at=Max("at"))["at"]
        beat = Errand.objects.aggregate(at=Max("beat_at"))["at"]
    except DatabaseError:  # no tables yet, or a file that is none of ours: whoever asks it next says so
        return None
    return max(filter(None, (batch, beat)), default=None) if batch and batch.year <= YEAR else None


@contextmanager
def standing_at(moment: datetime | None) -> Iterator[None]:
    """While inside, it is ``moment`` and time goes on from there; with no moment, or in production, it is now."""
    if moment is None or not settings.DEMO:
        yield
        return
    with time_machine.travel(moment.astimezone(UTC), tick=True):
        yield
