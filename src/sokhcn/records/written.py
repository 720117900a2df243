"""SELECTs of what a hundred questions ask of one table, each condition among them resolved and written only once.

Django would resolve every filter of every aggregate anew, and take longer over that than the database takes to answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet, FullResultSet
from django.db.models import BigIntegerField, BooleanField, Count, Expression, Field, Q, QuerySet, Sum

from sokhcn.kernel.reading import Measure
from sokhcn.records.columns import on_own_columns, own_column
from sokhcn.records.factoring import Factored, Leaves

NEVER = "1 = 0"
MOST = 2000  # conditions of one table that are remembered
BITS = 60  # ways of being counted that one whole number of a database holds
HOLDS: Field[Any, Any] = BooleanField()
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


@dataclass(frozen=True, slots=True)
class Known:
    """What was written already: of a table's own columns it is the same in every SELECT."""

    conditions: dict[Hashable, Sql | None] = field(default_factory=dict)
    aggregates: dict[tuple[Measure, str], tuple[str, Field[Any, Any]]] = field(default_factory=dict)


@lru_cache(256)
def _known(model: Any, using: str) -> Known:
    """One month is asked for again and again: by its page, for its reasons, for its edition."""
    return Known()


class Writing:
    """Writes a SELECT over those ``rows`` that some question counts; ``query`` takes on the joins that are needed."""

    def __init__(self, rows: QuerySet[Any], shared: Factored) -> None:
        self.query: Any = rows.query.chain()
        self.query.clear_ordering(force=True)
        self.compiler = self.query.get_compiler(using=rows.db)
        model: Any = rows.model
        self._known, self._joined = _known(model, rows.db), Known()
        for mark, leaf in shared.common.items():
            self._hold(leaf, self._own(mark, leaf))
        if shared.anywhere:
            self._hold(shared.anywhere, self._of_own_columns(shared.anywhere))

    def _hold(self, condition: Q, sql: Sql | None) -> None:
        """Only rows that hold ``condition``, which is ``sql`` where it asks own columns alone."""
        if sql is None:
            self.query.add_q(condition)
        elif sql[0]:
            self.query.where.add(Written(*sql, HOLDS), Q.AND)

    def select(self, columns: Sequence[Written], end: str = "") -> Sql:
        """The SELECT of ``columns``. Raises ``EmptyResultSet`` where it is known that no row holds."""
        try:
            where, held = self.compiler.compile(self.query.where)
        except FullResultSet:
            where, held = "1 = 1", ()
        tables, joined = self.compiler.get_from_clause()
        told = ", ".join(column.sql for column in columns)
        params = (param for column in columns for param in column.params)
        sql = f"SELECT {told} FROM {' '.join(tables)} WHERE {where}{end}"  # noqa: S608 # values are parameters
        return sql, (*params, *joined, *held)

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
        column: Any = own_column(self.query, name)
        sql, params = self.compiler.compile(column)
        return Written(sql, tuple(params), column.target)

    def gathered(self, name: str) -> Written:
        """All values of a column: as an array, or as a text where the database has no arrays."""
        column = self.column(name)
        gather = "GROUP_CONCAT" if self.compiler.connection.vendor == "sqlite" else "ARRAY_AGG"
        return Written(f"{gather}({column.sql})", column.params, column.output_field)

    def _aggregate(self, measure: Measure, by: str) -> tuple[str, Field[Any, Any]]:
        column = own_column(self.query, by)
        known = (self._known if column else self._joined).aggregates
        if (measure, by) not in known:
            of = column or by
            aggregate = Sum(of) if measure is Measure.SUM else Count(of, distinct=measure is Measure.DISTINCT)
            resolved = aggregate if column else aggregate.resolve_expression(self.query)
            # Not by the compiler: for SQLite it would put a sum of decimals into a CAST, behind which stands no FILTER.
            known[measure, by] = resolved.as_sql(self.compiler, self.compiler.connection)[0], resolved.output_field
        return known[measure, by]

    # --- conditions -------------------------------------------------------------------------------------------------

    def _all_of(self, leaves: Leaves) -> Sql:
        """``leaves`` as SQL with their parameters; nothing where they always hold."""
        conditions = [condition for mark, leaf in leaves.items() if (condition := self._condition(mark, leaf))[0]]
        return " AND ".join(sql for sql, _ in conditions), tuple(param for _, params in conditions for param in params)

    def _condition(self, mark: Hashable, leaf: Q) -> Sql:
        own = self._own(mark, leaf)
        if own is not None:
            return own
        found = self._joined.conditions.get(mark)
        if found is None:
            found = self._joined.conditions[mark] = self._sql(leaf.resolve_expression(self.query))
        return found

    def _own(self, mark: Hashable, leaf: Q) -> Sql | None:
        known = self._known.conditions
        if mark not in known:
            if len(known) >= MOST:
                known.clear()
            known[mark] = self._of_own_columns(leaf)
        return known[mark]

    def _of_own_columns(self, condition: Q) -> Sql | None:
        resolved = on_own_columns(self.query, condition)
        return self._sql(resolved) if resolved else None

    def _sql(self, resolved: Any) -> Sql:
        """A condition as SQL: empty where it always holds."""
        try:
            sql, params = self.compiler.compile(resolved)
        except EmptyResultSet:
            return NEVER, ()
        except FullResultSet:
            return "", ()
        return sql, tuple(params)
