"""The pieces of a head: the columns of its lines, and what a narrow column broke joined again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sokhcn.document.letters import Letters, Line
from sokhcn.kernel.alphabet import LOWER, UPPER

NATION = re.compile(
    r"CỘNG\s*(?:HÒA|HOÀ)\s*X[ÃÀ]\s*HỘI\s*CHỦ\s*NGHĨA\s*VIỆT(?:\s*NAM)?|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM", re.IGNORECASE
)
MOTTO = re.compile(r"Độc\s*lập\s*[-–—­]?\s*Tự\s*do\s*[-–—­]?\s*Hạnh\s*phúc", re.IGNORECASE)
# Types that a number may run into without a mark: "Số: 17BC/SYT", "Số 298 KH/TWĐTN".
_LETTERS = "BC|KH|QĐ|TB|CV|TTr|NQ|CT|HD|KL|CTr|BB|GM|CĐ"
NUMBER = re.compile(
    r"(?<!\w)(?:Số|(?:Luật|Nghị quyết|Pháp lệnh) số|SỐ\s?(?=:))\s*+(?::\.?)?\s*+(?P<number>\d+[a-zđ]?|[.…_\s]*+)\s*+"
    rf"(?P<mark>[/-]|(?<=[\d\s])(?=(?:{_LETTERS})\s?[/-]\s?[A-ZĐ]))\s*(?:(?P<year>(?:19|20)\d\d)\s*/\s*)?"
    r"(?P<symbol>[A-ZĐ][\w&.\-]*(?:\s?/\s?[A-ZĐ][\w&.\-]*)?"
    r"(?:(?:\s?[-–]\s?|(?<=-)\s)[A-ZĐ][A-ZĐ&\-]*(?!\w))*)"  # BC – H, BC- THMH: spaces around the dash
)
BLANK = r"[\d.…_\s]*?"
# A place begins with its own capital: not inside a code, not with a name in capitals that runs into it.
_PLACE = (
    rf"(?<!\w)(?![^,\n\t|]{{0,60}}(?<!\w)(?!T[PXT]\W)[{UPPER}]{{2,}}\.?\s[{UPPER}][{LOWER}])"
    rf"[{UPPER}](?:(?!\s{{3}})(?:[^,;:()\d\t\n|]|(?<=Quận )\d|(?<=Phường )\d|(?<=Quận 1)\d|(?<=Phường 1)\d)){{1,60}}?"
)
DATED = re.compile(
    rf"(?P<place>{_PLACE}|[.…_]{{2,60}})\s*,\s*(?:ngày\s*(?P<day>{BLANK})\s*,?\s*tháng\s*(?P<month>{BLANK})\s*,?\s*"
    rf"năm\s*(?P<year>\d{{4}}|{BLANK})(?![\w])"
    r"|(?:ngày\s*)?(?P<slashed>\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4})(?!\w))"
)
# A date without a place: by itself on its line, or behind the number ("Số: 149/KH-UBND, ngày 15 tháng 7 năm 2026").
UNPLACED = re.compile(r"^[,;.\s]*[Nn]gày\s+(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s+năm\s+(?P<year>\d{4})")
# Columns are parted by tabs, wide gaps, the bars of a table that became text, and the rules below a name.
_GAPS = re.compile(r"\t+|\n|\s{3,}|\s*\|\s*|\s*[-–—_=*]{4,}\s*")
_WHOLE = (NATION, MOTTO, NUMBER, DATED)
_MOST_BROKEN = 3
_NUMBER_WORD = re.compile(r"Số\s*:?")  # a form keeps room below it for the number
_PLACE_BROKEN = re.compile(rf"[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)?")  # "Bình" above "Định, ngày 07 …"


@dataclass(frozen=True, slots=True)
class Piece:
    """One column of one line above the title, or a thing that several lines hold together."""

    start: int
    text: str
    bold: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def pieces(letters: Letters, lines: Sequence[Line]) -> tuple[Piece, ...]:
    """All pieces of ``lines``, in reading order."""
    apart = [piece for line in lines for piece in _columns(letters, line)]
    return tuple(_joined(letters, apart))


def _columns(letters: Letters, line: Line) -> Iterator[Piece]:
    """The columns of a line: parted by what stands in every head, even after a single space, and by gaps."""
    text = letters.of(line)
    number = NUMBER.search(text)
    dated = DATED.search(text, number.end() if number else 0)
    whole = [m.span() for m in (NATION.search(text), MOTTO.search(text), number, dated) if m]
    gaps = [m.span() for m in _GAPS.finditer(text) if not any(a < m.end() < b for a, b in whole)]
    cuts = sorted({0, *(place for span in (*gaps, *whole) for place in span), len(text)})
    for start, end in pairwise(cuts):
        part = text[start:end]
        if part.strip() and (start, end) not in gaps:
            yield Piece(line.start + start + len(part) - len(part.lstrip()), part.strip(), line.hint.bold)


def _joined(letters: Letters, apart: Sequence[Piece]) -> Iterator[Piece]:
    """A national name, number or date that lines break is one piece: its letters, with spaces for the line ends."""
    place = 0
    while place < len(apart):
        size = next((size for size in range(_MOST_BROKEN, 1, -1) if _is_one(letters, apart[place : place + size])), 1)
        group = apart[place : place + size]
        said = letters.text[group[0].start : group[-1].end].replace("\n", " ")
        yield Piece(group[0].start, said, all(piece.bold for piece in group)) if size > 1 else group[0]
        place += size


def _is_one(letters: Letters, group: Sequence[Piece]) -> bool:
    if len(group) < 2:
        return False
    said = letters.text[group[0].start : group[-1].end].replace("\n", " ")
    if _NUMBER_WORD.fullmatch(group[0].text):
        return bool(NUMBER.fullmatch(said))
    if any(_is_far(letters, one, other) for one, other in pairwise(group)):
        return False
    if any(pattern.fullmatch(group[0].text) for pattern in _WHOLE) and not group[0].text.endswith("-"):
        return False
    if DATED.fullmatch(group[-1].text):
        return (
            len(group) == 2 and group[0].text.upper() != group[0].text and bool(_PLACE_BROKEN.fullmatch(group[0].text))
        )
    return any(pattern.fullmatch(said) for pattern in _WHOLE)


def _is_far(letters: Letters, one: Piece, other: Piece) -> bool:
    between = letters.text[one.end : other.start]
    return bool(between.strip()) or between.count("\n") > 1 or "\t" in between
