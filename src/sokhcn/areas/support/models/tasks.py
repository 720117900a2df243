"""Support tasks, and the money paid out for them."""

from django.db import models
from django.db.models import F, Q

from sokhcn.areas.support.models.programmes import Programme
from sokhcn.records.kept import Kept, Record, in_order
from sokhcn.records.models import Establishment, Paper

OVER = ("completed", "liquidated", "stopped")


class SupportTask(Record):
    """A task that supports somebody. It runs from its first day to the day it really ended, empty while it runs.

    ``ends_on`` is the day by which the contract wants it done. ``sector`` and ``size`` are those of the beneficiary
    when it was supported: an enterprise grows, and the report is about what it was.
    """

    class Kind(models.TextChoices):
        QUALITY_SYSTEM = "quality_system", "Áp dụng hệ thống quản lý chất lượng tiên tiến"
        TECHNOLOGY_RENEWAL = "technology_renewal", "Đổi mới công nghệ"
        STARTUP_ECOSYSTEM = "startup_ecosystem", "Hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo"
        IP_GUIDANCE = "ip_guidance", "Xác lập, khai thác quyền sở hữu trí tuệ"
        TRACEABILITY = "traceability", "Truy xuất nguồn gốc, mã số mã vạch"
        QUALITY_AWARD = "quality_award", "Giải thưởng chất lượng quốc gia"
        TRAINING = "training", "Đào tạo, tập huấn"
        STANDARD = "standard", "Xây dựng tiêu chuẩn, công bố hợp chuẩn, hợp quy"
        BRAND = "brand", "Xây dựng nhãn hiệu"
        OTHER = "other", "Nội dung khác"

    class Size(models.TextChoices):
        MICRO = "micro", "Siêu nhỏ"
        SMALL = "small", "Nhỏ"
        MEDIUM = "medium", "Vừa"
        LARGE = "large", "Lớn"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Đề xuất"
        APPROVED = "approved", "Đã phê duyệt"
        RUNNING = "running", "Đang thực hiện"
        COMPLETED = "completed", "Hoàn thành"
        LIQUIDATED = "liquidated", "Đã thanh lý hợp đồng"
        STOPPED = "stopped", "Dừng thực hiện"

    code = models.CharField("Mã nhiệm vụ", max_length=40)
    title = models.TextField("Tên nhiệm vụ")
    kind = models.CharField("Nội dung hỗ trợ", max_length=20, choices=Kind)
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, verbose_name="Chương trình", related_name="+"
    )
    beneficiary = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Đơn vị được hỗ trợ", related_name="+"
    )
    sector = models.CharField("Ngành nghề", max_length=150, blank=True, default="")
    size = models.CharField("Quy mô", max_length=8, choices=Size, blank=True, default="")
    decision = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Quyết định phê duyệt", related_name="+"
    )
    contract_number = models.CharField("Số hợp đồng", max_length=60, blank=True, default="")
    signed_on = models.DateField("Ngày ký hợp đồng", null=True, blank=True)
    started_on = models.DateField("Ngày bắt đầu", null=True, blank=True)
    ends_on = models.DateField("Thời hạn hợp đồng", null=True, blank=True)
    ended_on = models.DateField("Ngày kết thúc", null=True, blank=True)
    budget = models.DecimalField("Kinh phí (triệu đồng)", max_digits=14, decimal_places=3, null=True, blank=True)
    state_budget = models.DecimalField(
        "Trong đó ngân sách nhà nước (triệu đồng)", max_digits=14, decimal_places=3, null=True, blank=True
    )
    result = models.TextField("Kết quả", blank=True, default="")
    certificate_number = models.CharField("Số giấy chứng nhận", max_length=60, blank=True, default="")
    certified_on = models.DateField("Ngày cấp giấy chứng nhận", null=True, blank=True)
    certificate_expires_on = models.DateField("Giấy chứng nhận có hiệu lực đến", null=True, blank=True)
    certificate_dropped = models.BooleanField("Không duy trì giấy chứng nhận", default=False)
    state = models.CharField("Tình trạng", max_length=12, choices=State, default=State.PROPOSED)

    searched = ("code", "title", "beneficiary", "contract_number", "certificate_number")

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ hỗ trợ"
        indexes = [models.Index(fields=["agency", "started_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=Q(trashed_at=None),
                name="support_task_code",
                violation_error_message="Mã nhiệm vụ này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=OVER) | Q(ended_on__isnull=False),
                name="support_task_ended_has_day",
                violation_error_message="Nhiệm vụ đã hoàn thành hoặc dừng phải ghi ngày kết thúc.",
            ),
            in_order(
                "started_on", "ended_on", name="support_task_days", otherwise="Ngày kết thúc đứng trước ngày bắt đầu."
            ),
            in_order("started_on", "ends_on", name="support_task_term", otherwise="Thời hạn đứng trước ngày bắt đầu."),
            models.CheckConstraint(
                condition=Q(state_budget=None) | Q(budget=None) | Q(state_budget__lte=F("budget")),
                name="support_task_budget",
                violation_error_message="Phần ngân sách nhà nước lớn hơn kinh phí của nhiệm vụ.",
            ),
            models.CheckConstraint(
                condition=~Q(certificate_number="") | Q(certified_on=None, certificate_expires_on=None),
                name="support_task_certificate",
                violation_error_message="Có ngày của giấy chứng nhận thì phải ghi số giấy chứng nhận.",
            ),
            in_order(
                "certified_on",
                "certificate_expires_on",
                name="support_task_certified",
                otherwise="Giấy chứng nhận hết hiệu lực trước ngày cấp.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}: {self.title}"


class Disbursement(Kept):
    """A part of a task's money: by when it is to be paid, and the day on which it was."""

    task = models.ForeignKey(SupportTask, models.PROTECT, verbose_name="Nhiệm vụ", related_name="disbursements")
    number = models.PositiveSmallIntegerField("Đợt")
    amount = models.DecimalField("Số tiền (triệu đồng)", max_digits=14, decimal_places=3)
    due_on = models.DateField("Thời hạn giải ngân", null=True, blank=True)
    paid_on = models.DateField("Ngày giải ngân", null=True, blank=True)
    voucher = models.CharField("Chứng từ", max_length=60, blank=True, default="")
    note = models.TextField("Ghi chú", blank=True, default="")

    part_of = "task"
    searched = ("voucher", "note")

    class Meta(Kept.Meta):
        verbose_name = "đợt giải ngân"
        constraints = [
            models.UniqueConstraint(
                fields=["task", "number"],
                condition=Q(trashed_at=None),
                name="support_disbursement_once",
                violation_error_message="Đợt giải ngân này đã ghi cho nhiệm vụ.",
            ),
            models.CheckConstraint(
                condition=Q(amount__gt=0),
                name="support_disbursement_amount",
                violation_error_message="Số tiền giải ngân phải lớn hơn 0.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task.code}, đợt {self.number}"
