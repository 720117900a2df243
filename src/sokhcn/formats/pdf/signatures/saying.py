"""The words of an administrative document in a PDF, without its number, its day and the marks of signatures: exactly
these are added after somebody approved it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from sokhcn.formats.pdf.glyphs import Word
from sokhcn.formats.pdf.signatures.seen import Page

_HEAD = 0.6
_DATE = re.compile(r"ngày\s*(?P<day>\d{0,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})")


@dataclass(frozen=True, slots=True)
class Said:
    """One word and the page that it stands on."""

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Saying:
    """``words`` in reading order; ``number`` and ``date`` as they are filled in, empty while they are blank."""

    words: tuple[Said, ...]
    number: str = ""
    date: str = ""
    stamps: tuple[Said, ...] = ()
    covered: tuple[Said, ...] = ()


@dataclass(slots=True)
class _Head:
    """The line of the number and that of the date, as they are met on the first page."""

    symbol: str
    number: str | None = None
    date: str | None = None

    def masked(self, line: str) -> str | None:
        """``line`` without the number and the date, which are kept; None where it has neither."""
        number = re.compile(rf"Số:\s*(?P<number>\d{{0,6}}[a-zđ]?)\s*/\s*{re.escape(self.symbol)}(?!\S)")
        numbered, dated = number.search(line), _DATE.search(line)
        if self.number is None and numbered:
            self.number = numbered["number"]
            line = number.sub(f"Số: /{self.symbol}", line, count=1)
        else:
            numbered = None
        if self.date is None and dated:
            self.date = f"{dated['day']}/{dated['month']}/{dated['year']}" if dated["day"] else ""
            return _DATE.sub("ngày tháng năm", line, count=1)
        return line if numbered else None


def saying(pages: Sequence[Page], symbol: str) -> Saying:
    """What the pages say; ``symbol`` is that of the document (``BC-SKHCN``), by which its number is known."""
    head, told = _Head(symbol), list[Said]()
    for page in pages:
        words = [*page.words, *(word for word in page.added if not page.is_stamped(word))]
        texts = _first(page, words, head) if page.number == 1 else (word.text for word in words)
        told += [Said(page.number, _nfc(text)) for text in texts]
    stamps = tuple(Said(page.number, _nfc(word.text)) for page in pages for word in page.stamped)
    covered = tuple(Said(page.number, _nfc(word.text)) for page in pages for word in page.covered)
    return Saying(tuple(told), head.number or "", head.date or "", stamps, covered)


def _first(page: Page, words: list[Word], head: _Head) -> Iterator[str]:
    """The words of the first page, the lines of number and date read across it and masked."""
    masked: dict[int, list[str]] = {}
    taken: set[int] = set()
    for at, word in enumerate(words):
        if at in taken or word.middle < page.height * _HEAD or not _nfc(word.text).startswith(("Số:", "ngày")):
            continue
        line = sorted((n for n, other in enumerate(words) if _level(word, other)), key=lambda n: words[n].left)
        if text := head.masked(_nfc(" ".join(words[n].text for n in line))):
            masked[min(line)] = text.split()
            taken |= set(line)
    for at, word in enumerate(words):
        yield from masked.get(at, [] if at in taken else [word.text])


def _level(one: Word, other: Word) -> bool:
    return abs(one.middle - other.middle) < one.height / 2


def _nfc(text: str) -> str:
    return normalize("NFC", text)
