"""Licences to conduct radiation work, certificates of radiation workers, training for emergencies."""

from django.db import models

from sokhcn.records.kept import Record
from sokhcn.records.models import Establishment, Paper


def _number_once(label: str, message: str) -> list[models.BaseConstraint]:
    """A number is given once by an agency on a day: series start again each year (Decree 30/2020/NĐ-CP, Article 15).

    Rows without a number are free. NULL days are no day like another, hence the second constraint.
    """
    numbered = ~models.Q(number="") & models.Q(trashed_at=None)
    return [
        models.UniqueConstraint(
            fields=["agency", "number", "issued_on"],
            condition=numbered,
            name=f"{label}_number_of_day",
            violation_error_message=message,
        ),
        models.UniqueConstraint(
            fields=["agency", "number"],
            condition=numbered & models.Q(issued_on=None),
            name=f"{label}_number_undated",
            violation_error_message=message,
        ),
    ]


class Licence(Record):
    """A licence to conduct radiation work, or a decision about one; ``previous`` is the licence it follows."""

    class Action(models.TextChoices):
        ISSUE = "issue", "Cấp"
        RENEW = "renew", "Gia hạn"
        AMEND = "amend", "Sửa đổi"
        SUPPLEMENT = "supplement", "Bổ sung"
        REISSUE = "reissue", "Cấp lại"
        REVOKE = "revoke", "Thu hồi"

    class State(models.TextChoices):
        PROCESSING = "processing", "Đang thụ lý"
        ISSUED = "issued", "Đã ban hành"
        REFUSED = "refused", "Không cấp"
        SUSPENDED = "suspended", "Đình chỉ"
        REVOKED = "revoked", "Bị thu hồi"
        REPLACED = "replaced", "Đã thay bằng giấy phép khác"

    number = models.CharField("Số giấy phép", max_length=40, blank=True, default="")
    action = models.CharField("Việc giải quyết", max_length=12, choices=Action, default=Action.ISSUE)
    work = models.CharField("Công việc bức xạ", max_length=250)
    holder = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở được cấp", related_name="+")
    issued_on = models.DateField("Ngày cấp", null=True, blank=True)
    expires_on = models.DateField("Ngày hết hạn", null=True, blank=True)
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Giấy phép trước", related_name="following"
    )
    authority = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản ủy quyền cấp phép", related_name="+"
    )
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PROCESSING)

    searched = ("number", "work", "holder")

    class Meta(Record.Meta):
        verbose_name = "giấy phép tiến hành công việc bức xạ"
        indexes = [
            models.Index(fields=["agency", "issued_on"]),
            models.Index(fields=["agency", "expires_on"]),
        ]
        constraints = [
            *_number_once("radiation_licence", "Số giấy phép này đã có trong sổ."),
            models.CheckConstraint(
                condition=models.Q(issued_on=None)
                | models.Q(expires_on=None)
                | models.Q(expires_on__gt=models.F("issued_on")),
                name="radiation_licence_term",
                violation_error_message="Ngày hết hạn không sau ngày cấp.",
            ),
        ]

    def __str__(self) -> str:
        return f"Giấy phép {self.number or '(chưa ghi số)'}, {self.holder}"


class WorkerCertificate(Record):
    """A certificate of a radiation worker; it has no expiry. ``worker`` is personal data and may stay empty."""

    class State(models.TextChoices):
        PROCESSING = "processing", "Đang thụ lý"
        ISSUED = "issued", "Đã cấp"
        REFUSED = "refused", "Không cấp"
        REVOKED = "revoked", "Bị thu hồi"

    number = models.CharField("Số chứng chỉ", max_length=40, blank=True, default="")
    worker = models.CharField("Họ và tên nhân viên", max_length=100, blank=True, default="")
    role = models.CharField("Công việc đảm nhiệm", max_length=200, blank=True, default="")
    employer = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở", related_name="+")
    issued_on = models.DateField("Ngày cấp", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PROCESSING)

    searched = ("number", "worker", "role", "employer")

    class Meta(Record.Meta):
        verbose_name = "chứng chỉ nhân viên bức xạ"
        indexes = [models.Index(fields=["agency", "issued_on"])]
        constraints = _number_once("radiation_certificate", "Số chứng chỉ này đã có trong sổ.")

    def __str__(self) -> str:
        return f"Chứng chỉ {self.number or '(chưa ghi số)'}, {self.employer}"


class EmergencyTraining(Record):
    """A class on responding to radiation and nuclear incidents. ``bodies`` are departments, sectors and localities."""

    class State(models.TextChoices):
        PLANNED = "planned", "Dự kiến"
        HELD = "held", "Đã tổ chức"
        CANCELLED = "cancelled", "Không tổ chức"

    topic = models.TextField("Nội dung tập huấn")
    held_on = models.DateField("Ngày tổ chức", null=True, blank=True)
    bodies = models.PositiveIntegerField("Số sở, ban, ngành, địa phương dự", default=0)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PLANNED)

    searched = ("topic",)

    class Meta(Record.Meta):
        verbose_name = "lớp tập huấn ứng phó sự cố"
        indexes = [models.Index(fields=["agency", "held_on"])]

    def __str__(self) -> str:
        return self.topic
