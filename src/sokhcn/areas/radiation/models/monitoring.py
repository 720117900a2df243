"""What a facility does again and again: devices verified, areas surveyed, doses read, a report each year."""

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from sokhcn.areas.radiation.models.facilities import Device, Facility
from sokhcn.records.kept import Kept


class Result(models.TextChoices):
    PASSED = "passed", "Đạt"
    FAILED = "failed", "Không đạt"


class DeviceVerification(Kept):
    """A device tested against its technical regulation; no verification of a measuring instrument."""

    device = models.ForeignKey(Device, models.PROTECT, verbose_name="Thiết bị", related_name="verifications")
    performed_on = models.DateField("Ngày kiểm định")
    body = models.CharField("Đơn vị kiểm định", max_length=200, blank=True, default="")
    regulation = models.CharField("Quy chuẩn áp dụng", max_length=60, blank=True, default="")
    certificate_number = models.CharField("Số giấy chứng nhận", max_length=60, blank=True, default="")
    result = models.CharField("Kết quả", max_length=6, choices=Result, default=Result.PASSED)
    valid_until = models.DateField("Hiệu lực đến", null=True, blank=True)
    note = models.TextField("Ghi chú", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("certificate_number", "body", "regulation")
    part_of: ClassVar[str] = "device"

    class Meta(Kept.Meta):
        verbose_name = "lượt kiểm định thiết bị bức xạ"
        constraints = [
            models.UniqueConstraint(
                fields=["device", "performed_on"],
                condition=models.Q(trashed_at=None),
                name="radiation_verification_once",
                violation_error_message="Lượt kiểm định này đã có.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kiểm định ngày {self.performed_on:%d/%m/%Y}"


class AreaSurvey(Kept):
    """One room or place of a facility surveyed for radiation."""

    facility = models.ForeignKey(Facility, models.PROTECT, verbose_name="Cơ sở bức xạ", related_name="surveys")
    room = models.CharField("Phòng, khu vực", max_length=120)
    performed_on = models.DateField("Ngày kiểm xạ")
    body = models.CharField("Đơn vị kiểm xạ", max_length=200, blank=True, default="")
    highest = models.CharField("Suất liều cao nhất", max_length=60, blank=True, default="")
    result = models.CharField("Kết quả", max_length=6, choices=Result, default=Result.PASSED)
    note = models.TextField("Ghi chú", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("room", "body")
    part_of: ClassVar[str] = "facility"

    class Meta(Kept.Meta):
        verbose_name = "lượt kiểm xạ"
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "room", "performed_on"],
                condition=models.Q(trashed_at=None),
                name="radiation_survey_once",
                violation_error_message="Lượt kiểm xạ này đã có.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kiểm xạ {self.room} ngày {self.performed_on:%d/%m/%Y}"


class DoseReading(Kept):
    """The personal dosimeter of one worker read for one quarter: personal data."""

    facility = models.ForeignKey(Facility, models.PROTECT, verbose_name="Cơ sở bức xạ", related_name="doses")
    worker = models.CharField("Họ và tên nhân viên", max_length=100)
    year = models.PositiveSmallIntegerField("Năm")
    quarter = models.PositiveSmallIntegerField("Quý", validators=[MinValueValidator(1), MaxValueValidator(4)])
    dose = models.DecimalField(
        "Liều (mSv)",
        max_digits=8,
        decimal_places=3,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    read_on = models.DateField("Ngày đọc liều")
    body = models.CharField("Đơn vị đo liều", max_length=200, blank=True, default="")
    note = models.TextField("Ghi chú", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("facility",)
    part_of: ClassVar[str] = "facility"

    class Meta(Kept.Meta):
        verbose_name = "liều chiếu xạ cá nhân"
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "worker", "year", "quarter"],
                condition=models.Q(trashed_at=None),
                name="radiation_dose_once",
                violation_error_message="Liều của nhân viên này trong quý này đã có.",
            ),
            models.CheckConstraint(
                condition=models.Q(quarter__range=(1, 4)),
                name="radiation_dose_quarter",
                violation_error_message="Quý là số từ 1 đến 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"Liều quý {self.quarter} năm {self.year}"


class SafetyReport(Kept):
    """The report of a facility on how safe it was in a year."""

    facility = models.ForeignKey(Facility, models.PROTECT, verbose_name="Cơ sở bức xạ", related_name="safety_reports")
    year = models.PositiveSmallIntegerField("Báo cáo năm")
    number = models.CharField("Số văn bản", max_length=60, blank=True, default="")
    received_on = models.DateField("Ngày nhận")
    note = models.TextField("Ghi chú", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("number",)
    part_of: ClassVar[str] = "facility"

    class Meta(Kept.Meta):
        verbose_name = "báo cáo thực trạng an toàn"
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "year"],
                condition=models.Q(trashed_at=None),
                name="radiation_report_once",
                violation_error_message="Báo cáo của năm này đã có.",
            ),
        ]

    def __str__(self) -> str:
        return f"Báo cáo thực trạng an toàn năm {self.year}"
