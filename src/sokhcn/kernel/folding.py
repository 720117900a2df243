"""Vietnamese text made comparable: as it is stored, as it is searched without accents, and as it is sorted."""

import re
import unicodedata
from functools import cache
from typing import ClassVar

# What nobody sees and everything trips over: control characters, soft hyphen, zero-width and direction marks.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
    "\ud800-\udfff\ufffe\uffff]"  # halves of pairs and non-characters: no XML file may hold them
)
# Eth and African D look like Đ and come out of old fonts and converters.
_CROSSED_D = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
# Printable text has none of the unseen; where nothing of this is in it either, it is clean as it stands.
_UNCLEAN = re.compile("  |^ | $|[\u00d0\u0189\u00f0\u0256]")
_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"  # huyền hỏi ngã sắc nặng: dictionary order, after ngang (no mark)

Key = tuple[tuple[tuple[int, int], ...], tuple[int, ...], str]


def clean(text: str) -> str:
    """``text`` as it is stored: NFC, Đ in its own code, no unseen characters, single spaces, trimmed, on one line."""
    if text.isprintable() and not _UNCLEAN.search(text) and unicodedata.is_normalized("NFC", text):
        return str(text)
    seen = _UNSEEN.sub("", text).translate(_CROSSED_D)
    return " ".join(unicodedata.normalize("NFC", seen).split())


class _Bare(dict[int, str]):
    """What each letter is without marks: found out once, as it is met."""

    most: ClassVar[int] = 5_000

    def __missing__(self, letter: int) -> str:
        bare = "" if unicodedata.combining(chr(letter)) else "d" if chr(letter) == "đ" else chr(letter)
        if len(self) < self.most:
            self[letter] = bare
        return bare


@cache
def _bare() -> _Bare:
    return _Bare()


def fold(text: str) -> str:
    """``text`` as it is searched: lower-case, without tones and marks, đ as d."""
    lower = clean(text).lower()
    if lower.isascii():
        return lower
    return " ".join(unicodedata.normalize("NFD", lower).translate(_bare()).split())


def fold_in_place(text: str) -> str:
    """``text`` folded letter for letter: each stays in its place, spaces and signs as they are."""
    return text.translate(_Folded())


class _Folded:
    """What ``str.translate`` asks for each letter."""

    def __getitem__(self, code: int) -> str:
        return _folded(code)


@cache
def _folded(code: int) -> str:
    bare = fold(chr(code))
    return bare if len(bare) == 1 else chr(code)


def collation_key(text: str) -> Key:
    """A sorting key in Vietnamese alphabetical order: letters first, then tones, then the text itself."""
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    cleaned = clean(text)
    for character in cleaned.lower():
        marks = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in marks if mark in _TONES), "")
        letters.append(_rank(unicodedata.normalize("NFC", marks.replace(tone, "")) if tone else character))
        tones.append(_TONES.index(tone) + 1 if tone else 0)
    return tuple(letters), tuple(tones), cleaned


def _rank(letter: str) -> tuple[int, int]:
    """Spaces before signs, signs before digits, digits before letters, other scripts last."""
    if letter == " ":
        return 0, 0
    if letter in _LETTERS:
        return 3, _LETTERS.index(letter)
    if letter.isdecimal():
        return 2, ord(letter[0])
    return (4 if letter.isalpha() else 1), ord(letter[0])
