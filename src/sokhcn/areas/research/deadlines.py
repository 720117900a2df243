"""Contracts that end and acceptance dossiers that are awaited."""

from typing import Any

from sokhcn.areas.research.models import Task
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

State = Task.State
# While a dossier has not been handed in; later states wait for the council or for the liquidation.
BEFORE_DOSSIER = (State.RUNNING, State.SUSPENDED)


def _waiting() -> Any:
    return Task.objects.filter(state__in=BEFORE_DOSSIER, ends_on__isnull=False)


def _ends(row: Task, terms: Terms) -> Falls | None:
    return Falls(row.until) if row.until else None


def _dossier(row: Task, terms: Terms) -> Falls | None:
    return terms.falls("research.acceptance_dossier", row.level, row.until)


DEADLINES = (
    Deadline("research.ending", "kết thúc hợp đồng nhiệm vụ KH&CN", Task, _waiting, _ends, lambda row: str(row.title)),
    Deadline(
        "research.dossiers",
        "nộp hồ sơ nghiệm thu nhiệm vụ KH&CN",
        Task,
        _waiting,
        _dossier,
        lambda row: str(row.title),
    ),
)
