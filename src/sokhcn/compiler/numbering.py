"""Numbers of headings: Roman for parts, Arabic below them (Decree 30/2020/NĐ-CP, Annex I, Part II)."""

from collections.abc import Sequence

from sokhcn.compiler.outline import Chapter
from sokhcn.kernel.numerals import roman


def numbers(chapters: Sequence[Chapter], level: int) -> tuple[str | None, ...]:
    """The number of each chapter at ``level``; unnumbered ones take none and do not count."""
    written: list[str | None] = []
    place = 0
    for chapter in chapters:
        place += chapter.numbered
        written.append((roman(place) if level == 1 else str(place)) if chapter.numbered else None)
    return tuple(written)
