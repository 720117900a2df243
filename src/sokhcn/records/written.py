"""Aggregates of a hundred questions in one SELECT, each condition among them resolved and written as SQL only once.

Django would resolve every filter of every aggregate anew, and take longer over that than the database takes to answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db.models import Count, Expression, Field, Q, QuerySet, Sum

from sokhcn.kernel.reading import Measure

NEVER = "1 = 0"


class Written(Expression):
    """SQL that stands already; the joins it needs are in the query."""

    def __init__(self, sql: str, params: tuple[Any, ...], output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.sql, self.params = sql, params

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Written:
        return self

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return self.sql, self.params


class Writing:
    """Writes aggregates over ``rows``, whose query takes on the joins that they need."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.query: Any = rows.query
        self._compiler = self.query.get_compiler(using=rows.db)
        self._conditions: dict[Hashable, tuple[str, tuple[Any, ...]]] = {}
        self._aggregates: dict[tuple[Measure, str], tuple[str, Field[Any, Any]]] = {}

    def aggregate(self, measure: Measure, by: str, leaves: Mapping[Hashable, Q]) -> Written:
        """What ``measure`` takes of the rows that hold all ``leaves``."""
        taken, output_field = self._aggregate(measure, by)
        conditions = [condition for mark, leaf in leaves.items() if (condition := self._condition(mark, leaf))[0]]
        if conditions:
            taken = f"{taken} FILTER (WHERE {' AND '.join(sql for sql, _ in conditions)})"
        params = tuple(param for _, params in conditions for param in params)
        return Written(f"COALESCE({taken}, 0)" if measure is Measure.SUM else taken, params, output_field)

    def _aggregate(self, measure: Measure, by: str) -> tuple[str, Field[Any, Any]]:
        if (measure, by) not in self._aggregates:
            aggregate = Sum(by) if measure is Measure.SUM else Count(by, distinct=measure is Measure.DISTINCT)
            resolved = aggregate.resolve_expression(self.query)
            self._aggregates[measure, by] = self._compiler.compile(resolved)[0], resolved.output_field
        return self._aggregates[measure, by]

    def _condition(self, mark: Hashable, leaf: Q) -> tuple[str, tuple[Any, ...]]:
        """``leaf`` as SQL with its parameters; nothing where it always holds."""
        if mark not in self._conditions:
            try:
                sql, params = self._compiler.compile(leaf.resolve_expression(self.query))
                self._conditions[mark] = sql, tuple(params)
            except EmptyResultSet:
                self._conditions[mark] = NEVER, ()
            except FullResultSet:
                self._conditions[mark] = "", ()
        return self._conditions[mark]
