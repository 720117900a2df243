"""Numbers in Vietnamese words (ba, mười lăm, hai mươi mốt, một trăm linh ba nghìn) read as numbers."""

from collections.abc import Sequence
from types import MappingProxyType

_DIGITS = MappingProxyType(
    {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "lăm": 5, "nhăm": 5}
    | {"sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9}
)
_GROUPS = MappingProxyType(
    {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}
)
_LINKS = frozenset(("linh", "lẻ"))
NUMBER_WORDS = frozenset((*_DIGITS, *_GROUPS, *_LINKS, "mười", "mươi", "trăm"))
_LONGEST = 30  # words; no number that a report says has more


def read_words(words: Sequence[str]) -> int | None:
    """The number that lower-case ``words`` say, or None where they say none: trăm alone, hai ba, năm ngoái."""
    sums: list[int] = []
    below: list[str] = []
    for word in words[:_LONGEST]:
        if word not in _GROUPS:
            below.append(word)
            continue
        scale, group = _GROUPS[word], _below_a_thousand(below)
        if group is None:
            return None
        while sums and sums[-1] < scale:
            group += sums.pop()
        if not group:
            return None
        sums.append(group * scale)
        below = []
    rest = _below_a_thousand(below)
    return None if rest is None or not words or len(words) > _LONGEST else sum(sums) + rest


def _below_a_thousand(words: Sequence[str]) -> int | None:
    """ "hai trăm linh ba" and the like; no words are nothing."""
    total, digit = 0, None
    for word in words:
        if word in _LINKS and digit is None:
            continue
        if word in _DIGITS and digit is None:
            digit = _DIGITS[word]
            continue
        raised = _raised(word, total, digit)
        if raised is None:
            return None
        total, digit = raised, None
    return total + (digit or 0)


def _raised(word: str, total: int, digit: int | None) -> int | None:
    """``total`` and ``digit`` after ``trăm``, ``mươi`` or ``mười``."""
    if word == "trăm" and digit and not total:
        return digit * 100
    if word == "mươi" and digit:
        return total + digit * 10
    return total + 10 if word == "mười" and digit is None else None
