"""What stands before a number that no noun follows: "Tổng số học sinh 03 cấp học là 418", "tháng 5: 10"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sokhcn.reader.counting.ends import ENDS
from sokhcn.reader.counting.tokens import NUMBER, SIGN, WORD, Token, lexicon, matched, words

_FAR = 16  # words of a label
_SUMS = lexicon(
    """
    hệ số | tổng số | số lượng | tổng | số | lũy kế | cộng dồn | sản lượng | chỉ số | lượng | tỷ lệ | giá trị |
    kết quả | quy mô
    """
)
_TOTALS = lexicon("tổng số | tổng số lượng")
_AMONG = lexicon("trong đó | gồm | bao gồm | trong số đó")
_TWO = 2  # "Tổng số" is a label of its own, "số" is none
_SHORT = 8  # words of a part's name
_OPENS = frozenset("(,;:") | {"và"}
_PARTS_END = frozenset(("và",))
_EQUALS = words(
    """
    là | đạt | bằng | được | còn | lên | xuống | thành | có | ước | khoảng | gần | hơn | trên
    """
)
_NO_LABELS = words(
    """
    số | trang | fax | tel | đt | điện thoại | mã | stt | quyển | ngày | thoại | khoản | máy | biểu | năm |
    hotline | email | lưu | phút | giờ | cụ thể | sau
    """
)


# What people and things are sorted into: "nam 20, nữ 25", "giỏi 12, khá 20".
_SORTS = lexicon(
    """
    nam | nữ | dân tộc | giỏi | khá | trung bình | tb | yếu | kém | tốt | đạt | chưa đạt | xuất sắc | xs | vững mạnh |
    nghèo | cận nghèo | đại học | cao đẳng | trung cấp | sơ cấp | thạc sĩ | thạc sỹ | tiến sĩ | tiến sỹ |
    trên đại học | đảng viên | quần chúng | nội trú | ngoại trú | trực tiếp | trực tuyến | đúng hạn |
    trước hạn | quá hạn
    """
)
_LIST_ITEM = frozenset("-–—+*•")
_PADDED = re.compile(r"0[1-9]")


class Label(NamedTuple):
    """``line[at:end]`` says what the number behind it counts."""

    at: int
    end: int


def label(line: Sequence[Token], at: int, after: int) -> Label | None:
    """The label of the number ``line[at:after]``, which ends its clause."""
    said_to_be = at > 1 and line[at - 1].low in {"là", ":"} and matched(ENDS, line, after)
    if at == 0 or (after < len(line) and line[after].kind == WORD and not said_to_be):
        return None
    if line[at - 1].low in {":", "="}:
        return _before_colon(line, at - 1)
    return _of_a_sum(line, at) or _sorted(line, at, after) or _of_an_item(line, at, after)


def _sorted(line: Sequence[Token], at: int, after: int) -> Label | None:
    """A sort of people or things by itself between two signs, another one beside it."""
    if after < len(line) and line[after].kind != SIGN:
        return None
    for start in (at - 3, at - 2, at - 1):
        opens = start == 0 or (start > 0 and line[start - 1].kind == SIGN)
        if start >= 0 and opens and matched(_SORTS, line, start) == at - start:
            return Label(start, at) if _is_beside(line, start, after) else None
    return None


def _is_beside(line: Sequence[Token], at: int, after: int) -> bool:
    """Whether a number stands right before, or one follows in the next few words."""
    before = at > 1 and line[at - 2].kind == NUMBER
    return before or any(token.kind == NUMBER for token in line[after + 1 : after + 4])


def _of_an_item(line: Sequence[Token], at: int, after: int) -> Label | None:
    """An item that is a thing and how many there are of it, padded as Decree 30 wants it: "- Tủ thư mục 01"."""
    if not (2 < at <= _SHORT and after == len(line) and line[0].low in _LIST_ITEM and _PADDED.fullmatch(line[at].low)):
        return None
    return Label(1, at) if all(token.kind == WORD for token in line[1:at]) else None


def total(line: Sequence[Token], said: Label) -> int:
    """How many words of a label only say that it is a total: of "Tổng số đoàn viên" the first two."""
    size = matched(_TOTALS, line, said.at)
    return size if said.at + size < said.end else 0


def listed(line: Sequence[Token], at: int, after: int) -> Label | None:
    """The words before the colon where another label follows: "Học viên: 38 Đoàn viên: 32"."""
    if at < 2 or line[at - 1].low != ":":
        return None
    end = after
    while end < len(line) and line[end].kind == WORD and end - after <= _SHORT:
        end += 1
    if end == after or end + 1 >= len(line) or line[end].low != ":" or line[end + 1].kind != NUMBER:
        return None
    start = at - 1
    while start > 0 and at - start <= _FAR and line[start - 1].kind == WORD:
        start -= 1
    return Label(start, at - 1) if start < at - 1 else None


def _before_colon(line: Sequence[Token], colon: int) -> Label | None:
    at = colon
    while at > 0 and colon - at < _FAR and line[at - 1].low not in set(",;.:()+•“”"):
        at -= 1
    if line[at].kind == NUMBER and at > 1 and line[at - 1].low == ":":
        at += 1  # the number of the label before: "Học viên: 38 Đoàn viên: 32"
    while at < colon and line[at].kind == SIGN:
        at += 1
    at += matched(_AMONG, line, at)  # "trong đó mũi 1: 650.000"
    if line[colon - 1].low in _NO_LABELS and (colon < _TWO or matched(_SUMS, line, colon - 2) != _TWO):
        return None
    if at == colon or line[at].kind == NUMBER:
        return None
    return Label(at, colon)


def _of_a_sum(line: Sequence[Token], at: int) -> Label | None:
    """From "tổng số" or "số" up to the verb before the number."""
    end = at
    while end > 0 and line[end - 1].kind == WORD and line[end - 1].low in _EQUALS:
        end -= 1
    if end == at:
        return _named_sum(line, at)
    for start in range(end - 1, max(end - _FAR, -1), -1):
        signs = {token.low for token in line[start:end] if token.kind == SIGN}
        if signs & {";", ".", ":", "("} or (line[start].kind == NUMBER and "," in signs):
            return None
        if matched(_SUMS, line, start) and end - start > 1:
            before = start - 1
            wider = before >= 0 and matched(_SUMS, line, before) > 1
            return Label(before if wider else start, end)
    return None


def _named_sum(line: Sequence[Token], at: int) -> Label | None:
    """ "Tổng số lớp 17, …": a total that begins its clause, the number right behind what it counts."""
    if at + 1 < len(line) and line[at + 1].kind == WORD:
        return None
    start = at
    while start > 0 and at - start < _SHORT and line[start - 1].kind == WORD:
        start -= 1
    return Label(start, at) if at - start > matched(_TOTALS, line, start) > 0 else None


def member(line: Sequence[Token], at: int, after: int) -> Label | None:
    """The words before a number of an enumeration: "(khiếu nại 86, tố cáo 34)"."""
    if after < len(line) and line[after].low not in _PARTS_END and line[after].kind != SIGN:
        return None
    start = at
    while start > 0 and at - start <= _SHORT and line[start - 1].kind == WORD and line[start - 1].low != "và":
        start -= 1
    if start in {0, at} or at - start > _SHORT:
        return None
    opens = line[start - 1].low in _OPENS
    return Label(start, at) if opens and line[at - 1].low not in _NO_LABELS else None
