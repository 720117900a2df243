"""A figure: a value that never travels without its papers; and measuring many at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sokhcn.figures.indicator import Indicator, Kind, Scope
from sokhcn.kernel.reading import Question, Reading

Answer = Callable[[Mapping[str, Question]], Mapping[str, Reading]]


@dataclass(frozen=True, slots=True)
class Figure:
    """The answer to one indicator for one scope. ``rows`` are ids in ``register``; ``conditions`` their names."""

    key: str
    label: str
    unit: str
    kind: Kind
    basis: str
    value: int | Decimal
    rows: tuple[int, ...]
    register: str
    conditions: tuple[str, ...]
    entries: tuple[Any, ...] = field(default=(), repr=False, compare=False)


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
    """Ask all ``indicators`` for ``scope`` in one go; ``answer`` knows how questions are asked together."""
    asked = {i.key: (i, i.ask(scope)) for i in indicators}
    readings = answer({key: question for key, (_, question) in asked.items()})
    return FigureSet({key: _figure(i, question, readings[key]) for key, (i, question) in asked.items()})


def _figure(indicator: Indicator, question: Question, reading: Reading) -> Figure:
    names = tuple(condition.label for condition in question.conditions)
    about = (indicator.key, indicator.label, indicator.unit, indicator.kind, indicator.basis)
    return Figure(*about, reading.value, reading.rows, reading.register, names, reading.entries)
