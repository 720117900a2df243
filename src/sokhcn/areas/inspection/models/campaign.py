"""Campaigns of inspection and checking, led by the department or joined by it, and the kinds of them by time."""

from datetime import date
from typing import Any, ClassVar, TypeAlias

from django.db import models
from django.db.models.functions import Coalesce

from sokhcn.records.fields import day_field, paper_field
from sokhcn.records.kept import Lasting, Record, in_order


def _count(heading: str) -> Any:
    return models.PositiveIntegerField(heading, null=True, blank=True)


class CampaignKind(models.TextChoices):
    STATE_CHECK = "state_check", "Kiểm tra nhà nước về đo lường, chất lượng"
    SPECIALISED_CHECK = "specialised_check", "Kiểm tra chuyên ngành"
    INSPECTION = "inspection", "Thanh tra"
    JOINT = "joint", "Phối hợp liên ngành"


class Campaign(Record):
    """One inspection, or a campaign of checks. ``plan`` is what it carries out, ``basis`` the decision behind it.

    Its counts are what its conclusion says; the rows of visits, samples and violations are behind them.
    """

    Kind: TypeAlias = CampaignKind

    class Occasion(models.TextChoices):
        PLANNED = "planned", "Theo kế hoạch"
        UNSCHEDULED = "unscheduled", "Đột xuất"

    class State(models.TextChoices):
        PLANNED = "planned", "Trong kế hoạch"
        DECIDED = "decided", "Đã có quyết định"
        ONGOING = "ongoing", "Đang tiến hành"
        CONCLUDED = "concluded", "Đã kết thúc"
        REPORTED = "reported", "Đã ban hành kết luận"
        CLOSED = "closed", "Đã xử lý xong"
        CANCELLED = "cancelled", "Không tiến hành"

    code = models.CharField("Mã cuộc", max_length=40, blank=True, default="")
    kind = models.CharField("Loại hình", max_length=20, choices=CampaignKind)
    occasion = models.CharField("Theo kế hoạch hay đột xuất", max_length=12, choices=Occasion, blank=True, default="")
    title = models.TextField("Nội dung")
    field = models.CharField("Lĩnh vực", max_length=150, blank=True, default="")
    place = models.CharField("Phạm vi", max_length=200, blank=True, default="")
    led_by_us = models.BooleanField("Sở chủ trì", default=True)
    lead_body = models.CharField("Cơ quan chủ trì", max_length=200, blank=True, default="")
    plan = paper_field("Kế hoạch")
    basis = paper_field("Quyết định")
    team_head = models.CharField("Trưởng đoàn", max_length=150, blank=True, default="")
    team = models.TextField("Thành viên đoàn", blank=True, default="")
    planned_on = day_field("Ngày dự kiến")
    announced_on = day_field("Ngày công bố quyết định")
    started_on = day_field("Ngày bắt đầu")
    ended_on = day_field("Ngày kết thúc")
    conclusion_due_on = day_field("Hạn ban hành kết luận")
    conclusion_on = day_field("Ngày kết luận")
    conclusion = paper_field("Kết luận")
    published_on = day_field("Ngày công khai kết luận")
    establishments_checked = _count("Số cơ sở được kiểm tra")
    organisations_checked = _count("Trong đó: tổ chức")
    individuals_checked = _count("Trong đó: cá nhân")
    violators = _count("Số cơ sở vi phạm")
    violations = _count("Số vụ vi phạm")
    result = models.TextField("Kết quả", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PLANNED)

    searched: ClassVar[tuple[str, ...]] = ("title", "code", "place", "lead_body", "plan", "basis", "result")

    class Meta(Record.Meta):
        verbose_name = "cuộc thanh tra, kiểm tra"
        indexes = [models.Index(fields=["agency", "started_on"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(led_by_us=True) | ~models.Q(lead_body=""),
                name="inspection_led_by_somebody",
                violation_error_message="Khi Sở không chủ trì, phải ghi cơ quan chủ trì.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("concluded", "reported", "closed")) | models.Q(ended_on__isnull=False),
                name="inspection_concluded_has_day",
                violation_error_message="Cuộc đã kết thúc phải ghi ngày kết thúc.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="reported") | models.Q(conclusion_on__isnull=False),
                name="inspection_reported_has_day",
                violation_error_message="Đã ban hành kết luận thì phải ghi ngày kết luận.",
            ),
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=models.Q(trashed_at=None) & ~models.Q(code=""),
                name="inspection_code",
                violation_error_message="Mã cuộc này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=models.Q(establishments_checked=None)
                | models.Q(
                    establishments_checked__gte=Coalesce("organisations_checked", 0)
                    + Coalesce("individuals_checked", 0)
                ),
                name="inspection_establishments_parts",
                violation_error_message="Số tổ chức và cá nhân cộng lại nhiều hơn số cơ sở được kiểm tra.",
            ),
            models.CheckConstraint(
                condition=models.Q(establishments_checked=None)
                | models.Q(violators=None)
                | models.Q(violators__lte=models.F("establishments_checked")),
                name="inspection_violators_within",
                violation_error_message="Số cơ sở vi phạm nhiều hơn số cơ sở được kiểm tra.",
            ),
            in_order(
                "started_on", "ended_on", name="inspection_days", otherwise="Ngày kết thúc đứng trước ngày bắt đầu."
            ),
            in_order(
                "started_on",
                "conclusion_on",
                name="inspection_conclusion_day",
                otherwise="Ngày kết luận đứng trước ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class KindInForce(Lasting):
    """A kind of campaign that may be opened for a time, on whose word: departments lost their inspectorates in 2025."""

    kind = models.CharField("Loại hình", max_length=20, choices=CampaignKind)
    basis = models.CharField("Căn cứ", max_length=250)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched: ClassVar[tuple[str, ...]] = ("basis",)

    class Meta(Lasting.Meta):
        verbose_name = "loại hình thanh tra, kiểm tra theo thời kỳ"
        constraints = [
            models.UniqueConstraint(
                "kind",
                Coalesce("valid_from", models.Value(date(1, 1, 1), models.DateField())),
                condition=models.Q(trashed_at=None),
                name="inspection_kind_from",
                violation_error_message="Loại hình này đã có một dòng từ ngày ấy.",
            )
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
