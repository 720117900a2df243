"""The one verb of the workflow: take a report one step further, or refuse it in one sentence and write nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from sokhcn.kernel.dates import written
from sokhcn.people.models import User
from sokhcn.records.stepping import NotPossible
from sokhcn.records.turns import wait_for_turn
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.issuing import is_issued, issued_last
from sokhcn.reports.life import deeds, refusing
from sokhcn.reports.life.mandates import cannot_sign
from sokhcn.reports.life.moving import Hand, Moving, moved
from sokhcn.reports.life.needs import unmet
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.separation import conflicts
from sokhcn.reports.life.steps import Step, permissions_of, step_of
from sokhcn.reports.models import Act, Edition, Move, ReportState, Stage
from sokhcn.reports.periods import compile_command


def take(report: Report, verb: Act, *, by: User, reason: str = "", on: date | None = None) -> Move:
    """Take the step ``verb`` with ``report``; raises ``NotMoved`` and ``Busy``.

    Questions and writing are one passage in which the registers stand still: of two who take a report at once, the
    second one finds it where the first one brought it.
    """
    with writing(by=by, reason=reason, occasion=f"{verb.label.capitalize()} {report.name}", still=True) as pen:
        return step(pen, report, verb, Hand(by, reason, on))


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one of many: its move, or why it stayed."""

    report: Report
    move: Move | None
    refused: NotMoved | None = None


def take_all(
    reports: Iterable[Report], verb: Act, *, by: User, reason: str = "", on: date | None = None
) -> tuple[Taken, ...]:
    """The same with many, each by itself: one that is refused holds no other one up."""
    return tuple(_tried(report, verb, Hand(by, reason, on)) for report in reports)


def _tried(report: Report, verb: Act, hand: Hand) -> Taken:
    try:
        return Taken(report, take(report, verb, by=hand.by, reason=hand.reason, on=hand.on))
    except NotMoved as refused:
        return Taken(report, None, refused)


def step(pen: Pen, report: Report, verb: Act, hand: Hand) -> Move:
    """The same inside a passage of the gate that somebody opened: what a verb that does more calls."""
    wait_for_turn()
    if not refusing.allowed(report, verb, hand.by):
        refusing.refuse_stranger(report, verb, permissions_of(verb), hand.by)
    state = report.state(locked=True)
    found = step_of(verb, state.stage)
    if found is None:
        raise NotMoved(refusing.not_from_here(report, verb, state.stage))
    edition = edition_for(report, state, found)
    if edition is None and found.target == Stage.ISSUED:
        told = {"verb": _(verb.label), "report": report.name}
        raise NotMoved(_("Không %(verb)s được: %(report)s chưa phát hành lần nào.") % told)
    if edition is None:
        raise compile_first(report)
    exempt = _refuse(report, found, edition, hand)
    try:
        deeds.do(pen, verb, edition, by=hand.by, on=hand.day)
    except NotPossible as refused:
        raise NotMoved(str(refused), refused.findings) from refused
    return moved(pen, state, Moving(verb, found.target, edition.number, hand, exempt))


def compile_first(report: Report) -> NotMoved:
    """That there is no edition yet, and how it is made."""
    told = {"report": report.name, "command": compile_command(report.code)}
    return NotMoved(_("Chưa có %(report)s. Tổng hợp trước: %(command)s") % told)


def edition_for(report: Report, state: ReportState, taken: Step | None = None) -> Edition | None:
    """The edition that the next step is about: until it is handed in, the latest one; for the step that takes a
    reopening back, the one that was issued."""
    if taken is not None and (taken.source, taken.target) == (Stage.DRAFT, Stage.ISSUED):
        return issued_last(report.agency.code, report.code)
    free = state.stage in (Stage.DRAFT, Stage.CONFIRMED)
    number = report.latest() if free else state.edition
    return report.edition(number) if number else None


def _refuse(report: Report, taken: Step, edition: Edition, hand: Hand) -> str:
    """Raise ``NotMoved`` where something stands in the way; otherwise by whose leave it does not."""
    if not report.lets(hand.by, taken.permission):
        refusing.refuse_stranger(report, taken.verb, (taken.permission,), hand.by)
    if taken.wants_reason and not hand.reason.strip():
        raise refusing.Unreasoned(refusing.unreasoned(report, taken))
    broken = conflicts(report, taken.verb, hand.by, hand.day)
    barred = next((one.sentence(report, taken.verb, hand.by) for one in broken if one.leave is None), "")
    if why := bad_day(report, edition, hand) or barred or unfit(report, taken.verb, edition, hand):
        raise NotMoved(why)
    if findings := unmet(edition, taken.verb):
        told = {"verb": _(taken.label), "report": report.name, "edition": edition.label, "n": len(findings)}
        said = _("Chưa %(verb)s được %(report)s, ấn bản %(edition)s: còn %(n)s việc phải sửa.") % told
        raise NotMoved(said, findings)
    return "\n".join(str(conflict.leave) for conflict in broken)


def unfit(report: Report, verb: Act, edition: Edition, hand: Hand) -> str:
    """Why ``edition`` itself cannot be handed in, or signed by this person on this day."""
    if verb == Act.SIGN:
        return cannot_sign(report, edition, hand.by, hand.day)
    if verb == Act.SUBMIT and is_issued(edition):
        told = {"edition": edition.label, "command": compile_command(report.code)}
        return _("Ấn bản %(edition)s đã phát hành. Tổng hợp ấn bản mới trước: %(command)s") % told
    return ""


def bad_day(report: Report, edition: Edition, hand: Hand) -> str:
    """Days go on: none before the period began, none before the step before, none to come."""
    if hand.day < edition.starts_on:
        told = {"day": written(hand.day), "first": written(edition.starts_on)}
        return _("Ngày %(day)s trước ngày đầu kỳ số liệu (%(first)s).") % told
    if hand.on is None:
        return ""
    last = report.moves().last()
    if last and hand.on < last.on:
        told = {"day": written(hand.on), "verb": _(last.get_verb_display()), "last": written(last.on)}
        return _("Ngày %(day)s trước ngày %(verb)s (%(last)s).") % told
    return _("Ngày %(day)s chưa đến.") % {"day": written(hand.on)} if hand.on > timezone.localdate() else ""
