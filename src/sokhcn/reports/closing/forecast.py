"""What certainly falls due in the next period, grouped by what it is and worded as a line of Part II."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sokhcn.kernel.numerals import count
from sokhcn.kernel.periods import Period
from sokhcn.records.due import Deadline, DueDate, deadlines
from sokhcn.records.models import Agency, Unit
from sokhcn.reports.models import Commitment

LATE = "@qua-han"
USUAL = "Thực hiện {n} việc {label} đến hạn trong {period}."
OVERDUE = "Giải quyết dứt điểm {n} việc {label} đã quá hạn."


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that fall due alike: ``sentence`` says them as the department would; ``key`` is how commands name them.

    ``taken`` is the line of the plan that was made of it, or the one that says that it is left out.
    """

    key: str
    deadline: Deadline
    sentence: str
    rows: tuple[DueDate, ...]
    unit: Unit | None
    taken: Commitment | None

    @property
    def is_late(self) -> bool:
        return self.key.endswith(LATE)

    @property
    def due_on(self) -> date:
        return max(row.due_on for row in self.rows)


def forecast(period: Period, agency: Agency) -> tuple[Group, ...]:
    """What falls due in the period after ``period``, then what is overdue by then, as things stand now: whatever was
    renewed, replaced or cancelled waits no longer and is not among them. Two queries."""
    after = period.next()
    agency = agency.as_of(period.end)
    rows = DueDate.objects.filter(agency=agency, due_on__lte=after.end).select_related("unit").order_by("due_on", "pk")
    chosen = Commitment.objects.filter(agency=agency, period_code=period.code).exclude(proposed_as="")
    taken = {row.proposed_as: row for row in chosen}
    by_key: dict[str, list[DueDate]] = {}
    for row in rows:
        by_key.setdefault(row.key if row.due_on >= after.start else f"{row.key}{LATE}", []).append(row)
    return tuple(_groups(by_key, taken, after))


def _groups(by_key: Mapping[str, list[DueDate]], taken: Mapping[str, Commitment], after: Period) -> Iterator[Group]:
    for late in ("", LATE):
        for deadline in deadlines():
            key = f"{deadline.key}{late}"
            if rows := by_key.get(key):
                said = _said(deadline, len(rows), after, is_late=bool(late))
                yield Group(key, deadline, said, tuple(rows), _unit(rows), taken.get(key))


def _said(deadline: Deadline, many: int, after: Period, *, is_late: bool) -> str:
    template = OVERDUE if is_late else deadline.promise or USUAL
    return template.format(n=count(many), label=deadline.label, period=after.short_name)


def _unit(rows: Iterable[DueDate]) -> Unit | None:
    """Whose rows they are, where they are one unit's."""
    units = {row.unit_id: row.unit for row in rows}
    return next(iter(units.values())) if len(units) == 1 else None
