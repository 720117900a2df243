"""Two states of a PDF as pictures: whether they look the same but for the places where something was to be added."""

from collections.abc import Iterator, Mapping, Sequence

import pypdfium2 as pdfium

from sokhcn.formats.pdf.signatures.stamps import Box

_AROUND = 3  # points about a place that its letters may reach


def page_that_differs(before: bytes, after: bytes, places: Mapping[int, Sequence[Box]]) -> int | None:
    """The first page (from 1) that looks different outside ``places``, which are told by page; None where none does."""
    one, other = pdfium.PdfDocument(before), pdfium.PdfDocument(after)
    try:
        one.init_forms()
        other.init_forms()
        for page in range(max(len(one), len(other))):
            if page >= min(len(one), len(other)) or not _alike(one[page], other[page], places.get(page, ())):
                return page + 1
        return None
    finally:
        one.close()
        other.close()


def _alike(one: pdfium.PdfPage, other: pdfium.PdfPage, places: Sequence[Box]) -> bool:
    if one.get_size() != other.get_size():
        return False
    height = one.get_height()
    rows = zip(_rows(one), _rows(other), strict=True)
    return all(a == b or _blanked(a, b, places, height - y) for y, (a, b) in enumerate(rows))


def _rows(page: pdfium.PdfPage) -> Iterator[bytes]:
    """The page at one dot a point, in greys, from the top."""
    picture = page.render(scale=1, grayscale=True, may_draw_forms=True)
    held = bytes(picture.buffer)
    for row in range(picture.height):
        yield held[row * picture.stride : row * picture.stride + picture.width]


def _blanked(a: bytes, b: bytes, places: Sequence[Box], level: float) -> bool:
    """Whether two rows of dots at ``level`` are the same outside the places."""
    one, other = bytearray(a), bytearray(b)
    for box in places:
        if box.bottom - _AROUND <= level <= box.top + _AROUND:
            left, right = max(int(box.left) - _AROUND, 0), min(int(box.right) + _AROUND, len(a))
            one[left:right] = other[left:right] = bytes(max(right - left, 0))
    return one == other
