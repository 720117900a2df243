"""Key tasks of the year's programme, and the plans that the department drew up."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models

from sokhcn.records.kept import Record
from sokhcn.records.models import Paper


class KeyTask(Record):
    """A task of the year's programme; its unit leads it. On time or overdue follows from the dates."""

    class State(models.TextChoices):
        DRAFT = "draft", "Dự kiến"
        PLANNED = "planned", "Chưa thực hiện"
        RUNNING = "running", "Đang thực hiện"
        EXTENSION_ASKED = "extension", "Xin gia hạn"
        COMPLETED = "completed", "Hoàn thành"
        REMOVED = "removed", "Đưa ra khỏi chương trình"

    code = models.CharField("Mã nhiệm vụ", max_length=40)
    year = models.PositiveSmallIntegerField("Năm")
    title = models.TextField("Nhiệm vụ")
    product = models.TextField("Sản phẩm", blank=True, default="")
    leader = models.CharField("Lãnh đạo phụ trách", max_length=100, blank=True, default="")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Căn cứ", related_name="+")
    started_on = models.DateField("Ngày bắt đầu", null=True, blank=True)
    due_on = models.DateField("Thời hạn", null=True, blank=True)
    completed_on = models.DateField("Ngày hoàn thành", null=True, blank=True)
    progress = models.PositiveSmallIntegerField("Tiến độ (%)", default=0, validators=[MaxValueValidator(100)])
    result = models.TextField("Kết quả", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFT)

    searched = ("code", "title", "product", "leader", "paper")

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ trọng tâm"
        indexes = [
            models.Index(fields=["agency", "year", "state"], name="programme_task_year"),
            models.Index(fields=["agency", "due_on"], name="programme_task_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], condition=models.Q(trashed_at=None), name="programme_task_code"
            ),
            models.CheckConstraint(condition=models.Q(progress__lte=100), name="programme_task_progress"),
            models.CheckConstraint(
                condition=~models.Q(state="completed") | models.Q(completed_on__isnull=False),
                name="programme_completed_has_day",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.state == self.State.COMPLETED and self.completed_on is None:
            raise ValidationError({"completed_on": "Nhiệm vụ đã hoàn thành thì phải ghi ngày hoàn thành."})


class WorkPlan(Record):
    """A plan that the department drew up: ``basis`` is the paper it carries out, ``subject`` what that asks for."""

    class State(models.TextChoices):
        DRAFTING = "drafting", "Đang xây dựng"
        DRAWN_UP = "drawn_up", "Đã xây dựng"
        WITHDRAWN = "withdrawn", "Rút"

    title = models.TextField("Tên kế hoạch")
    subject = models.TextField("Nội dung triển khai", blank=True, default="")
    basis = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Căn cứ", related_name="+")
    adopted_on = models.DateField("Ngày ban hành", null=True, blank=True)
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFTING)

    searched = ("title", "subject", "basis")

    class Meta(Record.Meta):
        verbose_name = "kế hoạch công tác"
        indexes = [models.Index(fields=["agency", "adopted_on"], name="programme_plan_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "title"], condition=models.Q(trashed_at=None), name="programme_plan_title"
            )
        ]

    def __str__(self) -> str:
        return self.title
