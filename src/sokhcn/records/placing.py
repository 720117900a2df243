"""Where a row stands in time: whose it is, the days on which something of it happened, and those that a write is about.

A write that adds a row, trashes it or takes it back is about all of its days; one that changes it about the days that
it moves, or, where it moves none, about the last one, if the row rests on that. A new row without such a day goes by
the day it was entered in the book.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.apps import apps
from django.db import models

from sokhcn.records.kept import Kept
from sokhcn.records.offered import submodule
from sokhcn.records.registering import Register

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Spot:
    """Whose a row is, and its days in the order in which its register names them; ``booked`` is that of the book."""

    agency: int | None
    unit: int | None
    days: tuple[date | None, ...]
    booked: date | None

    @property
    def told(self) -> frozenset[date]:
        """The days that are known, or that of the book."""
        known = frozenset(day for day in self.days if day)
        return known or frozenset(filter(None, (self.booked,)))


@dataclass(frozen=True, slots=True)
class Placing:
    """How rows of a register are placed. ``home`` leads to the record that tells agency and unit."""

    register: Register
    home: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.register.model._meta.label_lower

    @property
    def way(self) -> str:
        """The lookup that leads to the home, with its last underscores."""
        return "".join(f"{name}__" for name in self.home)

    def spot(self, row: Any) -> Spot:
        home = _through(row, self.home)
        days = tuple(_through(row, name.split("__")) for name in self.register.happened)
        about = getattr(home, "agency_id", None), getattr(home, "unit_id", None)
        return Spot(*about, days, getattr(row, "recorded_on", None))

    def fetch(self, rows: Sequence[Any]) -> None:
        """Read together what placing ``rows`` takes."""
        ways = {name.rpartition("__")[0] for name in self.register.happened} | {"__".join(self.home)}
        for start in range(0, len(rows), AT_ONCE):
            models.prefetch_related_objects(rows[start : start + AT_ONCE], *sorted(filter(None, ways)))

    def changed(self, before: Spot, after: Spot) -> frozenset[date]:
        """The days that a change is about."""
        pairs = zip(before.days, after.days, strict=True)
        moved = frozenset(day for pair in pairs if pair[0] != pair[1] for day in pair if day)
        if moved:
            return moved
        known = [(day, name) for day, name in zip(after.days, self.register.happened, strict=True) if day]
        if known:
            last = max(day for day, _ in known)
            return frozenset(day for day, name in known if day == last and name in self.register.resting)
        return frozenset(d for d in (before.booked, after.booked) if d and before.booked != after.booked)


def _through(row: Any, names: Sequence[str]) -> Any:
    for name in names:
        row = getattr(row, name, None) if row is not None else None
    return row


@cache
def placings() -> tuple[Placing, ...]:
    """Every register whose windows can be closed, in the order of the apps."""
    modules = (submodule(app, "register") for app in apps.get_app_configs())
    registers = (register for module in modules for register in getattr(module, "REGISTERS", ()))
    return tuple(Placing(r, _home(r.model)) for r in registers if r.area and r.happened)


def placing_of(model: type[Kept]) -> Placing | None:
    """How rows of ``model`` are placed; None where no window holds them."""
    return next((placing for placing in placings() if placing.register.model is model), None)


@cache
def carriers(model: type[Kept]) -> tuple[tuple[Placing, str], ...]:
    """The registers whose rows have a day from a part of that ``model``, each with the field that leads to it."""
    return tuple(
        (placing, part.field)
        for placing in placings()
        for part in placing.register.parts
        if part.model is model and any(name.startswith(f"{part.field}__") for name in placing.register.happened)
    )


def _home(model: type[Kept]) -> tuple[str, ...]:
    return tuple(_owners(model))


def _owners(model: Any) -> Iterator[str]:
    while model.part_of:
        yield model.part_of
        model = model._meta.get_field(model.part_of).related_model
