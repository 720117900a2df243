"""Centred lines that break evenly, and the rule as long as the decree asks under them."""

from dataclasses import dataclass

from sokhcn.formats.docx.elements import Element, twips_of_pt, w
from sokhcn.formats.docx.widths import balanced, width_pt

_SPARE_PT = 6


@dataclass(frozen=True, slots=True)
class Centred:
    """A text of some lines (told apart by ``\n``) of one size, centred in ``room_twips``."""

    text: str
    room_twips: int
    size_pt: float
    bold: bool = False

    def lines(self) -> tuple[str, ...]:
        """The lines as they will stand."""
        room = self.room_twips / 20
        parts = (balanced(part, room, self.size_pt, bold=self.bold) for part in self.text.split("\n"))
        return tuple(line for part in parts for line in part)

    def even(self) -> tuple[Element, ...]:
        """Indents that make a text too wide for its room break into nearly equal lines: no last word alone."""
        if len(self.lines()) == self.text.count("\n") + 1:
            return ()
        side = twips_of_pt(max(0.0, self.room_twips / 20 - max(self._widths()) - _SPARE_PT) / 2)
        return (w("ind", left=side, right=side),)

    def rule_pt(self) -> float:
        """1/3 to 1/2 of the line of text (Decree 30/2020/NĐ-CP, Annex I): near 0.45 of the last line."""
        widths = self._widths()
        return min(max(0.45 * widths[-1], max(widths) / 3), max(widths) / 2)

    def _widths(self) -> tuple[float, ...]:
        return tuple(width_pt(line, self.size_pt, bold=self.bold) for line in self.lines())
