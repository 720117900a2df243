"""Support tasks, training classes, and guidance on dossiers of industrial property."""

from django.db import models

from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Establishment


class SupportTask(Record):
    """A task that supports somebody. It runs from its first day to the day it really ended, empty while it runs."""

    class Kind(models.TextChoices):
        QUALITY_SYSTEM = "quality_system", "Áp dụng hệ thống quản lý chất lượng tiên tiến"
        TECHNOLOGY_RENEWAL = "technology_renewal", "Đổi mới công nghệ"
        STARTUP_ECOSYSTEM = "startup_ecosystem", "Hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo"
        OTHER = "other", "Nội dung khác"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Đề xuất"
        RUNNING = "running", "Đang thực hiện"
        COMPLETED = "completed", "Hoàn thành"
        STOPPED = "stopped", "Dừng thực hiện"

    code = models.CharField("Mã nhiệm vụ", max_length=40)
    title = models.TextField("Tên nhiệm vụ")
    kind = models.CharField("Nội dung hỗ trợ", max_length=20, choices=Kind)
    beneficiary = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Đơn vị được hỗ trợ", related_name="+"
    )
    started_on = models.DateField("Ngày bắt đầu", null=True, blank=True)
    ended_on = models.DateField("Ngày kết thúc", null=True, blank=True)
    budget = models.DecimalField("Kinh phí (triệu đồng)", max_digits=14, decimal_places=3, null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PROPOSED)

    searched = ("code", "title", "beneficiary")

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ hỗ trợ"
        indexes = [models.Index(fields=["agency", "started_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=models.Q(trashed_at=None),
                name="support_task_code",
                violation_error_message="Mã nhiệm vụ này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=["completed", "stopped"]) | models.Q(ended_on__isnull=False),
                name="support_task_ended_has_day",
                violation_error_message="Nhiệm vụ đã hoàn thành hoặc dừng phải ghi ngày kết thúc.",
            ),
            in_order(
                "started_on", "ended_on", name="support_task_days", otherwise="Ngày kết thúc đứng trước ngày bắt đầu."
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


class TrainingClass(Record):
    """A class. Enterprises, officials and other people who attended are three counts in three units."""

    class Field(models.TextChoices):
        STARTUP = "startup", "Khởi nghiệp đổi mới sáng tạo"
        QUALITY = "quality", "Năng suất, chất lượng"
        INTELLECTUAL_PROPERTY = "intellectual_property", "Sở hữu trí tuệ"
        TECHNOLOGY = "technology", "Đổi mới, chuyển giao công nghệ"
        OTHER = "other", "Lĩnh vực khác"

    class State(models.TextChoices):
        PLANNED = "planned", "Dự kiến"
        HELD = "held", "Đã tổ chức"
        CANCELLED = "cancelled", "Không tổ chức"

    topic = models.TextField("Nội dung tập huấn")
    field = models.CharField("Lĩnh vực", max_length=24, choices=Field)
    held_on = models.DateField("Ngày khai mạc", null=True, blank=True)
    ended_on = models.DateField("Ngày bế mạc", null=True, blank=True)
    venue = models.CharField("Địa điểm", max_length=200, blank=True, default="")
    enterprises = models.PositiveIntegerField("Số doanh nghiệp dự", default=0)
    officials = models.PositiveIntegerField("Số người của sở, ban, ngành dự", default=0)
    individuals = models.PositiveIntegerField("Số cá nhân khác dự", default=0)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PLANNED)

    searched = ("topic", "venue")

    class Meta(Record.Meta):
        verbose_name = "lớp tập huấn"
        indexes = [models.Index(fields=["agency", "held_on"])]
        constraints = [
            in_order(
                "held_on", "ended_on", name="support_class_days", otherwise="Ngày bế mạc đứng trước ngày khai mạc."
            ),
        ]

    def __str__(self) -> str:
        return self.topic


class IntellectualPropertyGuidance(Record):
    """Guidance on one dossier for registering an industrial property right; the application is there once filed."""

    class Kind(models.TextChoices):
        TRADEMARK = "trademark", "Nhãn hiệu"
        COLLECTIVE_MARK = "collective_mark", "Nhãn hiệu tập thể"
        CERTIFICATION_MARK = "certification_mark", "Nhãn hiệu chứng nhận"
        INVENTION = "invention", "Sáng chế"
        UTILITY_SOLUTION = "utility_solution", "Giải pháp hữu ích"
        INDUSTRIAL_DESIGN = "industrial_design", "Kiểu dáng công nghiệp"
        GEOGRAPHICAL_INDICATION = "geographical_indication", "Chỉ dẫn địa lý"

    beneficiary = models.ForeignKey(
        Establishment, models.PROTECT, verbose_name="Đơn vị được hướng dẫn", related_name="+"
    )
    ip_kind = models.CharField("Đối tượng sở hữu công nghiệp", max_length=24, choices=Kind)
    subject = models.CharField("Tên đối tượng", max_length=250, blank=True, default="")
    guided_on = models.DateField("Ngày hướng dẫn", null=True, blank=True)
    application_number = models.CharField("Số đơn", max_length=40, blank=True, default="")
    filed_on = models.DateField("Ngày nộp đơn", null=True, blank=True)

    searched = ("beneficiary", "subject", "application_number")

    class Meta(Record.Meta):
        verbose_name = "hướng dẫn sở hữu công nghiệp"
        indexes = [models.Index(fields=["agency", "guided_on"])]

    def __str__(self) -> str:
        return f"{self.get_ip_kind_display()}: {self.subject or self.beneficiary}"
