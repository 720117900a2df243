"""Asking registers: conditions with names, questions asked together, and the rows that nearly counted.

``answer`` asks each model once for all values and once for all rows counted, however many questions there are.
``why`` asks again, only when somebody wants to know.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import BooleanField, Case, Q, QuerySet, Value, When

from sokhcn.kernel.reading import Condition, Entries, Measure, Near, Question, Reading
from sokhcn.kernel.runs import Runs
from sokhcn.records.listing import listed, with_related
from sokhcn.records.ordering import ordered
from sokhcn.records.sending import sent, sent_ahead
from sokhcn.records.stating import Together, stated
from sokhcn.records.tallying import tallied

MARGIN = timedelta(days=15)
ANYTHING = Q(pk__isnull=False)


def ask(rows: QuerySet[Any], *conditions: Condition) -> Question:
    """A question about ``rows``, not asked yet."""
    return Question(rows, conditions)


def when(label: str, /, *holds: Q, near: tuple[Near, ...] = (), **lookups: Any) -> Condition:
    """A named condition: all of ``holds`` and ``lookups``, through no to-many relation (use ``Exists``)."""
    return Condition(label, reduce(and_, holds, Q(**lookups)) or ANYTHING, near)


def near(because: str, /, *holds: Q, **lookups: Any) -> Near:
    """A row that fails the condition but matches this nearly counts; ``because`` says why it does not."""
    return Near(because, reduce(and_, holds, Q(**lookups)) or ANYTHING)


def when_on(label: str, field: str, days: tuple[date, date], /) -> Condition:
    """``field`` lies in ``days``; a row without that date goes by the day it was entered in the book.

    A date at most 15 days outside is a near miss.
    """
    first, last = days
    before, after = _on(field, first - MARGIN, first - timedelta(1)), _on(field, last + timedelta(1), last + MARGIN)
    misses = (Near(f"trước kỳ: {label}", before), Near(f"sau kỳ: {label}", after))
    return Condition(label, _on(field, first, last), misses)


def when_dated(label: str, field: str, days: tuple[date, date], /) -> Condition:
    """``field`` lies in ``days``; a row without that date does not count, whenever it was entered.

    A date at most 15 days outside is a near miss.
    """
    first, last = days
    before, after = (first - MARGIN, first - timedelta(1)), (last + timedelta(1), last + MARGIN)
    misses = (
        near(f"trước kỳ: {label}", **{f"{field}__range": before}),
        near(f"sau kỳ: {label}", **{f"{field}__range": after}),
    )
    return when(label, near=misses, **{f"{field}__range": days})


def happened(what: str, field: str, days: tuple[date, date], /) -> Condition:
    """``what`` happened in ``days`` by ``field``; without that day nothing is known to have happened.

    A date at most 15 days outside is a near miss. What lives for years is asked so.
    """
    first, last = days
    before, after = (first - MARGIN, first - timedelta(1)), (last + timedelta(1), last + MARGIN)
    misses = (
        near(f"{what} trước kỳ", **{f"{field}__range": before}),
        near(f"{what} sau kỳ", **{f"{field}__range": after}),
    )
    return when(f"{what} trong kỳ", near=misses, **{f"{field}__range": days})


def when_agency(agency: int) -> Condition:
    """The row belongs to the reporting agency; the same row of another agency is a near miss."""
    return when("thuộc cơ quan báo cáo", agency=agency, near=(near("thuộc cơ quan khác", ANYTHING),))


def when_agency_of(way: str, agency: int, /) -> Condition:
    """What ``way`` leads to belongs to the reporting agency, for rows that are parts of another."""
    theirs = near("thuộc cơ quan khác", **{f"{way}__agency__isnull": False})
    return when("thuộc cơ quan báo cáo", near=(theirs,), **{f"{way}__agency": agency})


def _on(field: str, first: date, last: date) -> Q:
    dated = Q(**{f"{field}__range": (first, last)})
    return dated | Q(**{f"{field}__isnull": True, "recorded_on__range": (first, last)})


# --- asking -----------------------------------------------------------------------------------------------------


def answer(questions: Mapping[str, Question]) -> dict[str, Reading]:
    """Ask all questions together and return their readings by the same keys."""
    asked: dict[tuple[Any, Any], dict[str, Question]] = {}
    for key, question in questions.items():
        asked.setdefault((question.rows.model, start_of(question.rows)), {})[key] = question
    readings: dict[str, Reading] = {}
    with sent_ahead():
        for read in [_sent(together) for together in sorted(asked.values(), key=_sorting, reverse=True)]:
            readings |= read()  # when all is sent
    return {key: readings[key] for key in questions}


def _sorting(questions: Mapping[str, Question]) -> int:
    """What a database sorts for: whoever counts different values goes first, and while it works the rest is written."""
    return sum(question.measure is Measure.DISTINCT for question in questions.values())


def _sent(questions: Mapping[str, Question]) -> Callable[[], dict[str, Reading]]:
    """Send what ``questions`` ask, which all start from the same rows; what is given back waits for their readings."""
    together = Together.of(questions)
    said, using = stated(together), together.rows.db
    values = said.values and (said.values, sent(said.values.sql, using))
    rows = said.rows and (said.rows, sent(said.rows.sql, using))
    label = together.rows.model._meta.label_lower

    def read() -> dict[str, Reading]:
        value = values[0].read(values[1](), using) if values else {}
        counted = dict.fromkeys(questions, Runs()) | (rows[0].read(rows[1]()) if rows else {})
        entries: dict[str, Entries] = listed(questions, counted)
        entries |= {key: tallied(question) for key, question in questions.items() if question.tally}
        return {key: Reading(value.get(key, 0), counted[key], label, entries.get(key, ())) for key in questions}

    return read


def start_of(rows: QuerySet[Any]) -> Any:
    """Questions of one model that start from the same of its rows are asked together."""
    query = rows.query
    if query.annotations or query.is_sliced or query.distinct or query.combinator:
        raise ValueError("a question starts from rows that are filtered, and nothing else")
    return query.where


def all_of(conditions: Iterable[Condition]) -> Q:
    """The conjunction of conditions."""
    return reduce(and_, (condition.holds for condition in conditions), Q()) or ANYTHING


# --- why --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A row that fails one condition and nearly holds it."""

    row: Any
    failed: str
    because: str


@dataclass(frozen=True, slots=True)
class Why:
    """The rows behind a figure: those counted, in the order of the listing or of entry, and those that nearly were."""

    counted: tuple[Any, ...]
    near: tuple[NearMiss, ...]


def why(question: Question, *, related: Sequence[str] = ()) -> Why:
    """The rows counted and the near misses: one query for the rows, one per condition that has a ``near``."""
    order = question.listing.order if question.listing else ()
    rows = with_related(related, question.rows)
    counted = tuple(rows.filter(all_of(question.conditions)).order_by(*ordered((*order, "pk"))))
    return Why(counted, tuple(miss for c in question.conditions for miss in _misses(rows, question.conditions, c)))


def _misses(rows: QuerySet[Any], conditions: Sequence[Condition], failed: Condition) -> Iterator[NearMiss]:
    if not failed.near:
        return
    others = all_of(condition for condition in conditions if condition is not failed)
    flags = {f"near_{n}": _flag(way.holds) for n, way in enumerate(failed.near)}
    nearly = reduce(or_, (way.holds for way in failed.near))
    found = rows.annotate(held=_flag(failed.holds), **flags).filter(others, nearly, held=False)
    for row in found.order_by("pk"):
        because = next(way.because for n, way in enumerate(failed.near) if getattr(row, f"near_{n}"))
        yield NearMiss(row, failed.label, because)


def _flag(holds: Q) -> Case:
    # A CASE and not the bare condition: NULL must read as "does not hold", or a row would be neither in nor out.
    return Case(When(holds, then=Value(True)), default=Value(False), output_field=BooleanField())
