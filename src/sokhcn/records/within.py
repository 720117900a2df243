"""How far somebody may look: registers, agencies and units that searching is held to."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sokhcn.records.indexed import NOBODY, keys_of


@dataclass(frozen=True, slots=True)
class Within:
    """Labels of registers, keys of agencies and of units, and the year of the rows' days; None stands for all of them.

    A row of no agency, as a paper or an establishment, belongs to everybody; one of no unit belongs to its agency.
    """

    registers: Collection[str] | None = None
    agencies: Collection[int] | None = None
    units: Collection[int] | None = None
    year: int | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether entries lie together in an index by one of the limits, so that few are found as few."""
        return self.registers is not None or self.units is not None

    def also(self, registers: Collection[str]) -> "Within":
        """The same, but no further than ``registers``."""
        kept = registers if self.registers is None else [label for label in registers if label in self.registers]
        return replace(self, registers=tuple(kept))

    def of(self, year: int) -> "Within":
        """The same, but only rows whose day lies in ``year``."""
        return replace(self, year=year)

    def sql(self, *, walking: bool = False) -> tuple[str, list[Any]]:
        """The condition on entries called ``e``, and its values; ``walking`` keeps databases from using an index."""
        limits = (
            ('e."register"', "|| ''", self.registers, ()),
            ('e."agency"', "+ 0", self.agencies, (NOBODY,)),
            ('e."unit"', "+ 0", self.units, (NOBODY,)),
        )
        told: list[str] = ["TRUE"]
        values: list[Any] = []
        if self.year is not None:  # entries stand in the order of their days
            told.append("e.id >= %s AND e.id < %s")
            values += keys_of(self.year)
        for column, nothing, limit, shared in limits:
            if limit is not None:
                among = [*shared, *limit]
                held = f"({column} {nothing})" if walking else column
                told.append(f"{held} IN ({', '.join(['%s'] * len(among))})" if among else "FALSE")
                values += among
        return " AND ".join(told), values


EVERYTHING = Within()
NOTHING = Within(registers=())
