"""A step that cannot be taken: the sentence that says so, and whom to turn to."""

from collections.abc import Iterable
from typing import NoReturn

from django.utils.timezone import localtime

from sokhcn.kernel.finding import Finding
from sokhcn.people.models import Role, User
from sokhcn.people.permissions import MAY
from sokhcn.reports.life.report import Report, who_may
from sokhcn.reports.life.steps import Step, onward, permissions_of
from sokhcn.reports.models import Act, Stage

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
    named = " hoặc ".join(str(Role(role).label) for role in roles)
    you = str(Role(by.role).label) if ours else f"người của {by.agency or 'cơ quan khác'}"
    return f"“{verb.label.capitalize()}” {report.name} là việc của {named}; bạn là {you}."


def refuse_stranger(report: Report, verb: Act, permissions: tuple[str, ...], by: User) -> NoReturn:
    """Raise ``NotMoved``: whose work it is, and who can."""
    raise NotMoved(not_yours(report, verb, permissions, by) + said_who(report, *permissions))


def said_who(report: Report, *permissions: str) -> str:
    """Who can, by name."""
    people = {person.pk: str(person) for permission in permissions for person in who_may(permission, report.agency)}
    names = list(people.values())[:MOST_NAMED]
    return f" Làm được: {', '.join(names)}." if names else " Chưa có ai được giao việc này."


def not_from_here(report: Report, verb: Act, stage: str) -> str:
    """That ``verb`` does not lead on from where the report stands, who brought it there, and what does."""
    last = report.moves().filter(after=stage).last()
    moved = f" ({last.name} {last.get_verb_display()} lúc {localtime(last.at):%H:%M %d/%m/%Y})" if last else ""
    ways = ", ".join(step.label for step in onward(stage))
    where = str(Stage(stage).label)
    return f"Không {verb.label} được: {report.name} đang ở “{where}”{moved}. Từ đây: {ways}."


def unreasoned(report: Report, step: Step) -> str:
    return f"{step.label.capitalize()} {report.name} phải ghi lý do."


def allowed(report: Report, verb: Act, by: User) -> bool:
    """Whether ``verb`` is theirs at all, from whichever stage."""
    return any(report.lets(by, permission) for permission in permissions_of(verb))
