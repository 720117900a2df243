"""Editions of reports, and what people write for them: the next plan, narratives, the distribution list."""

from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.compiler.outline import PROVINCE
from sokhcn.document.nodes import Document
from sokhcn.figures.frozen import FrozenFigure, thaw
from sokhcn.figures.indicator import Kind
from sokhcn.formats.json.read import load
from sokhcn.kernel.periods import MARK, BadPeriod, Period, PeriodKind, Regime, read_period
from sokhcn.records.guard import FrozenQuerySet
from sokhcn.records.kept import Frozen, Kept, Lasting, Record
from sokhcn.records.models import Agency, Paper
from sokhcn.reports import catalogue
from sokhcn.reports.periods import the_period

CODE = 50  # letters of a period's code: two days, and a regime where it names one


def report_name(period_code: str, addressee: str) -> str:
    """What a report is called in commands: its period, and its addressee where that is not the province."""
    return period_code if addressee == PROVINCE else f"{period_code}:{addressee}"


class Editions(FrozenQuerySet["Edition"]):
    """Editions asked for by agency and period."""

    def of(self, agency: Agency, period_code: str, addressee: str = PROVINCE) -> "Editions":
        named = self.filter(agency=agency.code, period_code=period_code, addressee=addressee)
        return named.order_by("-number")

    def latest_of(self, agency: Agency, period_code: str, addressee: str = PROVINCE) -> "Edition | None":
        return self.of(agency, period_code, addressee).first()


class Edition(Frozen):
    """One compiled report to one addressee, frozen: figures, document, regime and rules. It holds no key into any
    register; ``rules`` has the outline and the texts it was said by."""

    agency = models.CharField("Cơ quan", max_length=40)
    period_code = models.CharField("Kỳ", max_length=CODE)
    starts_on = models.DateField()
    ends_on = models.DateField()
    addressee = models.CharField("Nơi gửi", max_length=40, default=PROVINCE)
    number = models.PositiveIntegerField("Dự thảo")
    compiled_at = models.DateTimeField()
    compiled_by = models.CharField(max_length=200)
    regime = models.JSONField()
    rules = models.JSONField()
    figures_kept = models.JSONField()
    document_kept = models.JSONField()

    objects: ClassVar[Any] = Editions.as_manager()

    class Meta(Frozen.Meta):
        verbose_name = "ấn bản"
        constraints = [
            models.UniqueConstraint(fields=["agency", "period_code", "addressee", "number"], name="edition_number")
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Its name in commands: ``2022-01/3`` is the third draft of January 2022, ``2022-01:bo/1`` the first of the
        one to the Ministry."""
        return f"{self.report}/{self.number}"

    @property
    def period(self) -> Period:
        """The period that it was compiled for, whatever the regimes say of that code now."""
        kept = self.regime
        kinds = frozenset(PeriodKind) if kept.get("by_convention") else frozenset()
        valid_from, statistics = date.fromisoformat(kept["valid_from"]), MARK in self.period_code
        first_day = kept["first_day"]
        regime = Regime(kept["id"], kept["name"], first_day, kept["basis"], valid_from, None, kinds, statistics)
        return replace(read_period(self.period_code, regime), start=self.starts_on, end=self.ends_on)

    @property
    def draft(self) -> str:
        """Its name among the editions of its period: ``3``, ``bo/1``."""
        return str(self.number) if self.addressee == PROVINCE else f"{self.addressee}/{self.number}"

    @property
    def report(self) -> str:
        """The report that it is a draft of: ``2022-01``, ``2022-01:bo``."""
        return report_name(self.period_code, self.addressee)

    def document(self) -> Document:
        return load(self.document_kept)

    def figures(self) -> tuple[FrozenFigure, ...]:
        return tuple(thaw(kept) for kept in self.figures_kept)


class Commitment(Record):
    """One thing the department undertakes for the next period: a line of Part II, worded by the compiler.

    ``place`` is ``1`` or, on the second level, ``1.1``. ``period_code`` is the period of the report that says it.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Đề xuất"
        CHOSEN = "chosen", "Đưa vào báo cáo"
        DROPPED = "dropped", "Không đưa vào"

    period_code = models.CharField("Kỳ báo cáo", max_length=CODE)
    place = models.CharField("Thứ tự", max_length=7)
    text = models.TextField("Nội dung")
    due_on = models.DateField("Hạn", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.CHOSEN)
    papers = models.ManyToManyField(Paper, verbose_name="Văn bản", related_name="+", blank=True)
    tasks = models.ManyToManyField("programme.KeyTask", verbose_name="Nhiệm vụ", related_name="+", blank=True)

    searched = ("text",)

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ kỳ tới"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period_code", "place"], condition=models.Q(trashed_at=None), name="commitment_place"
            ),
            models.CheckConstraint(
                condition=models.Q(place__regex=r"^[1-9]\d?(\.[1-9]\d?)?$"), name="commitment_place_form"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.place}. {self.text}"

    @property
    def order(self) -> tuple[int, ...]:
        """``1.2`` as (1, 2): what it is sorted by."""
        return tuple(int(part) for part in self.place.split("."))


class Narrative(Record):
    """What a person writes for a chapter that no register tells, such as the general assessment."""

    period_code = models.CharField("Kỳ báo cáo", max_length=CODE)
    chapter = models.CharField("Mục", max_length=40, default="assessment")
    text = models.TextField("Nội dung")

    searched = ("text",)

    class Meta(Record.Meta):
        verbose_name = "nội dung soạn tay"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period_code", "chapter"], condition=models.Q(trashed_at=None), name="narrative_once"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Addressee(Lasting):
    """A line of ``Kính gửi`` or ``Nơi nhận`` of the reports to one addressee, from one day to another."""

    class Role(models.TextChoices):
        ADDRESSEE = "addressee", "Kính gửi"
        RECIPIENT = "recipient", "Nơi nhận"

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    role = models.CharField("Chỗ ghi", max_length=10, choices=Role)
    place = models.PositiveSmallIntegerField("Thứ tự")
    name = models.CharField("Tên", max_length=200)
    report = models.CharField("Báo cáo gửi", max_length=40, default=PROVINCE)

    searched = ("name",)

    class Meta(Lasting.Meta):
        verbose_name = "nơi nhận"
        ordering = ["role", "place"]

    def __str__(self) -> str:
        return self.name


def _known(key: str, agency: int | None) -> None:
    """Refuse what is neither a declared indicator nor one of the agency's own, in force or not."""
    code = Agency.objects.filter(pk=agency).values("code")
    if any(str(own) == key for own in OwnIndicator.objects.filter(agency__code__in=code)):
        return
    try:
        catalogue.indicator(key)
    except catalogue.Unknown as unknown:
        raise ValidationError({"indicator": str(unknown)}) from unknown


class Estimate(Record):
    """What somebody estimates a figure to be, how and why. It stands beside the counted figure, never in its place."""

    period_code = models.CharField("Kỳ báo cáo", max_length=CODE)
    indicator = models.CharField("Mã chỉ tiêu", max_length=80)
    value = models.DecimalField("Số ước", max_digits=15, decimal_places=3, validators=[MinValueValidator(0)])
    method = models.TextField("Phương pháp ước tính")
    reason = models.TextField("Lý do")

    searched = ("indicator", "method", "reason")

    class Meta(Record.Meta):
        verbose_name = "số ước"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "period_code", "indicator"],
                condition=models.Q(trashed_at=None),
                name="estimate_once",
                violation_error_message="Chỉ tiêu này đã có số ước của kỳ ấy.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, kỳ {self.period_code}"

    def clean(self) -> None:
        _known(self.indicator, self.agency_id)
        try:
            self.period_code = the_period(self.period_code).code
        except BadPeriod as bad:
            raise ValidationError({"period_code": str(bad)}) from bad


class Target(Record):
    """What a figure is planned to reach in a year, and the paper that says so."""

    year = models.PositiveSmallIntegerField("Năm")
    indicator = models.CharField("Mã chỉ tiêu", max_length=80)
    value = models.DecimalField("Kế hoạch", max_digits=15, decimal_places=3, validators=[MinValueValidator(0)])
    paper = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản giao", related_name="+"
    )

    searched = ("indicator", "paper")

    class Meta(Record.Meta):
        verbose_name = "chỉ tiêu kế hoạch"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "year", "indicator"],
                condition=models.Q(trashed_at=None),
                name="target_once",
                violation_error_message="Chỉ tiêu này đã có kế hoạch của năm ấy.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator}, năm {self.year}"

    def clean(self) -> None:
        _known(self.indicator, self.agency_id)


class OwnOutline(Lasting):
    """An outline of the department's own, as TOML; it goes before the one that ships."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    code = models.CharField("Mã đề cương", max_length=40)
    source = models.TextField("Đề cương")

    searched = ("code",)
    verbatim = ("source",)

    class Meta(Lasting.Meta):
        verbose_name = "đề cương"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "valid_from"], condition=models.Q(trashed_at=None), name="own_outline_from"
            )
        ]

    def __str__(self) -> str:
        return self.code


class OwnWording(Lasting):
    """The department's own text of a chapter, for the reports of one outline or, without one, for all."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    chapter = models.CharField("Phần lời", max_length=40)
    outline = models.CharField("Đề cương", max_length=40, blank=True, default="")
    text = models.TextField("Mẫu câu", blank=True, default="")

    searched = ("chapter", "outline", "text")
    verbatim = ("text",)

    class Meta(Lasting.Meta):
        verbose_name = "mẫu câu"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "chapter", "outline", "valid_from"],
                condition=models.Q(trashed_at=None),
                name="own_wording_from",
            )
        ]

    def __str__(self) -> str:
        return f"{self.chapter} ({self.outline})" if self.outline else self.chapter


class OwnIndicator(Lasting):
    """A filter of a register that officers saved as an indicator, ``own.…``. ``conditions`` are lines that
    ``intake.conditions`` reads; ``day`` is the column that places a row in the period."""

    class Counting(models.TextChoices):
        FLOW = Kind.FLOW.name, "Phát sinh trong kỳ"
        STOCK = Kind.STOCK.name, "Hiện có đến ngày cuối kỳ"
        DISTINCT = Kind.DISTINCT.name, "Đếm mỗi đối tượng một lần"

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    code = models.CharField("Mã", max_length=40)
    label = models.CharField("Chỉ tiêu", max_length=200)
    register = models.CharField("Sổ", max_length=80)
    conditions = models.TextField("Điều kiện", blank=True, default="")
    day = models.CharField("Cột ngày", max_length=80, blank=True, default="")
    kind = models.CharField("Cách cộng", max_length=10, choices=Counting, default=Counting.FLOW)
    by = models.CharField("Đếm theo cột", max_length=80, blank=True, default="")
    unit = models.CharField("Đơn vị tính", max_length=60)
    basis = models.TextField("Căn cứ, cách tính")

    searched = ("code", "label")

    class Meta(Lasting.Meta):
        verbose_name = "chỉ tiêu riêng"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code", "valid_from"], condition=models.Q(trashed_at=None), name="own_indicator_from"
            )
        ]

    def __str__(self) -> str:
        return f"own.{self.code}"


class Waiver(Kept):
    """A finding of the proof-reader that somebody let stand. ``fingerprint`` is that of its words: a changed paragraph
    is examined again. ``by`` is a name as text: people come and go."""

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    fingerprint = models.CharField(max_length=16)
    rule = models.CharField("Quy tắc", max_length=60)
    words = models.TextField("Phát hiện")
    reason = models.TextField("Lý do")
    by = models.CharField("Người bỏ qua", max_length=200)

    searched = ("rule", "words", "reason")

    class Meta(Kept.Meta):
        verbose_name = "phát hiện được bỏ qua"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "fingerprint"], condition=models.Q(trashed_at=None), name="waiver_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.words}"


class Origin(Frozen):
    """Where a row was read: the file by its hash, the place in its text and the words there. Written once, with the
    row, when somebody accepts it; it holds no key into any register."""

    register = models.CharField(max_length=80)
    row = models.BigIntegerField()
    version = models.PositiveIntegerField()
    file = models.CharField("Tệp", max_length=250)
    sha256 = models.CharField(max_length=64)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    where = models.CharField("Chỗ", max_length=40)
    words = models.TextField("Nguyên văn")
    confidence = models.CharField("Mức chắc chắn", max_length=10)

    class Meta(Frozen.Meta):
        verbose_name = "nguồn của dòng"
        constraints = [models.UniqueConstraint(fields=["register", "row"], name="origin_once")]

    def __str__(self) -> str:
        return f"{self.file}, {self.where}"
