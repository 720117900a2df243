"""Verbs on support that change more than a state: recognising and certifying again, counting a list of participants."""

from collections.abc import Iterable
from typing import Any

from sokhcn.areas.support.models import Participant, Startup, SupportTask, TrainingClass
from sokhcn.areas.support.register.startups import STARTUPS
from sokhcn.kernel.finding import must
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
from sokhcn.records.writing import Pen

SAME = ("agency", "unit", "name", "kind", "field", "founder", "establishment", "programme")
Kind, Recognised, Task, Held = Participant.Kind, Startup.State, SupportTask.State, TrainingClass.State


def recognise_again(pen: Pen, row: Startup, *, by: Officer, **told: Any) -> Startup:
    """The next recognition of ``row``, whose own one it ends."""
    take_step(pen, STARTUPS, row, Recognised.RENEWED, by=by)
    about = {"succeeds": row, "state": Recognised.RECOGNISED, "recorded_on": told["recognised_on"]}
    new = Startup(**{name: getattr(row, name) for name in SAME}, **about, **told)
    must_be_sound(new)
    pen.save(new)
    return new


def certify_again(pen: Pen, row: SupportTask, *, by: Officer, **told: Any) -> None:
    """The beneficiary has a new certificate in place of the one that the task brought; history keeps the old one.

    ``certified_on`` stays the day that the task earned it: the renewal is no second result of the task.
    """
    if not row.certificate_number:
        raise NotPossible(must("support.uncertified", "Nhiệm vụ {task} chưa có giấy chứng nhận.", task=row.code))
    for name, value in {**told, "certificate_dropped": False}.items():
        setattr(row, name, value)
    must_be_sound(row)
    pen.save(row)


def count_participants(pen: Pen, row: TrainingClass, *, by: Officer) -> None:
    """Put into the class how many enterprises, officials and other people its list of participants names."""
    people = list(Participant.objects.filter(training=row))
    if not people:
        # Counts that were told without a list must not turn to nought.
        advice = "Ghi người dự vào sổ “Người dự lớp tập huấn” trước."
        raise NotPossible(must("support.no_list", "Lớp này chưa có danh sách người dự.", suggestion=advice))
    row.enterprises = len({person.establishment_id for person in _of(Kind.ENTERPRISE, people)})
    row.officials = len(list(_of(Kind.OFFICIAL, people)))
    row.individuals = len(list(_of(Kind.INDIVIDUAL, people)))
    pen.save(row)


def _of(kind: str, people: Iterable[Participant]) -> Iterable[Participant]:
    return (person for person in people if person.kind == kind)


VERBS = (
    Verb(
        "Công nhận lại",
        Startup,
        recognise_again,
        (Recognised.RECOGNISED, Recognised.EXPIRED),
        ("recognition_number", "recognised_on"),
        ("expires_on",),
        targets=(Recognised.RENEWED,),
    ),
    Verb(
        "Chứng nhận lại",
        SupportTask,
        certify_again,
        (Task.RUNNING, Task.COMPLETED, Task.LIQUIDATED),
        # Without its own last day the new certificate would be taken to end with the old one.
        ("certificate_number", "certificate_expires_on"),
    ),
    Verb("Tính số dự theo danh sách", TrainingClass, count_participants, (Held.PLANNED, Held.HELD)),
)
