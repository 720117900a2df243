"""Issued editions that still stand, the figures that they were issued with, and the questions behind these."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any

from sokhcn.figures.aspect import split_key
from sokhcn.figures.derived import Derived
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import Period
from sokhcn.records.models import Agency, Issued
from sokhcn.reports import catalogue, owning
from sokhcn.reports.models import Edition, OwnIndicator


class How(StrEnum):
    """What is done with an issued report."""

    CORRECT = "correct"
    REPLACE = "replace"
    RECALL = "recall"


WORDS = MappingProxyType({How.CORRECT: "Đính chính", How.REPLACE: "Thay thế", How.RECALL: "Thu hồi"})


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
    issued = _issued()
    over = {(one.agency, one.follows["edition"]) for one in issued if one.follows}
    standing = (one for one in issued if (one.agency, one.label) not in over and one.agency in agencies)
    return [IssuedEdition(one, agencies[one.agency]) for one in standing]


def follower(edition: Edition) -> Edition | None:
    """The issued edition that corrects, replaces or recalls ``edition``."""
    after = (one for one in _issued(edition.agency) if one.follows.get("edition") == edition.label)
    return next(after, None)


def ended(edition: Edition) -> str:
    """The label of the issued edition that follows ``edition``; empty where none does."""
    after = follower(edition)
    return after.label if after else ""


def _issued(agency: str = "") -> list[Edition]:
    """Issued editions without their documents and figures, which may be large."""
    told = Issued.objects.filter(agency=agency) if agency else Issued.objects.all()
    in_order = told.order_by("issued_on", "pk").values_list("agency", "report")
    wanted = {named: place for place, named in enumerate(in_order)}
    names = ("agency", "period_code", "addressee", "number")
    slim = Edition.objects.filter(agency__in={agency for agency, _ in wanted}).only(*names)
    keys = {edition.pk: wanted[place] for edition in slim if (place := (edition.agency, edition.label)) in wanted}
    found = Edition.objects.filter(pk__in=keys).defer("document_kept", "figures_kept")
    return sorted(found, key=lambda edition: keys[edition.pk])
