"""Licences to conduct radiation work, and certificates of radiation workers."""

from typing import ClassVar

from django.db import models

from sokhcn.areas.radiation.models.facilities import Device
from sokhcn.areas.radiation.models.numbered import number_once
from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Establishment, Paper


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
        EXPIRED = "expired", "Hết hiệu lực"

    class WorkKind(models.TextChoices):
        """Kinds of radiation work that differ in how long a licence lasts (Decree 142/2020/NĐ-CP)."""

        DEVICE = "device", "Sử dụng thiết bị bức xạ"
        SOURCE = "source", "Sử dụng nguồn phóng xạ"
        IRRADIATOR = "irradiator", "Vận hành thiết bị chiếu xạ"
        PRODUCTION = "production", "Sản xuất, chế biến chất phóng xạ"
        STORAGE = "storage", "Lưu giữ tạm thời nguồn phóng xạ"
        WASTE = "waste", "Xử lý, lưu giữ chất thải phóng xạ, nguồn đã qua sử dụng"
        BUILDING = "building", "Xây dựng, chấm dứt hoạt động cơ sở bức xạ"
        TRADE_MINOR = "trade_minor", "Xuất khẩu, nhập khẩu nguồn phóng xạ nhóm 4, 5"
        TRADE_MAJOR = "trade_major", "Xuất khẩu, nhập khẩu nguồn nhóm 1, 2, 3, vật liệu, thiết bị hạt nhân"
        TRANSPORT = "transport", "Đóng gói, vận chuyển nguồn phóng xạ"
        TRANSIT = "transit", "Vận chuyển quá cảnh"
        OTHER = "other", "Công việc bức xạ khác"

    number = models.CharField("Số giấy phép", max_length=40, blank=True, default="")
    action = models.CharField("Việc giải quyết", max_length=12, choices=Action, default=Action.ISSUE)
    work = models.CharField("Công việc bức xạ", max_length=250)
    work_kind = models.CharField("Loại công việc bức xạ", max_length=12, choices=WorkKind, blank=True, default="")
    holder = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở được cấp", related_name="+")
    devices = models.ManyToManyField(Device, blank=True, verbose_name="Thiết bị bức xạ", related_name="licences")
    dossier_number = models.CharField("Số hồ sơ", max_length=60, blank=True, default="")
    received_on = models.DateField("Ngày nhận hồ sơ", null=True, blank=True)
    fee = models.PositiveBigIntegerField("Phí thẩm định", null=True, blank=True)
    issued_on = models.DateField("Ngày cấp", null=True, blank=True)
    expires_on = models.DateField("Ngày hết hạn", null=True, blank=True)
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Giấy phép trước", related_name="following"
    )
    authority = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản ủy quyền cấp phép", related_name="+"
    )
    competent = models.CharField("Cơ quan có thẩm quyền", max_length=200, blank=True, default="")
    signer = models.CharField("Người ký", max_length=100, blank=True, default="")
    signing_capacity = models.CharField("Thẩm quyền ký", max_length=12, blank=True, default="")
    ended_on = models.DateField("Ngày hết hiệu lực thực tế", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PROCESSING)

    searched: ClassVar[tuple[str, ...]] = ("number", "work", "holder", "dossier_number")

    class Meta(Record.Meta):
        verbose_name = "giấy phép tiến hành công việc bức xạ"
        indexes = [
            models.Index(fields=["agency", "issued_on"]),
            models.Index(fields=["agency", "expires_on"]),
        ]
        constraints = [
            *number_once("radiation_licence", "Số giấy phép này đã có trong sổ."),
            models.CheckConstraint(
                condition=models.Q(issued_on=None)
                | models.Q(expires_on=None)
                | models.Q(expires_on__gt=models.F("issued_on")),
                name="radiation_licence_term",
                violation_error_message="Ngày hết hạn không sau ngày cấp.",
            ),
            models.CheckConstraint(
                condition=models.Q(previous=None) | ~models.Q(previous=models.F("pk")),
                name="radiation_licence_of_itself",
                violation_error_message="Giấy phép không thể thay chính nó.",
            ),
            in_order(
                "issued_on",
                "ended_on",
                name="radiation_licence_ended",
                otherwise="Ngày hết hiệu lực thực tế đứng trước ngày cấp.",
            ),
        ]

    def __str__(self) -> str:
        return f"Giấy phép {self.number or '(chưa ghi số)'}, {self.holder}"


class WorkerCertificate(Record):
    """A certificate of a radiation worker. ``worker`` and ``born_on`` are personal data and may stay empty.

    Under Decree 142/2020/NĐ-CP it has no expiry; where a later law prints one, it is kept.
    """

    class State(models.TextChoices):
        PROCESSING = "processing", "Đang thụ lý"
        ISSUED = "issued", "Đã cấp"
        REFUSED = "refused", "Không cấp"
        REVOKED = "revoked", "Bị thu hồi"

    number = models.CharField("Số chứng chỉ", max_length=40, blank=True, default="")
    worker = models.CharField("Họ và tên nhân viên", max_length=100, blank=True, default="")
    born_on = models.DateField("Ngày sinh", null=True, blank=True)
    role = models.CharField("Công việc đảm nhiệm", max_length=200, blank=True, default="")
    employer = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở", related_name="+")
    training = models.CharField("Chứng nhận đào tạo an toàn bức xạ", max_length=120, blank=True, default="")
    dossier_number = models.CharField("Số hồ sơ", max_length=60, blank=True, default="")
    received_on = models.DateField("Ngày nhận hồ sơ", null=True, blank=True)
    fee = models.PositiveBigIntegerField("Phí, lệ phí", null=True, blank=True)
    issued_on = models.DateField("Ngày cấp", null=True, blank=True)
    expires_on = models.DateField("Ngày hết hạn", null=True, blank=True)
    signer = models.CharField("Người ký", max_length=100, blank=True, default="")
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PROCESSING)

    searched: ClassVar[tuple[str, ...]] = ("number", "role", "employer")

    class Meta(Record.Meta):
        verbose_name = "chứng chỉ nhân viên bức xạ"
        indexes = [models.Index(fields=["agency", "issued_on"])]
        constraints = [
            *number_once("radiation_certificate", "Số chứng chỉ này đã có trong sổ."),
            in_order(
                "issued_on",
                "expires_on",
                name="radiation_certificate_days",
                otherwise="Chứng chỉ hết hạn trước ngày cấp.",
            ),
        ]

    def __str__(self) -> str:
        return f"Chứng chỉ {self.number or '(chưa ghi số)'}, {self.employer}"
