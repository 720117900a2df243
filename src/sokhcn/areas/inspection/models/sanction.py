"""Violations that were found, and decisions that sanction them, with what is paid and done."""

from typing import ClassVar

from django.db import models

from sokhcn.areas.inspection.models.campaign import Campaign
from sokhcn.areas.inspection.models.part import PartOfCampaign
from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Establishment


class Violation(PartOfCampaign):
    """One act that breaks a rule, as the minutes have it, and what is done about it."""

    class Handling(models.TextChoices):
        REMINDED = "reminded", "Nhắc nhở, hướng dẫn khắc phục"
        PROPOSED = "proposed", "Đề nghị xử phạt"
        SANCTIONED = "sanctioned", "Đã xử phạt"
        TRANSFERRED = "transferred", "Chuyển cơ quan khác"

    number = models.PositiveSmallIntegerField("Số thứ tự", default=1)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Cơ sở", related_name="+"
    )
    act = models.TextField("Hành vi vi phạm")
    article = models.CharField("Điều khoản", max_length=200, blank=True, default="")
    found_on = models.DateField("Ngày phát hiện")
    minutes_no = models.CharField("Số biên bản vi phạm", max_length=60, blank=True, default="")
    handling = models.CharField("Xử lý", max_length=12, choices=Handling, blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("act", "establishment", "article", "minutes_no")

    class Meta(PartOfCampaign.Meta):
        verbose_name = "vụ vi phạm"
        indexes = [models.Index(fields=["found_on"], name="inspection_found_on")]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "number"],
                condition=models.Q(trashed_at=None),
                name="inspection_violation_once",
                violation_error_message="Vụ vi phạm số này của cuộc ấy đã có trong sổ.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.act} ({self.campaign})"


class Sanction(Record):
    """A decision on a sanction, with a campaign or without one. ``fine`` is in đồng."""

    class Kind(models.TextChoices):
        WARNING = "warning", "Cảnh cáo"
        FINE = "fine", "Phạt tiền"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Đề nghị xử phạt"
        DECIDED = "decided", "Đã ra quyết định"
        PAID = "paid", "Đã nộp phạt"
        ENFORCED = "enforced", "Đang cưỡng chế"
        EXECUTED = "executed", "Đã thi hành xong"
        CANCELLED = "cancelled", "Hủy quyết định"
        DROPPED = "dropped", "Không xử phạt"

    campaign = models.ForeignKey(
        Campaign, models.PROTECT, null=True, blank=True, verbose_name="Cuộc", related_name="sanctions"
    )
    number = models.CharField("Số quyết định", max_length=60, blank=True, default="")
    decided_on = models.DateField("Ngày quyết định", null=True, blank=True)
    decided_by = models.CharField("Người, cơ quan ra quyết định", max_length=200, blank=True, default="")
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Tổ chức vi phạm", related_name="+"
    )
    offender = models.CharField("Cá nhân vi phạm", max_length=150, blank=True, default="")
    field = models.CharField("Lĩnh vực", max_length=150, blank=True, default="")
    act = models.TextField("Hành vi vi phạm")
    article = models.CharField("Điều khoản áp dụng", max_length=250, blank=True, default="")
    kind = models.CharField("Hình thức xử phạt", max_length=10, choices=Kind, default=Kind.FINE)
    fine = models.PositiveBigIntegerField("Số tiền phạt", null=True, blank=True)
    additional = models.TextField("Hình thức phạt bổ sung", blank=True, default="")
    remedy = models.TextField("Biện pháp khắc phục hậu quả", blank=True, default="")
    delivered_on = models.DateField("Ngày giao quyết định", null=True, blank=True)
    pay_by = models.DateField("Hạn nộp phạt", null=True, blank=True)
    paid_on = models.DateField("Ngày nộp phạt", null=True, blank=True)
    paid = models.PositiveBigIntegerField("Số tiền đã nộp", null=True, blank=True)
    remedy_by = models.DateField("Hạn khắc phục hậu quả", null=True, blank=True)
    remedied_on = models.DateField("Ngày khắc phục xong", null=True, blank=True)
    executed_on = models.DateField("Ngày thi hành xong", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.PROPOSED)

    searched: ClassVar[tuple[str, ...]] = ("number", "act", "establishment", "campaign")

    class Meta(Record.Meta):
        verbose_name = "quyết định xử phạt vi phạm hành chính"
        indexes = [models.Index(fields=["agency", "decided_on"], name="inspection_sanction_day")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=("proposed", "dropped"))
                | (models.Q(decided_on__isnull=False) & ~models.Q(number="")),
                name="inspection_sanction_decided",
                violation_error_message="Đã ra quyết định thì phải ghi số và ngày quyết định.",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="fine")
                | models.Q(state__in=("proposed", "dropped"))
                | models.Q(fine__isnull=False, fine__gt=0),
                name="inspection_fine_has_amount",
                violation_error_message="Quyết định phạt tiền phải ghi số tiền phạt.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="paid") | models.Q(paid_on__isnull=False),
                name="inspection_paid_has_day",
                violation_error_message="Đã nộp phạt thì phải ghi ngày nộp.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="paid", kind="fine")
                | models.Q(paid=None)
                | models.Q(paid__gte=models.F("fine")),
                name="inspection_paid_enough",
                violation_error_message="Số tiền đã nộp chưa đủ số tiền phạt.",
            ),
            models.CheckConstraint(
                condition=models.Q(establishment__isnull=False) | ~models.Q(offender=""),
                name="inspection_sanction_of_somebody",
                violation_error_message="Phải ghi tổ chức hoặc cá nhân vi phạm.",
            ),
            in_order(
                "decided_on",
                "paid_on",
                name="inspection_paid_after",
                otherwise="Ngày nộp phạt đứng trước ngày quyết định.",
            ),
        ]

    def __str__(self) -> str:
        whom = self.establishment or "cá nhân"  # a person's name is for those whom it concerns
        return f"Quyết định xử phạt số {self.number}: {whom}" if self.number else f"Đề nghị xử phạt: {whom}"
