"""The report that an address names, where it stands as a badge, and the line of steps that it goes through."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.http import HttpRequest

from sokhcn.interfaces.web.refusing import agency_of
from sokhcn.interfaces.web.report import addressee_of, period_or_404
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.steps import STEPS
from sokhcn.reports.models import Stage

LOOKS: Mapping[str, str] = MappingProxyType(
    {
        Stage.DRAFT: "draft",
        Stage.CONFIRMED: "busy",
        Stage.COMPILED: "wait",
        Stage.FORM_CHECKED: "wait",
        Stage.APPROVED: "ok",
        Stage.SIGNED: "ok",
        Stage.NUMBERED: "ok",
        Stage.ISSUED: "out",
    }
)
WAY = STEPS[: len(Stage) - 1]


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of the way: what it is called, whether it lies behind, whether it is the next one."""

    label: str
    done: bool
    current: bool


def report_of(request: HttpRequest, code: str) -> Report:
    """The report of the person's agency for the period ``code``, to whom the address says."""
    return Report(agency_of(request), period_or_404(code), addressee_of(request))


def milestones(stage: Stage) -> tuple[Milestone, ...]:
    """The way of a report that stands at ``stage``."""
    order = list(Stage)
    here = order.index(stage)
    return tuple(Milestone(step.label, order.index(step.target) <= here, step.source == stage) for step in WAY)
