"""Editions of reports, and what people write for them: the next plan, narratives, the distribution list."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.document.nodes import Document
from sokhcn.figures.frozen import FrozenFigure, thaw
from sokhcn.formats.json.read import load
from sokhcn.kernel.periods import BadPeriod
from sokhcn.records.guard import FrozenQuerySet
from sokhcn.records.kept import Frozen, Lasting, Record
from sokhcn.records.models import Agency, Paper
from sokhcn.reports import catalogue
from sokhcn.reports.periods import the_period

CODE = 50  # letters of a period's code: two days, and a regime where it names one


class Editions(FrozenQuerySet["Edition"]):
    """Editions asked for by agency and period."""

    def of(self, agency: Agency, period_code: str) -> "Editions":
        return self.filter(agency=agency.code, period_code=period_code).order_by("-number")

    def latest_of(self, agency: Agency, period_code: str) -> "Edition | None":
        return self.of(agency, period_code).first()


class Edition(Frozen):
    """One compiled report, frozen: figures, document, regime and rules. It holds no key into any register."""

    agency = models.CharField("Cơ quan", max_length=40)
    period_code = models.CharField("Kỳ", max_length=CODE)
    starts_on = models.DateField()
    ends_on = models.DateField()
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
        constraints = [models.UniqueConstraint(fields=["agency", "period_code", "number"], name="edition_number")]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """Its name in commands: ``2022-01/3`` is the third draft of January 2022."""
        return f"{self.period_code}/{self.number}"

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
    """A line of ``Kính gửi`` or ``Nơi nhận``, from one day to another."""

    class Role(models.TextChoices):
        ADDRESSEE = "addressee", "Kính gửi"
        RECIPIENT = "recipient", "Nơi nhận"

    agency = models.ForeignKey(Agency, models.PROTECT, verbose_name="Cơ quan", related_name="+")
    role = models.CharField("Chỗ ghi", max_length=10, choices=Role)
    place = models.PositiveSmallIntegerField("Thứ tự")
    name = models.CharField("Tên", max_length=200)

    searched = ("name",)

    class Meta(Lasting.Meta):
        verbose_name = "nơi nhận"
        ordering = ["role", "place"]

    def __str__(self) -> str:
        return self.name


def _known(indicator: str) -> None:
    try:
        catalogue.indicator(indicator)
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
        _known(self.indicator)
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
        _known(self.indicator)
