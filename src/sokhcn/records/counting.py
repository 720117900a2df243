"""How the questions of one model are asked together: one query for the values, one for the rows counted.

The rows come as runs of ids and versions, put together in the database as far as it goes: a group for each way of being
counted. Where questions have a listing, their rows are read out, and bring their ids along.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from sokhcn.kernel.reading import Question, Reading
from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.factoring import Factored, Leaves, by_days, factored, leaves_of
from sokhcn.records.written import BITS, Sql, Writing, Written


class Counted(NamedTuple):
    """The rows that a question counts, and what was read out of them."""

    rows: Runs = Runs()
    entries: tuple[Any, ...] = ()


def read_together(questions: Mapping[str, Question]) -> dict[str, Reading]:
    """Readings by the keys of ``questions``, which all start from the same rows."""
    rows: QuerySet[Any] = next(iter(questions.values())).rows
    asked = {key: leaves_of(question.conditions) for key, question in questions.items()}
    traced = {key: question for key, question in questions.items() if question.traced}
    values = _values(rows, questions, asked)
    read = _read_out if any(question.listing for question in traced.values()) else _traced
    counted = read(rows, traced, asked) if traced else {}
    label = rows.model._meta.label_lower
    found = {key: counted.get(key, Counted()) for key in questions}
    return {key: Reading(values[key], found[key].rows, label, found[key].entries) for key in questions}


def _shared(questions: Mapping[str, Question], asked: Mapping[str, Leaves]) -> Factored:
    return factored({key: asked[key] for key in questions})


def _fetched(rows: QuerySet[Any], sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connections[rows.db].cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchall()


# --- values -----------------------------------------------------------------------------------------------------


def _values(rows: QuerySet[Any], questions: Mapping[str, Question], asked: Mapping[str, Leaves]) -> dict[str, Any]:
    """The value of each question; those that ask the same are asked once, those of one window side by side."""
    place: dict[str, int] = {}
    columns: list[Written] = []
    selects: list[Sql] = []
    for shared in map(factored, by_days(asked)):
        writing = Writing(rows, (*shared.common, shared.anywhere))
        taken = {key: (questions[key].measure, questions[key].by, way) for key, way in shared.way_of.items()}
        own = {column: n for n, column in enumerate(dict.fromkeys(taken.values()))}
        written = [writing.aggregate(measure, by, shared.ways[way]) for measure, by, way in own]
        try:
            selects.append(writing.select(written))
        except EmptyResultSet:
            continue  # it is known that no row holds
        place |= {key: len(columns) + own[column] for key, column in taken.items()}
        columns += written
    values = _side_by_side(rows, selects, columns) if selects else []
    return {key: values[place[key]] if key in place else 0 for key in questions}


def _side_by_side(rows: QuerySet[Any], selects: Sequence[Sql], columns: Sequence[Written]) -> list[Any]:
    """The one row of each of ``selects``, one behind the other."""
    sql = ", ".join(f"({sql}) AS window_{n}" for n, (sql, _) in enumerate(selects))
    found = _fetched(rows, f"SELECT * FROM {sql}", [param for _, params in selects for param in params])
    compiler = rows.query.get_compiler(using=rows.db)
    return next(compiler.apply_converters(found, compiler.get_converters(columns)))


# --- rows -------------------------------------------------------------------------------------------------------


def _traced(
    rows: QuerySet[Any], questions: Mapping[str, Question], asked: Mapping[str, Leaves]
) -> dict[str, Counted]:
    """The rows that each question counts, from one query that gathers their ids."""
    shared = _shared(questions, asked)
    writing = Writing(rows, (*shared.common, shared.anywhere))
    groups = [*writing.marks(shared.ways), writing.column("version")]
    behind = ", ".join(str(n) for n in range(1, len(groups) + 1))
    try:
        sql, params = writing.select([*groups, writing.gathered("pk")], f" GROUP BY {behind}")
    except EmptyResultSet:
        return {}
    runs: list[list[Run]] = [[] for _ in shared.ways]
    for *marked, version, ids in _fetched(rows, sql, params):
        group = Runs.of(_numbers(ids), version).runs
        for way in _ways_in(marked, shared.ways):
            runs[way] += group
    of_way = [Counted(Runs(parts)) for parts in runs]
    return {key: of_way[way] for key, way in shared.way_of.items()}


def _numbers(gathered: Any) -> list[int]:
    """What ``Writing.gathered`` comes back as: PostgreSQL's array, SQLite's text."""
    return list(map(int, gathered.split(","))) if isinstance(gathered, str) else gathered


def _read_out(
    rows: QuerySet[Any], questions: Mapping[str, Question], asked: Mapping[str, Leaves]
) -> dict[str, Counted]:
    """The rows that each question counts and their entries: one query for each order in which rows are read out."""
    first = next(question.listing.order for question in questions.values() if question.listing)
    ordered = sorted(questions, key=lambda key: _order(questions[key], first))
    counted: dict[str, Counted] = {}
    for order, keys in groupby(ordered, key=lambda key: _order(questions[key], first)):
        together = {key: questions[key] for key in keys}
        counted |= _read_out_in(order, rows, together, _shared(together, asked))
    return counted


def _order(question: Question, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Questions without a listing go with one that has."""
    return question.listing.order if question.listing else otherwise


def _read_out_in(
    order: Sequence[str], rows: QuerySet[Any], questions: Mapping[str, Question], shared: Factored
) -> dict[str, Counted]:
    related = [name for question in questions.values() if question.listing for name in question.listing.related]
    writing = Writing(rows, (*shared.common, shared.anywhere))
    marks = {f"ways_{n}": mark for n, mark in enumerate(writing.marks(shared.ways))}
    held = rows.all()
    held.query = writing.query
    found: list[list[Any]] = [[] for _ in shared.ways]
    for row in with_related(related, held).annotate(**marks).order_by(*order, "pk"):
        for way in _ways_in([getattr(row, mark) for mark in marks], shared.ways):
            found[way].append(row)
    return {key: _entered(question, found[shared.way_of[key]]) for key, question in questions.items()}


def _entered(question: Question, rows: Sequence[Any]) -> Counted:
    runs = Runs(Run(row.pk, row.pk, row.version) for row in rows)
    return Counted(runs, tuple(question.listing.entry(row) for row in rows) if question.listing else ())


def with_related(related: Sequence[str], rows: QuerySet[Any]) -> QuerySet[Any]:
    """``rows`` with ``related`` fetched along; given no names, Django itself would fetch every required reference."""
    return rows.select_related(*related) if related else rows


def _ways_in(marked: Sequence[int], ways: Sequence[Leaves]) -> Iterator[int]:
    """Which of ``ways`` ``marked`` says."""
    for way, holds in enumerate(ways):
        if not holds or marked[way // BITS] >> way % BITS & 1:
            yield way
