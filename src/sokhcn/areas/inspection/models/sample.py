"""What was measured or tested in a campaign: instruments, goods, and lots of prepackaged goods."""

from typing import Any, ClassVar

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models.functions import Coalesce

from sokhcn.areas.inspection.models.part import PartOfCampaign
from sokhcn.records.models import Establishment


def _quantity(heading: str) -> Any:
    return models.DecimalField(
        heading, max_digits=14, decimal_places=4, null=True, blank=True, validators=[MinValueValidator(0)]
    )


class Sample(PartOfCampaign):
    """Some instruments or units of goods of one establishment, and what a check or a laboratory found of them.

    For prepackaged goods: the nominal quantity, the lot, the units drawn from it, their mean actual quantity, the
    tolerable deficiency and the units beyond it, as OIML R 87 calls them.
    """

    class Kind(models.TextChoices):
        INSTRUMENT = "instrument", "Phương tiện đo"
        PREPACKAGED = "prepackaged", "Hàng đóng gói sẵn"
        GOODS = "goods", "Sản phẩm, hàng hóa"

    class Outcome(models.TextChoices):
        PASSED = "passed", "Đạt"
        FAILED = "failed", "Không đạt"

    establishment = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Cơ sở", related_name="+"
    )
    number = models.PositiveSmallIntegerField("Số thứ tự", default=1)
    kind = models.CharField("Loại", max_length=12, choices=Kind)
    name = models.CharField("Tên phương tiện đo, hàng hóa", max_length=200)
    brand = models.CharField("Nhãn hiệu, nơi sản xuất", max_length=200, blank=True, default="")
    taken_on = models.DateField("Ngày kiểm tra, lấy mẫu")
    quantity = models.PositiveIntegerField("Số lượng", default=1, validators=[MinValueValidator(1)])
    failed = models.PositiveIntegerField("Số không đạt", null=True, blank=True)
    laboratory = models.CharField("Nơi thử nghiệm", max_length=200, blank=True, default="")
    report_no = models.CharField("Số kết quả thử nghiệm", max_length=60, blank=True, default="")
    outcome = models.CharField("Kết quả", max_length=10, choices=Outcome, blank=True, default="")
    error = models.CharField("Sai số, chỉ tiêu không đạt", max_length=200, blank=True, default="")
    # --- prepackaged goods
    nominal_quantity = _quantity("Lượng định mức")
    measure = models.CharField("Đơn vị đo", max_length=20, blank=True, default="")
    lot_size = models.PositiveIntegerField("Cỡ lô", null=True, blank=True)
    mean_quantity = _quantity("Lượng thực trung bình")
    tolerable_deficiency = _quantity("Lượng thiếu cho phép")
    quantity_mark = models.BooleanField("Có dấu định lượng", default=False)

    searched: ClassVar[tuple[str, ...]] = ("name", "brand", "establishment", "report_no")

    class Meta(PartOfCampaign.Meta):
        verbose_name = "mẫu, phương tiện đo được kiểm tra"
        indexes = [models.Index(fields=["taken_on"], name="inspection_sample_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "number"],
                condition=models.Q(trashed_at=None),
                name="inspection_sample_once",
                violation_error_message="Mẫu số này của cuộc ấy đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=Coalesce("failed", 0)),
                name="inspection_sample_failed",
                violation_error_message="Số không đạt nhiều hơn số lượng được kiểm tra.",
            ),
            models.CheckConstraint(
                condition=models.Q(lot_size=None) | models.Q(lot_size__gte=models.F("quantity")),
                name="inspection_sample_of_lot",
                violation_error_message="Số lượng lấy mẫu nhiều hơn cỡ lô.",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="prepackaged") | models.Q(nominal_quantity__isnull=False),
                name="inspection_prepackaged_nominal",
                violation_error_message="Hàng đóng gói sẵn phải ghi lượng định mức.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.campaign})"
