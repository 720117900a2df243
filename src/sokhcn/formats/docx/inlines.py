"""The inside of sentences as runs: words, emphasis, figures and papers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from sokhcn.document.nodes import Break, Cite, Emph, Inline, Num, Strong, Text
from sokhcn.formats.docx.controls import control
from sokhcn.formats.docx.elements import Element, new_line, on, said, w
from sokhcn.formats.docx.names import Identity, Kind
from sokhcn.formats.docx.press import Press


@dataclass(frozen=True, slots=True)
class Manner:
    """How words stand here. ``lines``: a Break is a new line (titles, cells), else a space (running text). ``framed``
    is a figure that somebody overrode."""

    bold: bool = False
    italic: bool = False
    lines: bool = False
    framed: bool = False

    def properties(self) -> Element | None:
        """Set on the run and not through a character style: bold in two styles cancels out (ISO 29500-1, 17.7.3)."""
        if not (self.bold or self.italic or self.framed):
            return None
        bold = (on("b", self.bold), on("bCs", self.bold))
        frame = w("bdr", val="single", sz=6, space=0, color="auto") if self.framed else None
        return w("rPr", *bold, on("i", self.italic), on("iCs", self.italic), frame)


RUNNING = Manner()
TITLE = Manner(lines=True)


def runs(press: Press, inlines: tuple[Inline, ...], manner: Manner = RUNNING) -> tuple[Element, ...]:
    """The runs and controls that say ``inlines``."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # most cells and sentences are
        return (said(inlines[0].text, manner.properties()),)
    return tuple(element for node in inlines for element in _runs(press, node, manner))


def _runs(press: Press, node: Inline, manner: Manner) -> Iterator[Element]:
    match node:
        case Text(text):
            yield said(text, manner.properties())
        case Num(key=key, text=text, counted=counted):
            stands = manner if counted is None else replace(manner, framed=True)
            yield control(press, Identity(Kind.FIGURE, key), text, stands.properties())
        case Cite(paper, text):
            yield control(press, Identity(Kind.PAPER, paper), text, manner.properties())
        case Emph(children):
            yield from runs(press, children, replace(manner, italic=True))
        case Strong(children):
            yield from runs(press, children, replace(manner, bold=True))
        case Break():
            yield new_line() if manner.lines else said(" ", manner.properties())
        case _:
            assert_never(node)
