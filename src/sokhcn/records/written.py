"""SELECTs of what a hundred questions ask of one table, each condition among them resolved and written as SQL only once.

Django would resolve every filter of every aggregate anew, and take longer over that than the database takes to answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db.models import BigIntegerField, Count, Expression, Field, Q, QuerySet, Sum

from sokhcn.kernel.reading import Measure
from sokhcn.records.columns import on_own_columns, own_column
from sokhcn.records.factoring import Leaves

NEVER = "1 = 0"
BITS = 60  # ways of being counted that one whole number of a database holds
Sql = tuple[str, tuple[Any, ...]]


class Written(Expression):
    """SQL that stands already; the joins it needs are in the query."""

    def __init__(self, sql: str, params: tuple[Any, ...], output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.sql, self.params = sql, params

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Written:
        return self

    def as_sql(self, compiler: Any, connection: Any) -> Sql:
        return self.sql, self.params


class Writing:
    """Writes SELECTs over those ``rows`` that hold all ``conditions``; ``query`` takes on the joins that they need."""

    def __init__(self, rows: QuerySet[Any], conditions: Iterable[Q]) -> None:
        self.query: Any = rows.query.chain()
        self.query.clear_ordering(force=True)
        self.compiler = self.query.get_compiler(using=rows.db)
        self._conditions: dict[Hashable, Sql] = {}
        self._aggregates: dict[tuple[Measure, str], tuple[str, Field[Any, Any]]] = {}
        for condition in filter(None, conditions):
            if found := on_own_columns(self.query, condition):
                self.query.where.add(found, Q.AND)
            else:
                self.query.add_q(condition)

    def select(self, columns: Sequence[Written], end: str = "") -> Sql:
        """The SELECT of ``columns``. Raises ``EmptyResultSet`` where it is known that no row holds."""
        try:
            where, held = self.compiler.compile(self.query.where)
        except FullResultSet:
            where, held = "1 = 1", ()
        tables, joined = self.compiler.get_from_clause()
        told = ", ".join(column.sql for column in columns)
        params = (param for column in columns for param in column.params)
        return f"SELECT {told} FROM {' '.join(tables)} WHERE {where}{end}", (*params, *joined, *held)

    def aggregate(self, measure: Measure, by: str, leaves: Leaves) -> Written:
        """What ``measure`` takes of the rows that hold all ``leaves``."""
        taken, output_field = self._aggregate(measure, by)
        sql, params = self._all_of(leaves)
        taken = f"{taken} FILTER (WHERE {sql})" if sql else taken
        return Written(f"COALESCE({taken}, 0)" if measure is Measure.SUM else taken, params, output_field)

    def marks(self, ways: Sequence[Leaves]) -> list[Written]:
        """Whole numbers whose bits say in which of ``ways`` a row counts. A way that asks nothing needs no bit."""
        return [self._mark(ways[at : at + BITS]) for at in range(0, len(ways), BITS)]

    def _mark(self, ways: Sequence[Leaves]) -> Written:
        # A CASE and no bare condition: NULL must read as "does not hold", or a row would be neither in nor out.
        asked = [(bit, *self._all_of(leaves)) for bit, leaves in enumerate(ways) if leaves]
        bits = [f"CASE WHEN {sql or '1 = 1'} THEN {1 << bit} ELSE 0 END" for bit, sql, _ in asked]
        params = tuple(param for _, _, params in asked for param in params)
        return Written(f"({' + '.join(bits)})" if bits else "0", params, BigIntegerField())

    def column(self, name: str) -> Written:
        """A column of the table itself."""
        column = own_column(self.query, name)
        return Written(*self.compiler.compile(column), column.target)

    def gathered(self, name: str) -> Written:
        """All values of a column: as an array, or as a text where the database has no arrays."""
        column = self.column(name)
        gather = "GROUP_CONCAT" if self.compiler.connection.vendor == "sqlite" else "ARRAY_AGG"
        return Written(f"{gather}({column.sql})", column.params, column.output_field)

    def _aggregate(self, measure: Measure, by: str) -> tuple[str, Field[Any, Any]]:
        if (measure, by) not in self._aggregates:
            of = own_column(self.query, by) or by
            aggregate = Sum(of) if measure is Measure.SUM else Count(of, distinct=measure is Measure.DISTINCT)
            resolved = aggregate if of is not by else aggregate.resolve_expression(self.query)
            self._aggregates[measure, by] = self.compiler.compile(resolved)[0], resolved.output_field
        return self._aggregates[measure, by]

    # --- conditions -------------------------------------------------------------------------------------------------

    def _all_of(self, leaves: Leaves) -> Sql:
        """``leaves`` as SQL with their parameters; nothing where they always hold."""
        conditions = [condition for mark, leaf in leaves.items() if (condition := self._condition(mark, leaf))[0]]
        return " AND ".join(sql for sql, _ in conditions), tuple(param for _, params in conditions for param in params)

    def _condition(self, mark: Hashable, leaf: Q) -> Sql:
        if mark not in self._conditions:
            try:
                found = on_own_columns(self.query, leaf) or leaf.resolve_expression(self.query)
                sql, params = self.compiler.compile(found)
                self._conditions[mark] = sql, tuple(params)
            except EmptyResultSet:
                self._conditions[mark] = NEVER, ()
            except FullResultSet:
                self._conditions[mark] = "", ()
        return self._conditions[mark]
