"""How many rows each unit has in each register for some windows of days: one query a register."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Count, Q

from sokhcn.records.placing import Placing, placings

Days = tuple[date, date]
Place = tuple[str, int | None]  # a register by its model's label, and a unit


def counted(agency: int, windows: Sequence[Days], among: Iterable[Placing] | None = None) -> Mapping[Place, list[int]]:
    """By register and unit: how many rows have a day in each window. A place without any row in them is not there."""
    found: dict[Place, list[int]] = {}
    for placing in placings() if among is None else among:
        for unit, *many in _asked(placing, agency, windows):
            if any(many):
                found[placing.label, unit] = many
    return found


def _asked(placing: Placing, agency: int, windows: Sequence[Days]) -> Iterable[Any]:
    spans = [_within(placing, days) for days in windows]
    widest = _within(placing, (min(first for first, _ in windows), max(last for _, last in windows)))
    rows = placing.register.model.objects.filter(widest, **{f"{placing.way}agency": agency}).order_by()
    unit = f"{placing.way}unit_id"
    many = {f"in_{n}": Count("pk", filter=span) for n, span in enumerate(spans)}
    asked: Iterable[Any] = rows.values_list(unit).annotate(**many)
    return asked


def _within(placing: Placing, days: Days) -> Q:
    """The rows that have a day in ``days``; rows of areas without any go by the day they were entered in the book."""
    names = placing.register.happened
    dated = reduce(or_, (Q(**{f"{name}__range": days}) for name in names))
    if all(field.name != "recorded_on" for field in placing.register.model._meta.fields):
        return dated
    undated = reduce(and_, (Q(**{f"{name}__isnull": True}) for name in names))
    return dated | (undated & Q(recorded_on__range=days))
