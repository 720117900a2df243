"""Every number of a text that counts, measures or prices something, with its value, its noun and its kind."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from sokhcn.document.letters import Span
from sokhcn.document.understood import Count, CountKind
from sokhcn.reader.counting.barred import barred
from sokhcn.reader.counting.counted import Found, Place, found
from sokhcn.reader.counting.quantities import Quantity, quantities
from sokhcn.reader.counting.tokens import Token, lexicon, matched, paragraphs, tokens
from sokhcn.reader.counting.units import unit
from sokhcn.reader.counting.written import Worth, habit, worth

_ABOUT = lexicon(
    """
    gần | hơn | trên | khoảng | ít nhất | tối thiểu | tối đa | chưa đến | chưa tới | chưa đầy | dưới | ước |
    xấp xỉ | không quá | ước đạt | ước khoảng | ngót | độ | nhiều nhất | không dưới | ước tính | tới
    """
)
_DEGREES = frozenset(("mật", "nhiệt", "tốc", "mức", "trình"))  # "mật độ 250 người/km2" is exact
_OPEN = lexicon("trở lên | trở xuống")
_NUMBER_WORD = re.compile(r"(?<!\w)(?:hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)(?!\w)", re.IGNORECASE)
_DIGIT = re.compile("[0-9]")
_SEPARATED = re.compile(r"(?<![0-9.,])[0-9]++(?:[.,][0-9]++)++")  # possessive: long digits are no trap
_TWO_DIGITS = 10  # "trên 3 lĩnh vực" means where, "trên 12 doanh nghiệp" more than


def counts(text: str, skip: Sequence[Span] = ()) -> tuple[Count, ...]:
    """The counts of ``text`` in reading order. ``skip`` are places that citations and dates occupy."""
    taken = sorted(skip)
    used = habit(match.group() for match in _SEPARATED.finditer(text) if unit(text, match.end(), len(text)))
    return tuple(
        count
        for span in paragraphs(text)
        if _worth_reading(text, span)
        for count in _sums_joined(text, _of(Place(text, barred(text, span, tokens(text, span), taken), span[1], used)))
    )


def _sums_joined(text: str, found: Iterable[Count]) -> Iterator[Count]:
    """What two scale words say together is one number: 35 tỷ 600 triệu đồng, 2 triệu 340 nghìn con."""
    last: Count | None = None
    for count in found:
        if last is not None and _goes_on(text, last, count):
            value = last.value + count.value * count.scale / last.scale
            span = last.span[0], count.span[1]
            last = replace(last, span=span, text=text[slice(*span)], value=value, noun=count.noun, kind=count.kind)
            continue
        if last is not None:
            yield last
        last = count
    if last is not None:
        yield last


def _goes_on(text: str, first: Count, second: Count) -> bool:
    money = first.kind is CountKind.MONEY and (second.kind is CountKind.MONEY or second.scale > 1)
    smaller = money and second.value * second.scale < first.scale and second.scale < first.scale
    return smaller and not text[first.span[1] : second.span[0]].strip()


def _worth_reading(text: str, span: Span) -> bool:
    return _DIGIT.search(text, *span) is not None or _NUMBER_WORD.search(text, *span) is not None


def _of(place: Place) -> Iterator[Count]:
    """The counts of one paragraph; a part whose noun is left out takes that of the count before it."""
    last: Count | None = None
    for quantity in quantities(place.line):
        what = found(place, quantity, last)
        count = _count(place, quantity, what) if what else None
        if count:
            yield count
            if last is None or count.kind is not CountKind.PERCENT:  # "tiểu học 60 (75%), THCS 30": trường, both
                last = count


def _count(place: Place, quantity: Quantity, what: Found) -> Count | None:
    value = _value(quantity.raw, place, what) if quantity.said is None else Worth(Decimal(quantity.said))
    if value is None:
        return None
    upper, of = (_value(raw, place, what) if raw else None for raw in (quantity.upper, quantity.of))
    start = place.line[quantity.at].start
    return Count(
        (start, what.end),
        place.text[start : what.end],
        value.value,
        what.noun,
        what.kind,
        approximate=_about(place.line, quantity, value.value),
        unsure=value.unsure,
        scale=what.scale,
        upper=upper.value if upper else None,
        of=of.value if of else None,
        elided=what.elided,
    )


def _value(raw: str, place: Place, what: Found) -> Worth | None:
    return worth(raw, what.kind, scaled=what.scale > 1, used=place.used)


def _about(line: Sequence[Token], quantity: Quantity, value: Decimal) -> bool:
    """Whether a word before or behind says that the number is not exact."""
    for words in (1, 2):
        first = quantity.at - words
        if first >= 0 and matched(_ABOUT, line, first) == words:
            if line[first].low == "độ" and first and line[first - 1].low in _DEGREES:
                return False
            return line[first].low != "trên" or value >= _TWO_DIGITS
    return any(matched(_OPEN, line, place) for place in range(quantity.after, min(quantity.after + 4, len(line))))
