"""Jobs: each time an instrument is verified, calibrated or tested."""

from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.areas.metrology.models.instruments import Instrument
from sokhcn.areas.metrology.models.means import Procedure, Standard, Verifier
from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Establishment
from sokhcn.records.years import YearOf


def _once_a_year(number: str, name: str, message: str) -> models.UniqueConstraint:
    """Series of numbers start again each year; a body's own are unique in one."""
    return models.UniqueConstraint(
        "agency",
        number,
        YearOf("performed_on"),
        condition=~models.Q(**{number: ""}) & models.Q(trashed_at=None),
        name=name,
        violation_error_message=message,
    )


class Job(Record):
    """One instrument served once. ``establishment`` is kept here as well: where it stood on that day."""

    class Service(models.TextChoices):
        VERIFICATION = "verification", "Kiểm định"
        CALIBRATION = "calibration", "Hiệu chuẩn"
        TESTING = "testing", "Thử nghiệm"

    class VerificationKind(models.TextChoices):
        INITIAL = "initial", "Ban đầu"
        PERIODIC = "periodic", "Định kỳ"
        AFTER_REPAIR = "after_repair", "Sau sửa chữa"
        COMPARISON = "comparison", "Đối chứng"

    class Result(models.TextChoices):
        PASSED = "passed", "Đạt"
        FAILED = "failed", "Không đạt"

    class State(models.TextChoices):
        REQUESTED = "requested", "Đã tiếp nhận yêu cầu"
        SCHEDULED = "scheduled", "Đã xếp lịch"
        DRAFT = "draft", "Đang lập"
        PERFORMED = "performed", "Đã thực hiện"
        CANCELLED = "cancelled", "Hủy"

    # No index of their own for these two: other ones begin with them, and each would slow every import.
    agency = models.ForeignKey(
        "records.Agency", models.PROTECT, db_index=False, verbose_name="Cơ quan", related_name="+"
    )
    instrument = models.ForeignKey(
        Instrument, models.PROTECT, db_index=False, verbose_name="Phương tiện đo", related_name="jobs"
    )
    establishment = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở", related_name="+")
    service = models.CharField("Dịch vụ", max_length=12, choices=Service)
    verification_kind = models.CharField(
        "Chế độ kiểm định", max_length=12, choices=VerificationKind, blank=True, default=""
    )
    performed_on = models.DateField("Ngày thực hiện", null=True, blank=True)
    # Instruments made alike and verified as one lot stand in one line: how many they are is told each time.
    quantity = models.PositiveIntegerField("Số lượng của lô", default=1, validators=[MinValueValidator(1)])
    result = models.CharField("Kết quả", max_length=6, choices=Result, blank=True, default="")
    certificate_number = models.CharField("Số giấy chứng nhận", max_length=40, blank=True, default="")
    sticker_number = models.CharField("Số tem", max_length=40, blank=True, default="")
    seal_number = models.CharField("Số dấu, niêm phong", max_length=80, blank=True, default="")
    valid_until = models.DateField("Hiệu lực đến", null=True, blank=True)
    scheduled_on = models.DateField("Ngày hẹn thực hiện", null=True, blank=True)
    location = models.CharField("Nơi thực hiện", max_length=200, blank=True, default="")
    # Nor for these two: nobody asks for the jobs of a procedure.
    procedure = models.ForeignKey(
        Procedure,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        verbose_name="Quy trình (ĐLVN)",
        related_name="+",
    )
    standards = models.ManyToManyField(Standard, blank=True, verbose_name="Chuẩn sử dụng", related_name="+")
    verifier = models.ForeignKey(
        Verifier,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        verbose_name="Kiểm định viên",
        related_name="+",
    )
    errors = models.CharField("Sai số, độ không đảm bảo đo", max_length=200, blank=True, default="")
    fee = models.PositiveBigIntegerField("Giá dịch vụ", null=True, blank=True)
    invoice = models.CharField("Số hóa đơn", max_length=40, blank=True, default="")
    slip_number = models.CharField("Số phiếu tiếp nhận", max_length=40, blank=True, default="")
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFT)

    searched: ClassVar[tuple[str, ...]] = (
        "instrument",
        "establishment",
        "certificate_number",
        "sticker_number",
        "slip_number",
        "invoice",
    )

    class Meta(Record.Meta):
        verbose_name = "lượt kiểm định, hiệu chuẩn, thử nghiệm"
        indexes = [models.Index(fields=["agency", "performed_on"], name="metrology_job_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "performed_on", "service", "verification_kind", "agency"],
                condition=models.Q(trashed_at=None),
                name="metrology_job_once",
                violation_error_message="Lượt này đã có trong sổ.",
            ),
            _once_a_year("certificate_number", "metrology_job_certificate", "Số giấy chứng nhận này đã cấp trong năm."),
            _once_a_year("sticker_number", "metrology_job_sticker", "Số tem này đã dùng trong năm."),
            models.CheckConstraint(
                condition=~models.Q(state="performed") | models.Q(performed_on__isnull=False),
                name="metrology_performed_has_day",
                violation_error_message="Lượt đã thực hiện phải ghi ngày thực hiện.",
            ),
            # Verification ends in a judgement; calibration and testing may end in values alone.
            models.CheckConstraint(
                condition=~models.Q(state="performed", service="verification", result=""),
                name="metrology_verified_has_result",
                violation_error_message="Kiểm định xong phải ghi kết quả đạt hoặc không đạt.",
            ),
            models.CheckConstraint(
                condition=models.Q(service="verification") | models.Q(verification_kind=""),
                name="metrology_kind_of_verification",
                violation_error_message="Chế độ kiểm định chỉ ghi cho kiểm định.",
            ),
            # A comparison or a test says nothing of how long; what failed is valid for no time.
            models.CheckConstraint(
                condition=models.Q(valid_until=None) | ~models.Q(result="failed"),
                name="metrology_failed_has_no_validity",
                violation_error_message="Không đạt thì không ghi thời hạn hiệu lực.",
            ),
            models.CheckConstraint(
                condition=models.Q(quantity__gte=1),
                name="metrology_job_quantity",
                violation_error_message="Số lượng của lô ít nhất là 1.",
            ),
            in_order(
                "performed_on",
                "valid_until",
                name="metrology_job_days",
                otherwise="Thời hạn hiệu lực đứng trước ngày thực hiện.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_service_display()} {self.instrument}"
