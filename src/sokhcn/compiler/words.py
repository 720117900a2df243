"""The values that wording may use: figures, entries of lists, papers, periods; and how each is said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import total_ordering
from typing import Any

from sokhcn.document.nodes import Cite, Inline, Num, Text
from sokhcn.figures.figure import Figure
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import count, number
from sokhcn.kernel.papers import Mention
from sokhcn.kernel.periods import Period


def printed(figure: Figure) -> Num:
    """A figure as it stands in a sentence: counts below ten with a zero in front."""
    text = count(figure.value) if isinstance(figure.value, int) else number(figure.value)
    return Num(figure.key, figure.value, text)


# What wording may reach of a figure and of a period.
FIGURE_NAMES = frozenset({"value", "entries", "to_date", "last_year"})
PERIOD_NAMES = frozenset({"name", "short_name", "year", "start", "end"})


@total_ordering
class FigureWord:
    """A figure in a sentence: prints as its count, compares as a number, and lists its entries."""

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.value = figure.value
        self.entries = figure.entries

    @property
    def to_date(self) -> "FigureWord":
        """The same from the first day of the year."""
        return _beside(self.figure, "to_date")

    @property
    def last_year(self) -> "FigureWord":
        """The same one year before."""
        return _beside(self.figure, "last_year")

    def __eq__(self, other: object) -> bool:
        return bool(self.value == _number(other))

    def __lt__(self, other: object) -> bool:
        return bool(self.value < _number(other))

    def __hash__(self) -> int:
        return hash(self.figure.key)

    def __bool__(self) -> bool:
        return self.value != 0


def _beside(figure: Figure, name: str) -> FigureWord:
    """The value that stands beside a figure, under the figure's key with ``name`` behind it."""
    value = getattr(figure, name)
    return FigureWord(replace(figure, key=f"{figure.key}@{name}", value=value if value is not None else 0, entries=()))


def _number(other: object) -> Any:
    return other.value if isinstance(other, FigureWord) else other


@dataclass(frozen=True, slots=True)
class Area:
    """The figures of one area by the last part of their key."""

    figures: Mapping[str, FigureWord]


@dataclass(frozen=True, slots=True)
class Said:
    """A paper to be cited, and what its first mention says beyond type and number: ``dated``, ``full`` or ``whole``."""

    paper: Mention
    first: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Several words in one breath: a, b và c."""

    words: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its unit: ``05 nhiệm vụ cấp quốc gia``."""

    figure: FigureWord


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure against the same period last year: ``tăng 02 văn bản so với cùng kỳ năm trước``."""

    figure: FigureWord


@dataclass(frozen=True, slots=True)
class Group:
    """Entries that share a value."""

    key: Any
    entries: tuple[Any, ...]


def dated(paper: Mention) -> Said:
    return Said(paper, "dated")


def full(paper: Mention) -> Said:
    return Said(paper, "full")


def joined(words: Iterable[Any]) -> Joined:
    return Joined(tuple(words))


def breakdown(figures: Iterable[FigureWord]) -> Joined:
    """Those of ``figures`` that are not nought, each with its unit, in one breath."""
    return Joined(tuple(Counted(figure) for figure in figures if figure))


def compared(figure: FigureWord) -> Compared:
    """How much more or less than a year before; nothing where nothing is known of that year."""
    return Compared(figure)


def each(entries: Iterable[Any], name: str) -> tuple[Any, ...]:
    """One field of every entry."""
    return tuple(getattr(entry, name) for entry in entries if name in field_names(entry))


def grouped(entries: Iterable[Any], name: str) -> tuple[Group, ...]:
    """Entries by one field, groups in the order in which they first appear."""
    groups: dict[Any, list[Any]] = {}
    for entry in entries:
        groups.setdefault(getattr(entry, name) if name in field_names(entry) else None, []).append(entry)
    return tuple(Group(key, tuple(members)) for key, members in groups.items())


def lower_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def abbreviated(text: str) -> str:
    """Names of bodies as reports shorten them."""
    return text.replace("Ủy ban nhân dân", "UBND").replace("Hội đồng nhân dân", "HĐND")


def upper(text: str) -> str:
    return text.upper()


FILTERS: Mapping[str, Callable[..., Any]] = {
    f.__name__: f
    for f in (dated, full, joined, breakdown, compared, each, grouped, lower_first, upper_first, abbreviated, upper)
}


def field_names(value: Any) -> frozenset[str]:
    """What wording may reach in ``value``: the fields of an entry, a figure's value and entries, a period's names."""
    if isinstance(value, FigureWord):
        return FIGURE_NAMES
    if isinstance(value, Period):
        return PERIOD_NAMES
    return frozenset(f.name for f in fields(value)) if is_dataclass(value) else frozenset()


class Speaker:
    """Says words as inlines, and remembers which papers the document has mentioned.

    The first mention of a paper is full, every later one type and number (Decree 30/2020/NĐ-CP, Annex I, Part II, 6.b).
    """

    def __init__(self) -> None:
        self._mentioned: set[str] = set()

    def say(self, value: Any) -> tuple[Inline, ...]:
        """The inlines for one value. Raises ``TypeError`` for what no sentence can hold."""
        match value:
            case FigureWord():
                return (printed(value.figure),)
            case Mention():
                return self._cite(Said(value, "whole"))
            case Said():
                return self._cite(value)
            case Counted(figure):
                return (printed(figure.figure), Text(f" {figure.figure.unit}"))
            case Compared(figure):
                return _compared(figure.figure)
            case Joined(words):
                return self._joined(words)
            case None:
                return ()
            case _:
                return (Text(_plain(value)),)

    def _cite(self, said: Said) -> tuple[Inline, ...]:
        paper = said.paper
        if paper.key in self._mentioned:
            return (Cite(paper.key, paper.short),)
        self._mentioned.add(paper.key)
        if said.first == "dated":
            return (Cite(paper.key, paper.dated),)
        subject = (Text(f" {paper.subject}"),) if said.first == "whole" and paper.subject else ()
        return (Cite(paper.key, paper.full), *subject)

    def _joined(self, words: tuple[Any, ...]) -> tuple[Inline, ...]:
        said: list[Inline] = []
        for place, word in enumerate(words):
            if place:
                said.append(Text(" và " if place == len(words) - 1 else ", "))
            said.extend(self.say(word))
        return tuple(said)


def _compared(figure: Figure) -> tuple[Inline, ...]:
    """The difference is told as it is said, without a sign: ``giảm 03``."""
    if not figure.last_year or figure.value is None:
        return ()
    difference: Any = figure.value - figure.last_year
    if not difference:
        return (Text("bằng cùng kỳ năm trước"),)
    told = printed(replace(figure, key=f"{figure.key}@change", value=abs(difference)))
    return (Text("tăng " if difference > 0 else "giảm "), told, Text(f" {figure.unit} so với cùng kỳ năm trước"))


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return written(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return number(value)
    raise TypeError(f"không có cách viết cho {type(value).__name__}")
