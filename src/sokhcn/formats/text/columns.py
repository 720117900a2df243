"""Text laid out in columns of equal-width letters: how wide words are, wrapped, padded, centred, side by side."""

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from sokhcn.document.nodes import Align

GAP = "  "
RULE = "─"


def width(text: str) -> int:
    """Columns that ``text`` takes: marks above and below letters take none, wide East Asian letters two."""
    return sum(_columns(letter) for letter in text)


def _columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def on_one_line(text: str) -> str:
    """Vietnamese letters composed, every run of spaces and line ends as one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def padded(text: str, room: int, align: Align = Align.LEFT) -> str:
    """``text`` in ``room`` columns."""
    spare = max(room - width(text), 0)
    match align:
        case Align.LEFT:
            return text + " " * spare
        case Align.RIGHT:
            return " " * spare + text
        case Align.CENTRE:
            return " " * (spare // 2) + text + " " * (spare - spare // 2)


def wrapped(text: str, room: int | None, first: str = "", rest: str = "") -> list[str]:
    """``text`` in lines of at most ``room`` columns, ``first`` before the first and ``rest`` before the others."""
    lines = [first]
    bare = True  # nothing but the indent stands on the line yet
    for word in on_one_line(text).split(" "):
        for piece in _pieces(word, room, max(width(first), width(rest))):
            if not bare and room is not None and width(lines[-1]) + 1 + width(piece) > room:
                lines.append(rest)
                bare = True
            lines[-1] += piece if bare else f" {piece}"
            bare = False
    return [line.rstrip() for line in lines]


def _pieces(word: str, room: int | None, indent: int) -> Iterable[str]:
    """``word`` itself, or cut where it is longer than a whole line."""
    if room is None or width(word) + indent <= room:
        return (word,)
    size = max(room - indent, 1)
    return tuple(word[at : at + size] for at in range(0, len(word), size))


def centred(lines: Iterable[str], room: int) -> list[str]:
    return [padded(piece, room, Align.CENTRE).rstrip() for line in lines for piece in wrapped(line, room)]


def side_by_side(left: Sequence[str], right: Sequence[str], left_room: int) -> list[str]:
    """Two stacks of lines as one, the right one beginning after ``left_room`` columns and a gap."""
    pairs = zip_longest(left, right, fillvalue="")
    return [f"{padded(one, left_room)}{GAP}{other}".rstrip() for one, other in pairs]
