"""SELECTs that count, and how what the database answers to them becomes values and rows counted.

One is kept and sent again whenever the same is asked, so it holds nothing of an answer and no connection.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models.sql import Query

from sokhcn.kernel.reading import Entries, Listing, Question
from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.factoring import Leaves
from sokhcn.records.fetched import Fetched, Fetching
from sokhcn.records.written import BITS, Sql, Written

Answered = Sequence[Sequence[Any]]


class Counted(NamedTuple):
    """The rows that a question counts, and what is read out of them."""

    rows: Runs = Runs()
    entries: Sequence[Any] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """A SELECT of one row, whose ``columns`` are values; ``place`` says which is that of a question."""

    sql: Sql
    query: Query
    columns: Sequence[Written]
    place: Mapping[str, int]

    def read(self, answered: Answered, using: str) -> dict[str, Any]:
        """The values by the keys of the questions that some row may be counted for."""
        compiler = self.query.get_compiler(using=using)
        found = next(compiler.apply_converters(answered, compiler.get_converters(self.columns)))
        return {key: found[at] for key, at in self.place.items()}


class Ways(NamedTuple):
    """The ways in which a row may be counted, whose bits mark it; and which of them is that of a question."""

    ways: Sequence[Leaves]
    way_of: Mapping[str, int]

    def of(self, marked: Sequence[int]) -> Iterator[int]:
        """Which of the ways ``marked`` says."""
        for way, holds in enumerate(self.ways):
            if not holds or marked[way // BITS] >> way % BITS & 1:
                yield way


@dataclass(frozen=True, slots=True)
class Gathered:
    """A SELECT that gathers ids: a group for each way of being counted and each version."""

    sql: Sql
    ways: Ways

    def read(self, answered: Answered, questions: Mapping[str, Question]) -> dict[str, Counted]:
        """The rows counted by the keys of questions."""
        runs: list[list[Run]] = [[] for _ in self.ways.ways]
        for *marked, version, ids in answered:
            group = Runs.of(_numbers(ids), version).runs
            for way in self.ways.of(marked):
                runs[way] += group
        of_way = [Counted(Runs(parts)) for parts in runs]
        return {key: of_way[way] for key, way in self.ways.way_of.items()}


def _numbers(gathered: Any) -> list[int]:
    """What ``Writing.gathered`` comes back as: PostgreSQL's array, SQLite's text."""
    return list(map(int, gathered.split(","))) if isinstance(gathered, str) else gathered


@dataclass(frozen=True, slots=True)
class Listed:
    """A SELECT of whole rows, in the order in which they are read out."""

    fetching: Fetching
    ways: Ways

    @property
    def sql(self) -> Sql:
        return self.fetching.sql

    def read(self, answered: Answered, questions: Mapping[str, Question]) -> dict[str, Counted]:
        """The rows counted, and their entries, by the keys of questions."""
        fetched = Fetched(self.fetching, answered)
        found: list[list[int]] = [[] for _ in self.ways.ways]
        for at, marked in enumerate(fetched.marked()):
            for way in self.ways.of(marked):
                found[way].append(at)
        of_way = [fetched.runs(places) for places in found]
        return {
            key: Counted(of_way[way], _entries(questions[key].listing, fetched, found[way]))
            for key, way in self.ways.way_of.items()
        }


def _entries(listing: Listing | None, fetched: Fetched, places: Sequence[int]) -> Sequence[Any]:
    return Entries(lambda: (listing.entry(fetched.rows[at]) for at in places)) if listing else ()
