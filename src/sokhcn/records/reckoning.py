"""Due dates kept in step with the rows: after each write by the gate, after a changed rule, and anew for all rows.

A write costs, for each deadline that it may move and each 2,000 rows, one query for the rows that wait, one for the
days that stand, and one statement for days that are new or moved, one for those that are gone; rows that no deadline
looks at cost nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.db import connection, models

from sokhcn.records.among import among
from sokhcn.records.blank import read_plainly
from sokhcn.records.dated import work_calendar
from sokhcn.records.due import Deadline, DueDate, deadlines, movers
from sokhcn.records.kept import Kept
from sokhcn.records.models import CalendarDay
from sokhcn.records.pouring import tell_planner
from sokhcn.records.terms import Falls, Term, Terms

AT_ONCE = 2000
RULES: tuple[type[Kept], ...] = (Term, CalendarDay)  # what every due date may depend on
KEPT = ("version", "due_on", "term_id", "agency_id", "unit_id", "title")
COLUMNS = f'key, register, "row", {", ".join(KEPT)}'
RENEWED = ", ".join(f"{name} = excluded.{name}" for name in ("register", *KEPT))
# Another passage may have entered the same row meanwhile, so whichever comes last tells it.
WRITTEN = f'INSERT INTO records_duedate ({COLUMNS}) %s ON CONFLICT (key, "row") DO UPDATE SET {RENEWED}'
LISTED = WRITTEN % "VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s)"
UNNESTED = WRITTEN % (
    "SELECT * FROM unnest(%s::text[], %s::text[], %s::bigint[], %s::int[], %s::date[], %s::bigint[], %s::bigint[],"
    " %s::bigint[], %s::text[])"
)
Day = tuple[Any, ...]  # what is kept of one row, as ``KEPT`` names it


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
    # A row is looked at once, though it was written itself and others that move it were as well.
    found: dict[str, tuple[Deadline, set[int]]] = {}
    for deadline, some in (*left, *(one for model, rows in touched.items() for one in reached(model, rows))):
        found.setdefault(deadline.key, (deadline, set()))[1].update(some)
    terms = the_terms() if found else None
    for deadline, together in found.values():
        assert terms is not None
        for nth, rows in enumerate(_parted(sorted(together))):
            if nth == 1:
                tell_planner(DueDate)
            _put(deadline, rows, terms)


def reached(model: type[Kept], rows: Collection[int]) -> Reached:
    """What ``rows`` of ``model`` move as they refer to others now: 2,000 rows of a deadline at a time."""
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
            # That it is not null says the same again, and lets Django join the two plainly.
            led = deadline.model.everything.filter(among(lookup, some), **{f"{lookup}__isnull": False})
            yield from _parted(led.values_list("pk", flat=True).distinct())


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
    if gone := [row for row in standing if row not in due]:
        DueDate.objects.filter(among("row", gone), key=deadline.key).delete()
    register = deadline.model._meta.label_lower
    _write([(deadline.key, register, row, *day) for row, day in due.items() if standing.get(row) != day])


def _both(deadline: Deadline, rows: list[int], terms: Terms) -> tuple[dict[int, Day], dict[int, Day]]:
    """The days of ``rows`` that stand, and those that the rows make, by row."""
    told = DueDate.objects.filter(among("row", rows), key=deadline.key).values_list("row", *KEPT)
    found = deadline.waiting().filter(among("pk", rows))
    home = _home_of(deadline.model)
    waiting = list(found.select_related(*home)) if home else read_plainly(found)
    models.prefetch_related_objects(waiting, *deadline.related)  # one for many rows: their own each would be slower
    due = {row.pk: _day(deadline, row, falls) for row in waiting if (falls := deadline.falls(row, terms))}
    return {row: tuple(day) for row, *day in told}, due


def differing(deadline: Deadline) -> Iterator[tuple[int, DueDate | None, DueDate | None]]:
    """Rows whose day is not what they make it: the row, the day that stands, the day that it should be.

    It writes nothing, and asks twice before it tells: somebody may have written meanwhile.
    """
    standing = set(DueDate.objects.filter(key=deadline.key).values_list("row", flat=True))
    waiting = set(deadline.waiting().values_list("pk", flat=True))
    terms = the_terms()
    for rows in _parted(sorted(standing | waiting)):
        if doubted := [row for row, _, _ in _apart(deadline, rows, terms)]:
            for row, there, made in _apart(deadline, doubted, the_terms()):
                yield row, _told(there), _told(made)


def _apart(deadline: Deadline, rows: list[int], terms: Terms) -> Iterator[tuple[int, Day | None, Day | None]]:
    standing, due = _both(deadline, rows, terms)
    for row in rows:
        if standing.get(row) != due.get(row):
            yield row, standing.get(row), due.get(row)


def _told(day: Day | None) -> DueDate | None:
    return DueDate(**dict(zip(KEPT, day, strict=True))) if day is not None else None


def _write(days: list[Day]) -> None:
    """Past the objects of Django, which would cost more than the index."""
    if not days:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(UNNESTED, [list(column) for column in zip(*days, strict=True)])
        else:
            at = 3 + KEPT.index("due_on")
            cursor.executemany(LISTED, [(*day[:at], day[at].isoformat(), *day[at + 1 :]) for day in days])


def _day(deadline: Deadline, row: Any, falls: Falls) -> Day:
    term = falls.term.pk if falls.term else None
    agency, unit = deadline.whose(row) if deadline.whose else _whose(deadline, row)
    return row.version, falls.on, term, agency, unit, deadline.title(row)


def _whose(deadline: Deadline, row: Any) -> tuple[int | None, int | None]:
    home = row
    for name in _home_of(deadline.model):
        home = getattr(home, name)
    return getattr(home, "agency_id", None), getattr(home, "unit_id", None)


def _home_of(model: type[Kept]) -> tuple[str, ...]:
    """The way from a row to the record that tells its agency and unit: through the rows that it is a part of."""
    return (model.part_of,) if model.part_of else ()
