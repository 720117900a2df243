"""What a quantity counts: a unit, a noun behind it, a label before it, or the noun of the count before."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sokhcn.document.understood import Count, CountKind
from sokhcn.reader.counting.barred import year_like
from sokhcn.reader.counting.ends import ELIDED, ENDS
from sokhcn.reader.counting.labels import label, listed, member, total
from sokhcn.reader.counting.naming import is_period, names
from sokhcn.reader.counting.nouns import CLASSIFIERS, Noun, known, noun
from sokhcn.reader.counting.quantities import Quantity
from sokhcn.reader.counting.tokens import NUMBER, WORD, Token, lexicon, matched, words
from sokhcn.reader.counting.units import Unit, per, unit
from sokhcn.reader.counting.written import Habit

_MULTIPLIED = words("gấp | tăng | giảm | hơn | đến | lên | bằng | xuống")
_NEARLY = words("gần | khoảng | trên | ngót")
_RANKED = words("xếp | hạng | đứng | thứ | trí")
_ROW_NUMBER = re.compile(r"[1-9][0-9]?")
_ACRONYM = re.compile(r"\s*\(([^()\s]{2,8})\)")
_OPENERS = words("( | đó | gồm | :")
_AMONG = lexicon("trong tổng số | trên tổng số | trong số | trên")
_SITES = lexicon("điểm trường | điểm lẻ | điểm du lịch | điểm bưu điện | điểm bán | điểm cầu | điểm đen | điểm nóng")
_NEAR = 8
_DECIMALS = re.compile(r"[0-9.]*,[0-9]{1,2}|[0-9.]*,[0-9]{4,}|[0-9]+\.[0-9]{1,2}|0[.,][0-9]+")
_EQUAL = frozenset((":", "=", "là", "đạt"))
_LAST_DAY, _LAST_MONTH = 31, 12
_FAR = 40  # tokens between a part without a noun and the count that has it
_MONEY_FROM = 1_000  # "500 triệu" is money, "2 chục" is not


class Place(NamedTuple):
    """A paragraph under reading, up to ``end`` of its text, and how the text writes its numbers."""

    text: str
    line: Sequence[Token]
    end: int
    used: Habit

    def said(self, at: int, end: int) -> str:
        """The words of some tokens, on one line."""
        return " ".join(self.text[self.line[at].start : self.line[end - 1].end].split()) if end > at else ""


class Found(NamedTuple):
    """What a quantity turns out to count: where its span ends, the noun, the kind."""

    end: int
    noun: str
    kind: CountKind
    scale: int = 1
    elided: bool = False


def found(place: Place, quantity: Quantity, last: Count | None) -> Found | None:
    """What the quantity counts, or None where it counts nothing."""
    line, after = place.line, quantity.after
    following = unit(place.text, line[after - 1].end, place.end)
    behind = _behind(line, after, following)
    if _counts_nothing(place, quantity, following, behind):
        return None
    if following and following.kind:
        return _measured(place, quantity, following, behind)
    return (
        _labelled(place, quantity, among=True)
        or _counted(place, quantity, following, behind)
        or _labelled(place, quantity)
        or _out_of(place, quantity)
        or (_elided(place, quantity, last) if last and not quantity.of else None)
    )


def _behind(line: Sequence[Token], after: int, following: Unit | None) -> int:
    """The place of the first token behind the number and its unit."""
    while following and after < len(line) and line[after].start < following.end:
        after += 1
    return after


def _counts_nothing(place: Place, quantity: Quantity, following: Unit | None, behind: int) -> bool:
    line, at = place.line, quantity.at
    next_known = known(line, behind)
    if names(line, at, behind, following) or (quantity.of and _is_rank(line, quantity, next_known, following)):
        return True
    if not (following or next_known) and _is_glued(line, quantity.after):
        return True
    if year_like(quantity.raw) and not (quantity.of or next_known or following):
        return True
    return at == 0 and _is_row(quantity, line, following)


def _is_glued(line: Sequence[Token], after: int) -> bool:
    """5G, 2074a: letters follow without a space."""
    return after < len(line) and line[after].kind == WORD and line[after].start == line[after - 1].end


def _is_row(quantity: Quantity, line: Sequence[Token], following: Unit | None) -> bool:
    """ "1 Giám đốc Sở": the running number of a row, before a word with a capital."""
    after = quantity.after
    if following or not _ROW_NUMBER.fullmatch(quantity.raw) or after >= len(line):
        return False
    return line[after].kind == WORD and line[after].capital


def _is_rank(line: Sequence[Token], quantity: Quantity, next_known: bool, following: Unit | None) -> bool:
    """22/63 as a rank, 10/5 as a day."""
    if quantity.at and line[quantity.at - 1].low in _RANKED:
        return True
    of_all = quantity.after < len(line) and line[quantity.after].low == "số"  # 2/3 số cán bộ
    return not (next_known or following or of_all or _is_share(line, quantity))


def _is_share(line: Sequence[Token], quantity: Quantity) -> bool:
    """250/250 công dân, "Đại học: 30/45 = 66,7%": no day of a month, with a word behind it or a label before it."""
    if not (quantity.raw.isdigit() and quantity.of.isdigit()) or year_like(quantity.of):
        return False
    labelled = quantity.at > 1 and line[quantity.at - 1].low in _EQUAL and line[quantity.at - 2].kind == WORD
    share = labelled or int(quantity.raw) <= int(quantity.of)
    dated = int(quantity.raw) <= _LAST_DAY and int(quantity.of) <= _LAST_MONTH
    after = line[quantity.after] if quantity.after < len(line) else None
    named = after is not None and after.kind == WORD and not after.capital and not matched(ENDS, line, quantity.after)
    return not dated and share and (labelled or named)


def _measured(place: Place, quantity: Quantity, following: Unit, behind: int) -> Found | None:
    """With a unit: the span ends with it; the noun goes on to what is measured."""
    line, start = place.line, place.line[quantity.after - 1].end
    name = " ".join(place.text[start : following.end].split())
    if is_period(place.line, quantity.at, quantity.raw, name, behind):
        return None
    thing = noun(place.line, behind, place.text)
    said = f"{name} {place.said(thing.at, thing.core)}" if thing else name
    kind = CountKind.RATIO if quantity.of else following.kind or CountKind.MEASURE
    if name == "điểm" and any(matched(_SITES, line, at) for at in range(max(quantity.at - _NEAR, 0), quantity.at)):
        kind = CountKind.COUNT  # Số điểm trường: 03 điểm
    return Found(following.end, said, kind, following.scale)


def _counted(place: Place, quantity: Quantity, following: Unit | None, behind: int) -> Found | None:
    thing = noun(place.line, behind, place.text)
    scale = following.scale if following else 1
    if thing is None:
        return _bare_money(place, quantity, following, behind)
    end = place.line[thing.core - 1].end
    rate = per(place.text, end, place.end)
    named = _classified(place, quantity, thing)
    said = _ACRONYM.sub(_unless_a_word, named or place.said(behind, thing.end))
    if rate > end:
        return Found(rate, place.text[place.line[quantity.after].start : rate], CountKind.RATE, scale)
    times = place.line[behind].low == "lần" and _is_multiplied(place.line, quantity.at)
    return Found(end, said, CountKind.RATIO if quantity.of or times else CountKind.COUNT, scale)


def _is_multiplied(line: Sequence[Token], at: int) -> bool:
    """ "tăng 2 lần", "tăng gần 2 lần"."""
    before = at - 2 if at > 1 and line[at - 1].low in _NEARLY else at - 1
    return before >= 0 and line[before].low in _MULTIPLIED


def _classified(place: Place, quantity: Quantity, thing: Noun) -> str:
    """What "đồng hồ nước 2.800 cái" counts stands before the number: behind it there is only a count word."""
    line, at = place.line, quantity.at
    if thing.core != thing.at + 1 or line[thing.at].low not in CLASSIFIERS:
        return ""
    before = member(line, at, thing.core)
    return place.said(before.at, before.end) if before and known(line, before.at) else ""


def _bare_money(place: Place, quantity: Quantity, following: Unit | None, behind: int) -> Found | None:
    """ "500 triệu" without a noun is money."""
    if following is None or following.scale < _MONEY_FROM:
        return None
    return Found(following.end, place.said(quantity.after, behind), CountKind.MONEY, following.scale)


def _unless_a_word(bracketed: re.Match[str]) -> str:
    return "" if bracketed[1].isupper() else bracketed[0]


def _labelled(place: Place, quantity: Quantity, among: bool = False) -> Found | None:
    before = (listed if among else label)(place.line, quantity.at, quantity.after)
    if before is None:
        return None
    kind = CountKind.MEASURE if _DECIMALS.fullmatch(quantity.raw) else CountKind.COUNT
    kind = CountKind.RATIO if quantity.of else kind
    counted = before.at + total(place.line, before)
    return Found(place.line[quantity.after - 1].end, place.said(counted, before.end), kind)


def _out_of(place: Place, quantity: Quantity) -> Found | None:
    """ "69 trong tổng số 112 cơ sở dữ liệu": the noun stands behind the other number."""
    line, after = place.line, quantity.after
    other = after + matched(_AMONG, line, after)
    if other == after or other >= len(line) or line[other].kind != NUMBER:
        return None
    thing = noun(line, other + 1, place.text)
    if thing is None:
        return None
    return Found(line[after - 1].end, place.said(other + 1, thing.core), CountKind.COUNT, elided=True)


def _elided(place: Place, quantity: Quantity, last: Count) -> Found | None:
    """ "48 nhiệm vụ, 23 hoàn thành": within the sentence of the count that has the noun."""
    line, at = place.line, quantity.at
    if last.kind is not CountKind.COUNT:
        return None
    named = not matched(ELIDED, line, quantity.after) and member(line, at, quantity.after)
    if not named and not matched(ELIDED, line, quantity.after):
        return None
    opened = last.elided
    for token in reversed(line[max(at - _FAR, 0) : at]):
        if token.start < last.span[1]:
            break
        if token.low == ".":
            return None
        opened = opened or token.low in _OPENERS
    if named and not opened:
        return None
    kernel = last.noun if last.elided or " " not in last.text else last.text.split(maxsplit=1)[-1]
    return Found(line[quantity.after - 1].end, kernel, CountKind.COUNT, elided=True)
