"""Letters gathered piece by piece: what a reader of a format says line after line, with the places kept."""

from dataclasses import dataclass, field

from sokhcn.document.letters import Grid, Hint, Known, Letters, Line, Origin, Role
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.tracing import Trace

_NO_ORIGIN = Origin()
_NO_HINT = Hint()


@dataclass(slots=True)
class Gathering:
    """Text in the making. Where a file is text itself, ``put`` is told the place in it; else text is its own source."""

    pieces: list[str] = field(default_factory=list)
    size: int = 0
    jumps: list[tuple[int, int]] = field(default_factory=list)
    wide: list[tuple[int, int]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def put(self, text: str, there: int | None = None, width: int | None = None) -> None:
        """More letters, from ``there`` in the source; ``width`` there, of one letter that stands for several."""
        if there is not None and text:
            last = self.jumps[-1] if self.jumps else None
            if last is None or there - self.size != last[1] - last[0]:
                self.jumps.append((self.size, there))
            if width is not None and width != 1:
                self.wide.append((self.size + len(text) - 1, width))
                self.jumps += [(self.size + step, there) for step in range(1, len(text))]
                self.jumps.append((self.size + len(text), there + width))
        self.pieces.append(text)
        self.size += len(text)

    def line(self, start: int, origin: Origin = _NO_ORIGIN, hint: Hint = _NO_HINT, role: Role = Role.BODY) -> int:
        """The letters since ``start`` are a line; its place among the lines."""
        self.lines.append(Line(start, self.size, origin, hint, role))
        return len(self.lines) - 1

    def letters(self, source: str | None = None) -> Letters:
        text = "".join(self.pieces)
        jumps = dict(self.jumps)
        trace = Trace(((0, 0),) if source is None or not jumps else tuple(jumps.items()), tuple(self.wide))
        return Letters(
            text=text,
            source=text if source is None else source,
            lines=tuple(self.lines),
            grids=tuple(self.grids),
            known=tuple(self.known),
            jumps=trace.jumps,
            findings=tuple(self.findings),
            wide=trace.wide,
        )
