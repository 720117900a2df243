"""Campaigns of inspection and checking, led by the department or joined by it."""

from django.db import models

from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Paper


class Campaign(Record):
    """One inspection, or a campaign of checks. ``plan`` is what it carries out, ``basis`` the decision behind it."""

    class Kind(models.TextChoices):
        STATE_CHECK = "state_check", "Kiểm tra nhà nước về đo lường, chất lượng"
        SPECIALISED_CHECK = "specialised_check", "Kiểm tra chuyên ngành"
        INSPECTION = "inspection", "Thanh tra"
        JOINT = "joint", "Phối hợp liên ngành"

    class State(models.TextChoices):
        PLANNED = "planned", "Trong kế hoạch"
        ONGOING = "ongoing", "Đang tiến hành"
        CONCLUDED = "concluded", "Đã kết thúc"
        CANCELLED = "cancelled", "Không tiến hành"

    kind = models.CharField("Loại hình", max_length=20, choices=Kind)
    title = models.TextField("Nội dung")
    place = models.CharField("Phạm vi", max_length=200, blank=True, default="")
    led_by_us = models.BooleanField("Sở chủ trì", default=True)
    lead_body = models.CharField("Cơ quan chủ trì", max_length=200, blank=True, default="")
    plan = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Kế hoạch", related_name="+")
    basis = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Quyết định", related_name="+")
    started_on = models.DateField("Ngày bắt đầu", null=True, blank=True)
    ended_on = models.DateField("Ngày kết thúc", null=True, blank=True)
    establishments_checked = models.PositiveIntegerField("Số cơ sở được kiểm tra", null=True, blank=True)
    violations = models.PositiveIntegerField("Số vụ vi phạm", null=True, blank=True)
    result = models.TextField("Kết quả", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PLANNED)

    searched = ("title", "place", "lead_body", "plan", "basis", "result")

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
                condition=~models.Q(state="concluded") | models.Q(ended_on__isnull=False),
                name="inspection_concluded_has_day",
                violation_error_message="Cuộc đã kết thúc phải ghi ngày kết thúc.",
            ),
            in_order(
                "started_on", "ended_on", name="inspection_days", otherwise="Ngày kết thúc đứng trước ngày bắt đầu."
            ),
        ]

    def __str__(self) -> str:
        return self.title
