"""Money paid to tasks, in million đồng: advances, payments and what was taken back."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.areas.research.models.part import PartOfTask, once, turns
from sokhcn.records.kept import in_order


class Disbursement(PartOfTask):
    """One instalment. An advance waits to be settled, by the day that the contract or the finance office names."""

    class Kind(models.TextChoices):
        ADVANCE = "advance", "Tạm ứng"
        PAYMENT = "payment", "Thanh toán"

    class Source(models.TextChoices):
        STATE = "state", "Ngân sách nhà nước"
        OTHER = "other", "Nguồn khác"

    kind = models.CharField("Loại", max_length=10, choices=Kind, default=Kind.ADVANCE)
    turn = turns()
    source = models.CharField("Nguồn", max_length=10, choices=Source, default=Source.STATE)
    paid_on = models.DateField("Ngày chi")
    amount = models.DecimalField("Số tiền", max_digits=12, decimal_places=3, validators=[MinValueValidator(0)])
    settle_by = models.DateField("Hạn thanh toán tạm ứng", null=True, blank=True)
    settled_on = models.DateField("Ngày thanh toán tạm ứng", null=True, blank=True)

    searched: ClassVar[tuple[str, ...]] = ("task", "note")

    class Meta(PartOfTask.Meta):
        verbose_name = "đợt cấp kinh phí"
        indexes = [models.Index(fields=["paid_on"], name="research_paid_on")]
        constraints = [
            once(
                "research_disbursement_once",
                "kind",
                "source",
                "turn",
                otherwise="Đợt cấp kinh phí này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gt=0),
                name="research_disbursement_amount",
                violation_error_message="Số tiền phải lớn hơn 0.",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="advance") | models.Q(settle_by=None, settled_on=None),
                name="research_only_advances_settle",
                violation_error_message="Chỉ khoản tạm ứng mới có hạn và ngày thanh toán tạm ứng.",
            ),
            in_order(
                "paid_on",
                "settled_on",
                name="research_settled_after_paid",
                otherwise="Ngày thanh toán tạm ứng đứng trước ngày chi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} đợt {self.turn}: {self.task}"
