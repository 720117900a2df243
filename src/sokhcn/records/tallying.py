"""Lines of counts within the rows of a question, such as a line for each kind: one query, when somebody reads them."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Aggregate, Count, Q, Sum

from sokhcn.kernel.reading import Entries, Measure, Question, Tally
from sokhcn.records.factoring import all_of
from sokhcn.records.ordering import ordered


def tallied(question: Question) -> Entries:
    """The lines of the question's tally."""
    tally = question.tally
    assert tally is not None
    return Entries(lambda: _lines(question, tally))


def _lines(question: Question, tally: Tally) -> Iterator[Any]:
    rows = question.rows.filter(all_of(condition.holds for condition in question.conditions))
    counts = {name: _count(*told) for name, told in tally.counts.items()}
    for line in rows.order_by().values(tally.by).annotate(**counts).order_by(*ordered((*tally.order, tally.by))):
        yield tally.entry(line.pop(tally.by), **line)


def _count(measure: Measure, field: str, holds: Q | None) -> Aggregate:
    if measure is Measure.SUM:
        return Sum(field, filter=holds, default=0)
    return Count(field, filter=holds, distinct=measure is Measure.DISTINCT)
