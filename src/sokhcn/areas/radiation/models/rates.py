"""Dated reference data by kind of device: what appraisal costs, and the technical regulation of verification."""

from typing import ClassVar

from django.db import models

from sokhcn.areas.radiation.models.facilities import Device
from sokhcn.areas.radiation.models.licences import Licence
from sokhcn.records.kept import Lasting
from sokhcn.records.models.named import or_never


class FeeRate(Lasting):
    """What is paid for the appraisal of one device for a licence, or of one person for a certificate.

    A rate without a kind of device is for whatever the thing decided is about, whichever device.
    """

    class Act(models.TextChoices):
        """What a licence may be about, and certificates besides."""

        ISSUE = Licence.Action.ISSUE.value, "Cấp giấy phép"
        RENEW = Licence.Action.RENEW.value, "Gia hạn giấy phép"
        AMEND = Licence.Action.AMEND.value, "Sửa đổi giấy phép"
        SUPPLEMENT = Licence.Action.SUPPLEMENT.value, "Bổ sung giấy phép"
        REISSUE = Licence.Action.REISSUE.value, "Cấp lại giấy phép"
        CERTIFICATE = "certificate", "Cấp chứng chỉ nhân viên bức xạ"

    act = models.CharField("Việc giải quyết", max_length=12, choices=Act)
    device_kind = models.CharField("Loại thiết bị", max_length=12, choices=Device.Kind, blank=True, default="")
    amount = models.PositiveBigIntegerField("Mức phí (đồng)")
    basis = models.CharField("Căn cứ", max_length=250)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched: ClassVar[tuple[str, ...]] = ("basis",)

    class Meta(Lasting.Meta):
        verbose_name = "mức phí bức xạ"
        constraints = [
            models.UniqueConstraint(
                "act",
                "device_kind",
                or_never("valid_from"),
                condition=models.Q(trashed_at=None),
                name="radiation_fee_from",
                violation_error_message="Mức phí này đã có một dòng từ ngày ấy.",
            ),
            models.CheckConstraint(
                condition=~models.Q(act="certificate") | models.Q(device_kind=""),
                name="radiation_fee_of_certificate",
                violation_error_message="Phí cấp chứng chỉ không theo loại thiết bị.",
            ),
        ]

    def __str__(self) -> str:
        kind = f", {self.get_device_kind_display()}" if self.device_kind else ""
        return f"{self.get_act_display()}{kind}"


class TechnicalRegulation(Lasting):
    """The national technical regulation (QCVN) that devices of one kind are verified against, for a time."""

    device_kind = models.CharField("Loại thiết bị", max_length=12, choices=Device.Kind)
    code = models.CharField("Số hiệu quy chuẩn", max_length=60)
    basis = models.CharField("Căn cứ", max_length=250)
    verified = models.BooleanField("Đã kiểm chứng", default=False)

    searched: ClassVar[tuple[str, ...]] = ("code", "basis")

    class Meta(Lasting.Meta):
        verbose_name = "quy chuẩn theo loại thiết bị bức xạ"
        constraints = [
            models.UniqueConstraint(
                "device_kind",
                or_never("valid_from"),
                condition=models.Q(trashed_at=None),
                name="radiation_regulation_from",
                violation_error_message="Loại thiết bị này đã có quy chuẩn từ ngày ấy.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.get_device_kind_display()}"
