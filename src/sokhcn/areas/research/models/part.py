"""A row that is a part of a task: it has that task's agency and unit, and vanishes with it."""

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.areas.research.models.task import Task
from sokhcn.records.kept import Kept


class PartOfTask(Kept):
    """``turn`` numbers the parts of one kind: the second check, the third instalment."""

    task = models.ForeignKey(Task, models.PROTECT, verbose_name="Nhiệm vụ", related_name="%(class)ss")
    note = models.TextField("Ghi chú", blank=True, default="")

    part_of: ClassVar[str] = "task"

    class Meta(Kept.Meta):
        abstract = True


def turns() -> Any:
    return models.PositiveSmallIntegerField("Lần", default=1, validators=[MinValueValidator(1)])


def once(name: str, *fields: str, otherwise: str) -> models.UniqueConstraint:
    """One live row of a task with these values."""
    return models.UniqueConstraint(
        fields=["task", *fields],
        condition=models.Q(trashed_at=None),
        name=name,
        violation_error_message=otherwise,
    )
