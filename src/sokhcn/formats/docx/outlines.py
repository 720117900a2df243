"""How the words of a line are cut into nodes, without the words: ``["t", 5]`` is a text of five letters."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, assert_never

from sokhcn.document.nodes import Break, Cite, Emph, Inline, Num, Strong, Text
from sokhcn.document.strokes import Part
from sokhcn.formats.docx.elements import blanks_kept, writable
from sokhcn.formats.docx.names import Identity, Kind

Outline = list[Any]
_BLANKS: Final = (Part.SERIAL, Part.DATED, Part.APPENDIX_REFERENCE)


def outline_of(inlines: tuple[Inline, ...], part: Part) -> Outline:
    """The cuts of ``inlines``. Texts that the file holds otherwise than they were are kept whole."""
    return [_outlined(node, part) for node in inlines]


def _outlined(node: Inline, part: Part) -> Outline:
    match node:
        case Text(text):
            written = writable(blanks_kept(text) if part in _BLANKS else text)
            return ["t", len(written)] if written == text else ["t", len(written), text]
        case Emph(children):
            return ["e", outline_of(children, part)]
        case Strong(children):
            return ["s", outline_of(children, part)]
        case Num(key, value, text, counted):
            more = () if counted is None else (_told(counted),)
            return ["n", key, _told(value), text, *more]
        case Cite(paper, text):
            return ["c", paper, text]
        case Break():
            return ["b"]
    assert_never(node)


def controls_in(outline: Outline) -> Iterator[tuple[Identity, str]]:
    """Figures and papers, with the words they were printed as, as the file holds them."""
    for node in outline:
        match node:
            case ["n", key, _, text, *_]:
                yield Identity(Kind.FIGURE, str(key)), writable(str(text))
            case ["c", paper, text]:
                yield Identity(Kind.PAPER, str(paper)), writable(str(text))
            case ["e" | "s", list(below)]:
                yield from controls_in(below)
            case _:
                pass


def values_in(outline: Outline) -> Iterator[tuple[str, str, int | Decimal]]:
    """Key, words and value of each figure."""
    for node in outline:
        match node:
            case ["n", key, value, text, *_]:
                yield str(key), str(text), exact(value)
            case ["e" | "s", list(below)]:
                yield from values_in(below)
            case _:
                pass


def _told(value: int | Decimal) -> int | str:
    return str(value) if isinstance(value, Decimal) else value


def exact(told: object) -> int | Decimal:
    """A value as it was: an int is a number in JSON, a Decimal a string."""
    return told if isinstance(told, int) else Decimal(str(told))


class Unfit(ValueError):
    """The letters do not fit the outline: the line is another one than it was taken for."""


@dataclass(slots=True)
class Filling:
    """Words poured into an outline. ``controls`` are the words of the controls in order; None where the controls are
    gone and their words stand among the letters. ``retyped`` makes the node of a figure with other words."""

    letters: str
    controls: Iterator[str] | None
    retyped: Callable[[str, str], Inline]
    at: int = 0

    def whole(self, outline: Outline) -> tuple[Inline, ...]:
        """The nodes of the outline, all letters used up. Raises ``Unfit``."""
        nodes = self.fill(outline)
        if self.at != len(self.letters):
            raise Unfit
        return nodes

    def fill(self, outline: Outline) -> tuple[Inline, ...]:
        return tuple(self._node(node) for node in outline)

    def _node(self, node: Outline) -> Inline:
        match node:
            case ["t", int(size)]:
                return Text(self._take(size))
            case ["t", int(size), str(text)]:
                self._take(size)
                return Text(text)
            case ["e", list(below)]:
                return Emph(self.fill(below))
            case ["s", list(below)]:
                return Strong(self.fill(below))
            case ["b"]:
                self._take(1)
                return Break()
            case _:
                return self._control(node)

    def _control(self, node: Outline) -> Inline:
        match node:
            case ["n", str(key), value, str(text), *counted]:
                printed = self._printed(text)
                whole = Num(key, exact(value), text, *map(exact, counted))
                return whole if printed == writable(text) else self.retyped(key, printed)
            case ["c", str(paper), str(text)]:
                printed = self._printed(text)
                return Cite(paper, text if printed == writable(text) else printed)
            case _:
                raise Unfit

    def _take(self, size: int) -> str:
        taken = self.letters[self.at : self.at + size]
        self.at += size
        if len(taken) != size:
            raise Unfit
        return taken

    def _printed(self, text: str) -> str:
        if self.controls is None:
            return self._take(len(writable(text)))
        printed = next(self.controls, None)
        if printed is None:
            raise Unfit
        return printed
