"""Emergencies: plans to respond, classes and drills, and incidents that happened."""

from typing import ClassVar

from django.db import models

from sokhcn.areas.radiation.models.facilities import Facility
from sokhcn.records.kept import Record, in_order


class EmergencyPlan(Record):
    """A plan to respond to radiation incidents, of one facility or of the province."""

    class Level(models.TextChoices):
        FACILITY = "facility", "Cấp cơ sở"
        PROVINCE = "province", "Cấp tỉnh"

    class State(models.TextChoices):
        DRAFTING = "drafting", "Đang xây dựng"
        SUBMITTED = "submitted", "Đã trình phê duyệt"
        APPROVED = "approved", "Đã phê duyệt"
        REPLACED = "replaced", "Đã thay bằng kế hoạch khác"

    title = models.CharField("Tên kế hoạch", max_length=250)
    level = models.CharField("Cấp", max_length=8, choices=Level, default=Level.FACILITY)
    facility = models.ForeignKey(
        Facility, models.PROTECT, null=True, blank=True, verbose_name="Cơ sở bức xạ", related_name="emergency_plans"
    )
    submitted_on = models.DateField("Ngày trình", null=True, blank=True)
    approval_number = models.CharField("Số văn bản phê duyệt", max_length=60, blank=True, default="")
    approved_on = models.DateField("Ngày phê duyệt", null=True, blank=True)
    approved_by = models.CharField("Cơ quan phê duyệt", max_length=200, blank=True, default="")
    state = models.CharField("Tình trạng", max_length=9, choices=State, default=State.DRAFTING)

    searched: ClassVar[tuple[str, ...]] = ("title", "approval_number")

    class Meta(Record.Meta):
        verbose_name = "kế hoạch ứng phó sự cố"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "title"],
                condition=models.Q(trashed_at=None),
                name="radiation_plan_title",
                violation_error_message="Kế hoạch ứng phó sự cố này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=models.Q(level="facility") | models.Q(facility=None),
                name="radiation_plan_of_province",
                violation_error_message="Kế hoạch cấp tỉnh không thuộc một cơ sở.",
            ),
            in_order(
                "submitted_on",
                "approved_on",
                name="radiation_plan_days",
                otherwise="Ngày phê duyệt đứng trước ngày trình.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class EmergencyTraining(Record):
    """A class or a drill on responding to radiation and nuclear incidents. ``bodies`` are departments, sectors and
    localities."""

    class Kind(models.TextChoices):
        TRAINING = "training", "Tập huấn"
        DRILL = "drill", "Diễn tập"

    class State(models.TextChoices):
        PLANNED = "planned", "Dự kiến"
        HELD = "held", "Đã tổ chức"
        CANCELLED = "cancelled", "Không tổ chức"

    kind = models.CharField("Hình thức", max_length=8, choices=Kind, default=Kind.TRAINING)
    topic = models.TextField("Nội dung tập huấn")
    held_on = models.DateField("Ngày tổ chức", null=True, blank=True)
    bodies = models.PositiveIntegerField("Số sở, ban, ngành, địa phương dự", default=0)
    participants = models.PositiveIntegerField("Số người dự", null=True, blank=True)
    location = models.CharField("Địa điểm", max_length=200, blank=True, default="")
    plan = models.ForeignKey(
        EmergencyPlan, models.PROTECT, null=True, blank=True, verbose_name="Theo kế hoạch", related_name="exercises"
    )
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PLANNED)

    searched: ClassVar[tuple[str, ...]] = ("topic",)

    class Meta(Record.Meta):
        verbose_name = "lớp tập huấn ứng phó sự cố"
        indexes = [models.Index(fields=["agency", "held_on"])]

    def __str__(self) -> str:
        return self.topic


class Incident(Record):
    """A radiation incident: what happened, how it was answered, and whether it is over."""

    class State(models.TextChoices):
        RESPONDING = "responding", "Đang ứng phó"
        ENDED = "ended", "Đã khắc phục"
        FALSE_ALARM = "false_alarm", "Không phải sự cố"

    title = models.CharField("Sự cố", max_length=250)
    kind = models.CharField("Loại sự cố", max_length=120, blank=True, default="")
    level = models.CharField("Mức sự cố", max_length=60, blank=True, default="")
    facility = models.ForeignKey(
        Facility, models.PROTECT, null=True, blank=True, verbose_name="Cơ sở bức xạ", related_name="incidents"
    )
    location = models.CharField("Nơi xảy ra", max_length=200, blank=True, default="")
    occurred_on = models.DateField("Ngày xảy ra")
    reported_on = models.DateField("Ngày nhận báo cáo", null=True, blank=True)
    response = models.TextField("Biện pháp ứng phó", blank=True, default="")
    report = models.CharField("Văn bản báo cáo", max_length=120, blank=True, default="")
    ended_on = models.DateField("Ngày khắc phục xong", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=11, choices=State, default=State.RESPONDING)

    searched: ClassVar[tuple[str, ...]] = ("title", "kind", "location")

    class Meta(Record.Meta):
        verbose_name = "sự cố bức xạ"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "title", "occurred_on"],
                condition=models.Q(trashed_at=None),
                name="radiation_incident_once",
                violation_error_message="Sự cố này đã có trong sổ.",
            ),
            in_order(
                "occurred_on",
                "ended_on",
                name="radiation_incident_days",
                otherwise="Ngày khắc phục xong đứng trước ngày xảy ra.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
