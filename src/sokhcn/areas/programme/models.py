"""Key tasks of the year's programme, their extensions and evidence, and the plans that the department drew up."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from sokhcn.records.kept import Kept, Record
from sokhcn.records.models import Paper


class KeyTask(Record):
    """A task of the year's programme; its unit leads it. On time or overdue follows from the dates.

    ``due_on`` is the deadline as it stands now. Who cooperates is told in words: most of them are other bodies. A task
    that is not done when its year ends is carried over: the next year's task names it in ``carried_from``. ``section``
    is where reports speak of it, in the words of the outline of that year.
    """

    class Source(models.TextChoices):
        PARTY = "party", "Tỉnh ủy giao"
        COMMITTEE = "committee", "UBND tỉnh giao"
        MINISTRY = "ministry", "Bộ giao"
        OWN = "own", "Sở xác lập"

    class State(models.TextChoices):
        DRAFT = "draft", "Dự kiến"
        PLANNED = "planned", "Chưa thực hiện"
        RUNNING = "running", "Đang thực hiện"
        EXTENSION_ASKED = "extension", "Xin gia hạn"
        COMPLETED = "completed", "Hoàn thành"
        CARRIED = "carried", "Chuyển tiếp sang năm sau"
        REMOVED = "removed", "Đưa ra khỏi chương trình"

    code = models.CharField("Mã nhiệm vụ", max_length=40)
    year = models.PositiveSmallIntegerField("Năm")
    title = models.TextField("Nhiệm vụ")
    source = models.CharField("Nguồn giao", max_length=10, choices=Source, blank=True, default="")
    section = models.CharField("Mục báo cáo", max_length=120, blank=True, default="")
    product = models.TextField("Sản phẩm", blank=True, default="")
    leader = models.CharField("Lãnh đạo phụ trách", max_length=100, blank=True, default="")
    cooperating = models.CharField("Đơn vị phối hợp", max_length=250, blank=True, default="")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Căn cứ", related_name="+")
    carried_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="Chuyển tiếp từ", related_name="carried_to"
    )
    started_on = models.DateField("Ngày bắt đầu", null=True, blank=True)
    due_on = models.DateField("Thời hạn", null=True, blank=True)
    completed_on = models.DateField("Ngày hoàn thành", null=True, blank=True)
    progress = models.PositiveSmallIntegerField("Tiến độ (%)", default=0, validators=[MaxValueValidator(100)])
    result = models.TextField("Kết quả", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFT)

    searched = ("code", "title", "section", "product", "leader", "paper")

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ trọng tâm"
        indexes = [
            models.Index(fields=["agency", "year", "state"], name="programme_task_year"),
            models.Index(fields=["agency", "due_on"], name="programme_task_due"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"],
                condition=Q(trashed_at=None),
                name="programme_task_code",
                violation_error_message="Mã nhiệm vụ này đã có trong sổ.",
            ),
            models.CheckConstraint(
                condition=Q(progress__lte=100),
                name="programme_task_progress",
                violation_error_message="Tiến độ không quá 100 phần trăm.",
            ),
            models.CheckConstraint(
                condition=~Q(state="completed") | Q(completed_on__isnull=False),
                name="programme_completed_has_day",
                violation_error_message="Nhiệm vụ đã hoàn thành thì phải ghi ngày hoàn thành.",
            ),
            models.UniqueConstraint(
                fields=["carried_from"],
                condition=Q(trashed_at=None),
                name="programme_carried_once",
                violation_error_message="Nhiệm vụ ấy đã được chuyển tiếp một lần.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.state == self.State.COMPLETED and self.completed_on is None:
            raise ValidationError({"completed_on": "Nhiệm vụ đã hoàn thành thì phải ghi ngày hoàn thành."})


class Extension(Kept):
    """A later deadline that a task was given: by whom, when and why. The task itself keeps the deadline of the last."""

    task = models.ForeignKey(KeyTask, models.PROTECT, verbose_name="Nhiệm vụ", related_name="extensions")
    old_due_on = models.DateField("Thời hạn cũ")
    new_due_on = models.DateField("Thời hạn mới")
    decided_on = models.DateField("Ngày cho gia hạn")
    decision = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản cho gia hạn", related_name="+"
    )
    reason = models.TextField("Lý do", blank=True, default="")

    part_of = "task"
    searched = ("reason", "decision")

    class Meta(Kept.Meta):
        verbose_name = "gia hạn nhiệm vụ"
        constraints = [
            models.UniqueConstraint(
                fields=["task", "old_due_on"],
                condition=Q(trashed_at=None),
                name="programme_extension_once",
                violation_error_message="Thời hạn này của nhiệm vụ đã được gia hạn.",
            ),
            models.CheckConstraint(
                condition=Q(new_due_on__gt=F("old_due_on")),
                name="programme_extension_later",
                violation_error_message="Thời hạn mới phải sau thời hạn cũ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.task.code}: gia hạn đến {self.new_due_on:%d/%m/%Y}"


class Evidence(Kept):
    """What shows that a task is done or how far it is: a paper, or something else in words."""

    task = models.ForeignKey(KeyTask, models.PROTECT, verbose_name="Nhiệm vụ", related_name="evidence")
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản", related_name="+")
    title = models.CharField("Minh chứng khác", max_length=250, blank=True, default="")
    dated_on = models.DateField("Ngày", null=True, blank=True)

    part_of = "task"
    searched = ("paper", "title")

    class Meta(Kept.Meta):
        verbose_name = "minh chứng"
        constraints = [
            models.UniqueConstraint(
                fields=["task", "paper", "title"],
                condition=Q(trashed_at=None),
                name="programme_evidence_once",
                violation_error_message="Minh chứng này đã ghi cho nhiệm vụ.",
            ),
            models.CheckConstraint(
                condition=~Q(paper=None, title=""),
                name="programme_evidence_says",
                violation_error_message="Ghi văn bản, hoặc minh chứng khác bằng lời.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or str(self.paper)


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
                fields=["agency", "title"], condition=Q(trashed_at=None), name="programme_plan_title"
            )
        ]

    def __str__(self) -> str:
        return self.title
