"""Science and technology tasks: contract, host, time, budget, acceptance and the end of the contract."""

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models

from sokhcn.records.kept import Record
from sokhcn.records.models import Establishment


def _absent_or(name: str, **lookup: object) -> models.Q:
    return models.Q(**{f"{name}__isnull": True}) | models.Q(**lookup)


def _needs_day(state: str, day: str) -> models.CheckConstraint:
    condition = ~models.Q(state=state) | models.Q(**{f"{day}__isnull": False})
    return models.CheckConstraint(condition=condition, name=f"research_{state}_has_day")


class Task(Record):
    """A task under contract. The days of its life say where it stood on any day; the state says where it stands now.

    Budgets are in million đồng. A task stays managed after its acceptance until its contract is liquidated.
    """

    class Level(models.TextChoices):
        NATIONAL = "national", "Cấp quốc gia"
        MINISTERIAL = "ministerial", "Cấp bộ"
        PROVINCIAL = "provincial", "Cấp tỉnh"
        GRASSROOTS = "grassroots", "Cấp cơ sở"

    class Kind(models.TextChoices):
        RESEARCH = "research", "Đề tài"
        SCHEME = "scheme", "Đề án khoa học"
        PILOT_PRODUCTION = "pilot", "Dự án sản xuất thử nghiệm"
        ST_PROJECT = "project", "Dự án KH&CN"

    class Rating(models.TextChoices):
        EXCELLENT = "excellent", "Xuất sắc"
        PASS = "pass", "Đạt"
        FAIL = "fail", "Không đạt"

    class State(models.TextChoices):
        DRAFT = "draft", "Dự thảo"
        RUNNING = "running", "Đang thực hiện"
        SUSPENDED = "suspended", "Tạm dừng"
        SUBMITTED = "submitted", "Đã nộp hồ sơ nghiệm thu"
        ACCEPTED = "accepted", "Đã nghiệm thu"
        RECOGNISED = "recognised", "Đã công nhận kết quả"
        CLOSED = "closed", "Đã thanh lý hợp đồng"
        TERMINATED = "terminated", "Chấm dứt"

    code = models.CharField("Mã nhiệm vụ", max_length=60)
    title = models.TextField("Tên nhiệm vụ")
    level = models.CharField("Cấp", max_length=12, choices=Level)
    kind = models.CharField("Loại hình", max_length=10, choices=Kind, default=Kind.RESEARCH)
    host = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Tổ chức chủ trì", related_name="+"
    )
    principal_investigator = models.CharField("Chủ nhiệm nhiệm vụ", max_length=150, blank=True, default="")
    partner = models.TextField("Tổ chức phối hợp", blank=True, default="")
    started_on = models.DateField("Ngày bắt đầu hợp đồng", null=True, blank=True)
    ends_on = models.DateField("Ngày kết thúc hợp đồng", null=True, blank=True)
    extended_to = models.DateField("Gia hạn đến", null=True, blank=True)
    accepted_on = models.DateField("Ngày nghiệm thu", null=True, blank=True)
    rating = models.CharField("Xếp loại", max_length=10, choices=Rating, blank=True, default="")
    recognised_on = models.DateField("Ngày công nhận kết quả", null=True, blank=True)
    closed_on = models.DateField("Ngày thanh lý hợp đồng", null=True, blank=True)
    terminated_on = models.DateField("Ngày chấm dứt", null=True, blank=True)
    total_budget = models.DecimalField(
        "Tổng kinh phí", max_digits=12, decimal_places=3, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    state_budget = models.DecimalField(
        "Ngân sách nhà nước", max_digits=12, decimal_places=3, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    progress_note = models.TextField("Kết quả, tiến độ", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=10, choices=State, default=State.DRAFT)

    searched = ("code", "title", "host", "principal_investigator", "partner")

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ khoa học và công nghệ"
        indexes = [
            models.Index(fields=["agency", "started_on"], name="research_task_started"),
            models.Index(fields=["agency", "accepted_on"], name="research_task_accepted"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["agency", "code"], condition=models.Q(trashed_at=None), name="research_task_code"
            ),
            models.CheckConstraint(
                condition=_absent_or("ends_on", ends_on__gte=models.F("started_on")) | models.Q(started_on=None),
                name="research_ends_after_start",
            ),
            models.CheckConstraint(
                condition=_absent_or("extended_to", extended_to__gte=models.F("ends_on")) | models.Q(ends_on=None),
                name="research_extension_after_end",
            ),
            models.CheckConstraint(
                condition=models.Q(rating="") | models.Q(accepted_on__isnull=False), name="research_rated_has_day"
            ),
            models.CheckConstraint(
                condition=_absent_or("state_budget", state_budget__lte=models.F("total_budget"))
                | models.Q(total_budget=None),
                name="research_state_budget_within",
            ),
            _needs_day("accepted", "accepted_on"),
            _needs_day("recognised", "recognised_on"),
            _needs_day("closed", "closed_on"),
            _needs_day("terminated", "terminated_on"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def until(self) -> date | None:
        """The last day of the contract, or of its extension."""
        return self.extended_to or self.ends_on

    def clean(self) -> None:
        if faults := dict(self._faults()):
            raise ValidationError(faults)

    def _faults(self) -> Iterator[tuple[str, str]]:
        """The same rules as the constraints, in words for officers."""
        day = DAY_OF.get(self.state)
        if day and getattr(self, day) is None:
            yield day, f"Nhiệm vụ ở tình trạng “{self.State(self.state).label}” thì phải ghi ngày này."
        if self.rating and self.accepted_on is None:
            yield "accepted_on", "Đã xếp loại thì phải ghi ngày nghiệm thu."
        if self.started_on and self.ends_on and self.ends_on < self.started_on:
            yield "ends_on", "Ngày kết thúc đứng trước ngày bắt đầu."
        if self.extended_to and self.ends_on and self.extended_to < self.ends_on:
            yield "extended_to", "Ngày gia hạn đứng trước ngày kết thúc."
        yield from self._budget_faults()

    def _budget_faults(self) -> Iterator[tuple[str, str]]:
        if self.state_budget is not None and self.total_budget is not None and self.state_budget > self.total_budget:
            yield "state_budget", "Phần ngân sách nhà nước lớn hơn tổng kinh phí."


DAY_OF: dict[str, str] = {
    Task.State.ACCEPTED: "accepted_on",
    Task.State.RECOGNISED: "recognised_on",
    Task.State.CLOSED: "closed_on",
    Task.State.TERMINATED: "terminated_on",
}
