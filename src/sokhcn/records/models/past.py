"""What each row was: versions in sealed batches; and which rows an issued report counted."""

import json
from collections.abc import Sequence
from typing import Any, ClassVar

from django.db import models
from django.utils.timezone import localtime

from sokhcn.records.guard import FrozenQuerySet
from sokhcn.records.kept import Frozen


class Batch(models.Model):
    """One passage through the gate: who, when, why. ``seal`` covers the seals of its registers and the batch before."""

    at = models.DateTimeField()
    login = models.CharField(max_length=150)
    name = models.CharField(max_length=200)
    reason = models.TextField(blank=True, default="")
    previous = models.OneToOneField("self", models.PROTECT, null=True, related_name="next")
    seal = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{localtime(self.at):%d/%m/%Y %H:%M} {self.name}"


class Seal(models.Model):
    """What one batch wrote in one register: ``digest`` chains it to the register's seal before, ``rows`` are runs of
    first id, last id and version."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="seals")
    register = models.CharField(max_length=80)
    number = models.PositiveIntegerField()
    rows = models.JSONField()
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["register", "number"], name="seal_number"),
            models.UniqueConstraint(fields=["batch", "register"], name="seal_once"),
        ]

    def __str__(self) -> str:
        return f"{self.register}, niêm phong {self.number}"


class Version(models.Model):
    """A row as it was after one write: ``after`` holds its fields. ``number`` 1 is the first.

    ``checksum`` only helps to find the version that was altered; what proves that none was is the seal.
    """

    class Action(models.TextChoices):
        ADDED = "added", "thêm"
        CHANGED = "changed", "sửa"
        TRASHED = "trashed", "bỏ vào thùng rác"
        RESTORED = "restored", "lấy lại"

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="versions")
    register = models.CharField(max_length=80)
    row = models.BigIntegerField()
    number = models.PositiveIntegerField()
    action = models.CharField(max_length=10, choices=Action)
    after = models.JSONField()
    checksum = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["register", "row", "number"], name="version_number")]

    def __str__(self) -> str:
        return f"{self.register} {self.row}, bản {self.number}"


class Issued(Frozen):
    """A report that left the house: from then on the rows it counted change with a reason only.

    It holds names and no key, so that the report's own rows may live elsewhere. ``runs`` are told before it is written.
    """

    agency = models.CharField(max_length=40)
    report = models.CharField("Ấn bản", max_length=120)
    name = models.CharField("Báo cáo", max_length=250)
    issued_on = models.DateField("Ngày ban hành")
    runs: Sequence[tuple[str, int, int, int]] | None = None

    class Meta(Frozen.Meta):
        verbose_name = "báo cáo đã ban hành"
        constraints = [models.UniqueConstraint(fields=["agency", "report"], name="issued_once")]

    def __str__(self) -> str:
        return f"{self.name} (ấn bản {self.report}, ban hành ngày {self.issued_on:%d/%m/%Y})"

    def told(self) -> str:
        runs = self.runs if self.runs is not None else self.counted.values_list(*Counted.RUN)
        about = [self.agency, self.report, self.name, self.issued_on.isoformat()]
        return json.dumps([about, sorted(list(run) for run in runs)], ensure_ascii=False)


class Counted(models.Model):
    """A run of rows, from id ``first`` to id ``last``, that an issued report counted, in the version it counted."""

    issued = models.ForeignKey(Issued, models.PROTECT, related_name="counted")
    register = models.CharField(max_length=80)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    version = models.PositiveIntegerField()

    objects: ClassVar[Any] = FrozenQuerySet.as_manager()

    RUN: ClassVar[tuple[str, ...]] = ("register", "first", "last", "version")

    class Meta:
        base_manager_name = "objects"
        indexes = [models.Index(fields=["register", "first", "last"], name="counted_rows")]

    def __str__(self) -> str:
        return f"{self.register} {self.first}–{self.last}"
