"""What is read out of the rows counted: one query for each order, when somebody reads it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, reduce
from operator import or_
from typing import Any

from django.db.models import Q, QuerySet

from sokhcn.kernel.reading import Entries, Listing, Question
from sokhcn.kernel.runs import Runs
from sokhcn.records.factoring import all_of
from sokhcn.records.ordering import ordered

Rows = Callable[[], list[Any]]


def listed(questions: Mapping[str, Question], counted: Mapping[str, Runs]) -> dict[str, Entries]:
    """Entries for the rows ``counted`` by ``questions`` of one model, by their keys.

    Rows that changed since they were counted are read as they are: whoever needs both as of one moment counts and
    reads within one transaction, as the compiler does.
    """
    groups: dict[tuple[str, ...], dict[str, tuple[Question, Listing]]] = {}
    for key, question in questions.items():
        if question.listing:
            groups.setdefault(question.listing.order, {})[key] = question, question.listing
    return {key: entries for order, group in groups.items() for key, entries in _entries(order, group, counted)}


def _entries(
    order: tuple[str, ...], group: Mapping[str, tuple[Question, Listing]], counted: Mapping[str, Runs]
) -> Iterator[tuple[str, Entries]]:
    rows = _rows(order, {key: told for key, told in group.items() if counted[key]})
    for key, (_, listing) in group.items():
        yield key, Entries(_reading(listing, counted[key], rows)) if counted[key] else Entries(tuple)


def _rows(order: tuple[str, ...], group: Mapping[str, tuple[Question, Listing]]) -> Rows:
    """The rows of all questions of a group, fetched once."""

    @cache
    def fetched() -> list[Any]:
        questions = [question for question, _ in group.values()]
        related = sorted({name for _, listing in group.values() for name in listing.related})
        rows = with_related(related, questions[0].rows).filter(reduce(or_, map(_held, questions)))
        return list(rows.order_by(*ordered((*order, "pk"))))

    return fetched


def with_related(related: Sequence[str], rows: QuerySet[Any]) -> QuerySet[Any]:
    """``rows`` with ``related`` fetched along, lists of references by a query of their own; given no names, Django
    itself would fetch every required reference."""
    many = {field.name for field in rows.model._meta.many_to_many}.intersection(related)
    single = [name for name in related if name not in many]
    told = rows.select_related(*single) if single else rows
    return told.prefetch_related(*sorted(many)) if many else told


def _held(question: Question) -> Q:
    return all_of(condition.holds for condition in question.conditions)


def _reading(listing: Listing, counted: Runs, rows: Rows) -> Callable[[], Iterator[Any]]:
    def read() -> Iterator[Any]:
        ids = set(counted)
        return (listing.entry(row) for row in rows() if row.pk in ids)

    return read
