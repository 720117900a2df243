"""Lines put together from runs, each with what most of its letters look like."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sokhcn.document.letters import Grid, Hint, Known, Letters, Line, Origin, Role
from sokhcn.formats.docx.inheriting import Look
from sokhcn.kernel.finding import Finding

_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Stretch:
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
        for line in _lines(stretches):
            if any(stretch.text.strip() for stretch in line):
                self._line(line, look, origin, role)

    def _line(self, stretches: list[Stretch], look: Look, origin: Origin, role: Role) -> None:
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


def _lines(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    line: list[Stretch] = []
    for stretch in stretches:
        first, *others = stretch.text.split("\n")
        line.append(Stretch(first, stretch.look, stretch.known, stretch.control))
        for other in others:
            yield line
            line = [Stretch(other, stretch.look, stretch.known, stretch.control)]
    yield line


def hint_of(stretches: Iterable[Stretch], look: Look) -> Hint:
    """How most letters of a line look; its place and outline are those of its paragraph."""
    bold = italic = letters = 0
    sizes: Counter[float | None] = Counter()
    fonts: Counter[str | None] = Counter()
    for stretch in stretches:
        count = len(stretch.text) - stretch.text.count(" ")
        letters += count
        bold += count * bool(stretch.look.bold)
        italic += count * bool(stretch.look.italic)
        sizes[stretch.look.size_pt] += count
        fonts[stretch.look.font] += count
    level = look.outline
    return Hint(
        bold=bold > letters * _MOST,
        italic=italic > letters * _MOST,
        centred=look.align == "center",
        size_pt=sizes.most_common(1)[0][0] if sizes else None,
        level=level + 1 if level is not None and 0 <= level < 9 else None,
        font=fonts.most_common(1)[0][0] if fonts else None,
    )
