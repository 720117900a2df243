"""Due dates kept in step with the rows: after each write by the gate, after a changed rule, and anew for all rows.

A write costs, for each deadline that it may move and each 500 rows, one query for the rows that wait, one for the days
that stand, and one statement each for days that are new, moved or gone; rows that no deadline looks at cost nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sokhcn.records.dated import work_calendar
from sokhcn.records.due import Deadline, DueDate, deadlines, movers
from sokhcn.records.kept import Kept
from sokhcn.records.models import CalendarDay
from sokhcn.records.terms import Falls, Term, Terms

AT_ONCE = 500
RULES: tuple[type[Kept], ...] = (Term, CalendarDay)  # what every due date may depend on
KEPT = ("version", "due_on", "term", "agency", "unit", "title", "register")


def the_terms() -> Terms:
    """The rules and the calendar as the department keeps them now; two queries."""
    return Terms(Term.objects.order_by("pk"), work_calendar())


Reached = list[tuple[Deadline, list[int]]]  # rows of deadlines, to be looked at again


def reckon(touched: Mapping[type[Kept], Collection[int]], left: Reached) -> None:
    """Look again at what falls due of the rows just written, by model and key, of those that they move, and of those
    that they moved before they were written (``left``)."""
    if any(model in touched for model in RULES):
        reckon_all()
        return
    found = [*left, *(one for model, rows in touched.items() for one in reached(model, rows))]
    terms = the_terms() if found else None
    for deadline, rows in found:
        assert terms is not None
        _put(deadline, rows, terms)


def reached(model: type[Kept], rows: Collection[int]) -> Reached:
    """What ``rows`` of ``model`` move as they refer to others now: 500 rows of a deadline at a time."""
    moved = movers().get(model, ())
    return [(deadline, some) for deadline, lookup in moved for some in _reached(deadline, lookup, rows)]


def reckon_all() -> int:
    """Make every due date anew; returns how many there are. Costs some 30 microseconds a row that waits."""
    terms = the_terms()
    for deadline in deadlines():
        standing = DueDate.objects.filter(key=deadline.key)
        waiting = deadline.waiting().values("pk")
        standing.exclude(row__in=waiting).delete()
        for rows in _parted(waiting.order_by("pk").values_list("pk", flat=True).iterator(chunk_size=AT_ONCE)):
            _put(deadline, rows, terms)
    DueDate.objects.exclude(key__in=[deadline.key for deadline in deadlines()]).delete()
    return DueDate.objects.count()


def _reached(deadline: Deadline, lookup: str, rows: Collection[int]) -> Iterator[list[int]]:
    for some in _parted(rows):
        if lookup == "pk":
            yield some
        else:
            reached = deadline.model.everything.filter(**{f"{lookup}__in": some}).values_list("pk", flat=True)
            yield from _parted(reached.distinct())


def _parted(rows: Iterable[int]) -> Iterator[list[int]]:
    some: list[int] = []
    for row in rows:
        some.append(row)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some


def _put(deadline: Deadline, rows: list[int], terms: Terms) -> None:
    """Bring the days of ``rows`` (keys of the deadline's model) to what the rows say now."""
    standing, due = _both(deadline, rows, terms)
    gone = [day.pk for row, day in standing.items() if row not in due]
    fresh = [day for row, day in due.items() if row not in standing or not _same(standing[row], day)]
    if gone:
        DueDate.objects.filter(pk__in=gone).delete()
    DueDate.objects.bulk_create(fresh, update_conflicts=True, unique_fields=["key", "row"], update_fields=KEPT)


def _both(deadline: Deadline, rows: list[int], terms: Terms) -> tuple[dict[int, DueDate], dict[int, DueDate]]:
    """The days of ``rows`` that stand, and those that the rows make, by row."""
    standing = {day.row: day for day in DueDate.objects.filter(key=deadline.key, row__in=rows)}
    waiting = deadline.waiting().filter(pk__in=rows).select_related(*deadline.related, *_home_of(deadline.model))
    due = {row.pk: _day(deadline, row, falls) for row in waiting if (falls := deadline.falls(row, terms))}
    return standing, due


def differing(deadline: Deadline) -> Iterator[tuple[int, DueDate | None, DueDate | None]]:
    """Rows whose day is not what they make it: the row, the day that stands, the day that it should be.

    It writes nothing, and asks twice before it tells: somebody may have written meanwhile.
    """
    standing = set(DueDate.objects.filter(key=deadline.key).values_list("row", flat=True))
    waiting = set(deadline.waiting().values_list("pk", flat=True))
    terms = the_terms()
    for rows in _parted(sorted(standing | waiting)):
        doubted = [row for row, _, _ in _apart(deadline, rows, terms)]
        if doubted:
            yield from _apart(deadline, doubted, the_terms())


def _apart(deadline: Deadline, rows: list[int], terms: Terms) -> Iterator[tuple[int, DueDate | None, DueDate | None]]:
    standing, due = _both(deadline, rows, terms)
    for row in rows:
        there, made = standing.get(row), due.get(row)
        if there != made and not (there and made and _same(there, made)):
            yield row, there, made


def _day(deadline: Deadline, row: Any, falls: Falls) -> DueDate:
    home = row
    for name in _home_of(deadline.model):
        home = getattr(home, name)
    return DueDate(
        key=deadline.key,
        register=row._meta.label_lower,
        row=row.pk,
        version=row.version,
        due_on=falls.on,
        term=falls.term,
        agency_id=getattr(home, "agency_id", None),
        unit_id=getattr(home, "unit_id", None),
        title=deadline.title(row),
    )


def _home_of(model: type[Kept]) -> tuple[str, ...]:
    """The way from a row to the record that tells its agency and unit: through the rows that it is a part of."""
    return (model.part_of,) if model.part_of else ()


def _same(one: DueDate, other: DueDate) -> bool:
    names = ("version", "due_on", "term_id", "agency_id", "unit_id", "title")
    return all(getattr(one, name) == getattr(other, name) for name in names)
