"""The rows that all areas share: agencies, units, places, establishments, cited papers; and every row's versions."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime

from sokhcn.kernel.papers import Mention, PaperCode
from sokhcn.kernel.periods import KIND_NAMES, MONTHS_IN, PeriodKind, Regime
from sokhcn.records.attachments import Attachment as Attachment
from sokhcn.records.due import DueDate as DueDate
from sokhcn.records.guard import FrozenQuerySet
from sokhcn.records.kept import LATEST_FIRST, Frozen, Kept, Lasting
from sokhcn.records.terms import Term as Term

NEVER = date(1, 1, 1)


class Dated(Lasting):
    """Something that has a name for a time. When it changes name or merges, a successor row carries on."""

    code = models.CharField("Mã", max_length=40)
    name = models.CharField("Tên", max_length=200)
    valid_from = models.DateField("Có hiệu lực từ", null=True, blank=True)
    valid_to = models.DateField("Đến hết", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Kế tục bởi", related_name="predecessors"
    )

    searched = ("code", "name")

    class Meta(Lasting.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name


def _or_never(field: str) -> Coalesce:
    """A date, or one that never comes: SQLite takes two empty dates in a unique index for different ones."""
    return Coalesce(field, models.Value(NEVER, output_field=models.DateField()))


def _one_name_at_a_time(label: str) -> list[models.BaseConstraint]:
    return [
        models.UniqueConstraint("code", _or_never("valid_from"), name=f"{label}_code_from"),
        models.CheckConstraint(
            condition=models.Q(valid_to=None)
            | models.Q(valid_from=None)
            | models.Q(valid_to__gte=models.F("valid_from")),
            name=f"{label}_validity",
        ),
    ]


class Place(Dated):
    """A place of the administrative map, by the name of its time."""

    level = models.CharField("Cấp", max_length=20, blank=True, default="")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Thuộc", related_name="parts"
    )

    class Meta(Dated.Meta):
        verbose_name = "địa bàn"
        constraints = _one_name_at_a_time("place")


class Agency(Dated):
    """A body that issues reports. ``heading`` and ``parent_heading`` are the two agency lines of its letterhead."""

    short = models.CharField("Tên gọi tắt", max_length=80)
    heading = models.CharField("Tên trên đầu văn bản", max_length=200)
    parent_heading = models.CharField("Cơ quan chủ quản trên đầu văn bản", max_length=200, blank=True, default="")
    symbol = models.CharField("Chữ viết tắt trong ký hiệu", max_length=20)
    seat = models.CharField("Địa danh ghi trên văn bản", max_length=80, blank=True, default="")

    class Meta(Dated.Meta):
        verbose_name = "cơ quan"
        constraints = _one_name_at_a_time("agency")

    def as_of(self, day: date) -> "Agency":
        """The agency by the name it had on ``day``; itself where no name of that day is known."""
        named: Agency | None = Agency.on(day).filter(code=self.code).order_by(LATEST_FIRST).first()
        return named or self


class Unit(Dated):
    """A division, sub-department or centre of an agency."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="units")
    short = models.CharField("Tên gọi tắt", max_length=80)

    class Meta(Dated.Meta):
        verbose_name = "đơn vị"
        constraints = _one_name_at_a_time("unit")


class Establishment(Kept):
    """An organisation or enterprise that registers speak of: licensed, inspected, supported, or owning instruments."""

    name = models.CharField("Tên", max_length=250)
    tax_code = models.CharField("Mã số thuế", max_length=20, blank=True, default="")
    address = models.CharField("Địa chỉ", max_length=250, blank=True, default="")
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, verbose_name="Địa bàn", related_name="+")

    searched = ("name", "tax_code", "address")

    class Meta(Kept.Meta):
        verbose_name = "cơ sở"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["name"], condition=models.Q(trashed_at=None), name="establishment_name")
        ]

    def __str__(self) -> str:
        return self.name


class Paper(Kept):
    """A cited document, entered once; every mention of it is worded from this row."""

    type = models.CharField("Tên loại", max_length=100)
    number = models.CharField("Số", max_length=11)
    year_in_number = models.PositiveSmallIntegerField("Năm trong số", null=True, blank=True)
    symbol = models.CharField("Ký hiệu", max_length=30)
    issuer = models.CharField("Cơ quan ban hành", max_length=200)
    issued_on = models.DateField("Ngày ban hành", null=True, blank=True)
    subject = models.TextField("Trích yếu", blank=True, default="")

    searched = ("code", "typed", "named", "issuer", "subject")
    placed_by = "issued_on"
    # An issuer's numbers start again each year (Decree 30/2020/NĐ-CP, Article 15), so the day belongs to the identity.
    identity: ClassVar[tuple[str, ...]] = ("number", "year_in_number", "symbol", "issuer", "issued_on")

    class Meta(Kept.Meta):
        verbose_name = "văn bản"
        ordering = ["issued_on", "number"]
        constraints = [
            models.UniqueConstraint(
                "number",
                Coalesce("year_in_number", 0),
                "symbol",
                "issuer",
                _or_never("issued_on"),
                condition=models.Q(trashed_at=None),
                name="paper_identity",
            )
        ]

    def __str__(self) -> str:
        return self.mention.dated

    @property
    def code(self) -> str:
        return str(PaperCode(self.number, self.year_in_number, self.symbol))

    @property
    def typed(self) -> str:
        """As people type it: “nghị quyết 14”."""
        return f"{self.type} {self.code}"

    @property
    def named(self) -> str:
        """As people write and paste it: type, number and day."""
        return self.mention.dated

    @property
    def mention(self) -> Mention:
        """The values a sentence needs; the key stays the same when the subject is corrected."""
        day = self.issued_on.isoformat() if self.issued_on else ""
        key = f"{self.code}@{day}" if day else self.code
        return Mention(key, self.type, self.code, self.issued_on, self.issuer, self.subject)


class CalendarDay(Kept):
    """A day that differs from the week's pattern: a day off, or a weekend day worked in exchange."""

    class Kind(models.TextChoices):
        OFF = "off", "Nghỉ"
        WORKED = "worked", "Làm bù"

    day = models.DateField("Ngày")
    kind = models.CharField("Loại", max_length=10, choices=Kind)
    name = models.CharField("Tên", max_length=100)
    source = models.CharField("Căn cứ", max_length=200, blank=True, default="")
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched = ("name",)

    class Meta(Kept.Meta):
        verbose_name = "ngày nghỉ, ngày làm bù"
        constraints = [
            models.UniqueConstraint(fields=["day"], condition=models.Q(trashed_at=None), name="calendar_day_once")
        ]

    def __str__(self) -> str:
        return f"{self.day:%d/%m/%Y} {self.get_kind_display()}: {self.name}"


class ReportingRegime(Lasting):
    """Which days belong to a month, on whose word, and from when: ``first_day`` 15 is the 15th of the month before."""

    class Use(models.TextChoices):
        PERIODIC = "periodic", "Báo cáo định kỳ"
        STATISTICS = "statistics", "Thống kê"

    KINDS: ClassVar[Mapping[str, PeriodKind]] = {KIND_NAMES[kind]: kind for kind in MONTHS_IN}

    code = models.CharField(
        "Mã",
        max_length=20,
        validators=[RegexValidator(r"^[A-Za-z0-9-]+$", "Mã chỉ gồm chữ không dấu, số và gạch nối.")],
    )
    name = models.CharField("Tên", max_length=200)
    use = models.CharField("Dùng cho", max_length=10, choices=Use)
    first_day = models.PositiveSmallIntegerField(
        "Ngày đầu kỳ", validators=[MinValueValidator(1), MaxValueValidator(28)]
    )
    basis = models.CharField("Căn cứ", max_length=200)
    by_convention = models.CharField("Kỳ theo quy ước", max_length=60, blank=True, default="")
    valid_from = models.DateField("Có hiệu lực từ")
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched = ("code", "name", "basis")

    class Meta(Lasting.Meta):
        verbose_name = "chế độ báo cáo"
        constraints = [
            models.UniqueConstraint(
                fields=["code", "valid_from"],
                condition=models.Q(trashed_at=None),
                name="regime_code_from",
                violation_error_message="Chế độ này đã có từ ngày ấy.",
            ),
            models.CheckConstraint(condition=models.Q(first_day__range=(1, 28)), name="regime_first_day"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if strange := [kind for kind in self._conventions if kind not in self.KINDS]:
            known = ", ".join(self.KINDS)
            raise ValidationError(
                {"by_convention": f"Không hiểu “{strange[0]}”. Viết, cách nhau bằng dấu phẩy: {known}."}
            )

    @property
    def _conventions(self) -> list[str]:
        return [kind for kind in re.split(r"\s*[,;|]\s*", self.by_convention.strip().lower()) if kind]

    @property
    def regime(self) -> Regime:
        """The regime that periods are made under."""
        return Regime(
            id=self.code,
            name=self.name,
            first_day=self.first_day,
            basis=self.basis,
            valid_from=self.valid_from,
            valid_to=self.valid_to,
            by_convention=frozenset(self.KINDS[kind] for kind in self._conventions if kind in self.KINDS),
            for_statistics=self.use == self.Use.STATISTICS,
            verified=self.verified,
        )


class Meaning(Kept):
    """What a text in the files of officers means: a column by its heading, or a value of ``column``; told once."""

    register = models.CharField("Sổ", max_length=60)
    column = models.CharField("Cột", max_length=120, blank=True, default="")
    text = models.CharField("Chữ trong tệp", max_length=250)
    means = models.CharField("Hiểu là", max_length=250)
    told_by = models.CharField("Người ghi nhớ", max_length=200, blank=True, default="")
    told_on = models.DateField("Ngày ghi nhớ", null=True, blank=True)

    searched = ("text", "means")

    class Meta(Kept.Meta):
        verbose_name = "cách hiểu khi nhập"
        constraints = [
            models.UniqueConstraint(
                fields=["register", "column", "text"],
                condition=models.Q(trashed_at=None),
                name="meaning_once",
                violation_error_message="Chữ này của cột này đã có cách hiểu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.text} → {self.means}"


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


class Entry(models.Model):
    """A live row as the box finds it: its laid out text and whose it is. Made of the row, and made again from it.

    The key is made of the row's day, register and key, so that newer rows have greater ones: the full-text index of
    SQLite walks in that order and in no other. Without an agency or a unit it has 0 there. ``called`` is the beginning
    of its first text, ``shown`` the text of what no register lists. No keys lead from here into other tables: the gate
    writes thousands of entries at a time, and whoever reads them looks the rows up.
    """

    id = models.BigIntegerField(primary_key=True)
    register = models.CharField(max_length=80)
    row = models.BigIntegerField()
    agency = models.BigIntegerField(default=0)
    unit = models.BigIntegerField(default=0)
    called = models.CharField(max_length=80)
    text = models.TextField()
    shown = models.TextField(default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["register", "row"], name="entry_row")]
        indexes = [
            models.Index(fields=["register", "id"], name="entry_register"),
            models.Index(fields=["unit", "id"], name="entry_unit"),
            # By letters as they are, whatever the language of the database: beginnings are looked up here.
            models.Index(fields=["called", "id"], name="entry_called", opclasses=["varchar_pattern_ops", "int8_ops"]),
        ]

    def __str__(self) -> str:
        return f"{self.register} {self.row}"
