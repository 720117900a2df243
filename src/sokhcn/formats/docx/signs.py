"""Signs of symbol fonts (Symbol, Wingdings) as the letters of Unicode that look like them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# Word keeps a sign of a symbol font in the private area from F000, at the place it has in its font.
_SHOWN: Final[Mapping[int, str]] = MappingProxyType(
    {
        0x2D: "-",
        0x6C: "●",
        0x6E: "■",
        0x71: "❑",
        0x76: "❖",
        0xA7: "▪",
        0xA8: "◻",
        0xB7: "•",
        0xD8: "➢",
        0xE0: "→",
        0xFC: "✓",
        0xFE: "☑",
    }
)
_PRIVATE: Final = range(0xF000, 0xF100)


def sign(code: str) -> str:
    """The letter of a ``w:sym`` by its hexadecimal code; empty for one that is none."""
    try:
        return shown(chr(int(code, 16)))
    except (ValueError, OverflowError):
        return ""


def shown(text: str) -> str:
    """``text`` with signs of the private area as they look; halves of pairs, which are no letters, left out."""
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    if "\ud800" <= letter <= "\udfff":
        return ""
    place = ord(letter)
    if place not in _PRIVATE:
        return letter
    return _SHOWN.get(place - _PRIVATE.start, "•")
