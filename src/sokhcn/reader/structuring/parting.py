"""Paragraphs that a copy ran together on one line, parted where a heading begins: "I. ĐẶC ĐIỂM 1. Thuận lợi"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sokhcn.document.letters import Letters
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.reader.structuring.labels import ROMAN
from sokhcn.reader.structuring.paragraphs import Paragraph, one_line

_WORD = rf"[{UPPER}\d][{UPPER}\d&\-–]*"
_CAPITALS = rf"{_WORD}(?:[\s,;]+{_WORD}){{1,24}}"
# "… tốt. II. KẾT QUẢ CỤ THỂ": behind the end of a sentence or a title in capitals.
_CHAPTER = re.compile(
    rf"(?:(?<=[.;:…])|(?<=[{UPPER}\d])(?<!CHƯƠNG)(?<!PHẦN)(?<!MỤC)(?<!QUÝ)(?<!KỲ)"
    rf"(?<!KHÓA)(?<!KHOÁ)(?<!THỨ)(?<!HẠNG)(?<!LOẠI))\s+(?=(?:{ROMAN}|PHẦN\s+(?:THỨ\s+)?[{UPPER}]+)\s?[.:/]\s*{_CAPITALS}(?![{LOWER}]))"
)
# "I. ĐẶC ĐIỂM TÌNH HÌNH 1. Thuận lợi": a number right behind the capitals of a chapter.
_SECTION = re.compile(
    rf"(?:{ROMAN}|[A-D]|PHẦN\s+(?:THỨ\s+)?[{UPPER}]+)\s?[.:/-]\s*{_CAPITALS}\s*:?(?P<cut>\s+)(?=(?:1|{ROMAN}|[aA])\s?[.)/]\s*[{UPPER}])"
)
SHORTEST = 20  # letters; what is shorter holds no two headings


def parted(letters: Letters, paragraph: Paragraph) -> Iterator[Paragraph]:
    """``paragraph``, or the ones that it holds."""
    if paragraph.cell or len(paragraph.text) < SHORTEST:
        yield paragraph
        return
    cuts = [found.end() for found in _CHAPTER.finditer(letters.text, paragraph.start, paragraph.end)]
    for start in (paragraph.start, *cuts):
        while section := _SECTION.match(letters.text, start, paragraph.end):
            start = section.end()
            cuts.append(start)
    if not cuts:
        yield paragraph
        return
    for start, end in pairwise((paragraph.start, *sorted({*cuts}), paragraph.end)):
        said = letters.text[start:end]
        yield replace(paragraph, start=start, end=start + len(said.rstrip()), text=one_line(said))
