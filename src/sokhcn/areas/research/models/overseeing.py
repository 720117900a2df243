"""How a task is overseen: councils, checks of its progress, and what was adjusted on the way."""

from typing import ClassVar

from django.db import models
from django.db.models.functions import Coalesce

from sokhcn.areas.research.models.choices import Rating
from sokhcn.areas.research.models.part import PartOfTask, once, turns
from sokhcn.records.kept import in_order
from sokhcn.records.models import Paper

VOTES = sum((Coalesce(name, 0) for name in ("votes_for", "votes_against")), Coalesce("votes_excellent", 0))


class Council(PartOfTask):
    """A council, or a group of experts, that met on one task. Votes are told by what they say."""

    class Kind(models.TextChoices):
        DETERMINATION = "determination", "Xác định nhiệm vụ"
        SELECTION = "selection", "Tuyển chọn, giao trực tiếp"
        APPRAISAL = "appraisal", "Thẩm định kinh phí"
        SELF_ASSESSMENT = "self_assessment", "Tự đánh giá, nghiệm thu cấp cơ sở"
        ACCEPTANCE = "acceptance", "Đánh giá, nghiệm thu"

    class Outcome(models.TextChoices):
        FAVOURABLE = "favourable", "Đề nghị thực hiện hoặc đạt"
        UNFAVOURABLE = "unfavourable", "Không đề nghị hoặc không đạt"

    kind = models.CharField("Loại hội đồng", max_length=16, choices=Kind)
    turn = turns()
    decision = models.ForeignKey(
        Paper, models.PROTECT, null=True, blank=True, verbose_name="Quyết định thành lập", related_name="+"
    )
    chair = models.CharField("Chủ tịch hội đồng", max_length=150, blank=True, default="")
    members = models.PositiveSmallIntegerField("Số thành viên", null=True, blank=True)
    present = models.PositiveSmallIntegerField("Số có mặt", null=True, blank=True)
    held_on = models.DateField("Ngày họp", null=True, blank=True)
    votes_excellent = models.PositiveSmallIntegerField("Phiếu Xuất sắc", null=True, blank=True)
    votes_for = models.PositiveSmallIntegerField("Phiếu đồng ý, Đạt", null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField("Phiếu không đồng ý, Không đạt", null=True, blank=True)
    outcome = models.CharField("Kết quả", max_length=12, choices=Outcome, blank=True, default="")
    rating = models.CharField("Xếp loại", max_length=10, choices=Rating, blank=True, default="")
    conclusion = models.TextField("Kết luận, kiến nghị", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("task", "decision", "chair", "conclusion")

    class Meta(PartOfTask.Meta):
        verbose_name = "hội đồng tư vấn khoa học và công nghệ"
        indexes = [models.Index(fields=["held_on"], name="research_council_held")]
        constraints = [
            once("research_council_once", "kind", "turn", otherwise="Hội đồng loại này, lần này đã có trong sổ."),
            models.CheckConstraint(
                condition=models.Q(present=None) | models.Q(members=None) | models.Q(present__lte=models.F("members")),
                name="research_council_present",
                violation_error_message="Số có mặt nhiều hơn số thành viên hội đồng.",
            ),
            models.CheckConstraint(
                condition=models.Q(present=None) | models.Q(present__gte=VOTES),
                name="research_council_votes",
                violation_error_message="Số phiếu nhiều hơn số thành viên có mặt.",
            ),
            models.CheckConstraint(
                condition=models.Q(outcome="") | models.Q(held_on__isnull=False),
                name="research_council_outcome_has_day",
                violation_error_message="Đã có kết quả thì phải ghi ngày họp hội đồng.",
            ),
        ]

    def __str__(self) -> str:
        body = "Tổ" if self.kind == self.Kind.APPRAISAL else "Hội đồng"
        return f"{body} {self.get_kind_display().lower()}: {self.task}"


class Check(PartOfTask):
    """A check of a task's progress: planned, then held."""

    class Kind(models.TextChoices):
        PERIODIC = "periodic", "Định kỳ"
        UNSCHEDULED = "unscheduled", "Đột xuất"

    class Progress(models.TextChoices):
        ON_TIME = "on_time", "Đúng tiến độ"
        LATE = "late", "Chậm tiến độ"

    kind = models.CharField("Loại kiểm tra", max_length=12, choices=Kind, default=Kind.PERIODIC)
    turn = turns()
    planned_on = models.DateField("Ngày dự kiến", null=True, blank=True)
    held_on = models.DateField("Ngày kiểm tra", null=True, blank=True)
    minutes = models.CharField("Số biên bản", max_length=60, blank=True, default="")
    progress = models.CharField("Đánh giá tiến độ", max_length=10, choices=Progress, blank=True, default="")
    result = models.TextField("Kết quả, kiến nghị", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("task", "minutes", "result")

    class Meta(PartOfTask.Meta):
        verbose_name = "lần kiểm tra nhiệm vụ"
        indexes = [models.Index(fields=["held_on"], name="research_check_held")]
        constraints = [
            once("research_check_once", "kind", "turn", otherwise="Lần kiểm tra này của nhiệm vụ đã có trong sổ."),
            models.CheckConstraint(
                condition=models.Q(planned_on__isnull=False) | models.Q(held_on__isnull=False),
                name="research_check_has_day",
                violation_error_message="Phải ghi ngày dự kiến hoặc ngày kiểm tra.",
            ),
        ]

    def __str__(self) -> str:
        return f"Kiểm tra {self.get_kind_display().lower()} lần {self.turn}: {self.task}"


class Adjustment(PartOfTask):
    """Something of a contract that was changed, with the decision on it; without its day it is only asked for."""

    class Kind(models.TextChoices):
        EXTENSION = "extension", "Gia hạn thời gian"
        CONTENT = "content", "Nội dung, sản phẩm"
        BUDGET = "budget", "Kinh phí"
        PEOPLE = "people", "Chủ nhiệm, thành viên"
        HOST = "host", "Tổ chức chủ trì, phối hợp"
        SUSPENSION = "suspension", "Tạm dừng"
        RESUMPTION = "resumption", "Tiếp tục thực hiện"
        TERMINATION = "termination", "Chấm dứt"

    kind = models.CharField("Nội dung điều chỉnh", max_length=12, choices=Kind)
    turn = turns()
    asked_on = models.DateField("Ngày đề nghị", null=True, blank=True)
    decided_on = models.DateField("Ngày quyết định", null=True, blank=True)
    decision = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, verbose_name="Văn bản", related_name="+")
    new_end = models.DateField("Thời hạn mới", null=True, blank=True)
    content = models.TextField("Diễn giải", blank=True, default="")

    searched: ClassVar[tuple[str, ...]] = ("task", "decision", "content")

    class Meta(PartOfTask.Meta):
        verbose_name = "điều chỉnh nhiệm vụ"
        indexes = [models.Index(fields=["decided_on"], name="research_adjusted_on")]
        constraints = [
            once("research_adjustment_once", "kind", "turn", otherwise="Lần điều chỉnh này đã có trong sổ."),
            in_order(
                "asked_on",
                "decided_on",
                name="research_adjustment_days",
                otherwise="Ngày quyết định đứng trước ngày đề nghị.",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="extension") | models.Q(decided_on=None) | models.Q(new_end__isnull=False),
                name="research_extension_has_end",
                violation_error_message="Đã quyết định gia hạn thì phải ghi thời hạn mới.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} lần {self.turn}: {self.task}"
