"""Whether counts may be parts of another one, and whether they add up to it."""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from sokhcn.document.understood import Count, CountKind
from sokhcn.reader.counting.nouns_known import HEADS
from sokhcn.reader.counting.tokens import Lexicon, lexicon, matched, tokens

_LEEWAY = Decimal("0.1")  # of "hơn 100": its parts may give 108
# What is counted under a wider name, narrower ones after it.
_WIDER = (
    (
        lexicon("văn bản | thủ tục | tài liệu"),
        lexicon(
            """
    nghị quyết | quyết định | chỉ thị | kế hoạch | chương trình | đề án | báo cáo | tờ trình | công văn |
    thông báo | thông tư | nghị định | luật | hướng dẫn | quy chế | quy định | giấy mời | dự thảo
    """
        ),
    ),
    (lexicon("nhiệm vụ"), lexicon("đề tài | dự án | đề án | chương trình | mô hình")),
    (
        lexicon("cơ sở | đơn vị | cơ quan | đối tượng | trường hợp | tổ chức"),
        lexicon(
            """
    cá nhân | tổ chức | doanh nghiệp | hộ | hợp tác xã | công ty | sở | xã | phường | huyện | trường |
    trung tâm | bệnh viện | cơ quan | đơn vị | người | trạm | cửa hàng | siêu thị | chợ | nhà máy | phòng khám |
    kho | đại lý | nhà thuốc | khách sạn
    """
        ),
    ),
    (
        lexicon(
            """
    người | đối tượng | đại biểu | học viên | cán bộ | lượt người | lao động | đồng chí | công chức
    """
        ),
        lexicon(
            """
    nam | nữ | cán bộ | công chức | viên chức | nông dân | người | đảng viên | phụ nữ | học sinh | tiến sĩ |
    thạc sĩ
    """
        ),
    ),
)


def may_be_part(part: Count, total: Count) -> bool:
    """Whether ``part`` counts what ``total`` counts, by kind, unit and noun: classes have no enterprises as parts."""
    kind = CountKind.COUNT if total.kind is CountKind.RATIO else total.kind  # 276/586 trường: 52 …, 146 …
    if part.kind is not kind or kind in {CountKind.RATE, CountKind.PERCENT}:
        return False
    if kind is CountKind.MONEY:
        return True
    if part.kind is CountKind.MEASURE:
        return _unit(part) == _unit(total)
    return part.elided or _narrower(part.noun, total.noun)


def amount(count: Count) -> Decimal:
    """What number and scale word say together."""
    return count.value if count.scale == 1 else count.value * count.scale


def add_up(total: Count, parts: Sequence[Count]) -> bool:
    """Whether the parts give the total: things exactly, what is rounded within its rounding."""
    gap = abs(sum((amount(part) for part in parts), Decimal(0)) - amount(total))
    return not gap or gap <= _tolerance(total, parts)


def exceeds(total: Count, parts: Sequence[Count]) -> bool:
    """Whether the parts give more than the total."""
    return sum((amount(part) for part in parts), Decimal(0)) > amount(total) + _tolerance(total, parts)


def _tolerance(total: Count, parts: Sequence[Count]) -> Decimal:
    if total.approximate or any(part.approximate for part in parts):
        return amount(total) * _LEEWAY
    return sum((_half_step(count) for count in (total, *parts)), Decimal(0))


def _half_step(count: Count) -> Decimal:
    """Half of what the last printed digit is worth; things counted one by one are not rounded."""
    exponent = count.value.as_tuple().exponent
    digits = exponent if isinstance(exponent, int) else 0
    if count.kind is CountKind.COUNT and count.scale == 1 and digits == 0:
        return Decimal(0)
    return Decimal(count.scale).scaleb(digits) / 2


def _unit(count: Count) -> str:
    words = count.text.split()
    return words[-1].lower()


def _narrower(part: str, total: str) -> bool:
    """Whether two nouns have one head (25 đề tài, dự án: 22 đề tài), or the part's is a kind of the total's."""
    inner, outer = _heads(part), _heads(total)
    if not inner or not outer:
        return False
    head = inner[0]
    if any(head[: len(other)] == other[: len(head)] for other in outer):
        return True
    return any(_among(outer[0], wide) and _among(head, narrow) for wide, narrow in _WIDER)


@lru_cache(maxsize=5_000)
def _heads(noun: str) -> tuple[tuple[str, ...], ...]:
    """The head of a noun, and of those that a comma or "và" adds: each the lexicon's words, or one word."""
    line = tokens(noun, (0, len(noun)))
    places = [place for place in range(len(line)) if place == 0 or line[place - 1].low in {",", "và"}]
    return tuple(tuple(token.low for token in line[at : at + (matched(HEADS, line, at) or 1)]) for at in places)


def _among(head: tuple[str, ...], phrases: Lexicon) -> bool:
    return any(head[: len(phrase)] == phrase for phrase in phrases.get(head[0], ()))
