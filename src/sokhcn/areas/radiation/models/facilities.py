"""Radiation facilities and their devices, and the declaration of a device."""

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.records.kept import Kept, Record, in_order
from sokhcn.records.models import Establishment


class Facility(Record):
    """A place where an establishment does radiation work. Its officer and head are named: personal data."""

    class Kind(models.TextChoices):
        MEDICAL = "medical", "Y tế"
        INDUSTRY = "industry", "Công nghiệp"
        RESEARCH = "research", "Nghiên cứu, đào tạo"
        SERVICE = "service", "Dịch vụ"
        OTHER = "other", "Lĩnh vực khác"

    class State(models.TextChoices):
        OPERATING = "operating", "Đang hoạt động"
        PAUSED = "paused", "Tạm ngừng"
        CLOSED = "closed", "Đã chấm dứt"

    name = models.CharField("Tên cơ sở bức xạ", max_length=250)
    establishment = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở", related_name="+")
    kind = models.CharField("Lĩnh vực", max_length=8, choices=Kind, default=Kind.MEDICAL)
    address = models.CharField("Địa chỉ", max_length=250, blank=True, default="")
    head = models.CharField("Người đứng đầu", max_length=100, blank=True, default="")
    safety_officer = models.CharField("Người phụ trách an toàn bức xạ", max_length=100, blank=True, default="")
    officer_certificate = models.CharField(
        "Số chứng chỉ của người phụ trách an toàn", max_length=40, blank=True, default=""
    )
    began_on = models.DateField("Ngày bắt đầu hoạt động", null=True, blank=True)
    closed_on = models.DateField("Ngày chấm dứt hoạt động", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=9, choices=State, default=State.OPERATING)

    searched: ClassVar[tuple[str, ...]] = ("name", "establishment", "address")

    class Meta(Record.Meta):
        verbose_name = "cơ sở bức xạ"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "name"],
                condition=models.Q(trashed_at=None),
                name="radiation_facility_name",
                violation_error_message="Cơ sở bức xạ này đã có trong sổ.",
            ),
            in_order(
                "began_on",
                "closed_on",
                name="radiation_facility_days",
                otherwise="Ngày chấm dứt hoạt động đứng trước ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Device(Kept):
    """A radiation device of a facility."""

    class Kind(models.TextChoices):
        DENTAL = "dental", "X-quang chụp răng"
        MAMMOGRAPHY = "mammography", "X-quang chụp vú"
        MOBILE = "mobile", "X-quang di động"
        GENERAL = "general", "X-quang chẩn đoán thông thường"
        BONE_DENSITY = "bone_density", "Đo mật độ xương"
        FLUOROSCOPY = "fluoroscopy", "X-quang tăng sáng truyền hình"
        CT = "ct", "Chụp cắt lớp vi tính (CT)"
        PET_CT = "pet_ct", "PET/CT"
        SPECT_CT = "spect_ct", "SPECT/CT"
        RADIOTHERAPY = "radiotherapy", "Thiết bị xạ trị"
        SCREENING = "screening", "Thiết bị phát tia X soi chiếu, phân tích"
        RADIOGRAPHY = "radiography", "Chụp ảnh phóng xạ công nghiệp"
        GAUGE = "gauge", "Thiết bị đo có nguồn phóng xạ"
        OTHER = "other", "Thiết bị bức xạ khác"

    class State(models.TextChoices):
        IN_USE = "in_use", "Đang sử dụng"
        STORED = "stored", "Lưu giữ, không sử dụng"
        DISPOSED = "disposed", "Đã thanh lý, chuyển giao"

    facility = models.ForeignKey(Facility, models.PROTECT, verbose_name="Cơ sở bức xạ", related_name="devices")
    code = models.CharField("Mã thiết bị", max_length=40)
    kind = models.CharField("Loại thiết bị", max_length=12, choices=Kind)
    maker = models.CharField("Hãng sản xuất", max_length=120, blank=True, default="")
    model = models.CharField("Kiểu", max_length=80, blank=True, default="")
    serial_number = models.CharField("Số sản xuất", max_length=80, blank=True, default="")
    made_in = models.PositiveSmallIntegerField("Năm sản xuất", null=True, blank=True)
    kilovolts = models.DecimalField(
        "Điện áp cực đại (kV)",
        max_digits=7,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    milliamperes = models.DecimalField(
        "Dòng cực đại (mA)",
        max_digits=7,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal(0))],
    )
    room = models.CharField("Phòng đặt", max_length=120, blank=True, default="")
    is_mobile = models.BooleanField("Di động", default=False)
    acquired_on = models.DateField("Ngày có thiết bị", null=True, blank=True)
    disposed_on = models.DateField("Ngày thôi sử dụng", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=8, choices=State, default=State.IN_USE)

    searched: ClassVar[tuple[str, ...]] = ("code", "maker", "model", "serial_number")
    part_of: ClassVar[str] = "facility"

    class Meta(Kept.Meta):
        verbose_name = "thiết bị bức xạ"
        constraints = [
            models.UniqueConstraint(
                fields=["facility", "code"],
                condition=models.Q(trashed_at=None),
                name="radiation_device_code",
                violation_error_message="Mã thiết bị này đã có ở cơ sở.",
            ),
            in_order(
                "acquired_on",
                "disposed_on",
                name="radiation_device_days",
                otherwise="Ngày thôi sử dụng đứng trước ngày có thiết bị.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.code}"


class Declaration(Record):
    """The declaration of a device; the confirmation has a number of its own."""

    class State(models.TextChoices):
        RECEIVED = "received", "Đã nhận"
        CONFIRMED = "confirmed", "Đã xác nhận"
        RETURNED = "returned", "Trả lại"

    device = models.ForeignKey(Device, models.PROTECT, verbose_name="Thiết bị", related_name="declarations")
    received_on = models.DateField("Ngày nhận khai báo", null=True, blank=True)
    number = models.CharField("Số giấy xác nhận", max_length=60, blank=True, default="")
    confirmed_on = models.DateField("Ngày xác nhận", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=9, choices=State, default=State.RECEIVED)

    searched: ClassVar[tuple[str, ...]] = ("number", "device")

    class Meta(Record.Meta):
        verbose_name = "khai báo thiết bị bức xạ"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "number", "confirmed_on"],
                condition=~models.Q(number="") & models.Q(trashed_at=None),
                name="radiation_declaration_number",
                violation_error_message="Số giấy xác nhận khai báo này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed") | models.Q(confirmed_on__isnull=False),
                name="radiation_declaration_confirmed",
                violation_error_message="Đã xác nhận thì phải ghi ngày xác nhận.",
            ),
            in_order(
                "received_on",
                "confirmed_on",
                name="radiation_declaration_days",
                otherwise="Ngày xác nhận đứng trước ngày nhận khai báo.",
            ),
        ]

    def __str__(self) -> str:
        return f"Khai báo {self.number or self.device}"
