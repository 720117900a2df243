"""Windows of registers that were closed, and the rows that an exception let in afterwards."""

import json
from datetime import datetime

from django.db import models
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime

from sokhcn.records.kept import Frozen, Kept
from sokhcn.records.models.named import Agency, Unit


class Closing(Kept):
    """A register of a unit, closed for the days of a period: no row of theirs is written any more.

    Without a unit it holds for all of the agency's, without a register for every one. ``open_until`` is an exception:
    up to that moment late rows are let in, each noted as a ``Supplement``.
    """

    class Kind(models.TextChoices):
        ROWS = "rows", "có số liệu"
        NIL = "nil", "không phát sinh"
        LOCK = "lock", "khóa sổ"

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name="Đơn vị", related_name="+")
    register = models.CharField("Sổ", max_length=80, blank=True, default="")
    period_code = models.CharField("Kỳ", max_length=50)
    period_name = models.CharField("Tên kỳ", max_length=100)
    first_on = models.DateField("Từ ngày")
    last_on = models.DateField("Đến hết ngày")
    kind = models.CharField("Kết quả", max_length=10, choices=Kind)
    rows = models.PositiveIntegerField("Số dòng", default=0)
    closed_at = models.DateTimeField("Khóa lúc")
    closed_by = models.CharField("Người ký", max_length=200)
    reason = models.TextField("Lý do", blank=True, default="")
    openers = models.CharField("Ai mở được", max_length=200, blank=True, default="")
    open_until = models.DateTimeField("Mở đến", null=True, blank=True)
    opened_by = models.CharField("Người mở", max_length=200, blank=True, default="")
    opened_because = models.TextField("Lý do mở", blank=True, default="")

    found_alone = False

    class Meta(Kept.Meta):
        verbose_name = "chốt sổ"
        indexes = [models.Index(fields=["register", "last_on"], name="closing_of_register")]
        constraints = [
            models.UniqueConstraint(
                "agency",
                Coalesce("unit", 0),
                "register",
                "first_on",
                "last_on",
                condition=models.Q(trashed_at=None),
                name="closing_once",
                violation_error_message="Sổ này của đơn vị đã được chốt cho kỳ ấy.",
            ),
            models.CheckConstraint(condition=models.Q(last_on__gte=models.F("first_on")), name="closing_days"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.period_name}"

    @property
    def days(self) -> str:
        return f"{self.first_on:%d/%m/%Y} – {self.last_on:%d/%m/%Y}"

    def is_open(self, at: datetime) -> bool:
        """Whether an exception lets late rows in at that moment."""
        return self.open_until is not None and at < self.open_until

    def is_within(self, other: "Closing") -> bool:
        """Whether ``other`` closes all that this one does: an exception for this one then holds against both, and only
        who may give either gives it."""
        theirs = other.unit_id in (None, self.unit_id) and other.register in ("", self.register)
        return theirs and other.first_on <= self.first_on and self.last_on <= other.last_on

    @property
    def since(self) -> str:
        """When it was closed, by whom and as what, in words."""
        return f"{localtime(self.closed_at):%H:%M ngày %d/%m/%Y} ({self.closed_by}: {self.get_kind_display()})"


class Supplement(Frozen):
    """A write that an exception let into a closed window: which row, in which version, of which day, when and why.

    ``register`` and ``row`` are the row as history names it; ``day`` is its own day, which lies in the window.
    """

    agency = models.CharField(max_length=40)
    unit = models.CharField("Đơn vị", max_length=80, blank=True, default="")
    register = models.CharField(max_length=80)
    row = models.BigIntegerField()
    version = models.PositiveIntegerField()
    day = models.DateField("Ngày của dòng")
    period_code = models.CharField("Kỳ đã khóa", max_length=50)
    at = models.DateTimeField("Ghi lúc")
    by = models.CharField("Người ghi", max_length=200)
    reason = models.TextField("Lý do mở")

    class Meta(Frozen.Meta):
        verbose_name = "dòng bổ sung"
        indexes = [models.Index(fields=["agency", "day"], name="supplement_of_day")]

    def __str__(self) -> str:
        return f"{self.register} {self.row}, bổ sung ngày {localtime(self.at):%d/%m/%Y}"

    def told(self) -> str:
        names = ("agency", "unit", "register", "row", "version", "period_code", "by", "reason")
        about = {name: getattr(self, name) for name in names}
        days = {"day": self.day.isoformat(), "at": self.at.isoformat()}
        return json.dumps({**about, **days}, ensure_ascii=False, sort_keys=True)

    @property
    def told_late(self) -> str:
        """When it came, who let it in and why, in words."""
        return f"bổ sung ngày {localtime(self.at):%d/%m/%Y}, sau khi khóa sổ ({self.reason})"
