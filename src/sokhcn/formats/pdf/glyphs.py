"""The words of a PDF page with their boxes and styles: PDF itself knows neither words nor lines."""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_UPRIGHT = 0.1  # radians that a letter may lean; a watermark leans more
_TURN = 6.28
_NO_GAP = 0.02  # of the size: a space that takes less is none
_OTHER_LINE = 0.5  # of the height
_HYPHENS = re.compile("[\x02\ufffe]")  # how the library shows a hyphen at a line's end
_WORD = re.compile(r"[^\s\0]+")
_UNKNOWN = 0x110000
_HEAVY = 700
_LEAST_SIZE = 3
_LOOSE = 1.12  # a letter's box is so many times its size


@dataclass(frozen=True, slots=True)
class Style:
    """How a word is printed."""

    font: str
    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Word:
    """Letters without a space between them; points from the page's lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    style: Style

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    @property
    def height(self) -> float:
        return self.top - self.bottom


class Letterer:
    """Reads pages one after another; what it learnt of a text's style holds for all words of the same piece."""

    def __init__(self) -> None:
        self._first, self._last = raw.FS_RECTF(), raw.FS_RECTF()
        self._styles: dict[tuple[object, ...], Style] = {}

    def words(self, page: pdfium.PdfTextPage) -> list[Word]:
        """The upright words of a page in the order in which the file has them."""
        made: list[Word] = []
        pieces: dict[int, Style | None] = {}
        text = _text(page)
        for found in _WORD.finditer(text):
            for start, end in self._rows(page.raw, *found.span()):
                word = self._word(page.raw, start, text[start:end], pieces)
                if word is None:
                    continue
                if made and _goes_on(made[-1], word):
                    made[-1].text += word.text
                    made[-1].right = word.right
                else:
                    made.append(word)
        return made

    def _rows(self, page: Any, start: int, end: int) -> Iterator[tuple[int, int]]:
        """A word that a line's end divides, in parts: the library joins what a hyphen divides."""
        first, last = self._first, self._last
        raw.FPDFText_GetLooseCharBox(page, start, first)
        raw.FPDFText_GetLooseCharBox(page, end - 1, last)
        while last.top < first.bottom and start < end:
            cut = start + 1
            while cut < end and raw.FPDFText_GetLooseCharBox(page, cut, last) and last.top >= first.bottom:
                cut += 1
            yield start, cut
            start = cut
            raw.FPDFText_GetLooseCharBox(page, min(start, end - 1), first)
            raw.FPDFText_GetLooseCharBox(page, end - 1, last)
        if start < end:
            yield start, end

    def _word(self, page: Any, start: int, text: str, pieces: dict[int, Style | None]) -> Word | None:
        """The word from a place of the page's letters on; None where it leans or has no place on the page."""
        first, last = self._first, self._last
        end = start + len(text)
        if not raw.FPDFText_GetLooseCharBox(page, start, first):
            return None
        piece = ctypes.cast(raw.FPDFText_GetTextObject(page, start), ctypes.c_void_p).value or -1 - start
        if piece not in pieces:
            pieces[piece] = self._style(page, start) if _is_upright(page, start) else None
        style = pieces[piece]
        if style is None:
            return None
        if end - start == 1 or not raw.FPDFText_GetLooseCharBox(page, end - 1, last):
            last = first
        left, right = min(first.left, last.left), max(first.right, last.right)
        low, high = min(first.bottom, last.bottom), max(first.top, last.top)
        return Word(_HYPHENS.sub("-", text), left, low, right, high, style)

    def _style(self, page: Any, place: int) -> Style:
        name = ctypes.create_string_buffer(128)
        raw.FPDFText_GetFontInfo(page, place, name, 128, ctypes.c_int())
        size = raw.FPDFText_GetFontSize(page, place)
        height = (self._first.top - self._first.bottom) / _LOOSE
        heavy = raw.FPDFText_GetFontWeight(page, place) >= _HEAVY
        key = (name.value, round(size if size >= _LEAST_SIZE else height, 1), heavy)
        if key not in self._styles:
            font = name.value.decode("utf-8", "replace").split("+")[-1]
            low = font.lower()
            bold = "bold" in low or "black" in low or heavy
            self._styles[key] = Style(font, float(key[1]), bold, "italic" in low or "oblique" in low)
        return self._styles[key]


def _text(page: pdfium.PdfTextPage) -> str:
    """One letter for each that the library counts."""
    count = raw.FPDFText_CountChars(page.raw)
    buffer = (ctypes.c_ushort * (count + 1))()
    raw.FPDFText_GetText(page.raw, 0, count, buffer)
    text = bytes(buffer).decode("utf-16-le", "surrogatepass")[:count]
    if len(text) == count and not any(letter in text for letter in ("\0", "\ufffe")):
        return text
    codes = (raw.FPDFText_GetUnicode(page.raw, place) for place in range(count))
    return "".join(chr(code) if 0 < code < _UNKNOWN and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def _goes_on(last: Word, word: Word) -> bool:
    """Whether the space between two words is none."""
    size = max(last.style.size, 1.0)
    level = abs(word.middle - last.middle) < _OTHER_LINE * max(last.height, 1.0)
    return level and -size < word.left - last.right < _NO_GAP * size


def _is_upright(page: Any, place: int) -> bool:
    angle = raw.FPDFText_GetCharAngle(page, place)
    return bool(angle < _UPRIGHT or angle > _TURN - _UPRIGHT)


def drawn(page: pdfium.PdfPage, most: int) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of what is drawn on a page, the first ``most`` of them: rules, frames and borders of tables."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for place in range(min(raw.FPDFPage_CountObjects(page.raw), most)):
        thing = raw.FPDFPage_GetObject(page.raw, place)
        if raw.FPDFPageObj_GetType(thing) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPageObj_GetBounds(
            thing, left, bottom, right, top
        ):
            yield left.value, bottom.value, right.value, top.value


def has_picture(page: pdfium.PdfPage) -> bool:
    """Whether a picture stands on a page."""
    count = min(raw.FPDFPage_CountObjects(page.raw), 500)
    kinds = (raw.FPDFPageObj_GetType(raw.FPDFPage_GetObject(page.raw, place)) for place in range(count))
    return any(kind in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for kind in kinds)
