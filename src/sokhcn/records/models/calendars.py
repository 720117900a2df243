"""Reference data of time, and what officers' words for a value mean."""

import re
from collections.abc import Mapping
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models

from sokhcn.kernel.periods import KIND_NAMES, MONTHS_IN, PeriodKind, Regime
from sokhcn.records.kept import Kept, Lasting


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
