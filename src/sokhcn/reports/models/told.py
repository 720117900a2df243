"""What people tell of a figure: estimates, and the targets of a year."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.kernel.periods import BadPeriod
from sokhcn.records.kept import Record
from sokhcn.records.models import Agency, Paper
from sokhcn.reports import catalogue
from sokhcn.reports.models.editions import CODE
from sokhcn.reports.models.own import OwnIndicator
from sokhcn.reports.periods import the_period


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
