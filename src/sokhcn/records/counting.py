"""How the questions of one model are asked together: one query for the values, one for the rows counted.

The rows come as runs of ids and versions, put together in the database as far as it goes: a group for each way of being
counted. Where questions have a listing, their rows are read out, and bring their ids along.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from sokhcn.kernel.reading import Entries, Listing, Question, Reading
from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.factoring import Factored, Leaves, by_window, factored, leaves_of
from sokhcn.records.fetched import Fetched
from sokhcn.records.ordering import ordered
from sokhcn.records.tallying import tallied
from sokhcn.records.written import BITS, Sql, Writing, Written


class Counted(NamedTuple):
    """The rows that a question counts, and what is read out of them."""

    rows: Runs = Runs()
    entries: Sequence[Any] = ()


class Together(NamedTuple):
    """Questions that start from the same ``rows``, and what each asks of them."""

    rows: QuerySet[Any]
    questions: Mapping[str, Question]
    asked: Mapping[str, Leaves]

    def only(self, keys: Iterable[str]) -> "Together":
        chosen = tuple(keys)
        return self._replace(
            questions={key: self.questions[key] for key in chosen}, asked={key: self.asked[key] for key in chosen}
        )

    def written(self, shared: Factored) -> Writing:
        return Writing(self.rows, shared)

    def fetched(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        with connections[self.rows.db].cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())


def read_together(questions: Mapping[str, Question]) -> dict[str, Reading]:
    """Readings by the keys of ``questions``, which all start from the same rows."""
    rows: QuerySet[Any] = next(iter(questions.values())).rows
    together = Together(rows, questions, {key: leaves_of(q.conditions) for key, q in questions.items()})
    values = _values(together)
    traced = together.only(key for key, question in questions.items() if question.traced)
    read = _read_out if any(question.listing for question in traced.questions.values()) else _traced
    counted = read(traced) if traced.questions else {}
    label = rows.model._meta.label_lower
    found = {key: counted.get(key, Counted()) for key in questions}
    lines = {key: tallied(question) for key, question in questions.items() if question.tally}
    return {key: Reading(values[key], found[key].rows, label, lines.get(key, found[key].entries)) for key in questions}


# --- values -----------------------------------------------------------------------------------------------------


def _values(together: Together) -> dict[str, Any]:
    """The value of each question; those that ask the same are asked once, those of one window side by side."""
    place: dict[str, int] = {}
    columns: list[Written] = []
    selects: list[Sql] = []
    for shared in map(factored, by_window(together.asked)):
        writing = together.written(shared)
        of = together.questions
        taken = {key: (of[key].measure, of[key].by, way) for key, way in shared.way_of.items()}
        own = {column: n for n, column in enumerate(dict.fromkeys(taken.values()))}
        written = [writing.aggregate(measure, by, shared.ways[way]) for measure, by, way in own]
        try:
            selects.append(writing.select(written))
        except EmptyResultSet:
            continue  # it is known that no row holds
        place |= {key: len(columns) + own[column] for key, column in taken.items()}
        columns += written
    values = _side_by_side(together, selects, columns) if selects else []
    return {key: values[place[key]] if key in place else 0 for key in together.questions}


def _side_by_side(together: Together, selects: Sequence[Sql], columns: Sequence[Written]) -> list[Any]:
    """The one row of each of ``selects``, one behind the other."""
    sql = ", ".join(f"({sql}) AS window_{n}" for n, (sql, _) in enumerate(selects))
    params = [param for _, own in selects for param in own]
    found = together.fetched(f"SELECT * FROM {sql}", params)  # noqa: S608 # made of SELECTs whose values are parameters
    compiler = together.rows.query.get_compiler(using=together.rows.db)
    return next(compiler.apply_converters(found, compiler.get_converters(columns)))


# --- rows -------------------------------------------------------------------------------------------------------


def _traced(together: Together) -> dict[str, Counted]:
    """The rows that each question counts, from one query that gathers their ids."""
    shared = factored(together.asked)
    writing = together.written(shared)
    groups = [*writing.marks(shared.ways), writing.column("version")]
    behind = ", ".join(str(n) for n in range(1, len(groups) + 1))
    try:
        sql, params = writing.select([*groups, writing.gathered("pk")], f" GROUP BY {behind}")
    except EmptyResultSet:
        return {}
    runs: list[list[Run]] = [[] for _ in shared.ways]
    for *marked, version, ids in together.fetched(sql, params):
        group = Runs.of(_numbers(ids), version).runs
        for way in _ways_in(marked, shared.ways):
            runs[way] += group
    of_way = [Counted(Runs(parts)) for parts in runs]
    return {key: of_way[way] for key, way in shared.way_of.items()}


def _numbers(gathered: Any) -> list[int]:
    """What ``Writing.gathered`` comes back as: PostgreSQL's array, SQLite's text."""
    return list(map(int, gathered.split(","))) if isinstance(gathered, str) else gathered


def _read_out(together: Together) -> dict[str, Counted]:
    """The rows that each question counts and their entries: one query for each order in which rows are read out."""
    questions = together.questions
    first = next(question.listing.order for question in questions.values() if question.listing)
    ordered = sorted(questions, key=lambda key: _order(questions[key], first))
    counted: dict[str, Counted] = {}
    for order, keys in groupby(ordered, key=lambda key: _order(questions[key], first)):
        counted |= _read_out_in(order, together.only(keys))
    return counted


def _order(question: Question, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Questions without a listing go with one that has."""
    return question.listing.order if question.listing else otherwise


def _read_out_in(order: Sequence[str], together: Together) -> dict[str, Counted]:
    listings = [question.listing for question in together.questions.values() if question.listing]
    shared = factored(together.asked)
    writing = together.written(shared)
    marks = {f"ways_{n}": mark for n, mark in enumerate(writing.marks(shared.ways))}
    held = with_related([name for listing in listings for name in listing.related], writing.rows())
    fetched = Fetched(held.annotate(**marks).order_by(*ordered((*order, "pk"))), tuple(marks))
    found: list[list[int]] = [[] for _ in shared.ways]
    for at, marked in enumerate(fetched.marked()):
        for way in _ways_in(marked, shared.ways):
            found[way].append(at)
    of_way = [fetched.runs(places) for places in found]
    return {
        key: Counted(of_way[way], _entries(together.questions[key].listing, fetched, found[way]))
        for key, way in shared.way_of.items()
    }


def _entries(listing: Listing | None, fetched: Fetched, places: Sequence[int]) -> Sequence[Any]:
    return Entries(lambda: (listing.entry(fetched.rows[at]) for at in places)) if listing else ()


def with_related(related: Sequence[str], rows: QuerySet[Any]) -> QuerySet[Any]:
    """``rows`` with ``related`` fetched along; given no names, Django itself would fetch every required reference."""
    return rows.select_related(*related) if related else rows


def _ways_in(marked: Sequence[int], ways: Sequence[Leaves]) -> Iterator[int]:
    """Which of ``ways`` ``marked`` says."""
    for way, holds in enumerate(ways):
        if not holds or marked[way // BITS] >> way % BITS & 1:
            yield way
