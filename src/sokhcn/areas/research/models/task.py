"""Science and technology tasks: from the proposal over contract and acceptance to the end of the contract."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeAlias

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from sokhcn.areas.research.models import choices
from sokhcn.areas.research.models.programme import Programme
from sokhcn.records.fields import day_field, paper_field
from sokhcn.records.kept import Record, in_order
from sokhcn.records.models import Establishment

# What has to be known once a task is in a state.
DAY_OF: Mapping[str, str] = {
    "listed": "listed_on",
    "approved": "approved_on",
    "accepted": "accepted_on",
    "not_accepted": "accepted_on",
    "registered": "registered_on",
    "recognised": "recognised_on",
    "handed_over": "handed_over_on",
    "closed": "closed_on",
    "terminated": "terminated_on",
}


def _absent_or(name: str, **lookup: object) -> models.Q:
    return models.Q(**{f"{name}__isnull": True}) | models.Q(**lookup)


def _needs_day(state: str, day: str) -> models.CheckConstraint:
    condition = ~models.Q(state=state) | models.Q(**{f"{day}__isnull": False})
    return models.CheckConstraint(condition=condition, name=f"research_{state}_has_day")


def _follows(first: str, last: str, otherwise: str) -> models.CheckConstraint:
    return in_order(first, last, name=f"research_{last}_after", otherwise=otherwise)


def _text(heading: str, longest: int = 150) -> Any:
    return models.CharField(heading, max_length=longest, blank=True, default="")


def _money(heading: str) -> Any:
    return models.DecimalField(
        heading, max_digits=12, decimal_places=3, null=True, blank=True, validators=[MinValueValidator(0)]
    )


class Task(Record):
    """A task. The days of its life say where it stood on any day; the state says where it stands now.

    Budgets are in million đồng. A task stays managed after its acceptance until its contract is liquidated.
    """

    Level: TypeAlias = choices.Level
    Rating: TypeAlias = choices.Rating
    Selection: TypeAlias = choices.Selection
    State: TypeAlias = choices.State

    class Kind(models.TextChoices):
        RESEARCH = "research", "Đề tài"
        SCHEME = "scheme", "Đề án khoa học"
        PILOT_PRODUCTION = "pilot", "Dự án sản xuất thử nghiệm"
        ST_PROJECT = "project", "Dự án KH&CN"

    code = models.CharField("Mã nhiệm vụ", max_length=60)
    code_scheme = _text("Hệ mã", 60)
    title = models.TextField("Tên nhiệm vụ")
    level = models.CharField("Cấp", max_length=12, choices=choices.Level)
    kind = models.CharField("Loại hình", max_length=10, choices=Kind, default=Kind.RESEARCH)
    programme = models.ForeignKey(
        Programme, models.PROTECT, null=True, blank=True, verbose_name="Thuộc chương trình", related_name="+"
    )
    field = _text("Lĩnh vực")
    field_code = models.CharField(
        "Mã lĩnh vực nghiên cứu",
        max_length=5,
        blank=True,
        default="",
        validators=[RegexValidator(r"^\d{1,5}$", "Mã lĩnh vực gồm 1 đến 5 chữ số, như 30218.")],
    )
    # --- proposal and choice
    ordering_body = _text("Cơ quan đề xuất, đặt hàng", 200)
    proposed_on = day_field("Ngày đề xuất")
    listed_on = day_field("Ngày phê duyệt danh mục")
    list_decision = paper_field("Quyết định phê duyệt danh mục")
    selection = models.CharField(
        "Phương thức giao nhiệm vụ", max_length=12, choices=choices.Selection, blank=True, default=""
    )
    selected_on = day_field("Ngày có kết quả tuyển chọn, giao")
    appraised_on = day_field("Ngày thẩm định kinh phí")
    approved_on = day_field("Ngày phê duyệt nhiệm vụ")
    approval_decision = paper_field("Quyết định phê duyệt nhiệm vụ")
    # --- who does it
    host = models.ForeignKey(
        Establishment, models.PROTECT, null=True, blank=True, verbose_name="Tổ chức chủ trì", related_name="+"
    )
    principal_investigator = _text("Chủ nhiệm nhiệm vụ")
    secretary = _text("Thư ký khoa học")
    members = models.TextField("Thành viên chính", blank=True, default="")
    partner = models.TextField("Tổ chức phối hợp", blank=True, default="")
    # --- contract
    contract_no = _text("Số hợp đồng", 60)
    contract_on = day_field("Ngày ký hợp đồng")
    started_on = day_field("Ngày bắt đầu hợp đồng")
    ends_on = day_field("Ngày kết thúc hợp đồng")
    extended_to = day_field("Gia hạn đến")
    # --- acceptance and results
    submitted_on = day_field("Ngày nộp hồ sơ nghiệm thu")
    accepted_on = day_field("Ngày nghiệm thu")
    rating = models.CharField("Xếp loại", max_length=10, choices=choices.Rating, blank=True, default="")
    completed_on = day_field("Ngày hoàn thiện hồ sơ sau nghiệm thu")
    registered_on = day_field("Ngày đăng ký kết quả")
    registration_no = _text("Số giấy chứng nhận đăng ký kết quả", 60)
    storage_no = _text("Số lưu giữ kết quả", 60)
    recognised_on = day_field("Ngày công nhận kết quả")
    recognition_decision = paper_field("Quyết định công nhận kết quả")
    handed_over_on = day_field("Ngày bàn giao kết quả")
    receiver = models.TextField("Đơn vị tiếp nhận kết quả", blank=True, default="")
    handover_minutes = _text("Biên bản bàn giao", 60)
    settled_on = day_field("Ngày quyết toán")
    closed_on = day_field("Ngày thanh lý hợp đồng")
    terminated_on = day_field("Ngày chấm dứt")
    # --- money
    total_budget = _money("Tổng kinh phí")
    state_budget = _money("Ngân sách nhà nước")
    lump_sum = models.CharField("Phương thức khoán chi", max_length=10, choices=choices.LumpSum, blank=True, default="")
    settled_budget = _money("Kinh phí quyết toán")
    progress_note = models.TextField("Kết quả, tiến độ", blank=True, default="")
    state = models.CharField("Tình trạng", max_length=12, choices=choices.State, default=choices.State.DRAFT)

    searched = ("code", "title", "host", "principal_investigator", "partner", "contract_no", "registration_no")

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
            models.CheckConstraint(
                condition=~models.Q(state="not_accepted") | models.Q(rating="fail"), name="research_not_accepted_failed"
            ),
            models.CheckConstraint(
                condition=~models.Q(state__in=("registered", "recognised", "handed_over")) | ~models.Q(rating="fail"),
                name="research_failed_goes_no_further",
            ),
            models.UniqueConstraint(
                fields=["agency", "registration_no"],
                condition=models.Q(trashed_at=None) & ~models.Q(registration_no=""),
                name="research_registration_no",
                # One certificate for each result (Circular 14/2014/TT-BKHCN).
                violation_error_message="Số giấy chứng nhận đăng ký kết quả này đã có ở nhiệm vụ khác.",
            ),
            _follows("proposed_on", "listed_on", "Ngày phê duyệt danh mục đứng trước ngày đề xuất."),
            _follows("listed_on", "approved_on", "Ngày phê duyệt nhiệm vụ đứng trước ngày phê duyệt danh mục."),
            _follows("submitted_on", "accepted_on", "Ngày nghiệm thu đứng trước ngày nộp hồ sơ."),
            _follows("accepted_on", "registered_on", "Ngày đăng ký kết quả đứng trước ngày nghiệm thu."),
            _follows("accepted_on", "handed_over_on", "Ngày bàn giao kết quả đứng trước ngày nghiệm thu."),
            *(_needs_day(state, day) for state, day in DAY_OF.items()),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def until(self) -> date | None:
        """The last day of the contract, or of its extension."""
        until: date | None = self.extended_to or self.ends_on
        return until

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
        yield from self._failure_faults()

    def _budget_faults(self) -> Iterator[tuple[str, str]]:
        if self.state_budget is not None and self.total_budget is not None and self.state_budget > self.total_budget:
            yield "state_budget", "Phần ngân sách nhà nước lớn hơn tổng kinh phí."

    def _failure_faults(self) -> Iterator[tuple[str, str]]:
        failed = self.rating == choices.Rating.FAIL
        if self.state == choices.State.NOT_ACCEPTED and not failed:
            yield "rating", "Nghiệm thu không đạt thì xếp loại phải là “Không đạt”."
        onward = (choices.State.REGISTERED, choices.State.RECOGNISED, choices.State.HANDED_OVER)
        if failed and self.state in onward:
            yield "rating", "Nhiệm vụ xếp loại “Không đạt” thì không đăng ký, công nhận, bàn giao kết quả."
