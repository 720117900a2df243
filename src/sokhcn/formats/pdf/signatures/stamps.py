"""Marks to print on a signed page, each a small PDF of its own: a picture without a frame, or lines of text."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sokhcn.document.profile import DECREE_30
from sokhcn.formats.pdf.render import pressed

MAIN = "stamp.typ"
SIGNATURE = b"\x89PNG\r\n\x1a\n"
BELOW = 0.216  # of the size: what letters of Times New Roman hang below their line
EPOCH = 0  # a mark has no date of its own: the same mark, the same bytes


class BadPicture(ValueError):
    """The picture of a mark cannot be used."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a page (the first is 0), in points from its lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def shrunk(self, width: float, height: float) -> "Box":
        """The box of that shape in its middle."""
        by = min(self.width / width, self.height / height)
        across, up = (self.width - width * by) / 2, (self.height - height * by) / 2
        return Box(self.page, self.left + across, self.bottom + up, self.right - across, self.top - up)


def picture_stamp(png: bytes, box: Box, about: str) -> bytes:
    """The picture of a signature or seal, as large as it fits. Raises ``BadPicture``."""
    return _pressed(box, {"picture": True, "about": about}, _framed(png))


def picture_size(png: bytes) -> tuple[int, int]:
    """Width and height of a PNG. Raises ``BadPicture``."""
    if not png.startswith(SIGNATURE) or len(png) < 33:
        raise BadPicture("Ảnh chữ ký, ảnh dấu phải là tệp .png nền trong suốt.")
    return int.from_bytes(png[16:20]), int.from_bytes(png[20:24])


def text_stamp(lines: tuple[str, ...], box: Box, size: float, *, italic: bool = False) -> bytes:
    """One line set on the line of the words beside it, or several in the upper right corner of ``box``."""
    style = "italic" if italic else "normal"
    return _pressed(box, {"picture": False, "lines": lines, "size": size, "style": style, "below": BELOW * size})


def _pressed(box: Box, told: Mapping[str, Any], picture: str = "") -> bytes:
    content = {"width": box.width, "height": box.height, "size": 10, **told}
    job = {"main": MAIN, "content": content, "picture": picture, "timestamp": EPOCH}
    return pressed({**job, "fonts": DECREE_30.fonts, "own_font_only": False})[1]


def _framed(png: bytes) -> str:
    """The picture inside an SVG: the press takes text only."""
    width, height = picture_size(png)
    link = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    size = f'width="{width}" height="{height}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>'
        f'<image {size} xlink:href="{link}"/></svg>'
    )
