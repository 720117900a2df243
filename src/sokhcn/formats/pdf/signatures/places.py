"""Where marks go on an administrative document: the blanks of number and day, and the room above the signer's name."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sokhcn.formats.pdf.glyphs import Word
from sokhcn.formats.pdf.signatures.seen import Page
from sokhcn.formats.pdf.signatures.stamps import Box

NUMBER_WORD, DAY_WORD, MONTH_WORD = "Số:", "ngày", "tháng"
_HEAD = 0.6  # of a page's height: the head stands above
_GAP = 2.0  # points between a word and what is filled in beside it
_LEAST_ROOM = 20.0  # points of height without which no signature fits
_POINTS = 72 / 25.4
SEAL = 36 * _POINTS  # the seal of an agency is 36 mm across
_TOP_RIGHT = (90 * _POINTS, 14 * _POINTS)  # of a mark in the margin
_EDGE = 15 * _POINTS


@dataclass(frozen=True, slots=True)
class Blanks:
    """Where number and day are filled in, and the size of the letters there."""

    number: Box
    day: Box
    size: float


def blanks(pages: Sequence[Page], symbol: str) -> Blanks | None:
    """The blanks in the head of the first page; none where number or day stand there already."""
    head = [word for word in pages[0].words if word.middle > pages[0].height * _HEAD] if pages else []
    number = _between(head, NUMBER_WORD, lambda word: word.lstrip("/") == symbol)
    day = _between(head, DAY_WORD, lambda word: word == MONTH_WORD)
    if number is None or day is None:
        return None
    size = next(word.style.size for word in head if word.text == NUMBER_WORD)
    return Blanks(number, day, size)


def _between(head: list[Word], first: str, is_second: Callable[[str], bool]) -> Box | None:
    """The room between two words that follow on each other in one line, if nothing stands in it."""
    for one, other in pairwise(head):
        level = abs(one.middle - other.middle) < one.height / 2
        if one.text == first and is_second(other.text) and level and other.left - one.right > 4 * _GAP:
            return Box(0, one.right + _GAP, one.bottom, other.left - _GAP, one.top)
    return None


def signer_room(pages: Sequence[Page], lines: Sequence[str], name: str) -> Box | None:
    """The room between the signer's position and name, as wide as the two; the last such place counts."""
    for page in reversed(pages):
        for said, below in _names(page.words, name.split()):
            above = _line_above(page.words[:said], lines[-1].split())
            if above is None:
                continue
            room = Box(
                page.number - 1,
                min(word.left for word in (*above, *below)),
                max(word.top for word in below),
                max(word.right for word in (*above, *below)),
                min(word.bottom for word in above),
            )
            if room.height >= _LEAST_ROOM:
                return room
    return None


def _names(words: Sequence[Word], name: list[str]) -> Iterable[tuple[int, Sequence[Word]]]:
    """The places where ``name`` stands, the last first."""
    for at in range(len(words) - len(name), -1, -1):
        if [word.text for word in words[at : at + len(name)]] == name:
            yield at, words[at : at + len(name)]


def _line_above(words: Sequence[Word], line: list[str]) -> Sequence[Word] | None:
    said = words[len(words) - len(line) :] if line else ()
    return said if line and [word.text for word in said] == line else None


def seal_room(signature: Box) -> Box:
    """The seal's place: it covers a third of the signature on its left (Decree 30/2020/NĐ-CP, Annex I, Part II)."""
    middle = (signature.bottom + signature.top) / 2
    right = signature.left + signature.width / 3
    return Box(signature.page, right - SEAL, middle - SEAL / 2, right, middle + SEAL / 2)


def top_right(page: Page, width: float) -> Box:
    """The upper right corner of a page, in its margin (Decree 30/2020/NĐ-CP, Annex I, box 14)."""
    across, up = _TOP_RIGHT
    right, top = width - _EDGE, page.height - 5 * _POINTS
    highest = max((word.top for word in page.words), default=0.0)
    return Box(page.number - 1, right - across, max(top - up, highest + _GAP), right, top)
