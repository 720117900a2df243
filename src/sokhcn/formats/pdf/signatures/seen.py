"""What a reader sees of a PDF page by page: the words of the page itself, and those that annotations put on top."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sokhcn.document.letters import Unreadable
from sokhcn.formats.pdf.glyphs import Letterer, Word
from sokhcn.formats.pdf.signatures.stamps import Box
from sokhcn.kernel.finding import must

MOST_PAGES = 500
_AS_DISPLAYED = 0
_INVISIBLE = 3  # text that a scanner's program lays under the picture for searching
_SHARED = 0.3  # of a word: what a mark may touch without covering it


@dataclass(frozen=True, slots=True)
class Page:
    """``words`` stand in the page, ``added`` in annotations; ``stamps`` are the places of signatures."""

    number: int
    words: tuple[Word, ...]
    added: tuple[Word, ...]
    stamps: tuple[Box, ...]
    height: float
    has_visible_text: bool

    @property
    def stamped(self) -> tuple[Word, ...]:
        """The words that the marks of signatures say."""
        return tuple(word for word in self.added if self.is_stamped(word))

    def is_stamped(self, word: Word) -> bool:
        middle = (word.left + word.right) / 2
        return any(box.left <= middle <= box.right and box.bottom <= word.middle <= box.top for box in self.stamps)

    @property
    def covered(self) -> tuple[Word, ...]:
        """Words of the page that a mark stands upon."""
        return tuple(word for word in self.words if any(_shared(word, box) > _SHARED for box in self.stamps))


def seen(data: bytes) -> tuple[Page, ...]:
    """The pages of a PDF. Raises ``Unreadable``. Not for two threads at once: the library is not made for it."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        why = must("signed.unreadable", "Không mở được tệp PDF.", suggestion="Hãy lấy lại tệp từ nơi đã ký.")
        raise Unreadable(why) from error
    try:
        document.init_forms()
        letterer = Letterer()
        return tuple(_page(document, number, letterer) for number in range(min(len(document), MOST_PAGES)))
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, place: int, letterer: Letterer) -> Page:
    page = document[place]
    stamps = tuple(_signature_boxes(document, page, place))
    text = page.get_textpage()
    words, visible = letterer.words(text), _is_any_visible(text)
    text.close()
    raw.FPDFPage_Flatten(page.raw, _AS_DISPLAYED)
    page.close()
    page = document[place]
    text = page.get_textpage()
    added = _beyond(words, letterer.words(text))
    text.close()
    height = page.get_height()
    page.close()
    return Page(place + 1, tuple(words), tuple(added), stamps, height, visible)


def _signature_boxes(document: pdfium.PdfDocument, page: pdfium.PdfPage, place: int) -> Iterator[Box]:
    """Where the signatures of a page stand: fields of that kind with something in them."""
    rect = raw.FS_RECTF()
    for at in range(raw.FPDFPage_GetAnnotCount(page.raw)):
        annotation = raw.FPDFPage_GetAnnot(page.raw, at)
        kind = raw.FPDFAnnot_GetFormFieldType(document.formenv, annotation) if document.formenv else -1
        is_signed = raw.FPDFAnnot_HasKey(annotation, b"V") or raw.FPDFAnnot_HasKey(annotation, b"Parent")
        if kind == raw.FPDF_FORMFIELD_SIGNATURE and is_signed and raw.FPDFAnnot_GetRect(annotation, ctypes.byref(rect)):
            yield Box(place, rect.left, rect.bottom, rect.right, rect.top)
        raw.FPDFPage_CloseAnnot(annotation)


def _beyond(words: list[Word], all_words: list[Word]) -> Iterator[Word]:
    """Those of ``all_words`` that are not among ``words``."""
    known = Counter(map(_identity, words))
    for word in all_words:
        identity = _identity(word)
        if known[identity]:
            known[identity] -= 1
        else:
            yield word


def _identity(word: Word) -> tuple[Any, ...]:
    return word.text, round(word.left), round(word.bottom)


def _is_any_visible(text: pdfium.PdfTextPage) -> bool:
    """Whether some letter is more than a scanner's invisible text."""
    pieces: set[int] = set()
    for at in range(raw.FPDFText_CountChars(text.raw)):
        piece = raw.FPDFText_GetTextObject(text.raw, at)
        key = ctypes.cast(piece, ctypes.c_void_p).value or 0
        if key and key not in pieces:
            pieces.add(key)
            if raw.FPDFTextObj_GetTextRenderMode(piece) != _INVISIBLE:
                return True
    return False


def _shared(word: Word, box: Box) -> float:
    """How much of a word lies under a box."""
    across = min(word.right, box.right) - max(word.left, box.left)
    up = min(word.top, box.top) - max(word.bottom, box.bottom)
    area = (word.right - word.left) * (word.top - word.bottom)
    return across * up / area if across > 0 and up > 0 and area > 0 else 0.0
