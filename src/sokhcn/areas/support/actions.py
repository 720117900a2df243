"""Verbs on support that change more than a state: recognising and certifying again, counting a list of participants."""

from collections.abc import Iterable
from datetime import date

from sokhcn.areas.support.models import Participant, Startup, SupportTask, TrainingClass
from sokhcn.areas.support.register.startups import STARTUPS
from sokhcn.kernel.finding import must
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.writing import writing

SAME = ("agency", "unit", "name", "kind", "field", "founder", "establishment", "programme")
Kind = Participant.Kind


def recognise_again(row: Startup, number: str, on: date, *, by: Officer, expires_on: date | None = None) -> Startup:
    """The next recognition of ``row``, whose own one it ends. Raises ``NotPossible``."""
    with writing(by=by, reason="Công nhận lại") as pen:
        take_step(pen, STARTUPS, row, Startup.State.RENEWED, by=by)
        told = {"recognition_number": number, "recognised_on": on, "expires_on": expires_on, "recorded_on": on}
        state = Startup.State.RECOGNISED
        new = Startup(succeeds=row, state=state, **told, **{name: getattr(row, name) for name in SAME})
        pen.save(new)
    return new


def certify_again(row: SupportTask, number: str, on: date, *, by: Officer, expires_on: date | None = None) -> None:
    """The beneficiary has a new certificate in place of the one that the task brought; history keeps the old one.

    ``certified_on`` stays the day that the task earned it: the renewal is no second result of the task.
    """
    if not row.certificate_number:
        raise NotPossible(must("support.uncertified", "Nhiệm vụ {task} chưa có giấy chứng nhận.", task=row.code))
    row.certificate_number, row.certificate_expires_on, row.certificate_dropped = number, expires_on, False
    with writing(by=by, reason=f"Chứng nhận lại ngày {on:%d/%m/%Y}") as pen:
        pen.save(row)


def count_participants(row: TrainingClass, *, by: Officer) -> None:
    """Put into the class how many enterprises, officials and other people its list of participants names."""
    people = list(Participant.objects.filter(training=row))
    row.enterprises = len({person.establishment_id for person in _of(Kind.ENTERPRISE, people)})
    row.officials = len(list(_of(Kind.OFFICIAL, people)))
    row.individuals = len(list(_of(Kind.INDIVIDUAL, people)))
    with writing(by=by, reason="Theo danh sách người dự") as pen:
        pen.save(row)


def _of(kind: str, people: Iterable[Participant]) -> Iterable[Participant]:
    return (person for person in people if person.kind == kind)
