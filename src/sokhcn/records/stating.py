"""The SELECTs by which the questions of one model are asked: one for all values, one for the rows counted.

They are written once: whoever asks the same again, of rows that may have changed, finds them ready.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import QuerySet

from sokhcn.kernel.reading import Question
from sokhcn.records.counting import Gathered, Values, Ways
from sokhcn.records.factoring import Factored, Leaves, by_window, factored, leaves_of
from sokhcn.records.sending import ready
from sokhcn.records.written import Sql, Writing, Written

MOST = 512  # models asked for a period, whose SELECTs are kept


@dataclass(frozen=True, slots=True)
class Together:
    """Questions that start from the same ``rows``, and what each asks of them; equal where all ``said`` is the same."""

    said: Hashable
    rows: QuerySet[Any] = field(compare=False)
    questions: Mapping[str, Question] = field(compare=False)
    asked: Mapping[str, Leaves] = field(compare=False)

    @classmethod
    def of(cls, questions: Mapping[str, Question]) -> "Together":
        rows: QuerySet[Any] = next(iter(questions.values())).rows
        asked = {key: leaves_of(question.conditions) for key, question in questions.items()}
        said = tuple((key, q.measure, q.by, q.traced, asked[key]) for key, q in questions.items())
        database = connections[rows.db].vendor, rows.db  # a scratch database has the name of the real one
        return cls((database, rows.model, rows.query.where, said), rows, questions, asked)

    def only(self, keys: Iterable[str]) -> "Together":
        chosen = tuple(keys)
        questions = {key: self.questions[key] for key in chosen}
        return Together((self.said, chosen), self.rows, questions, {key: self.asked[key] for key in chosen})

    def written(self, shared: Factored) -> Writing:
        return Writing(self.rows, shared)


class Stated(NamedTuple):
    """All that a model is asked."""

    values: Values | None
    rows: Gathered | None


@lru_cache(MOST)
def stated(together: Together) -> Stated:
    """The SELECTs for ``together``; none where it is known that no row holds."""
    traced = together.only(key for key, question in together.questions.items() if question.traced)
    return Stated(_values(together), _rows(traced) if traced.questions else None)


# --- values -----------------------------------------------------------------------------------------------------


def _values(together: Together) -> Values | None:
    """Those that ask the same are asked once, those of one window side by side."""
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
    return (
        Values(ready(_side_by_side(selects), together.rows.db), together.rows.query, columns, place)
        if selects
        else None
    )


def _side_by_side(selects: Sequence[Sql]) -> Sql:
    """The one row of each of ``selects``, one behind the other."""
    sql = ", ".join(f"({sql}) AS window_{n}" for n, (sql, _) in enumerate(selects))
    params = tuple(param for _, own in selects for param in own)
    return f"SELECT * FROM {sql}", params  # noqa: S608 # made of SELECTs whose values are parameters


# --- rows -------------------------------------------------------------------------------------------------------


def _rows(together: Together) -> Gathered | None:
    shared = factored(together.asked)
    writing = together.written(shared)
    groups = [*writing.marks(shared.ways), writing.column("version")]
    behind = ", ".join(str(n) for n in range(1, len(groups) + 1))
    try:
        sql = writing.select([*groups, writing.gathered("pk")], f" GROUP BY {behind}")
    except EmptyResultSet:
        return None
    return Gathered(ready(sql, together.rows.db), Ways(shared.ways, shared.way_of))
