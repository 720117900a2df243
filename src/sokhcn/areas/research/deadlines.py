"""What falls due in the life of a task: checks, milestones, the end of the contract, its dossier, the registration of
results, advances to be settled and reports on application."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import OuterRef, Subquery

from sokhcn.areas.research.models import Application, Check, Disbursement, Milestone, Task
from sokhcn.areas.research.models.choices import BEFORE_CONTRACT
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

State = Task.State
# While a dossier has not been handed in; later states wait for the council or for the liquidation.
BEFORE_DOSSIER = (State.RUNNING, State.SUSPENDED)
ACCEPTED = (State.ACCEPTED, State.RECOGNISED, State.HANDED_OVER)
# Nothing more is asked of a task that is over; what was advanced to it is.
OVER = (State.CLOSED, State.TERMINATED, State.NOT_ACCEPTED)
CHECKS = Check.objects.filter(task=OuterRef("pk"), held_on__isnull=False).order_by("-held_on")


def _title(row: Task) -> str:
    return str(row.title)


def _dossier(row: Task, terms: Terms) -> Falls | None:
    return terms.falls("research.acceptance_dossier", row.level, row.until)


def _registration(row: Task, terms: Terms) -> Falls | None:
    return terms.falls("research.result_registration", row.level, row.accepted_on)


def _evaluation(row: Task, terms: Terms) -> Falls | None:
    return terms.falls("research.unfunded_evaluation", row.level, row.submitted_on)


def _next_check(row: Any, terms: Terms) -> Falls | None:
    """A check that is planned has a day of its own, and is awaited by that."""
    found = terms.falls("research.periodic_check", row.level, row.last_check or row.started_on)
    beyond = found and row.until and found.on > row.until
    return None if row.planned_check or beyond else found


def _contracts() -> Any:
    return Task.objects.filter(state__in=BEFORE_DOSSIER, ends_on__isnull=False)


def _running() -> Any:
    planned = Check.objects.filter(task=OuterRef("pk"), held_on=None).order_by("planned_on")
    rows = Task.objects.filter(state=State.RUNNING, started_on__isnull=False)
    last, coming = CHECKS.values("held_on")[:1], planned.values("planned_on")[:1]
    return rows.annotate(last_check=Subquery(last), planned_check=Subquery(coming))


def _unregistered() -> Any:
    rows = Task.objects.filter(state__in=ACCEPTED, registered_on=None, accepted_on__isnull=False)
    return rows.exclude(rating=Task.Rating.FAIL)


def _unfunded() -> Any:
    return Task.objects.filter(state=State.SUBMITTED, state_budget=0, submitted_on__isnull=False)


def _of_open_tasks(model: Any, **lookups: Any) -> Any:
    return model.objects.filter(**lookups).exclude(task__state__in=(*OVER, *BEFORE_CONTRACT))


# What rules may be told apart by.
SUBJECTS = (
    ("research.acceptance_dossier", Task, "level"),
    ("research.result_registration", Task, "level"),
    ("research.unfunded_evaluation", Task, "level"),
    ("research.periodic_check", Task, "level"),
)
# What rules of terms are called.
RULES: Mapping[str, str] = MappingProxyType(
    {
        "research.acceptance_dossier": "Thời hạn nộp hồ sơ nghiệm thu",
        "research.result_registration": "Thời hạn đăng ký kết quả nhiệm vụ",
        "research.unfunded_evaluation": "Thời hạn đánh giá kết quả ngoài ngân sách",
        "research.periodic_check": "Chu kỳ kiểm tra nhiệm vụ",
    }
)
DEADLINES = (
    Deadline(
        "research.ending",
        "kết thúc hợp đồng nhiệm vụ KH&CN",
        Task,
        _contracts,
        lambda row, terms: Falls(row.until),
        lambda row: f"Kết thúc hợp đồng: {row.title}",
        promise="Đôn đốc kết thúc hợp đồng {n} nhiệm vụ KH&CN hết thời gian thực hiện trong {period}.",
    ),
    Deadline(
        "research.dossiers",
        "nộp hồ sơ nghiệm thu nhiệm vụ KH&CN",
        Task,
        _contracts,
        _dossier,
        lambda row: f"Nộp hồ sơ nghiệm thu: {row.title}",
        promise="Đôn đốc tổ chức chủ trì nộp hồ sơ nghiệm thu {n} nhiệm vụ KH&CN trong {period}.",
    ),
    Deadline(
        "research.checks_due",
        "kiểm tra định kỳ nhiệm vụ KH&CN",
        Task,
        _running,
        _next_check,
        lambda row: f"Kiểm tra định kỳ: {row.title}",
        moved_by=((Check, "checks"),),
        promise="Kiểm tra định kỳ tình hình thực hiện {n} nhiệm vụ KH&CN trong {period}.",
    ),
    Deadline(
        "research.checks_planned",
        "kiểm tra nhiệm vụ KH&CN theo kế hoạch",
        Check,
        lambda: _of_open_tasks(Check, held_on=None, planned_on__isnull=False),
        lambda row, terms: Falls(row.planned_on),
        str,
        promise="Kiểm tra {n} lượt nhiệm vụ KH&CN theo kế hoạch trong {period}.",
    ),
    Deadline(
        "research.milestones",
        "hoàn thành công việc theo tiến độ hợp đồng nhiệm vụ KH&CN",
        Milestone,
        lambda: _of_open_tasks(Milestone, done_on=None),
        lambda row, terms: Falls(row.due_on),
        str,
        promise="Theo dõi, đôn đốc {n} công việc đến mốc tiến độ hợp đồng nhiệm vụ KH&CN trong {period}.",
    ),
    Deadline(
        "research.evaluations",
        "đánh giá kết quả nhiệm vụ không sử dụng ngân sách nhà nước",
        Task,
        _unfunded,
        _evaluation,
        _title,
        promise="Tổ chức đánh giá kết quả {n} nhiệm vụ KH&CN không sử dụng ngân sách nhà nước trong {period}.",
    ),
    Deadline(
        "research.registrations",
        "đăng ký kết quả thực hiện nhiệm vụ KH&CN",
        Task,
        _unregistered,
        _registration,
        lambda row: f"Đăng ký kết quả: {row.title}",
        promise="Hướng dẫn đăng ký kết quả thực hiện {n} nhiệm vụ KH&CN đến hạn trong {period}.",
    ),
    Deadline(
        "research.advances",
        "thanh toán tạm ứng kinh phí nhiệm vụ KH&CN",
        Disbursement,
        lambda: Disbursement.objects.filter(kind="advance", settled_on=None, settle_by__isnull=False),
        lambda row, terms: Falls(row.settle_by),
        str,
        promise="Đôn đốc thanh toán {n} khoản tạm ứng kinh phí nhiệm vụ KH&CN đến hạn trong {period}.",
    ),
    Deadline(
        "research.applications_due",
        "báo cáo ứng dụng kết quả nhiệm vụ KH&CN",
        Application,
        lambda: Application.objects.filter(reported_on=None, due_on__isnull=False),
        lambda row, terms: Falls(row.due_on),
        str,
        promise="Đôn đốc báo cáo ứng dụng kết quả {n} nhiệm vụ KH&CN đến hạn trong {period}.",
    ),
)
