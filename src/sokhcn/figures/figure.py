"""A figure: a value that never travels without its papers; and measuring many at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sokhcn.figures.indicator import Indicator, Kind, Scope
from sokhcn.kernel.reading import Question, Reading
from sokhcn.kernel.runs import Runs

Answer = Callable[[Mapping[str, Question]], Mapping[str, Reading]]
Value = int | Decimal
MARK = "@"  # stands between a figure's key and what else is said of it


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure that another was reckoned from, as it was then."""

    key: str
    label: str
    value: Value | None
    unit: str


@dataclass(frozen=True, slots=True)
class Figure:
    """The answer to one indicator for one scope. ``rows`` are ids in ``register``; ``conditions`` their names.

    ``to_date`` answers the same question from the first day of the year, where the kind adds up over days;
    ``last_year`` answers it for the same period one year before. ``estimate`` and ``plan`` are what people said of it,
    figures of their own. One that was reckoned has a ``formula`` and ``operands`` instead of rows, and no value where
    nothing can be divided.
    """

    key: str
    label: str
    unit: str
    kind: Kind
    basis: str
    value: Value | None
    rows: Runs
    register: str
    conditions: tuple[str, ...]
    entries: Sequence[Any] = field(default=(), repr=False, compare=False)
    to_date: Value | None = None
    last_year: Value | None = None
    estimate: "Figure | None" = None
    plan: "Figure | None" = None
    formula: str = ""
    operands: tuple[Operand, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureSet:
    """Figures by key, in the order they were asked."""

    by_key: Mapping[str, Figure]

    def __getitem__(self, key: str) -> Figure:
        return self.by_key[key]

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.by_key.values())

    def __len__(self) -> int:
        return len(self.by_key)

    def __contains__(self, key: object) -> bool:
        return key in self.by_key


def measure(indicators: Iterable[Indicator], scope: Scope, answer: Answer) -> FigureSet:
    """Ask all ``indicators`` for ``scope``, its year to date and the same period last year in one go.

    ``answer`` knows how questions are asked together.
    """
    declared = {i.key: i for i in indicators}
    asked = {key: i.ask(scope) for key, i in declared.items()}
    readings = answer(
        {name: question for i in declared.values() for name, question in _questions(i, scope, asked[i.key])}
    )
    return FigureSet({key: _figure(i, i.basis_in(scope.period), asked[key], readings) for key, i in declared.items()})


def _questions(indicator: Indicator, scope: Scope, asked: Question) -> Iterator[tuple[str, Question]]:
    yield indicator.key, asked
    yield _last_year(indicator.key), indicator.ask(scope.last_year()).untraced()
    if indicator.kind.adds_up:
        yield _to_date(indicator.key), indicator.ask(scope.year_to_date()).untraced()


def _to_date(key: str) -> str:
    return f"{key}{MARK}to_date"


def _last_year(key: str) -> str:
    return f"{key}{MARK}last_year"


def _figure(indicator: Indicator, basis: str, question: Question, readings: Mapping[str, Reading]) -> Figure:
    reading, to_date = readings[indicator.key], readings.get(_to_date(indicator.key))
    return Figure(
        key=indicator.key,
        label=indicator.label,
        unit=indicator.unit,
        kind=indicator.kind,
        basis=basis,
        value=reading.value,
        rows=reading.rows,
        register=reading.register,
        conditions=tuple(condition.label for condition in question.conditions),
        entries=reading.entries,
        to_date=to_date.value if to_date else None,
        last_year=readings[_last_year(indicator.key)].value,
    )
