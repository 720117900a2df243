"""Issued figures asked again: which of them written rows may have moved, and what they would be now."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sokhcn.figures.derived import Derived
from sokhcn.figures.figure import MARK, FigureSet
from sokhcn.figures.indicator import Indicator
from sokhcn.kernel.reading import Question, Reading
from sokhcn.records.asking import answer
from sokhcn.reports.drifting.issued import IssuedEdition, operands
from sokhcn.reports.drifting.reaching import reach
from sokhcn.reports.drifting.touching import Touched
from sokhcn.reports.drifting.windows import may_lie, windows
from sokhcn.reports.measuring import measured
from sokhcn.reports.models import Drift, Watched

Aspect = Drift.Aspect
AT_ONCE = 400  # questions in one SELECT, of which SQLite takes 2,000 values


def moved(editions: Mapping[int, IssuedEdition], watched: Iterable[Watched], touched: Touched) -> dict[int, set[str]]:
    """The keys of the figures to be asked again, by edition: those that count a written row, or did before it."""
    told = touched.indicators()
    found = {key: set(told & issued.indicators.keys()) for key, issued in editions.items()} if told else {}
    asked: dict[str, Question] = {}
    for one in watched:
        issued = editions[one.edition_id]
        indicator = issued.indicators.get(one.key)
        how = _counts(indicator, one, touched) if indicator else False
        if how:
            found.setdefault(one.edition_id, set()).add(one.key)
        elif how is None and indicator:
            narrowed = _narrowed(issued, indicator, touched)
            asked |= {f"{one.edition_id}|{one.key}|{aspect}": question for aspect, question in narrowed}
    for some in _parted(asked):
        for name in (name for name, reading in answer(some).items() if reading.value):
            edition, key, _ = name.split("|")
            found.setdefault(int(edition), set()).add(key)
    return {edition: keys for edition, keys in found.items() if keys}


def _parted(asked: Mapping[str, Question]) -> Iterator[Mapping[str, Question]]:
    every = list(asked.items())
    for start in range(0, len(every), AT_ONCE):
        yield dict(every[start : start + AT_ONCE])


def _counts(indicator: Indicator, watched: Watched, touched: Touched) -> bool | None:
    """Whether a figure surely counted a written row before (or may have), surely does not; None: ask about now."""
    about = reach(indicator)
    rows = touched.reached(about) if touched.moves(about) else {}
    if rows is None:
        return True
    if not rows:
        return False
    return True if any(_overlap(runs, sorted(rows)) for runs in watched.rows.values()) else None


def _overlap(runs: Iterable[tuple[int, int]], ids: list[int]) -> bool:
    return any(first <= row <= last for first, last in runs for row in ids)


def _narrowed(issued: IssuedEdition, indicator: Indicator, touched: Touched) -> Iterator[tuple[str, Question]]:
    """The questions of a figure about the rows that were reached, and no others."""
    about = reach(indicator)
    ids = sorted(touched.reached(about) or ())
    for aspect, question in questions(issued, indicator):
        groups = windows(question)
        dates = {path: touched.dates(about, path) for group in groups for path, _, _ in group}
        if not may_lie(groups, dates):
            continue
        yield aspect, replace(question, rows=question.rows.filter(pk__in=ids)).counted().untraced()


def questions(issued: IssuedEdition, indicator: Indicator) -> Iterator[tuple[str, Question]]:
    """The figure in its period, over the year to date where that says more, and a year before."""
    scope = issued.scope
    yield Aspect.VALUE, indicator.ask(scope)
    yield Aspect.LAST_YEAR, indicator.ask(scope.last_year())
    if indicator.kind.adds_up:
        yield Aspect.TO_DATE, indicator.ask(scope.year_to_date())


@dataclass(frozen=True, slots=True)
class Again:
    """Figures as they would be now, and the rows that each counts, by aspect, as runs."""

    figures: FigureSet
    rows: Mapping[str, Mapping[str, list[list[int]]]]
    derived: tuple[Derived, ...]


def ask_again(issued: IssuedEdition, keys: Iterable[str]) -> Again:
    """The figures ``keys`` of an edition, what was told of them, and what is derived from them."""
    wanted = set(keys)
    derived = tuple(one for one in issued.derived if operands(one) & wanted)
    asked = wanted.union(*map(operands, derived))
    rows: dict[str, dict[str, list[list[int]]]] = {}

    def answering(questions: Mapping[str, Question]) -> Mapping[str, Reading]:
        traced = {name: replace(one, traced=True, listing=None, tally=None) for name, one in questions.items()}
        readings = answer(traced)
        for name, reading in readings.items():
            key, _, aspect = name.partition(MARK)
            rows.setdefault(key, {})[aspect or Aspect.VALUE] = runs_of(reading.rows.runs)
        return readings

    indicators = [one for key, one in issued.indicators.items() if key in asked]
    return Again(measured(indicators, derived, issued.period, issued.agency, answering), rows, derived)


def runs_of(runs: Iterable[Any]) -> list[list[int]]:
    """Runs of ids, whatever their versions."""
    found: list[list[int]] = []
    for first, last, *_ in runs:
        if found and first <= found[-1][1] + 1:
            found[-1][1] = max(last, found[-1][1])
        else:
            found.append([first, last])
    return found
