"""Issued editions that still stand, the figures that they were issued with, and the questions behind these."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from sokhcn.figures.aspect import split_key
from sokhcn.figures.derived import Derived
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import Period
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue, owning
from sokhcn.reports.models import Edition, OwnIndicator
from sokhcn.reports.succeeding import issued_editions


@dataclass(frozen=True)
class IssuedEdition:
    """An edition that left the house, with the agency whose it is."""

    edition: Edition
    agency: Agency

    @cached_property
    def figures(self) -> Mapping[str, FrozenFigure]:
        return {figure.key: figure for figure in self.edition.figures()}

    @cached_property
    def period(self) -> Period:
        return self.edition.period

    @cached_property
    def scope(self) -> Scope:
        return Scope(self.agency.as_of(self.period.end).pk, self.period)

    @cached_property
    def indicators(self) -> Mapping[str, Indicator]:
        """What can be asked for it: declared indicators, and the agency's own as they were when it was compiled."""
        own = dict(self._own())
        return {**_declared(), **own} if own else _declared()

    @property
    def counted(self) -> frozenset[str]:
        """The keys of its figures that can be asked again."""
        return frozenset(self.figures.keys() & self.indicators.keys())

    @cached_property
    def derived(self) -> tuple[Derived, ...]:
        """The formulas of its derived figures, whose operands can all be asked."""
        every = (one for one in catalogue.derived() if one.key in self.figures)
        return tuple(one for one in every if operands(one) <= self.indicators.keys())

    def _own(self) -> Iterator[tuple[str, Indicator]]:
        for key, told in self.edition.rules.get("own", {}).items():
            about: dict[str, Any] = {name: told[name] for name in ("register", "conditions", "day", "kind", "by")}
            code = key.removeprefix(owning.PREFIX)
            row = OwnIndicator(code=code, label=key, unit=told["unit"], basis=told["basis"], **about)
            if not any(owning.misnamed(row, "")):
                yield key, owning.indicator_of(row)


@cache
def _declared() -> Mapping[str, Indicator]:
    return {one.key: one for one in catalogue.indicators()}


def operands(derived: Derived) -> frozenset[str]:
    """The indicators that a derived figure is reckoned from."""
    return frozenset(split_key(key)[0] for key in derived.of)


def standing() -> list[IssuedEdition]:
    """Every issued edition that no later issued one corrects, replaces or recalls, the oldest first."""
    agencies = {agency.code: agency for agency in Agency.objects.order_by("pk")}
    issued = issued_editions()
    over = {(one.agency, one.follows["edition"]) for one in issued if one.follows}
    standing = (one for one in issued if (one.agency, one.label) not in over and one.agency in agencies)
    return [IssuedEdition(one, agencies[one.agency]) for one in standing]
