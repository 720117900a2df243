"""Where a text writes a quantity: in digits, in words, in both, as a range, as a ratio."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sokhcn.kernel.number_words import NUMBER_WORDS, read_words
from sokhcn.reader.counting.nouns import known
from sokhcn.reader.counting.tokens import NUMBER, WORD, Token, words

_DASHES = frozenset("-–—")
_FEW = 9  # words of one number
# Behind these a word names a day, an order or a pair rather than a number.
_ORDERS = words("""
    thứ | tháng | lần | ngày | quý | năm | hàng | lớp | vài | tầng | mồng | mùng | dăm
    """)
_BEFORE_FIVE = words("có | gồm | cả | đủ | được | tổ chức | ban hành | lập | hành | chức | cho")
_DURATIONS = words("ngày | tháng | năm | tuần | giờ")


class Quantity(NamedTuple):
    """``line[at:after]`` writes it: ``raw`` in digits, or ``said`` in words; ``upper`` ends a range, ``of`` a ratio."""

    at: int
    after: int
    raw: str
    said: int | None = None
    upper: str = ""
    of: str = ""


def quantities(line: Sequence[Token]) -> Iterator[Quantity]:
    """The quantities of a paragraph, from left to right; what they count is not yet known."""
    at = 0
    while at < len(line):
        token = line[at]
        if token.kind == NUMBER:
            quantity: Quantity | None = _in_digits(line, at)
        elif token.kind == WORD and token.low in NUMBER_WORDS:
            quantity, at = _in_words(line, at)
        else:
            quantity = None
        if quantity:
            yield quantity
        at = max(quantity.after if quantity else 0, at + 1)


def _in_digits(line: Sequence[Token], at: int) -> Quantity:
    raw = line[at].low
    after = _spelled_out(line, at + 1)
    if after == at + 1 and at + 2 < len(line) and line[at + 1].low == "/" and line[at + 2].kind == NUMBER:
        return Quantity(at, at + 3, raw, of=line[at + 2].low)
    upper = _range(line, after)
    return Quantity(at, upper + 1, raw, upper=line[upper].low) if upper else Quantity(at, after, raw)


def _spelled_out(line: Sequence[Token], at: int) -> int:
    """Behind "(mười)" of "10 (mười) ngày"; ``at`` where there is none."""
    if at >= len(line) or line[at].low != "(":
        return at
    end = at + 1
    while end < min(len(line), at + _FEW) and line[end].kind == WORD and line[end].low in NUMBER_WORDS:
        end += 1
    closed = end > at + 1 and end < len(line) and line[end].low == ")"
    return end + 1 if closed else at


def _range(line: Sequence[Token], at: int) -> int:
    """The place of the upper end of a range (93-95, 11,5 - 12,4, 93% - 95%, từ 05 đến 10); 0 where there is none."""
    per_cent = at < len(line) and line[at].low == "%"
    between = at + per_cent
    if between + 1 >= len(line) or line[between + 1].kind != NUMBER:
        return 0
    if line[between].low not in _DASHES and (line[between].low not in {"đến", "tới"} or per_cent):
        return 0
    spaced = line[between].start > line[between - 1].end, line[between + 1].start > line[between].end
    if spaced[0] != spaced[1]:
        return 0
    followed = between + 2 < len(line) and line[between + 2].low == "%"
    return between + 1 if followed or not per_cent else 0


def _in_words(line: Sequence[Token], at: int) -> tuple[Quantity | None, int]:
    """A number in words counts only right before a noun of the lexicon: "năm" is mostly a year, "ba" a father."""
    end = at
    while end < min(len(line), at + _FEW) and line[end].kind == WORD and line[end].low in NUMBER_WORDS:
        end += 1
    words = [token.low for token in line[at:end]]
    if len(words) > 1 and words[-1] == "năm" and words[-2] != "mươi" and words[-2] != "trăm":
        words, end = words[:-1], end - 1  # "hai năm": the unit
    value = read_words(words)
    counted = known(line, end) or (end < len(line) and line[end].low in _DURATIONS)
    if not value or not counted or not _may_be_number(line, at, words):
        return None, max(end - 1, at)
    return Quantity(at, end, "", said=value), at


def _may_be_number(line: Sequence[Token], at: int, words: Sequence[str]) -> bool:
    last = line[at - 1].low if at else ""
    if last in _ORDERS or (len(words) == 1 and words[0] in {"một", "không", "tư", "lăm", "mốt"}):
        return False
    return words != ["năm"] or last in _BEFORE_FIVE
