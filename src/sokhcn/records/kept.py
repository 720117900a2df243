"""Abstract rows: ``Kept`` has history and a trash, ``Record`` an agency and a book date, ``Lasting`` two days between
which it holds, ``Frozen`` never changes."""

import hashlib
from collections.abc import Mapping
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Self

from django.core.exceptions import ValidationError
from django.db import models

from sokhcn.records.guard import FrozenQuerySet, GuardedQuerySet, LiveManager, refuse


class Kept(models.Model):
    """A row whose every change is kept. ``version`` counts its versions; the gate sets it and ``folded``."""

    version = models.PositiveIntegerField(default=0, editable=False)
    folded = models.TextField(default="", editable=False)
    trashed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[Any] = LiveManager()
    everything: ClassVar[Any] = GuardedQuerySet.as_manager()

    # Names of texts, or of rows that have texts, which searching looks into.
    searched: ClassVar[tuple[str, ...]] = ()
    # The reference to the row that this one is a part of: it has that row's agency, and vanishes with it.
    part_of: ClassVar[str] = ""
    # Whether rows are found by themselves; those that no register lists are found through the rows that they own.
    found_alone: ClassVar[bool] = True
    # The day by which searching puts newer rows first; without one they go by the order of entry.
    placed_by: ClassVar[str] = ""
    # Names of text fields in which spaces and lines mean something: stored as they are given.
    verbatim: ClassVar[tuple[str, ...]] = ()
    # The ids in lists of references (many-to-many) by the list's name, as told to the gate: ``records/lists.py``.
    lists: Mapping[str, list[int]] | None = None

    if not TYPE_CHECKING:
        # The same as Django's, which looks up each time what the key is called: forty times for a row of an import.
        pk = property(attrgetter("id"), lambda self, key: setattr(self, "id", key))

    class Meta:
        abstract = True
        base_manager_name = "everything"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse(type(self))


def in_order(first: str, last: str, *, name: str, otherwise: str) -> models.CheckConstraint:
    """``last`` is no day before ``first``, where both are known; ``otherwise`` is what the officer is told."""
    unknown = models.Q(**{first: None}) | models.Q(**{last: None})
    condition = unknown | models.Q(**{f"{last}__gte": models.F(first)})
    return models.CheckConstraint(condition=condition, name=name, violation_error_message=otherwise)


class Record(Kept):
    """A row of an area's register. ``recorded_on`` is the day it was entered in the book, no fact about the world."""

    agency = models.ForeignKey("records.Agency", models.PROTECT, verbose_name="Cơ quan", related_name="+")
    unit = models.ForeignKey(
        "records.Unit", models.PROTECT, null=True, blank=True, verbose_name="Đơn vị", related_name="+"
    )
    recorded_on = models.DateField("Ngày vào sổ")
    note = models.TextField("Ghi chú", blank=True, default="")

    placed_by = "recorded_on"

    class Meta(Kept.Meta):
        abstract = True


# PostgreSQL puts rows without a day first, SQLite last: said here, so that both take an open beginning for the oldest.
LATEST_FIRST = models.F("valid_from").desc(nulls_last=True)


class Lasting(Kept):
    """A row that holds from one day to another, both inside; without a day it has no end on that side."""

    valid_from = models.DateField("Từ ngày", null=True, blank=True)
    valid_to = models.DateField("Đến hết ngày", null=True, blank=True)

    class Meta(Kept.Meta):
        abstract = True

    @classmethod
    def on(cls, day: date) -> models.QuerySet[Self]:
        """Rows that hold on ``day``."""
        begun = models.Q(valid_from=None) | models.Q(valid_from__lte=day)
        rows: models.QuerySet[Self] = cls.objects.filter(begun, models.Q(valid_to=None) | models.Q(valid_to__gte=day))
        return rows

    @classmethod
    def allows(cls, day: date, among: Mapping[str, Any], **word: Any) -> bool:
        """Whether ``among`` the rows of a list one of this ``word`` holds on ``day``; an empty list says nothing."""
        listed = cls.objects.filter(**among)
        return bool(cls.on(day).filter(**among, **word).exists() or not listed.exists())

    def clean(self) -> None:
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": "Ngày cuối đứng trước ngày đầu."})


class Told(NamedTuple):
    """What searching finds of a frozen row: its names, its text, its agency's code and its day."""

    names: tuple[str, ...]
    text: str
    agency: str
    day: date


class Frozen(models.Model):
    """A row written once, with the SHA-256 of what it holds; the seal of its batch includes that digest."""

    digest = models.CharField(max_length=64, editable=False)

    objects: ClassVar[Any] = FrozenQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def told(self) -> str:
        """What the row says, as text: its digest is the SHA-256 of that."""
        raise NotImplementedError

    def beside(self) -> str:
        """What else it says, as text, where two rows that differ in that alone are the same: sealed with the digest."""
        return ""

    def proof(self) -> str:
        """The digest of what the row says now."""
        return hashlib.sha256(self.told().encode()).hexdigest()

    def found_as(self) -> Told | None:
        """What searching finds of it: nothing, unless a kind of rows says otherwise."""
        return None

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        refuse(type(self))
