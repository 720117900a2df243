"""What verification is done with: procedures, measurement standards, verifiers, and the designation that allows it."""

from typing import ClassVar

from django.db import models

from sokhcn.records.kept import Lasting, Record, in_order
from sokhcn.records.models import Paper


class Procedure(Lasting):
    """A technical document by which instruments are verified, calibrated or tested, such as ĐLVN 118:2020."""

    code = models.CharField("Số hiệu", max_length=40)
    title = models.CharField("Tên văn bản kỹ thuật", max_length=250, blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("code", "title")

    class Meta(Lasting.Meta):
        verbose_name = "quy trình kiểm định, hiệu chuẩn"
        constraints = [
            models.UniqueConstraint(
                fields=["code"],
                condition=models.Q(trashed_at=None),
                name="metrology_procedure_code",
                violation_error_message="Quy trình này đã có trong danh mục.",
            )
        ]

    def __str__(self) -> str:
        return self.code


class Standard(Record):
    """A measurement standard that others are compared with; it is calibrated or verified itself from time to time."""

    class State(models.TextChoices):
        IN_USE = "in_use", "Đang sử dụng"
        STOPPED = "stopped", "Tạm ngừng sử dụng"
        RETIRED = "retired", "Đã thôi sử dụng"

    code = models.CharField("Mã chuẩn", max_length=40)
    name = models.CharField("Tên chuẩn đo lường", max_length=200)
    maker = models.CharField("Hãng sản xuất", max_length=120, blank=True, default="")
    model = models.CharField("Kiểu", max_length=80, blank=True, default="")
    serial_number = models.CharField("Số sản xuất", max_length=80, blank=True, default="")
    measuring_range = models.CharField("Phạm vi đo", max_length=120, blank=True, default="")
    accuracy = models.CharField("Cấp chính xác, độ không đảm bảo đo", max_length=120, blank=True, default="")
    calibrated_by = models.CharField("Nơi hiệu chuẩn, kiểm định", max_length=200, blank=True, default="")
    certificate_number = models.CharField("Số giấy chứng nhận", max_length=60, blank=True, default="")
    calibrated_on = models.DateField("Ngày hiệu chuẩn, kiểm định", null=True, blank=True)
    valid_until = models.DateField("Hiệu lực đến", null=True, blank=True)
    in_use_since = models.DateField("Ngày đưa vào sử dụng", null=True, blank=True)
    retired_on = models.DateField("Ngày thôi sử dụng", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=8, choices=State, default=State.IN_USE)

    searched: ClassVar[tuple[str, ...]] = ("code", "name", "serial_number", "certificate_number")

    class Meta(Record.Meta):
        verbose_name = "chuẩn đo lường"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=models.Q(trashed_at=None),
                name="metrology_standard_code",
                violation_error_message="Mã chuẩn này đã có trong sổ.",
            ),
            in_order(
                "calibrated_on",
                "valid_until",
                name="metrology_standard_days",
                otherwise="Chuẩn hết hiệu lực trước ngày hiệu chuẩn, kiểm định.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.code})"


class Verifier(Record):
    """A verification officer with a card that says what they may verify. ``name`` is personal data."""

    class State(models.TextChoices):
        WORKING = "working", "Đang làm việc"
        LEFT = "left", "Thôi làm kiểm định"

    name = models.CharField("Họ và tên", max_length=100)
    card_number = models.CharField("Số thẻ", max_length=40)
    scope = models.TextField("Lĩnh vực được kiểm định", blank=True, default="")
    card_issued_on = models.DateField("Ngày cấp thẻ", null=True, blank=True)
    card_valid_until = models.DateField("Thẻ có giá trị đến", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=8, choices=State, default=State.WORKING)

    searched: ClassVar[tuple[str, ...]] = ("card_number",)

    class Meta(Record.Meta):
        verbose_name = "kiểm định viên"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "card_number"],
                condition=models.Q(trashed_at=None),
                name="metrology_verifier_card",
                violation_error_message="Số thẻ này đã có trong sổ.",
            ),
            in_order(
                "card_issued_on",
                "card_valid_until",
                name="metrology_verifier_days",
                otherwise="Thẻ hết giá trị trước ngày cấp.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kiểm định viên, thẻ {self.card_number}"


class Designation(Record):
    """A decision that designates a body to verify, calibrate or test; ``previous`` is the one it takes over from."""

    class State(models.TextChoices):
        IN_FORCE = "in_force", "Đang có hiệu lực"
        REPLACED = "replaced", "Đã thay bằng quyết định khác"
        ENDED = "ended", "Bị đình chỉ, hủy bỏ hoặc hết hiệu lực"

    number = models.CharField("Số quyết định", max_length=60)
    body = models.CharField("Tổ chức được chỉ định", max_length=250)
    scope = models.TextField("Phạm vi chỉ định", blank=True, default="")
    issued_on = models.DateField("Ngày quyết định", null=True, blank=True)
    issuer = models.CharField("Cơ quan chỉ định", max_length=200, blank=True, default="")
    valid_until = models.DateField("Có giá trị đến", null=True, blank=True)
    paper = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản viện dẫn", related_name="+"
    )
    previous = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Quyết định trước", related_name="following"
    )
    state = models.CharField("Tình trạng", max_length=8, choices=State, default=State.IN_FORCE)

    searched: ClassVar[tuple[str, ...]] = ("number", "body", "scope")

    class Meta(Record.Meta):
        verbose_name = "quyết định chỉ định"
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "number", "issued_on"],
                condition=models.Q(trashed_at=None),
                name="metrology_designation_number",
                violation_error_message="Quyết định chỉ định này đã có trong sổ.",
            ),
            in_order(
                "issued_on",
                "valid_until",
                name="metrology_designation_days",
                otherwise="Chỉ định hết giá trị trước ngày quyết định.",
            ),
        ]

    def __str__(self) -> str:
        return f"Quyết định số {self.number}"
