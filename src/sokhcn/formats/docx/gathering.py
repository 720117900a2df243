"""Lines put together from runs, each with what most of its letters look like."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from sokhcn.document.letters import Grid, Hint, Known, Letters, Line, Origin, Role
from sokhcn.formats.docx.inheriting import Look
from sokhcn.kernel.finding import Finding

_MOST = 0.8


class Stretch(NamedTuple):
    """Letters of one look; ``known`` are kind and key of the figure or paper that they are, ``control`` its control."""

    text: str
    look: Look
    known: tuple[str, str] | None = None
    control: int = 0


@dataclass(slots=True)
class Gathered:
    """Text in the making; ``text`` is its own source. ``looks`` are those of the paragraphs that lines belong to."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)

    def paragraph(self, stretches: Iterable[Stretch], look: Look, origin: Origin, role: Role) -> None:
        """The lines of one paragraph: each new line inside it begins one of its own."""
        for line in _lines(tuple(stretches)):
            if any(stretch.text.strip() for stretch in line):
                self._line(line, look, origin, role)

    def _line(self, stretches: Sequence[Stretch], look: Look, origin: Origin, role: Role) -> None:
        start = self.size
        for stretch in stretches:
            if stretch.known:
                self._know(stretch)
            self.pieces.append(stretch.text)
            self.size += len(stretch.text)
        self.lines.append(Line(start, self.size, origin, hint_of(stretches, look), role))
        self.looks.append(look)
        self.pieces.append("\n")
        self.size += 1

    def _know(self, stretch: Stretch) -> None:
        """A control that an editor cut into runs is one figure still."""
        kind, key = stretch.known or ("", "")
        last = self.known[-1] if self.known else None
        if last and (last.end, last.kind, last.key) == (self.size, kind, key):
            self.known[-1] = Known(last.start, self.size + len(stretch.text), kind, key)
        elif stretch.text:
            self.known.append(Known(self.size, self.size + len(stretch.text), kind, key))

    def letters(self, findings: tuple[Finding, ...]) -> Letters:
        text = "".join(self.pieces)
        return Letters(text, text, tuple(self.lines), tuple(self.grids), tuple(self.known), findings=findings)


def _lines(stretches: tuple[Stretch, ...]) -> Iterator[Sequence[Stretch]]:
    if not any("\n" in stretch.text for stretch in stretches):
        yield stretches
        return
    line: list[Stretch] = []
    for stretch in stretches:
        first, *others = stretch.text.split("\n")
        line.append(Stretch(first, stretch.look, stretch.known, stretch.control))
        for other in others:
            yield line
            line = [Stretch(other, stretch.look, stretch.known, stretch.control)]
    yield line


def hint_of(stretches: Sequence[Stretch], look: Look) -> Hint:
    """How most letters of a line look; its place and outline are those of its paragraph."""
    first = stretches[0].look
    if all(stretch.look is first for stretch in stretches):
        return _plain_hint(look, first)
    weights: dict[Look, int] = {}
    for stretch in stretches:
        weights[stretch.look] = weights.get(stretch.look, 0) + len(stretch.text) - stretch.text.count(" ")
    enough = sum(weights.values()) * _MOST
    bold = sum(weight for one, weight in weights.items() if one.bold) > enough
    italic = sum(weight for one, weight in weights.items() if one.italic) > enough
    return _hint(look, bold, italic, _most(weights, "size_pt"), _most(weights, "font"))


@lru_cache(maxsize=2_000)
def _plain_hint(look: Look, first: Look) -> Hint:
    """Of a line that is all of one look, as most are."""
    return _hint(look, bool(first.bold), bool(first.italic), first.size_pt, first.font)


def _hint(look: Look, bold: bool, italic: bool, size_pt: float | None, font: str | None) -> Hint:
    level = look.outline
    outline = level + 1 if level is not None and 0 <= level < 9 else None
    return Hint(bold, italic, look.align == "center", size_pt, outline, font)


def _most(weights: dict[Look, int], name: str) -> Any:
    """What most letters have in common."""
    sums: Counter[Any] = Counter()
    for look, weight in weights.items():
        sums[getattr(look, name)] += weight
    return sums.most_common(1)[0][0]
