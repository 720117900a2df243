"""How wide words stand in Times New Roman: for rules as long as a text and lines that must not wrap badly.

Letters are measured by their advance, in thousandths of the type size; accents do not widen a letter, the horn of ơ
and ư does a little.
"""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

_REGULAR_LETTERS: Final = {
    180: "'",
    200: "|",
    250: " ,.\u00a0",
    278: "/:;\\ijlt",
    333: "!()-I[]`fr‘’",
    389: "Js",
    408: '"',
    444: "?acez“”",
    469: "^",
    480: "{}",
    541: "~",
    556: "FPS",
    564: "+<=>",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
    1000: "…—",
}
_BOLD_LETTERS: Final = {
    220: "|",
    250: " ,.\u00a0",
    278: "'/\\il",
    333: "!()-:;[]`fjt‘’",
    389: "Is",
    394: "{}",
    444: "cerz",
    520: "~",
    555: '"',
    556: "Sbdhknpqu",
    570: "+<=>",
    581: "^",
    611: "FP",
    667: "BELTZ",
    722: "ACDKNRUVXYw",
    778: "GHOQ",
    833: "&m",
    930: "@",
    944: "M",
    1000: "%W…—",
}
_DEFAULT: Final = 500
_HORN: Final = "\N{COMBINING HORN}"
_HORN_ADDS: Final = 45
_PLAIN_D: Final = str.maketrans("đĐ", "dD")


def _by_letter(letters: Mapping[int, str]) -> dict[str, int]:
    return {letter: advance for advance, group in letters.items() for letter in group}


_REGULAR: Final = _by_letter(_REGULAR_LETTERS)
_BOLD: Final = _by_letter(_BOLD_LETTERS)


@lru_cache(1024)  # lines are tried in many widths, with the same words
def width_pt(text: str, size_pt: float, *, bold: bool = False) -> float:
    """The width of one line of ``text`` in points; italic is taken as upright, which is a little narrower."""
    advances = _BOLD if bold else _REGULAR
    letters = unicodedata.normalize("NFD", text.translate(_PLAIN_D))
    return sum(_advance(letter, advances) for letter in letters) * size_pt / 1000


def _advance(letter: str, advances: Mapping[str, int]) -> int:
    if letter == _HORN:
        return _HORN_ADDS
    return 0 if unicodedata.combining(letter) else advances.get(letter, _DEFAULT)


def wrapped(text: str, width: float, size_pt: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines in which ``text`` stands within ``width`` points, each filled before the next."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_pt(longer, size_pt, bold=bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def without_lone_word(text: str, width: float, size_pt: float, *, bold: bool = False) -> float:
    """The widest room up to ``width`` in which the last of several lines is more than one word; ``width`` if none."""
    fewest = len(wrapped(text, width, size_pt, bold=bold))
    for share in range(100, 60, -2):
        lines = wrapped(text, width * share / 100, size_pt, bold=bold)
        if len(lines) > fewest:
            return width
        if fewest == 1 or " " in lines[-1]:
            return width * share / 100
    return width


def balanced(text: str, width: float, size_pt: float, *, bold: bool = False) -> tuple[str, ...]:
    """As few lines as ``wrapped`` needs, of nearly one length: no last word alone."""
    fewest = wrapped(text, width, size_pt, bold=bold)
    narrow = width_pt(text, size_pt, bold=bold) / len(fewest)
    for share in range(100, 200, 2):
        lines = wrapped(text, min(width, narrow * share / 100), size_pt, bold=bold)
        if len(lines) == len(fewest):
            return lines
    return fewest
