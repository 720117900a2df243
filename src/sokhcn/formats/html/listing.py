"""The numbers that a browser puts before the items of a list."""

from dataclasses import dataclass
from typing import Self

from lxml import etree

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_SMALL_ROMAN = (*_ROMAN, (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST = 100_000


@dataclass(slots=True)
class Numbers:
    """A list that is open: how it counts, and where it has come to. A list of bullets counts nothing."""

    kind: str
    following: int
    step: int = 1

    @classmethod
    def of(cls, element: etree._Element) -> Self:
        if element.tag == "ul":
            plain = element.get("role") == "list" or "list-style:none" in (element.get("style") or "").replace(" ", "")
            return cls("none" if plain else "bullet", 1)
        backwards = element.get("reversed") is not None
        first = _integer(element.get("start"), len(element.findall("li")) if backwards else 1)
        return cls(element.get("type") or "1", first, -1 if backwards else 1)


def label(item: etree._Element, numbers: Numbers | None) -> str:
    """What stands before ``item``: its number and a full stop, a dash for a bullet, or nothing."""
    if numbers is None or numbers.kind == "none":
        return ""
    if numbers.kind == "bullet":
        return "- "
    value = _integer(item.get("value"), numbers.following)
    numbers.following = value + numbers.step
    return f"{_written(value, numbers.kind)}. "


def _integer(written: str | None, otherwise: int) -> int:
    text = (written or "").strip()
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 9 else otherwise


def _written(value: int, kind: str) -> str:
    if not 0 < value < _LARGEST or kind not in "aAiI":
        return str(value)
    made = _letters(value) if kind in "aA" else _roman(value)
    return made.upper() if kind.isupper() else made


def _letters(value: int) -> str:
    made = ""
    while value:
        value, letter = divmod(value - 1, 26)
        made = chr(ord("a") + letter) + made
    return made


def _roman(value: int) -> str:
    made = ""
    for size, letters in _SMALL_ROMAN:
        count, value = divmod(value, size)
        made += letters * count
    return made
