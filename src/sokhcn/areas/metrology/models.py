"""Measuring instruments, and each time one of them is verified, calibrated or tested."""

from types import MappingProxyType

from django.db import models

from sokhcn.records.kept import Kept, Record
from sokhcn.records.models import Establishment


class Instrument(Kept):
    """A measuring instrument of an establishment, known by its kind and serial number there."""

    class Kind(models.TextChoices):
        FUEL_DISPENSER = "fuel_dispenser", "Cột đo xăng dầu"
        LPG_DISPENSER = "lpg_dispenser", "Cột đo khí dầu mỏ hóa lỏng"
        TAXIMETER = "taximeter", "Taximet"
        ELECTRICITY_METER = "electricity_meter", "Công tơ điện"
        WATER_METER = "water_meter", "Đồng hồ nước lạnh"
        SPRING_SCALE = "spring_scale", "Cân đồng hồ lò xo"
        PLATFORM_SCALE = "platform_scale", "Cân bàn"
        BEAM_SCALE = "beam_scale", "Cân đĩa"
        CRANE_SCALE = "crane_scale", "Cân treo"
        WEIGHBRIDGE = "weighbridge", "Cân ô tô"
        ANALYTICAL_BALANCE = "analytical_balance", "Cân phân tích"
        TECHNICAL_BALANCE = "technical_balance", "Cân kỹ thuật"
        WEIGHT = "weight", "Quả cân"
        VOLUME_MEASURE = "volume_measure", "Ca đong, bình đong, thùng đong"
        STORAGE_TANK = "storage_tank", "Bể đong cố định"
        TANK_TRUCK = "tank_truck", "Xi téc ô tô"
        PRESSURE_GAUGE = "pressure_gauge", "Áp kế"
        SPHYGMOMANOMETER = "sphygmomanometer", "Huyết áp kế"
        CLINICAL_THERMOMETER = "clinical_thermometer", "Nhiệt kế y học"
        THERMOMETER = "thermometer", "Nhiệt kế"
        ECG = "ecg", "Máy đo điện tim"
        EEG = "eeg", "Máy đo điện não"
        BREATH_ANALYSER = "breath_analyser", "Máy đo nồng độ cồn trong hơi thở"
        SPEED_METER = "speed_meter", "Máy đo tốc độ phương tiện giao thông"
        EARTH_TESTER = "earth_tester", "Máy đo điện trở tiếp đất"
        INSULATION_TESTER = "insulation_tester", "Máy đo điện trở cách điện"
        PH_METER = "ph_meter", "Máy đo pH"
        OTHER = "other", "Phương tiện đo khác"

    establishment = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở sử dụng", related_name="+")
    kind = models.CharField("Loại phương tiện đo", max_length=24, choices=Kind)
    name = models.CharField("Tên phương tiện đo", max_length=200, blank=True, default="")
    maker = models.CharField("Hãng sản xuất", max_length=120, blank=True, default="")
    model = models.CharField("Kiểu", max_length=80, blank=True, default="")
    serial_number = models.CharField("Số sản xuất", max_length=80)

    searched = ("kind_name", "name", "maker", "model", "serial_number")
    found_alone = False

    class Meta(Kept.Meta):
        verbose_name = "phương tiện đo"
        constraints = [
            models.UniqueConstraint(
                fields=["establishment", "kind", "serial_number"],
                condition=models.Q(trashed_at=None),
                name="metrology_instrument_once",
                violation_error_message="Phương tiện đo này đã có.",
            ),
            models.CheckConstraint(
                condition=~models.Q(serial_number=""),
                name="metrology_instrument_has_serial",
                violation_error_message="Thiếu số sản xuất; không có thì ghi số quản lý của cơ sở.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name or self.kind_name}, số {self.serial_number}"

    @property
    def kind_name(self) -> str:
        return str(NAMES.get(self.kind, self.kind))


NAMES = MappingProxyType(dict(Instrument.Kind.choices))  # asked of every row that is written or shown


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

    class Result(models.TextChoices):
        PASSED = "passed", "Đạt"
        FAILED = "failed", "Không đạt"

    class State(models.TextChoices):
        DRAFT = "draft", "Đang lập"
        PERFORMED = "performed", "Đã thực hiện"
        CANCELLED = "cancelled", "Hủy"

    instrument = models.ForeignKey(Instrument, models.PROTECT, verbose_name="Phương tiện đo", related_name="jobs")
    establishment = models.ForeignKey(Establishment, models.PROTECT, verbose_name="Cơ sở", related_name="+")
    service = models.CharField("Dịch vụ", max_length=12, choices=Service)
    verification_kind = models.CharField(
        "Chế độ kiểm định", max_length=12, choices=VerificationKind, blank=True, default=""
    )
    performed_on = models.DateField("Ngày thực hiện", null=True, blank=True)
    result = models.CharField("Kết quả", max_length=6, choices=Result, blank=True, default="")
    certificate_number = models.CharField("Số giấy chứng nhận", max_length=40, blank=True, default="")
    sticker_number = models.CharField("Số tem", max_length=40, blank=True, default="")
    valid_until = models.DateField("Hiệu lực đến", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFT)

    searched = ("instrument", "establishment", "certificate_number", "sticker_number")

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
        ]

    def __str__(self) -> str:
        return f"{self.get_service_display()} {self.instrument}"
