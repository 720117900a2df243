"""Plans of administrative reform, and what they set to be done."""

from django.db import models
from django.db.models import Q

from sokhcn.records.kept import Kept, Record

ONCE = Q(trashed_at=None)


class ReformPlan(Record):
    """A plan of administrative reform that the department issues itself."""

    class Kind(models.TextChoices):
        EMULATION = "emulation", "Thi đua cải cách hành chính"
        LEGAL_REVIEW = "legal_review", "Rà soát, hệ thống hóa văn bản quy phạm pháp luật"
        LEGAL_CHECK = "legal_check", "Kiểm tra văn bản quy phạm pháp luật"
        PROCEDURE_CONTROL = "procedures", "Kiểm soát thủ tục hành chính"
        REFORM = "reform", "Cải cách hành chính năm"
        QUALITY_SYSTEM = "quality", "Hệ thống quản lý chất lượng ISO 9001"
        DIGITAL = "digital", "Chuyển đổi số"

    class State(models.TextChoices):
        DRAFTING = "drafting", "Đang soạn thảo"
        ISSUED = "issued", "Đã ban hành"
        COMPLETED = "completed", "Đã thực hiện xong"
        WITHDRAWN = "withdrawn", "Rút"

    kind = models.CharField("Loại kế hoạch", max_length=12, choices=Kind)
    title = models.TextField("Tên kế hoạch")
    symbol = models.CharField("Số, ký hiệu", max_length=40, blank=True, default="")
    issued_on = models.DateField("Ngày ban hành", null=True, blank=True)
    owner = models.CharField("Người phụ trách", max_length=100, blank=True, default="")
    result = models.TextField("Kết quả", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFTING)

    searched = ("title", "symbol")

    class Meta(Record.Meta):
        verbose_name = "kế hoạch cải cách hành chính"
        indexes = [models.Index(fields=["agency", "issued_on"], name="reform_plan_day")]
        constraints = [
            models.UniqueConstraint(fields=["agency", "title"], condition=ONCE, name="reform_plan_title"),
            # Numbers start again each year (Decree 30/2020/NĐ-CP, Article 15), so the day belongs to the identity.
            models.UniqueConstraint(
                fields=["agency", "symbol", "issued_on"],
                condition=ONCE & ~Q(symbol=""),
                name="reform_plan_symbol",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class PlanActivity(Kept):
    """Something that a plan sets to be done: by whom, by when, and what came of it."""

    class State(models.TextChoices):
        PLANNED = "planned", "Chưa thực hiện"
        RUNNING = "running", "Đang thực hiện"
        DONE = "done", "Đã thực hiện"
        CANCELLED = "cancelled", "Không thực hiện"

    plan = models.ForeignKey(ReformPlan, models.PROTECT, verbose_name="Kế hoạch", related_name="activities")
    number = models.PositiveSmallIntegerField("Thứ tự")
    title = models.TextField("Nội dung công việc")
    responsible = models.CharField("Đơn vị thực hiện", max_length=200, blank=True, default="")
    product = models.CharField("Sản phẩm", max_length=250, blank=True, default="")
    due_on = models.DateField("Thời hạn", null=True, blank=True)
    done_on = models.DateField("Ngày thực hiện xong", null=True, blank=True)
    result = models.TextField("Kết quả", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.PLANNED)

    part_of = "plan"
    searched = ("title", "product", "result")

    class Meta(Kept.Meta):
        verbose_name = "công việc của kế hoạch"
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "number"],
                condition=ONCE,
                name="reform_activity_once",
                violation_error_message="Thứ tự này đã có trong kế hoạch.",
            ),
            models.CheckConstraint(
                condition=~Q(state="done") | Q(done_on__isnull=False),
                name="reform_activity_done_has_day",
                violation_error_message="Công việc đã thực hiện phải ghi ngày thực hiện xong.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
