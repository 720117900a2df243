"""Where a report stands, what comes next, what of it somebody may do and why not, and what happened so far."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from django.utils import timezone

from sokhcn.kernel.finding import Finding
from sokhcn.people.models import Mandate, User
from sokhcn.records.models import Agency
from sokhcn.reports.checking import Waived
from sokhcn.reports.life import refusing, separation
from sokhcn.reports.life.mandates import type_of
from sokhcn.reports.life.moving import Hand
from sokhcn.reports.life.needs import unmet, waived
from sokhcn.reports.life.report import Report, who_may
from sokhcn.reports.life.separation import Given, exceptions
from sokhcn.reports.life.steps import Step, onward
from sokhcn.reports.life.taking import bad_day, edition_for, unfit
from sokhcn.reports.models import Act, Edition, Move, ReportState, Stage, draft_name


@dataclass(frozen=True, slots=True)
class Next:
    """A step that leads on: whether this person may take it now, or why not, what must be mended, and who can."""

    step: Step
    why_not: str
    findings: tuple[Finding, ...]
    who: tuple[str, ...]

    @property
    def is_open(self) -> bool:
        return not self.why_not and not self.findings


@dataclass(frozen=True, slots=True)
class Standing:
    """A report as its page shows it; ``edition`` is what the next step is about, ``latest`` the newest there is."""

    report: Report
    stage: Stage
    edition: Edition | None
    latest: int | None
    next: tuple[Next, ...]
    moves: tuple[Move, ...]
    waived: tuple[Waived, ...]
    exceptions: tuple[Given, ...]

    @property
    def has_newer(self) -> bool:
        """Whether something was compiled since the edition that was issued."""
        return self.edition is not None and self.latest != self.edition.number


def standing(report: Report, by: User) -> Standing:
    """Where ``report`` stands, for ``by``; it asks everything that the verbs would ask, and writes nothing."""
    state = report.state()
    edition = edition_for(report, state)
    return Standing(
        report,
        Stage(state.stage),
        edition,
        report.latest(),
        tuple(_steps(report, state, by)) if edition else (),
        tuple(report.moves()),
        waived(edition) if edition else (),
        exceptions(report),
    )


def _steps(report: Report, state: ReportState, by: User) -> Iterator[Next]:
    """What leads on from here, each with the edition that it is about; none that no edition is there for."""
    for step in onward(state.stage):
        if edition := edition_for(report, state, step):
            yield _next(report, step, edition, by)


def _next(report: Report, step: Step, edition: Edition, by: User) -> Next:
    day = timezone.localdate()
    mine = report.lets(by, step.permission)
    return Next(
        step,
        _why_not(report, step, edition, by) if mine else refusing.not_yours(report, step.verb, (step.permission,), by),
        unmet(edition, step.verb),
        _who(report, step, edition, day),
    )


def _why_not(report: Report, step: Step, edition: Edition, by: User) -> str:
    hand = Hand(by)
    barred = separation.barred(report, step.verb, by, hand.day)
    return bad_day(report, edition, hand) or barred or unfit(report, step.verb, edition, hand)


def _who(report: Report, step: Step, edition: Edition, day: date) -> tuple[str, ...]:
    """Who can: of those who may sign, by name in the register of mandates."""
    if step.verb == Act.SIGN:
        return tuple(mandate.name for mandate in Mandate.holding(report.agency, day, type_of(edition)))
    people = who_may(step.permission, report.agency)
    return tuple(str(person) for person in people if not separation.barred(report, step.verb, person, day))


@dataclass(frozen=True, slots=True)
class Line:
    """A report in a list: where it stands, with which edition, since when and by whom."""

    report: Report
    stage: Stage
    edition: int
    latest: int
    last: Move | None

    TOLD: ClassVar[tuple[str, ...]] = ("period_code", "addressee", "regime", "starts_on", "ends_on", "number")

    @property
    def draft(self) -> str:
        """The edition by its name among those of its period."""
        return draft_name(self.report.addressee, self.edition)

    @property
    def step(self) -> Step | None:
        """The way forward; nothing once it is out."""
        return way_on(self.stage)


def way_on(stage: Stage) -> Step | None:
    """The step that leads forward from ``stage``; nothing once the report is out."""
    return next((step for step in onward(stage) if step.verb != Act.REOPEN), None)


def overview(agency: Agency) -> tuple[Line, ...]:
    """Every report of ``agency`` that was compiled, the latest period first; three queries."""
    told = Edition.objects.filter(agency=agency.code).only(*Line.TOLD)
    ordered = told.order_by("-starts_on", "period_code", "addressee", "number")
    latest = {(edition.period_code, edition.addressee): edition for edition in ordered}
    states = {(s.period_code, s.addressee): s for s in ReportState.objects.filter(agency=agency.code)}
    moves = {(m.period_code, m.addressee): m for m in Move.objects.filter(agency=agency.code).order_by("pk")}
    return tuple(_line(agency, edition, states.get(key), moves.get(key)) for key, edition in latest.items())


def _line(agency: Agency, latest: Edition, state: ReportState | None, last: Move | None) -> Line:
    stage = Stage(state.stage) if state else Stage.DRAFT
    edition = state.edition if state and stage not in (Stage.DRAFT, Stage.CONFIRMED) else latest.number
    return Line(Report(agency, latest.period, latest.addressee), stage, edition, latest.number, last)
