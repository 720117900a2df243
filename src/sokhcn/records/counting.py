"""How the questions of one model are asked together: one query for the values, one for the rows counted.

The rows come as runs of ids and versions, put together in the database as far as it goes: a group for each way of being
counted. Where questions have a listing, their rows are read out, and bring their ids along.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Aggregate, BigIntegerField, Case, QuerySet, Value, When
from django.db.models.expressions import Combinable

from sokhcn.kernel.reading import Question, Reading
from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.factoring import Leaves, all_of, factored
from sokhcn.records.written import Writing

BITS = 60  # ways of being counted that one whole number of a database holds


class Counted(NamedTuple):
    """The rows that a question counts, and what was read out of them."""

    rows: Runs = Runs()
    entries: tuple[Any, ...] = ()


class Gathered(Aggregate):
    """Whole numbers of a group in one value: PostgreSQL's array, SQLite's text."""

    function = "ARRAY_AGG"
    output_field = BigIntegerField()

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="GROUP_CONCAT", **context)

    def convert_value(self, value: Any, expression: Any, connection: Any) -> list[int]:
        return [int(number) for number in value.split(",")] if isinstance(value, str) else value


def read_together(questions: Mapping[str, Question]) -> dict[str, Reading]:
    """Readings by the keys of ``questions``, which all start from the same rows."""
    rows: QuerySet[Any] = next(iter(questions.values())).rows
    traced = {key: question for key, question in questions.items() if question.traced}
    values = _values(rows, questions)
    counted = _read_out(rows, traced) if any(q.listing for q in traced.values()) else _traced(rows, traced)
    label = rows.model._meta.label_lower
    found = {key: counted.get(key, Counted()) for key in questions}
    return {key: Reading(values[key], found[key].rows, label, found[key].entries) for key in questions}


# --- values -----------------------------------------------------------------------------------------------------


def _values(rows: QuerySet[Any], questions: Mapping[str, Question]) -> dict[str, Any]:
    """The value of each question; those that ask the same are asked once."""
    shared = factored({key: question.conditions for key, question in questions.items()})
    taken = {key: (question.measure, question.by, shared.way_of[key]) for key, question in questions.items()}
    asked = rows.filter(shared.common, shared.anywhere).order_by()
    writing = Writing(asked)
    columns = {column: n for n, column in enumerate(dict.fromkeys(taken.values()))}
    written = [writing.aggregate(measure, by, shared.ways[way]) for measure, by, way in columns]
    values = next(
        iter(asked.values_list(*written)), (0,) * len(written)
    )  # a query that is known to be empty has no row
    return {key: values[columns[column]] for key, column in taken.items()}


# --- rows -------------------------------------------------------------------------------------------------------


def _traced(rows: QuerySet[Any], questions: Mapping[str, Question]) -> dict[str, Counted]:
    """The rows that each question counts, from one query that gathers their ids."""
    if not questions:
        return {}
    shared = factored({key: question.conditions for key, question in questions.items()})
    marks = _marks(shared.ways)
    asked = rows.filter(shared.common, shared.anywhere).order_by().annotate(**marks)
    runs: list[list[Run]] = [[] for _ in shared.ways]
    groups = asked.values(*marks, "version").annotate(ids=Gathered("pk"))
    for *marked, version, ids in groups.values_list(*marks, "version", "ids"):
        group = Runs.of(ids, version).runs
        for way in _ways_in(marked, shared.ways):
            runs[way] += group
    of_way = [Counted(Runs(parts)) for parts in runs]
    return {key: of_way[way] for key, way in shared.way_of.items()}


def _read_out(rows: QuerySet[Any], questions: Mapping[str, Question]) -> dict[str, Counted]:
    """The rows that each question counts and their entries: one query for each order in which rows are read out."""
    first = next(question.listing.order for question in questions.values() if question.listing)
    ordered = sorted(questions, key=lambda key: _order(questions[key], first))
    counted: dict[str, Counted] = {}
    for order, keys in groupby(ordered, key=lambda key: _order(questions[key], first)):
        counted |= _read_out_in(order, rows, {key: questions[key] for key in keys})
    return counted


def _order(question: Question, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Questions without a listing go with one that has."""
    return question.listing.order if question.listing else otherwise


def _read_out_in(order: Sequence[str], rows: QuerySet[Any], questions: Mapping[str, Question]) -> dict[str, Counted]:
    shared = factored({key: question.conditions for key, question in questions.items()})
    marks = _marks(shared.ways)
    related = [name for question in questions.values() if question.listing for name in question.listing.related]
    asked = with_related(related, rows.filter(shared.common, shared.anywhere)).annotate(**marks)
    found: list[list[Any]] = [[] for _ in shared.ways]
    for row in asked.order_by(*order, "pk"):
        for way in _ways_in([getattr(row, mark) for mark in marks], shared.ways):
            found[way].append(row)
    return {key: _entered(question, found[shared.way_of[key]]) for key, question in questions.items()}


def _entered(question: Question, rows: Sequence[Any]) -> Counted:
    runs = Runs(Run(row.pk, row.pk, row.version) for row in rows)
    return Counted(runs, tuple(question.listing.entry(row) for row in rows) if question.listing else ())


def with_related(related: Sequence[str], rows: QuerySet[Any]) -> QuerySet[Any]:
    """``rows`` with ``related`` fetched along; given no names, Django itself would fetch every required reference."""
    return rows.select_related(*related) if related else rows


def _marks(ways: Sequence[Leaves]) -> dict[str, Combinable]:
    """Whole numbers whose bits say in which of ``ways`` a row counts. A way that asks nothing needs no bit."""
    marks: dict[str, Combinable] = {}
    for way, holds in enumerate(ways):
        if holds:
            # A CASE and no bare condition: NULL must read as "does not hold", or a row would be neither in nor out.
            bit = Case(
                When(all_of(holds.values()), then=Value(1 << way % BITS)),
                default=Value(0),
                output_field=BigIntegerField(),
            )
            name = f"ways_{way // BITS}"
            marks[name] = marks[name] + bit if name in marks else bit
    return marks


def _ways_in(marked: Sequence[int], ways: Sequence[Leaves]) -> Iterator[int]:
    """Which of ``ways`` ``marked`` says."""
    for way, holds in enumerate(ways):
        if not holds or marked[way // BITS] >> way % BITS & 1:
            yield way
