"""Abstract rows: ``Kept`` has history and a trash, ``Record`` an agency and a book date, ``Frozen`` never changes."""

from typing import Any, ClassVar

from django.db import models

from sokhcn.records.guard import FrozenQuerySet, GuardedQuerySet, LiveManager, refuse


class Kept(models.Model):
    """A row whose every change is kept. ``version`` counts its versions; the gate sets it and ``folded``."""

    version = models.PositiveIntegerField(default=0, editable=False)
    folded = models.TextField(default="", editable=False)
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = LiveManager()
    everything: ClassVar[Any] = GuardedQuerySet.as_manager()

    # Names of text fields that searching looks into.
    searched: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True
        base_manager_name = "everything"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse(type(self))


class Record(Kept):
    """A row of an area's register. ``recorded_on`` is the day it was entered in the book, no fact about the world."""

    agency = models.ForeignKey("records.Agency", models.PROTECT, verbose_name="Cơ quan", related_name="+")
    unit = models.ForeignKey(
        "records.Unit", models.PROTECT, null=True, blank=True, verbose_name="Đơn vị", related_name="+"
    )
    recorded_on = models.DateField("Ngày vào sổ")
    note = models.TextField("Ghi chú", blank=True, default="")

    class Meta(Kept.Meta):
        abstract = True


class Frozen(models.Model):
    """A row written once, with the SHA-256 of what it holds; the seal of its batch includes that digest."""

    digest = models.CharField(max_length=64, editable=False)

    objects: ClassVar[Any] = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse(type(self))
