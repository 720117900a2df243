"""What makes one expect rows of a unit in a register: what fell due there and still waits, and earlier periods."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from sokhcn.kernel.periods import Period
from sokhcn.records.due import Deadline, DueDate, deadlines
from sokhcn.records.models import Agency
from sokhcn.records.placing import Placing, placings

LOOKED_BACK = 3  # periods before, all of which have rows where rows are usual


@dataclass(frozen=True, slots=True)
class Waiting:
    """So many things of one deadline fell due in the period and still wait."""

    label: str
    many: int

    def __str__(self) -> str:
        told = _("{many} việc {label} đến hạn trong kỳ mà chưa có kết quả")
        return told.format(many=self.many, label=_(self.label))


Fallen = Mapping[tuple[str, int | None], tuple[Waiting, ...]]


def fallen_due(period: Period, agency: Agency) -> Fallen:
    """By register and unit: what fell due in ``period`` and waits for a row there; one query."""
    due = DueDate.objects.filter(agency=agency, due_on__range=period.days).order_by()
    waiting = {d.key: d for d in deadlines()}
    found: dict[tuple[str, int | None], list[Waiting]] = {}
    for key, unit, many in due.values_list("key", "unit").annotate(many=Count("pk")):
        for placing in _answered_by(waiting[key]) if key in waiting else ():
            found.setdefault((placing.label, unit), []).append(Waiting(waiting[key].label, many))
    return {place: tuple(sorted(told, key=lambda one: one.label)) for place, told in found.items()}


def _answered_by(deadline: Deadline) -> tuple[Placing, ...]:
    """The registers in which what ``deadline`` waits for is entered: those that move it, else the one that has it."""
    movers = {model for model, _ in deadline.moved_by}
    return tuple(p for p in placings() if p.register.model in (movers or {deadline.model}))


def hints(before: tuple[int, ...], waiting: tuple[Waiting, ...]) -> tuple[str, ...]:
    """Why rows were to be expected, in words; ``before`` counts the rows of the periods before."""
    usual = len(before) == LOOKED_BACK and all(before)
    rows = ", ".join(map(str, before))
    told = _("{periods} kỳ liền trước đều có số liệu ({rows} dòng)").format(periods=LOOKED_BACK, rows=rows)
    return (*(str(one) for one in waiting), *((told,) if usual else ()))
