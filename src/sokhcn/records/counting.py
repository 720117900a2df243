"""SELECTs that count, and how what the database answers to them becomes values and rows counted.

One is kept and sent again whenever the same is asked, so it holds nothing of an answer and no connection.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models.sql import Query

from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.factoring import Leaves
from sokhcn.records.sending import Statement
from sokhcn.records.written import BITS, Written

Answered = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Values:
    """A SELECT of one row, whose ``columns`` are values; ``place`` says which is that of a question."""

    sql: Statement
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

    sql: Statement
    ways: Ways

    def read(self, answered: Answered) -> dict[str, Runs]:
        """The rows counted by the keys of questions."""
        runs: list[list[Run]] = [[] for _ in self.ways.ways]
        for *marked, version, ids in answered:
            group = Runs.of(_numbers(ids), version).runs
            for way in self.ways.of(marked):
                runs[way] += group
        of_way = [Runs(parts) for parts in runs]
        return {key: of_way[way] for key, way in self.ways.way_of.items()}


def _numbers(gathered: Any) -> list[int]:
    """What ``Writing.gathered`` comes back as: PostgreSQL's array, SQLite's text."""
    return list(map(int, gathered.split(","))) if isinstance(gathered, str) else gathered
