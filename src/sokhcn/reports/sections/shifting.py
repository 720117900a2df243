"""Figures of two compilations side by side: each was and becomes, with the rows that came or went."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.apps import apps

from sokhcn.figures.frozen import FrozenFigure
from sokhcn.kernel.runs import Runs
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.reports import catalogue

ROWS_NAMED = 20
NOT_SEEN = "dòng ngoài phạm vi của bạn"
Value = int | Decimal


@dataclass(frozen=True, slots=True)
class RowSaid:
    """A row: the register's slug, its id, how it is called."""

    register: str
    id: int
    name: str


@dataclass(frozen=True, slots=True)
class Shift:
    """A figure in two compilations. ``came``, ``went`` and ``changed`` name the first rows; ``more`` are not named."""

    key: str
    label: str
    unit: str
    before: Value | None
    after: Value | None
    came: tuple[RowSaid, ...] = ()
    went: tuple[RowSaid, ...] = ()
    changed: tuple[RowSaid, ...] = ()
    more: int = 0

    @property
    def has_value_changed(self) -> bool:
        return self.before != self.after


def shifts(before: Iterable[FrozenFigure], after: Iterable[FrozenFigure], *, by: User | None) -> tuple[Shift, ...]:
    """Every figure whose value or rows differ; rows are named for who may see them, ``by``."""
    old, new = {f.key: f for f in before}, {f.key: f for f in after}
    found = [_shift(old.get(key), new.get(key)) for key in dict.fromkeys((*new, *old))]
    moved = [one for one in found if one is not None]
    names = _names(moved, by)
    return tuple(_named(one, names) for one in moved)


@dataclass(frozen=True, slots=True)
class _Moved:
    figure: FrozenFigure
    before: FrozenFigure | None
    after: FrozenFigure | None
    came: tuple[int, ...]
    went: tuple[int, ...]
    changed: tuple[int, ...]


def _shift(before: FrozenFigure | None, after: FrozenFigure | None) -> _Moved | None:
    figure = after or before
    assert figure is not None
    old, new = before.rows if before else Runs(), after.rows if after else Runs()
    same_value = before is not None and after is not None and before.value == after.value
    if same_value and old == new:
        return None
    then, now = set(old), set(new)
    changed = () if old == new else (row for row in then & now if old.version_of(row) != new.version_of(row))
    return _Moved(figure, before, after, tuple(sorted(now - then)), tuple(sorted(then - now)), tuple(sorted(changed)))


def _named(one: _Moved, names: Mapping[tuple[str, int], str]) -> Shift:
    def said(ids: tuple[int, ...]) -> Iterator[RowSaid]:
        slug = _slug(one.figure.register)
        return (RowSaid(slug, n, names.get((one.figure.register, n), NOT_SEEN)) for n in ids[:ROWS_NAMED])

    groups = (one.came, one.went, one.changed)
    came, went, changed = (tuple(said(group)) for group in groups)
    return Shift(
        one.figure.key,
        one.figure.label,
        one.figure.unit,
        one.before.value if one.before else None,
        one.after.value if one.after else None,
        came,
        went,
        changed,
        sum(max(len(group) - ROWS_NAMED, 0) for group in groups),
    )


def _names(moved: Iterable[_Moved], by: User | None) -> dict[tuple[str, int], str]:
    """How the rows are called, trashed ones too; one query a register."""
    wanted: dict[str, set[int]] = {}
    for one in moved:
        for group in (one.came, one.went, one.changed):
            wanted.setdefault(one.figure.register, set()).update(group[:ROWS_NAMED])
    return {
        (register, row.pk): str(row)
        for register, ids in wanted.items()
        if register and ids
        for row in _rows(register, ids, by)
    }


def _rows(register: str, ids: set[int], by: User | None) -> Iterable[Any]:
    model: Any = apps.get_model(register)
    related = next((one.related for one in catalogue.registers() if one.model is model), ())
    rows = model.everything.filter(pk__in=ids)
    rows = rows.select_related(*related) if related else rows
    return within_reach(rows, by) if by is not None and by.pk is not None else rows


def _slug(register: str) -> str:
    found = (one.slug for one in catalogue.registers() if one.model._meta.label_lower == register)
    return next(found, register)
