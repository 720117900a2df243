"""What a person has silenced: what falls due and is not reminded of, for a reason, until its day moves."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from sokhcn.records.due import DueDate

LONGEST_REASON = 300


class Mute(models.Model):
    """One silenced thing of one person: which, the day it had then, and why. It is no row of any register, so it has no
    history; it takes nothing from the lists of what falls due, nor from what others are told."""

    owner = models.ForeignKey("people.User", models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    row = models.BigIntegerField()
    due_on = models.DateField()
    reason = models.CharField(max_length=LONGEST_REASON)
    since = models.DateTimeField()

    class Meta:
        verbose_name = "việc đã tắt nhắc"
        constraints = [models.UniqueConstraint(fields=["owner", "key", "row"], name="mute_once")]

    def __str__(self) -> str:
        return self.reason


def mute(by: Any, due: DueDate, reason: str) -> None:
    """Remind ``by`` of it no more, until its day moves."""
    told = {"due_on": due.due_on, "reason": reason[:LONGEST_REASON], "since": timezone.now()}
    Mute.objects.update_or_create(owner=by, key=due.key, row=due.row, defaults=told)


def unmute(by: Any, due: DueDate) -> bool:
    """Remind ``by`` of it again; False where nothing was silenced."""
    return bool(Mute.objects.filter(owner=by, key=due.key, row=due.row).delete()[0])


def muted(by: Any) -> Mapping[int, Mute]:
    """What ``by`` has silenced and whose day has not moved, by the number of its due date; one query where nothing is,
    else two."""
    known = {(one.key, one.row): one for one in Mute.objects.filter(owner=by.pk)}
    if not known:
        return {}
    keys, rows = {key for key, _row in known}, {row for _key, row in known}
    found = DueDate.objects.filter(key__in=keys, row__in=rows).values_list("pk", "key", "row", "due_on")
    return {pk: known[key, row] for pk, key, row, day in found if (key, row) in known and known[key, row].due_on == day}


def heard(rows: "QuerySet[DueDate]", by: Any) -> "QuerySet[DueDate]":
    """Those of ``rows`` that ``by`` has not silenced."""
    silenced = muted(by)
    return rows.exclude(pk__in=silenced) if silenced else rows
