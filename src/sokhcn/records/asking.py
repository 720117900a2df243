"""Asking registers: conditions with names, questions asked together, and the rows that nearly counted.

``answer`` asks each model once for all values and once for all rows counted, however many questions there are; a
question with a listing adds one query for its rows. ``why`` asks again, only when somebody wants to know.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from itertools import groupby
from operator import and_, or_
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import BooleanField, Case, Count, Q, QuerySet, Sum, Value, When

from sokhcn.kernel.reading import Condition, Measure, Near, Question, Reading

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


def when_agency(agency: int) -> Condition:
    """The row belongs to the reporting agency; the same row of another agency is a near miss."""
    return when("thuộc cơ quan báo cáo", agency=agency, near=(near("thuộc cơ quan khác", ANYTHING),))


def _on(field: str, first: date, last: date) -> Q:
    dated = Q(**{f"{field}__range": (first, last)})
    return dated | Q(**{f"{field}__isnull": True, "recorded_on__range": (first, last)})


# --- asking -----------------------------------------------------------------------------------------------------


def answer(questions: Mapping[str, Question]) -> dict[str, Reading]:
    """Ask all questions together and return their readings by the same keys."""
    readings: dict[str, Reading] = {}
    ordered = sorted(questions.items(), key=lambda item: _asked_of(item[1]))
    for _, group in groupby(ordered, key=lambda item: _asked_of(item[1])):
        readings |= _answer_model(dict(group))
    return {key: readings[key] for key in questions}


def _asked_of(question: Question) -> tuple[str, str]:
    """Questions of one model are asked together; those that start from a part of its rows apart from the others."""
    try:
        return question.rows.model._meta.label, str(question.rows.query)
    except EmptyResultSet:
        return question.rows.model._meta.label, ""


def _answer_model(questions: Mapping[str, Question]) -> dict[str, Reading]:
    rows: QuerySet[Any] = next(iter(questions.values())).rows
    label = rows.model._meta.label_lower
    holds = {key: all_of(q.conditions) for key, q in questions.items()}
    asked = rows.filter(reduce(or_, holds.values()))
    values = asked.order_by().aggregate(
        **{_column(n): _taken(questions[key], holds[key]) for n, key in enumerate(holds)}
    )
    counted = _counted(rows, {key: q for key, q in holds.items() if questions[key].traced})
    return {
        key: Reading(values[_column(n)], counted.get(key, ()), label, _entries(questions[key], holds[key]))
        for n, key in enumerate(holds)
    }


def _counted(rows: QuerySet[Any], holds: Mapping[str, Q]) -> dict[str, tuple[int, ...]]:
    """The ids of the rows that each of ``holds`` counts, from one query."""
    if not holds:
        return {}
    flags = {_column(n): _flag(q) for n, q in enumerate(holds.values())}
    counted: list[list[int]] = [[] for _ in holds]
    asked = rows.filter(reduce(or_, holds.values())).order_by("pk").annotate(**flags)
    for pk, *marks in asked.values_list("pk", *flags).iterator(5000):
        for ids, mark in zip(counted, marks, strict=True):
            if mark:
                ids.append(pk)
    return {key: tuple(ids) for key, ids in zip(holds, counted, strict=True)}


def _column(n: int) -> str:
    return f"asked_{n}"


def _taken(question: Question, holds: Q) -> Any:
    match question.measure:
        case Measure.COUNT:
            return Count("pk", filter=holds)
        case Measure.DISTINCT:
            return Count(question.by, filter=holds, distinct=True)
        case Measure.SUM:
            return Sum(question.by, filter=holds, default=0)


def _flag(holds: Q) -> Case:
    # A CASE and not the bare condition: NULL must read as "does not hold", or a row would be neither in nor out.
    return Case(When(holds, then=Value(True)), default=Value(False), output_field=BooleanField())


def _entries(question: Question, holds: Q) -> tuple[Any, ...]:
    listing = question.listing
    if listing is None:
        return ()
    rows = _with(listing.related, question.rows.filter(holds)).order_by(*listing.order, "pk")
    return tuple(listing.entry(row) for row in rows)


def _with(related: Sequence[str], rows: QuerySet[Any]) -> QuerySet[Any]:
    """``rows`` with ``related`` fetched along; given no names, Django itself would fetch every required reference."""
    return rows.select_related(*related) if related else rows


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
    rows = _with(related, question.rows)
    counted = tuple(rows.filter(all_of(question.conditions)).order_by(*order, "pk"))
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
