"""What somebody types to find something, as needles that stand in the laid out text of what is found; and where in a
text they stand."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sokhcn.kernel.folding import clean, fold

MOST_WORDS = 20  # a sentence pasted into the box is cut here: each word is a condition
SHORTEST = 3  # letters of a needle: both indexes are made of pieces of three letters
EDGE = "|"
_BEGUN, _BETWEEN = f"{EDGE} ", f" {EDGE} "
REMEMBERED = 8192  # texts, for registers say the same again and again
LONG = 200  # letters of a text that hardly comes twice
_WORD = re.compile(r"[^\W_]+")
_DIGIT = re.compile(r"\d")
_GAP = re.compile(rb"(?<=\x01)\x00(?=\x01)")

Piece = tuple[str, bool]


def bare(text: str) -> str:
    """The words of ``text``, folded, single spaces for whatever stands between them: 2367/QĐ-UBND is 2367 qd ubnd."""
    return _known(text) if len(text) < LONG else _bare(text)


def _bare(text: str) -> str:
    plain = text.isascii() and text.isprintable()  # as numbers of papers and makers are
    return " ".join(_WORD.findall(text.lower() if plain else fold(text)))


_known = lru_cache(REMEMBERED)(_bare)


def laid_out(texts: Iterable[str]) -> str:
    """``texts``, of which some may be laid out already, as they are searched: their words, each text between edges."""
    found = [part for text in texts if (part := text[2:-2] if text.startswith(_BEGUN) else bare(text))]
    return f"{_BEGUN}{_BETWEEN.join(found)} {EDGE}" if found else ""


@dataclass(frozen=True, slots=True)
class Sought:
    """What was asked for. All ``needles`` stand in what is found; ``words`` are all words asked for, in order."""

    words: str
    needles: tuple[str, ...]

    @property
    def whole(self) -> str:
        """In a text that is exactly what was asked for."""
        return f"{EDGE} {self.words} {EDGE}"

    @property
    def first(self) -> str:
        """In a text that begins with what was asked for."""
        return f"{EDGE} {self.words} "

    @property
    def together(self) -> str:
        """In a text that has the words asked for, whole and side by side."""
        return f" {self.words} "


def sought(text: str) -> Sought:
    """What ``text`` asks for.

    A word is found where a word begins so; one with a digit in it also inside of another, because people remember some
    digits of a number; a single letter only where it stands alone.
    """
    told = fold(text).split()[:MOST_WORDS]
    needles = dict.fromkeys(_needle(word) for word in told if bare(word))
    return Sought(bare(" ".join(told)), tuple(needles))


def _needle(word: str) -> str:
    told = bare(word)
    if len(told) >= SHORTEST and _DIGIT.search(told):
        return told
    return f" {told}" if len(told) + 1 >= SHORTEST else f" {told} "


def marked(text: str, needles: Iterable[str]) -> tuple[Piece, ...]:
    """``text`` in pieces, those that ``needles`` found marked."""
    told = unicodedata.normalize("NFC", clean(text))
    letters, places = _spread(told)
    hit = bytearray(len(told))
    for needle in needles:
        for start, end in _found(letters, needle):
            first, last = places[start], places[end - 1]
            hit[first : last + 1] = b"\1" * (last + 1 - first)
    # Words that were found side by side are one piece.
    for gap in [gap.start() for gap in _GAP.finditer(hit)]:
        hit[gap] = told[gap] == " "
    return tuple(_pieces(told, hit))


def _spread(text: str) -> tuple[str, Sequence[int]]:
    """``text`` bare, a space for each sign between words, and for each letter where that stands in ``text``."""
    told = text.translate(_letters())
    if len(told) == len(text):
        return told, range(len(text))
    # A letter that is written by several: they all stand at its place.
    return told, [place for place, one in enumerate(text) for _ in one.translate(_letters())]


class _Letters(dict[int, str]):
    """What ``str.translate`` asks for each letter: the letters of it that are searched, or a space."""

    def __missing__(self, code: int) -> str:
        self[code] = found = bare(chr(code)) or " "
        return found


@cache
def _letters() -> _Letters:
    return _Letters()


def _found(letters: str, needle: str) -> Iterator[tuple[int, int]]:
    pattern = _pattern(needle)
    there = pattern.search(letters)
    while there:
        yield there.span()
        there = pattern.search(letters, there.start() + 1)


@lru_cache(256)
def _pattern(needle: str) -> re.Pattern[str]:
    """``needle`` where any number of spaces stand for one, and none at all at the ends of a text."""
    begins = r"(?<![^ ])" if needle.startswith(" ") else ""
    ends = r"(?![^ ])" if needle.endswith(" ") else ""
    return re.compile(begins + " +".join(map(re.escape, needle.split())) + ends)


def _pieces(text: str, hit: bytearray) -> Iterator[Piece]:
    start = 0
    while start < len(text):
        end = hit.find(not hit[start], start)
        yield text[start : end if end > start else len(text)], bool(hit[start])
        start = end if end > start else len(text)


def glimpsed(pieces: tuple[Piece, ...], before: int, length: int) -> tuple[Piece, ...]:
    """At most ``length`` letters of a marked text, whole words, from ``before`` letters ahead of the first mark."""
    text = "".join(piece for piece, _ in pieces)
    ahead = next((sum(len(piece) for piece, _ in pieces[:n]) for n, (_, hit) in enumerate(pieces) if hit), 0)
    start = text.find(" ", ahead - before, ahead) + 1 if ahead > before else 0
    end = len(text)
    if end > start + length:
        end = max(text.rfind(" ", start, start + length), ahead + 1)
    shown, at = [], 0
    for piece, hit in pieces:
        if part := piece[max(start - at, 0) : max(end - at, 0)]:
            shown.append((part, hit))
        at += len(piece)
    head: tuple[Piece, ...] = (("… ", False),) if start else ()
    tail: tuple[Piece, ...] = ((" …", False),) if end < len(text) else ()
    return (*head, *shown, *tail)
