"""The SELECTs by which the questions of one model are asked: one for all values, one for the rows counted.

They are written once: whoever asks the same again, of rows that may have changed, finds them ready.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from sokhcn.kernel.reading import Listing, Question
from sokhcn.records.counting import Gathered, Listed, Values, Ways
from sokhcn.records.factoring import Factored, Leaves, by_window, factored, leaves_of
from sokhcn.records.fetched import Fetching
from sokhcn.records.ordering import ordered
from sokhcn.records.written import Sql, Writing, Written

MOST = 256  # models asked for a period, whose SELECTs are kept


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
        said = tuple((key, _said(question), tuple(asked[key])) for key, question in questions.items())
        return cls((rows.db, rows.model, rows.query.where, said), rows, questions, asked)

    def only(self, keys: Iterable[str]) -> "Together":
        chosen = tuple(keys)
        questions = {key: self.questions[key] for key in chosen}
        return Together((self.said, chosen), self.rows, questions, {key: self.asked[key] for key in chosen})

    def written(self, shared: Factored) -> Writing:
        return Writing(self.rows, shared)


def _said(question: Question) -> Hashable:
    listing = question.listing
    return question.measure, question.by, question.traced, listing and (listing.order, listing.related)


class Stated(NamedTuple):
    """All that a model is asked."""

    values: Values | None
    rows: Sequence[Gathered | Listed]


@lru_cache(MOST)
def stated(together: Together) -> Stated:
    """The SELECTs for ``together``; none where it is known that no row holds."""
    traced = together.only(key for key, question in together.questions.items() if question.traced)
    return Stated(_values(together), tuple(_rows(traced)) if traced.questions else ())


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
    return Values(_side_by_side(selects), together.rows.query, columns, place) if selects else None


def _side_by_side(selects: Sequence[Sql]) -> Sql:
    """The one row of each of ``selects``, one behind the other."""
    sql = ", ".join(f"({sql}) AS window_{n}" for n, (sql, _) in enumerate(selects))
    params = tuple(param for _, own in selects for param in own)
    return f"SELECT * FROM {sql}", params  # noqa: S608 # made of SELECTs whose values are parameters


# --- rows -------------------------------------------------------------------------------------------------------


def _rows(together: Together) -> Iterator[Gathered | Listed]:
    """One SELECT; or one for each order in which rows are read out."""
    questions = together.questions
    first = next((question.listing.order for question in questions.values() if question.listing), None)
    if first is None:
        with suppress(EmptyResultSet):
            yield _gathered(together)
        return
    ordered = sorted(questions, key=lambda key: _order(questions[key], first))
    for order, keys in groupby(ordered, key=lambda key: _order(questions[key], first)):
        with suppress(EmptyResultSet):
            yield _listed(order, together.only(keys))


def _order(question: Question, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Questions without a listing go with one that has."""
    return question.listing.order if question.listing else otherwise


def _gathered(together: Together) -> Gathered:
    shared = factored(together.asked)
    writing = together.written(shared)
    groups = [*writing.marks(shared.ways), writing.column("version")]
    behind = ", ".join(str(n) for n in range(1, len(groups) + 1))
    sql = writing.select([*groups, writing.gathered("pk")], f" GROUP BY {behind}")
    return Gathered(sql, Ways(shared.ways, shared.way_of))


def _listed(order: Sequence[str], together: Together) -> Listed:
    listings: list[Listing] = [question.listing for question in together.questions.values() if question.listing]
    shared = factored(together.asked)
    writing = together.written(shared)
    marks = {f"ways_{n}": mark for n, mark in enumerate(writing.marks(shared.ways))}
    held = with_related([name for listing in listings for name in listing.related], writing.rows())
    fetching = Fetching(held.annotate(**marks).order_by(*ordered((*order, "pk"))), tuple(marks))
    return Listed(fetching, Ways(shared.ways, shared.way_of))


def with_related(related: Sequence[str], rows: QuerySet[Any]) -> QuerySet[Any]:
    """``rows`` with ``related`` fetched along; given no names, Django itself would fetch every required reference."""
    return rows.select_related(*related) if related else rows
