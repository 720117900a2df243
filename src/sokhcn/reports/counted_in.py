"""Where one row counts: every figure of a period that counts it, those that it just misses and why, and the reports
that hold it."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When

from sokhcn.figures.figure import Value as Counted
from sokhcn.figures.frozen import FrozenFigure, thaw
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import Period
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import start_of
from sokhcn.records.factoring import mark
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Issued
from sokhcn.records.models import Counted as Run
from sokhcn.reports import owning
from sokhcn.reports.models import Edition


@dataclass(frozen=True, slots=True)
class Place:
    """A figure of ``period`` that counts the row, or just misses it: then ``because`` says why. ``value`` is what the
    latest edition says of it, ``held`` whether that edition counted this row."""

    key: str
    label: str
    period: Period
    because: str = ""
    value: Counted | None = None
    held: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a row counts: figures, near misses, the edition that was looked at, and the issued reports that hold it."""

    period: Period
    counted: tuple[Place, ...]
    near: tuple[Place, ...]
    edition: Edition | None
    issued: tuple[Issued, ...]

    @property
    def is_nowhere(self) -> bool:
        return not (self.counted or self.near or self.issued)


def standing(row: Kept, period: Period, agency: Agency) -> Standing:
    """Where ``row`` counts in ``period``. One query for all figures, one for the edition, one for issued reports."""
    scope = Scope(agency.as_of(period.end).pk, period)
    asked = {i.key: (i, i.ask(scope)) for i in owning.indicators(agency, period.end)}
    ours = {key: pair for key, pair in asked.items() if pair[1].rows.model is type(row)}
    edition = Edition.objects.of(agency, period.code).defer("document_kept").first() if ours else None
    kept = {told["key"]: thaw(told) for told in edition.figures_kept if told["key"] in ours} if edition else {}
    told = _asked(row, {key: question for key, (_, question) in ours.items()}) if ours else {}
    places = [_place(ours[key][0], period, because, kept.get(key), row) for key, because in told.items()]
    counted = tuple(place for place in places if not place.because)
    return Standing(period, counted, tuple(place for place in places if place.because), edition, _issued(row))


def _place(indicator: Indicator, period: Period, because: str, kept: FrozenFigure | None, row: Kept) -> Place:
    held = kept is not None and row.pk in kept.rows
    return Place(indicator.key, indicator.label, period, because, kept.value if kept else None, held)


def _asked(row: Kept, questions: Mapping[str, Question]) -> dict[str, str]:
    """By key: nothing for what counts ``row``, and why not for what just misses it; the rest is left out."""
    flags = dict(_flags(questions))
    names = {said: f"f{number}" for number, said in enumerate(flags)}
    model: Any = type(row)
    told = model.objects.filter(pk=row.pk).annotate(**{names[said]: flag for said, flag in flags.items()})
    answers = told.values(*names.values()).first()
    if answers is None:
        return {}
    held = {said: answers[name] for said, name in names.items()}
    read = {key: _read(question, held) for key, question in questions.items()}
    return {key: because for key, because in read.items() if because is not None}


def _flags(questions: Mapping[str, Question]) -> Iterator[tuple[Hashable, Any]]:
    """What is asked, by what it says: questions ask the same of a row over and over, and are answered once."""
    for question in questions.values():
        yield start_of(question.rows), Exists(question.rows.filter(pk=OuterRef("pk")))
        for condition in question.conditions:
            for holds in (condition.holds, *(way.holds for way in condition.near)):
                yield mark(holds), _flag(holds)


def _flag(holds: Q) -> Case:
    # NULL must read as "does not hold".
    return Case(When(holds, then=Value(True)), default=Value(False), output_field=BooleanField())


def _read(question: Question, held: Mapping[Hashable, bool]) -> str | None:
    failed = [condition for condition in question.conditions if not held[mark(condition.holds)]]
    if not held[start_of(question.rows)] or len(failed) > 1:
        return None
    if not failed:
        return ""
    return next((way.because for way in failed[0].near if held[mark(way.holds)]), None)


def _issued(row: Kept) -> tuple[Issued, ...]:
    """The issued reports that counted ``row``, the latest first."""
    runs = Run.objects.filter(register=row._meta.label_lower, first__lte=row.pk, last__gte=row.pk)
    found = {run.issued_id: run.issued for run in runs.select_related("issued")}
    return tuple(sorted(found.values(), key=_when, reverse=True))


def _when(issued: Issued) -> tuple[date, int]:
    return issued.issued_on, issued.pk
