"""A whole document that a copy has on one line, parted again: head, title, chapters, sections and items."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sokhcn.document.letters import Letters, Line, Role
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.reader.structuring.columns import DATED, MOTTO, NATION
from sokhcn.reader.structuring.labels import ROMAN
from sokhcn.reader.structuring.titles import TYPES

SHORTEST = 600  # letters of a line that may hold a document; the longest sentences are shorter
HEAD = 600  # letters in which its head and the type of its title stand
_TYPE = re.compile(rf"\s+(?=(?:{'|'.join(TYPES)})\s)")
_WORD = rf"[{UPPER}]{{2,}}"
_CUT = re.compile(
    rf"\s+(?=(?:[A-D]|{ROMAN}|PHẦN\s+(?:THỨ\s+)?{_WORD})\s?[.:/–-]\s*{_WORD}[\s,]+{_WORD})"
    rf"|(?<=[.;)…{UPPER}\d])\s+(?=\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}\s?[.)/-]\s?[{UPPER}][{LOWER}])"
    rf"|(?<=:)\s+(?=\d{{1,2}}(?:\.\d{{1,2}}){{1,2}}\s?[.)/-]\s?[{UPPER}][{LOWER}])"  # "DT: 9. Khối" ends with a count
    rf"|(?<=[.:;…])\s+(?=[-–+*•]\s[^\W_])|\s+(?=N[ơờ]i\s+nhận\s*:)"
)


def unrolled(letters: Letters, lines: Sequence[Line]) -> tuple[Line, ...]:
    """``lines``, those that hold a document each cut where a line of it begins."""
    if not any(_is_rolled(letters, line) for line in lines):
        return tuple(lines)
    return tuple(part for line in lines for part in _parts(letters, line))


def parted(flow: str, lines: Iterable[Line]) -> str:
    """``flow`` with an end of line before each of ``lines`` that has none: as long as it was."""
    text = list(flow)
    for line in lines:
        if line.start and text[line.start - 1] == " ":
            text[line.start - 1] = "\n"
    return "".join(text)


def _is_rolled(letters: Letters, line: Line) -> bool:
    if line.role is not Role.BODY or line.origin.box is not None or line.end - line.start < SHORTEST:
        return False
    return any(said.search(letters.text, line.start, line.start + HEAD) for said in (NATION, MOTTO))


def _parts(letters: Letters, line: Line) -> Iterator[Line]:
    if not _is_rolled(letters, line):
        yield line
        return
    top = line.start + HEAD
    dated = DATED.search(letters.text, line.start, top)
    kind = _TYPE.search(letters.text, dated.end() if dated else line.start, top)
    body = kind.end() if kind else line.start
    cuts = [*([body] if kind else []), *(found.end() for found in _CUT.finditer(letters.text, body, line.end))]
    for start, end in pairwise((line.start, *cuts, line.end)):
        if start < end:
            yield replace(line, start=start, end=start + len(letters.text[start:end].rstrip()))
