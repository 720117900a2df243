"""How many rows each unit has in each register for some windows of days: one query for all registers."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Value

from sokhcn.records.placing import Placing, placings

Days = tuple[date, date]
Place = tuple[str, int | None]  # a register by its model's label, and a unit


def counted(agency: int, windows: Sequence[Days], among: Iterable[Placing] | None = None) -> Mapping[Place, list[int]]:
    """By register and unit: how many rows have a day in each window. A place without any row in them is not there."""
    asked = [_asked(placing, agency, windows) for placing in (placings() if among is None else among)]
    lines: Iterable[Any] = asked[0].union(*asked[1:], all=True) if asked else ()
    return {(label, unit): many for label, unit, *many in lines if any(many)}


def _asked(placing: Placing, agency: int, windows: Sequence[Days]) -> Any:
    spans = [_within(placing, days) for days in windows]
    widest = _within(placing, (min(first for first, _ in windows), max(last for _, last in windows)))
    rows: QuerySet[Any] = placing.register.model.objects.filter(widest, **{f"{placing.way}agency": agency}).order_by()
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
