"""A step that cannot be taken: the sentence that says so, and whom to turn to."""

from collections.abc import Iterable
from typing import NoReturn

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from sokhcn.kernel.finding import Finding
from sokhcn.people.models import Role, User
from sokhcn.people.permissions import MAY
from sokhcn.reports.life.report import Report, who_may
from sokhcn.reports.life.steps import Step, onward, permissions_of
from sokhcn.reports.models import Act, Move, Stage

MOST_NAMED = 5


class NotMoved(Exception):
    """The report stays where it is and nothing was written; ``findings`` are what has to be mended first."""

    def __init__(self, sentence: str, findings: Iterable[Finding] = ()) -> None:
        super().__init__(sentence)
        self.findings = tuple(findings)


class Unreasoned(NotMoved):
    """A step that is taken with a reason only, and none was given."""


def not_yours(report: Report, verb: Act, permissions: tuple[str, ...], by: User) -> str:
    """Whose work ``verb`` is, when it is not that of ``by``."""
    ours = by.agency_id == report.agency_id
    roles = sorted({role for permission in permissions for role in MAY[permission]})
    either = _("hoặc")
    named = f" {either} ".join(_(Role(role).label) for role in roles)
    you = _(Role(by.role).label) if ours else _("người của %(agency)s") % {"agency": by.agency or _("cơ quan khác")}
    told = {"verb": _(verb.label).capitalize(), "report": report.name, "roles": named, "you": you}
    return _("“%(verb)s” %(report)s là việc của %(roles)s; bạn là %(you)s.") % told


def refuse_stranger(report: Report, verb: Act, permissions: tuple[str, ...], by: User) -> NoReturn:
    """Raise ``NotMoved``: whose work it is, and who can."""
    raise NotMoved(not_yours(report, verb, permissions, by) + said_who(report, *permissions))


def said_who(report: Report, *permissions: str) -> str:
    """Who can, by name."""
    people = {person.pk: str(person) for permission in permissions for person in who_may(permission, report.agency)}
    names = list(people.values())[:MOST_NAMED]
    if not names:
        return " " + _("Chưa có ai được giao việc này.")
    return " " + _("Làm được: %(people)s.") % {"people": ", ".join(names)}


def not_from_here(report: Report, verb: Act, stage: str) -> str:
    """That ``verb`` does not lead on from where the report stands, who brought it there, and what does."""
    last = report.moves().filter(after=stage).last()
    moved = f" ({_moved(last)})" if last else ""
    ways = ", ".join(_(step.label) for step in onward(stage))
    told = {"verb": _(verb.label), "report": report.name, "stage": _(Stage(stage).label), "moved": moved, "ways": ways}
    return _("Không %(verb)s được: %(report)s đang ở “%(stage)s”%(moved)s. Từ đây: %(ways)s.") % told


def _moved(move: Move) -> str:
    told = {"name": move.name, "verb": _(move.get_verb_display()), "at": f"{localtime(move.at):%H:%M %d/%m/%Y}"}
    return _("%(name)s %(verb)s lúc %(at)s") % told


def unreasoned(report: Report, step: Step) -> str:
    return _("%(verb)s %(report)s phải ghi lý do.") % {"verb": _(step.label).capitalize(), "report": report.name}


def allowed(report: Report, verb: Act, by: User) -> bool:
    """Whether ``verb`` is theirs at all, from whichever stage."""
    return any(report.lets(by, permission) for permission in permissions_of(verb))
