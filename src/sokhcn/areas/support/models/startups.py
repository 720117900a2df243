"""Startups that are incubated or recognised."""

from django.db import models

from sokhcn.areas.support.models.programmes import Programme
from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Establishment


class Startup(Record):
    """A project or body of the startup ecosystem.

    It is incubated under the programmes that began in 2016, and may be recognised under Decree 268/2025/NĐ-CP.
    Each recognition is a row of its own: the next one names it in ``succeeds``.
    """

    class Kind(models.TextChoices):
        PROJECT = "project", "Dự án, nhóm khởi nghiệp"
        ENTERPRISE = "enterprise", "Doanh nghiệp khởi nghiệp sáng tạo"
        INDIVIDUAL = "individual", "Cá nhân khởi nghiệp sáng tạo"
        SUPPORT_CENTRE = "support_centre", "Trung tâm hỗ trợ khởi nghiệp sáng tạo"
        INNOVATION_CENTRE = "innovation_centre", "Trung tâm đổi mới sáng tạo"

    class State(models.TextChoices):
        INCUBATED = "incubated", "Đang ươm tạo"
        GRADUATED = "graduated", "Kết thúc ươm tạo"
        RECOGNISED = "recognised", "Đã công nhận"
        RENEWED = "renewed", "Đã công nhận lại"
        EXPIRED = "expired", "Hết hạn công nhận"
        REVOKED = "revoked", "Thu hồi công nhận"
        STOPPED = "stopped", "Dừng"

    name = models.CharField("Tên", max_length=250)
    kind = models.CharField("Loại", max_length=20, choices=Kind)
    field = models.CharField("Lĩnh vực", max_length=200, blank=True, default="")
    founder = models.CharField("Người sáng lập, chủ nhiệm", max_length=100, blank=True, default="")
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Doanh nghiệp, đơn vị", related_name="+"
    )
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, verbose_name="Chương trình", related_name="+"
    )
    incubated_from = models.DateField("Ươm tạo từ", null=True, blank=True)
    incubated_to = models.DateField("Ươm tạo đến", null=True, blank=True)
    recognition_number = models.CharField("Số quyết định, giấy công nhận", max_length=60, blank=True, default="")
    recognised_on = models.DateField("Ngày công nhận", null=True, blank=True)
    expires_on = models.DateField("Công nhận đến hết ngày", null=True, blank=True)
    succeeds = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Công nhận lại của", related_name="successors"
    )
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.INCUBATED)

    searched = ("name", "field", "recognition_number", "establishment")

    class Meta(Record.Meta):
        verbose_name = "dự án, doanh nghiệp khởi nghiệp"
        indexes = [models.Index(fields=["agency", "recognised_on"], name="support_startup_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name", "recognition_number"],
                condition=models.Q(trashed_at=None),
                name="support_startup_once",
                violation_error_message="Dự án, doanh nghiệp này đã có trong sổ với số công nhận ấy.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["recognised", "renewed"])
                | (models.Q(recognised_on__isnull=False) & ~models.Q(recognition_number="")),
                name="support_startup_recognised",
                violation_error_message="Đã công nhận thì phải ghi số và ngày công nhận.",
            ),
            in_order(
                "incubated_from",
                "incubated_to",
                name="support_startup_days",
                otherwise="Ươm tạo kết thúc trước khi bắt đầu.",
            ),
            in_order(
                "recognised_on",
                "expires_on",
                name="support_startup_holds",
                otherwise="Ngày hết hạn đứng trước ngày công nhận.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
