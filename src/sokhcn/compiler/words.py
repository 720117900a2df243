"""The values that wording may use: figures, entries of lists, papers, periods; and how each is said."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from operator import ge, gt, le, lt
from typing import Any

from sokhcn.document.nodes import Cite, Inline, Num, Text
from sokhcn.figures.aspect import ASPECTS, LABELS, Aspect, seen, split_key
from sokhcn.figures.figure import Figure
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import amount, count, number
from sokhcn.kernel.papers import Mention
from sokhcn.kernel.periods import Period

# What wording may reach of a figure and of a period.
FIGURE_NAMES = frozenset({"value", "entries", *ASPECTS})
PERIOD_NAMES = frozenset({"name", "short_name", "year", "start", "end"})
NOTHING = "–"  # where there is no value: nobody estimated it, or nothing can be divided
ESTIMATED, REACHED = "ước ", "ước đạt "
UNCHANGED = "không thay đổi"
AS_WRITTEN = "as written"


def printed(figure: Figure) -> Num:
    """A figure that has a value, as it stands in a sentence: counts below ten with a zero in front."""
    assert figure.value is not None
    text = count(figure.value) if isinstance(figure.value, int) else amount(figure.value)
    return Num(figure.key, figure.value, text)


def spoken(figure: Figure, estimated: str = ESTIMATED) -> tuple[Inline, ...]:
    """A figure with what belongs to it: an estimate is always told as one, a share has its sign."""
    if figure.value is None:
        return (Text(NOTHING),)
    before = (Text(estimated),) if figure.kind is Kind.ESTIMATE else ()
    after = (Text("%"),) if figure.unit == "%" else ()
    return (*before, printed(figure), *after)


def rise(figure: Figure) -> tuple[Inline, ...]:
    """A change or a growth in words, without its sign: ``tăng 02``, ``giảm 12,5%``."""
    if not figure.value:
        return spoken(figure) if figure.value is None else (Text(UNCHANGED),)
    word, size = ("tăng ", figure.value) if figure.value > 0 else ("giảm ", -figure.value)
    return (Text(word), *spoken(replace(figure, value=size)))


def against_last_year(figure: Figure) -> tuple[Inline, ...]:
    """``tăng 02 văn bản so với cùng kỳ năm trước``; nothing where there was nothing a year before."""
    change = seen(figure, Aspect.CHANGE)
    if not figure.last_year or change.value is None:
        return ()
    if change.value == 0:
        return (Text(f"bằng {LABELS[Aspect.LAST_YEAR]}"),)
    unit = "" if figure.unit == "%" else f" {figure.unit}"
    return (*rise(change), Text(f"{unit} so với {LABELS[Aspect.LAST_YEAR]}"))


class FigureWord:
    """A figure in a sentence: prints as its count, compares as a number, lists its entries and is seen in aspects.

    Without a value it prints as a dash, and is neither more nor less than anything.
    """

    def __init__(self, figure: Figure, say: Callable[[Figure], tuple[Inline, ...]] = spoken) -> None:
        self.figure = figure
        self.say = say
        self.value = figure.value
        self.entries = figure.entries

    def __getattr__(self, name: str) -> "FigureWord":
        if name in ASPECTS:
            return FigureWord(seen(self.figure, Aspect(name)))
        raise AttributeError(name)

    def __eq__(self, other: object) -> bool:
        return self.value is not None and bool(self.value == _number(other))

    def __lt__(self, other: object) -> bool:
        return self._compared(other, lt)

    def __le__(self, other: object) -> bool:
        return self._compared(other, le)

    def __gt__(self, other: object) -> bool:
        return self._compared(other, gt)

    def __ge__(self, other: object) -> bool:
        return self._compared(other, ge)

    def _compared(self, other: object, how: Callable[[Any, Any], bool]) -> bool:
        number = _number(other)
        return self.value is not None and number is not None and how(self.value, number)

    def __hash__(self) -> int:
        return hash(self.figure.key)

    def __bool__(self) -> bool:
        return bool(self.value)


def _number(other: object) -> Any:
    return other.value if isinstance(other, FigureWord) else other


@dataclass(frozen=True, slots=True)
class Area:
    """The figures of one area by the last part of their key."""

    figures: Mapping[str, FigureWord]


@dataclass(frozen=True, slots=True)
class Said:
    """A paper to be cited, and what its first mention says beyond type and number: ``dated``, ``full`` or ``whole``;
    or the very words of the mention, ``as written``."""

    paper: Mention
    first: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Several words in one breath: a, b và c."""

    words: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with its unit: ``05 nhiệm vụ cấp quốc gia``."""

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


def worded(paper: Mention, text: str) -> Said:
    """A paper mentioned in just these words, as somebody wrote them."""
    return Said(paper, AS_WRITTEN, text)


def joined(words: Iterable[Any]) -> Joined:
    return Joined(tuple(words))


def breakdown(figures: Iterable[FigureWord]) -> Joined:
    """Those of ``figures`` that are not nought, each with its unit, in one breath."""
    return Joined(tuple(Counted(figure) for figure in figures if figure))


def reached(word: FigureWord) -> FigureWord:
    """An estimate as ``ước đạt 120``; what was counted stays as it is."""
    return FigureWord(word.figure, partial(spoken, estimated=REACHED))


def bare(word: FigureWord) -> FigureWord:
    """The number alone: whoever wrote the sentence wrote ``ước`` and ``%`` themselves."""
    return FigureWord(word.figure, lambda figure: (Text(NOTHING) if figure.value is None else printed(figure),))


def compared(word: FigureWord) -> FigureWord:
    """A change or a growth as ``tăng 02`` or ``giảm 12,5%``; another figure with what it is compared to."""
    told = split_key(word.figure.key)[1] in (Aspect.CHANGE, Aspect.GROWTH)
    return FigureWord(word.figure, rise if told else against_last_year)


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


SAYING = (dated, full, worded, joined, breakdown, reached, bare, compared)
SHAPING = (each, grouped, lower_first, upper_first, abbreviated, upper)
FILTERS: Mapping[str, Callable[..., Any]] = {f.__name__: f for f in (*SAYING, *SHAPING)}


def field_names(value: Any) -> frozenset[str]:
    """What wording may reach in ``value``: the fields of an entry, what is said of a figure, a period's names."""
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
                return value.say(value.figure)
            case Mention():
                return self._cite(Said(value, "whole"))
            case Said():
                return self._cite(value)
            case Counted(figure):
                unit = () if figure.figure.unit == "%" else (Text(f" {figure.figure.unit}"),)
                return (*spoken(figure.figure), *unit)
            case Joined(words):
                return self._joined(words)
            case None:
                return ()
            case _:
                return (Text(_plain(value)),)

    def _cite(self, said: Said) -> tuple[Inline, ...]:
        paper = said.paper
        if said.first == AS_WRITTEN:
            self._mentioned.add(paper.key)
            return (Cite(paper.key, said.text),)
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


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return written(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return number(value)
    raise TypeError(f"không có cách viết cho {type(value).__name__}")
