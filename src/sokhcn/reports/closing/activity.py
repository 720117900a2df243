"""How many rows each unit has in each register for some windows of days: one query for all registers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, reduce
from operator import and_, or_
from typing import Any

from django.db import connection
from django.db.models import Count, F, Q, QuerySet, Value

from sokhcn.records.placing import Placing, placings

Days = tuple[date, date]
Place = tuple[str, int | None]  # a register by its model's label, and a unit
FIRST = date(1, 1, 1)  # days like this, one after the other, stand in for those asked about
SOMEBODY = -1  # stands in for an agency


@dataclass(frozen=True, slots=True)
class Statement:
    """The query as it is sent, and the values in it, with stand-ins where days and agency go."""

    sql: str
    values: tuple[Any, ...]


def counted(agency: int, windows: Sequence[Days], among: Iterable[Placing] | None = None) -> Mapping[Place, list[int]]:
    """By register and unit: how many rows have a day in each window. A place without any row in them is not there."""
    asked = placings() if among is None else tuple(among)
    if not asked:
        return {}
    statement = _statement(tuple(placing.label for placing in asked), len(windows), connection.vendor)
    told = _told(agency, windows)
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, [told.get(value, value) for value in statement.values])
        lines = cursor.fetchall()
    return {(label, unit): many for label, unit, *many in lines if any(many)}


def _told(agency: int, windows: Sequence[Days]) -> Mapping[Any, Any]:
    """What goes where a stand-in is."""
    said = connection.ops.adapt_datefield_value
    days = dict(zip(_flat(_stand_ins(len(windows))), _flat((*windows, _widest(windows))), strict=True))
    return {SOMEBODY: agency, **{said(stand_in): said(day) for stand_in, day in days.items()}}


def _flat(windows: Iterable[Days]) -> list[date]:
    return [day for window in windows for day in window]


def _widest(windows: Sequence[Days]) -> Days:
    return min(first for first, _ in windows), max(last for _, last in windows)


def _stand_ins(many: int) -> list[Days]:
    """For so many windows, and for the widest, which holds them all."""
    days = [FIRST + timedelta(n) for n in range(2 * (many + 1))]
    return list(zip(days[::2], days[1::2], strict=True))


@cache
def _statement(labels: tuple[str, ...], many: int, vendor: str) -> Statement:
    """Written once for so many windows, as writing it takes longer than its answer: every first page asks it."""
    *windows, widest = _stand_ins(many)
    first, *others = (_asked(placing, windows, widest) for placing in placings() if placing.label in labels)
    sql, values = first.union(*others, all=True).query.get_compiler(connection=connection).as_sql()
    return Statement(sql, tuple(values))


def _asked(placing: Placing, windows: Sequence[Days], widest: Days) -> Any:
    spans = [_within(placing, days) for days in windows]
    rows: QuerySet[Any] = placing.register.model.objects.filter(
        _within(placing, widest), **{f"{placing.way}agency": SOMEBODY}
    ).order_by()
    many = {f"in_{n}": Count("pk", filter=span) for n, span in enumerate(spans)}
    # The same names in every register, as one query for all of them wants it.
    named = rows.annotate(of=Value(placing.label), whose=F(f"{placing.way}unit_id"))
    return named.values_list("of", "whose").annotate(**many)


def _within(placing: Placing, days: Days) -> Q:
    """The rows that have a day in ``days``; rows of areas without any go by the day they were entered in the book."""
    names = placing.register.happened
    dated = reduce(or_, (Q(**{f"{name}__range": days}) for name in names))
    if all(field.name != "recorded_on" for field in placing.register.model._meta.fields):
        return dated
    undated = reduce(and_, (Q(**{f"{name}__isnull": True}) for name in names))
    return dated | (undated & Q(recorded_on__range=days))
