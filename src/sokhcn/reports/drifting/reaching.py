"""Which tables a question reads, and by which references its rows lead to them: what a written row may change."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from django.apps import apps
from django.core.exceptions import EmptyResultSet, FieldDoesNotExist
from django.db.models import F, Q

from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import PeriodKind, period
from sokhcn.kernel.reading import Question
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.records.asking import all_of
from sokhcn.records.kept import Kept

QUOTED = re.compile(r'"(\w+)"')
SEPARATOR = "__"
INDICATORS = 1000


@dataclass(frozen=True, slots=True)
class Reach:
    """What moves a figure: rows of its own register ``model``, rows that ``paths`` lead to (by register), and rows of
    ``blind`` registers, which the question looks into in a way that is not a reference."""

    model: Any
    paths: Mapping[str, frozenset[str]]
    blind: frozenset[str]

    @property
    def register(self) -> str:
        return str(self.model._meta.label_lower)

    @property
    def registers(self) -> frozenset[str]:
        return frozenset({self.register, *self.paths, *self.blind})


@lru_cache(INDICATORS)
def reach(indicator: Indicator) -> Reach:
    """What may move the figure of ``indicator``. Whose it is and of which days makes no difference."""
    return reach_of(indicator.ask(Scope(0, period(PeriodKind.MONTH, 2022, 1, DECREE_09))))


def reach_of(question: Question) -> Reach:
    """What may move the answer to ``question``."""
    model = question.rows.model
    paths: dict[str, set[str]] = {}
    for name in (*_names(condition.holds for condition in question.conditions), question.by, *_owners(model)):
        for label, path in _relations(model, name):
            paths.setdefault(label, set()).add(path)
    own = model._meta.label_lower
    seen = _tables(question) - {own, *paths}
    return Reach(model, {label: frozenset(some) for label, some in paths.items()}, frozenset(seen))


def _names(conditions: Iterable[Any]) -> Iterator[str]:
    """The lookups in conditions, and the fields that they are held against."""
    for condition in conditions:
        match condition:
            case Q():
                yield from _names(condition.children)
            case (str(name), value):
                yield name
                yield from _names([value])
            case F():
                yield condition.name  # type: ignore[attr-defined] # its stub knows it by another class
            case _ if hasattr(condition, "get_source_expressions"):
                yield from _names(condition.get_source_expressions())


def _owners(model: Any) -> Iterator[str]:
    """The lookups to the rows that a row is a part of: it vanishes with them."""
    way = ""
    while model.part_of:
        way = f"{way}{SEPARATOR}{model.part_of}".removeprefix(SEPARATOR)
        yield way
        model = model._meta.get_field(model.part_of).related_model


def _relations(model: Any, lookup: str) -> Iterator[tuple[str, str]]:
    """Each row that a lookup passes, by its register, with the way there."""
    way: list[str] = []
    for name in lookup.split(SEPARATOR):
        try:
            field = model._meta.get_field(name)
        except FieldDoesNotExist:
            return
        if not field.is_relation or field.related_model is None:
            return
        model = field.related_model
        way.append(name)
        if issubclass(model, Kept):
            yield model._meta.label_lower, SEPARATOR.join(way)


def _tables(question: Question) -> set[str]:
    """The registers whose tables the SELECT names."""
    rows = question.rows.filter(all_of(question.conditions)).order_by().values_list(question.by)
    try:
        sql, _ = rows.query.sql_with_params()
    except EmptyResultSet:
        return set()
    return {_registers()[name] for name in QUOTED.findall(sql) if name in _registers()}


@cache
def _registers() -> Mapping[str, str]:
    """Registers by the names of their tables."""
    return {model._meta.db_table: model._meta.label_lower for model in apps.get_models() if issubclass(model, Kept)}
