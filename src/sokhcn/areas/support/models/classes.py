"""Training classes and the people who attended them."""

from django.db import models

from sokhcn.areas.support.models.programmes import Programme
from sokhcn.records.kept import Kept, Record, in_order
from sokhcn.records.models import Establishment


class TrainingClass(Record):
    """A class. Enterprises, officials and other people who attended are three counts in three units.

    They are what the report counts; a list of participants may be kept besides, and fill them. Such a list finds its
    class by ``code``, as classes on one topic are held every year.
    """

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

    code = models.CharField("Mã lớp", max_length=40, blank=True, default="")
    topic = models.TextField("Nội dung tập huấn")
    field = models.CharField("Lĩnh vực", max_length=24, choices=Field)
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, verbose_name="Chương trình", related_name="+"
    )
    held_on = models.DateField("Ngày khai mạc", null=True, blank=True)
    ended_on = models.DateField("Ngày bế mạc", null=True, blank=True)
    sessions = models.PositiveSmallIntegerField("Số buổi", null=True, blank=True)
    venue = models.CharField("Địa điểm", max_length=200, blank=True, default="")
    organiser = models.CharField("Đơn vị phối hợp tổ chức", max_length=200, blank=True, default="")
    enterprises = models.PositiveIntegerField("Số doanh nghiệp dự", default=0)
    officials = models.PositiveIntegerField("Số người của sở, ban, ngành dự", default=0)
    individuals = models.PositiveIntegerField("Số cá nhân khác dự", default=0)
    budget = models.DecimalField("Kinh phí (triệu đồng)", max_digits=14, decimal_places=3, null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PLANNED)

    searched = ("code", "topic", "venue", "organiser")

    class Meta(Record.Meta):
        verbose_name = "lớp tập huấn"
        indexes = [models.Index(fields=["agency", "held_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=models.Q(trashed_at=None) & ~models.Q(code=""),
                name="support_class_code",
                violation_error_message="Mã lớp này đã có trong sổ.",
            ),
            in_order(
                "held_on", "ended_on", name="support_class_days", otherwise="Ngày bế mạc đứng trước ngày khai mạc."
            ),
        ]

    def __str__(self) -> str:
        return self.topic


class Participant(Kept):
    """Somebody on the list of a class: of an enterprise, of a body of the state, or for themselves."""

    class Kind(models.TextChoices):
        ENTERPRISE = "enterprise", "Doanh nghiệp"
        OFFICIAL = "official", "Sở, ban, ngành"
        INDIVIDUAL = "individual", "Cá nhân khác"

    training = models.ForeignKey(
        TrainingClass, models.PROTECT, verbose_name="Lớp tập huấn", related_name="participants"
    )
    name = models.CharField("Họ và tên", max_length=100)
    kind = models.CharField("Đối tượng", max_length=12, choices=Kind)
    establishment = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Doanh nghiệp", related_name="+"
    )
    workplace = models.CharField("Cơ quan, đơn vị", max_length=200, blank=True, default="")
    note = models.TextField("Ghi chú", blank=True, default="")

    part_of = "training"
    searched = ("establishment", "workplace")

    class Meta(Kept.Meta):
        verbose_name = "người dự lớp tập huấn"
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(kind="enterprise", establishment=None),
                name="support_participant_enterprise",
                violation_error_message="Người của doanh nghiệp phải ghi doanh nghiệp nào.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.training}"
