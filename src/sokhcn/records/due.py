"""What falls due: how an area says it of its rows, the day that each open row has, and the rule that made it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from sokhcn.kernel.reading import Question
from sokhcn.records.asking import ask, when
from sokhcn.records.kept import Kept
from sokhcn.records.offered import submodule
from sokhcn.records.terms import Falls, Term, Terms

TIERS = (7, 30, 60, 90)  # days before something falls due, at which officers look at it


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that rows of ``model`` wait for.

    ``waiting`` gives the rows that still wait: what was renewed, replaced or cancelled is not among them. ``falls``
    tells the day of one of them, or None while nothing has begun. ``title`` is the sentence of the work list.
    ``moved_by`` pairs other models with the lookup that leads from ``model`` to them: a write to one of those rows has
    the rows that it reaches looked at again (also of ``model`` itself, as a renewal ends the wait for what it renews).
    ``whose`` tells agency and unit by their keys, where neither the row has them nor the one that it is a part of.
    ``planned`` is whether each row could stand in the plan of a report: hundreds of instruments would bury the rest.
    ``promise`` is the sentence of the plan for all of them together, with ``{n}`` and ``{period}``.
    """

    key: str
    label: str
    model: type[Kept]
    waiting: Callable[[], Any]
    falls: Callable[[Any, Terms], Falls | None]
    title: Callable[[Any], str]
    related: tuple[str, ...] = ()
    moved_by: tuple[tuple[type[Kept], str], ...] = ()
    planned: bool = True
    promise: str = ""
    whose: Callable[[Any], tuple[int | None, int | None]] | None = None


@dataclass(frozen=True, slots=True)
class Prospect:
    """Work that goes on without falling due yet: a question for a period, whose listing yields ``Due`` entries."""

    key: str
    label: str
    ask: Callable[[Any], Question]


@dataclass(frozen=True, slots=True)
class Due:
    """One row that falls due: its title, its day, its unit's short name, and where it stands (its model's label)."""

    title: str
    due_on: date | None
    unit: str
    register: str
    row: int


class DueDate(models.Model):
    """The day on which one open row falls due, computed by the gate in the transaction that wrote the row.

    It holds nothing that the registers do not say: ``reckoning`` makes it anew from them at any time. ``version`` is
    the row's version that it was made from.
    """

    key = models.CharField(max_length=60)
    register = models.CharField(max_length=80)
    row = models.BigIntegerField()
    version = models.PositiveIntegerField()
    due_on = models.DateField()
    # No index of their own: those below begin with agency and unit, and nobody asks for the days of a term.
    term = models.ForeignKey(Term, models.PROTECT, null=True, db_index=False, related_name="+")
    agency = models.ForeignKey("records.Agency", models.PROTECT, null=True, db_index=False, related_name="+")
    unit = models.ForeignKey("records.Unit", models.PROTECT, null=True, db_index=False, related_name="+")
    title = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "row"], name="due_once")]
        indexes = [
            models.Index(fields=["agency", "due_on"], name="due_of_agency"),
            models.Index(fields=["unit", "due_on"], name="due_of_unit"),
            models.Index(fields=["key", "agency", "due_on"], name="due_of_key"),
        ]

    def __str__(self) -> str:
        return f"{self.due_on:%d/%m/%Y} {self.title}"

    @property
    def entry(self) -> Due:
        return Due(self.title, self.due_on, self.unit.short if self.unit else "", self.register, self.row)

    @property
    def because(self) -> str:
        """Which rule made the day."""
        return self.term.source if self.term else "theo ngày ghi trong sổ"


@cache
def deadlines() -> tuple[Deadline, ...]:
    """Every deadline of every app, in the order of the apps."""
    modules = (submodule(app, "deadlines") for app in apps.get_app_configs())
    return tuple(deadline for module in modules for deadline in getattr(module, "DEADLINES", ()))


@cache
def movers() -> Mapping[type[Kept], tuple[tuple[Deadline, str], ...]]:
    """By model: the deadlines that a write to its rows may move, each with the lookup from its own model to them."""
    found: dict[type[Kept], list[tuple[Deadline, str]]] = {}
    for deadline in deadlines():
        for model, lookup in ((deadline.model, "pk"), *_parents(deadline.model), *deadline.moved_by):
            found.setdefault(model, []).append((deadline, lookup))
    return {model: tuple(some) for model, some in found.items()}


def _parents(model: type[Kept]) -> tuple[tuple[type[Kept], str], ...]:
    if not model.part_of:
        return ()
    parent: Any = model._meta.get_field(model.part_of).related_model
    return ((parent, model.part_of),)


def due_in(deadline: Deadline, scope: Any) -> Question:
    """The question what of ``deadline`` falls due in the period of the ``figures.Scope`` and is still open today."""
    return _question(deadline, scope, when("đến hạn trong kỳ", due_on__range=scope.days))


def overdue(deadline: Deadline, scope: Any) -> Question:
    """The question what of ``deadline`` fell due before the period and is still open today."""
    return _question(deadline, scope, when("quá hạn trước kỳ", due_on__lt=scope.days[0]))


def _question(deadline: Deadline, scope: Any, condition: Any) -> Question:
    rows = ask(
        DueDate.objects.all(),
        when("việc đang chờ", key=deadline.key),
        condition,
        when("thuộc cơ quan báo cáo", agency=scope.agency),
    )
    return rows.listed(lambda row: row.entry, order=("due_on", "pk"), related=("unit",))
