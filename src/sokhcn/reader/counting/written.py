"""What a written number is worth where points and commas may mean either thing, and whether that is sure."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from sokhcn.document.understood import CountKind
from sokhcn.kernel.numerals import number, read_number

_LONGEST = 40
_ONE_POINT = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_ONE_COMMA = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_POINTED = re.compile(r"[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})|0\.[0-9]+")
_ENGLISH = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+\.[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}")
_COMMA_DECIMALS = re.compile(r"[0-9]+(?:\.[0-9]{3})*,(?:[0-9]{1,2}|[0-9]{4,})|0,[0-9]+")
_WHOLE = (CountKind.COUNT, CountKind.RATIO)


class Habit(NamedTuple):
    """How often a text writes decimals after a comma and after a point, of the numbers that leave no doubt."""

    commas: int
    points: int


class Worth(NamedTuple):
    value: Decimal
    unsure: str = ""


def habit(numbers: Iterable[str]) -> Habit:
    """The habit of a text with these numbers."""
    commas = points = 0
    for raw in numbers:
        commas += _COMMA_DECIMALS.fullmatch(raw) is not None
        points += _POINTED.fullmatch(raw) is not None or _ENGLISH.fullmatch(raw) is not None
    return Habit(commas, points)


def worth(raw: str, kind: CountKind, *, scaled: bool, used: Habit) -> Worth | None:
    """The value of ``raw``, ``scaled`` by triệu or tỷ; None where the form is mixed (1.23.4): refused, not guessed."""
    if len(raw) > _LONGEST:
        return None
    whole = kind in _WHOLE and not scaled
    if _ONE_COMMA.fullmatch(raw):
        return _one_comma(raw, whole=whole, used=used)
    if _ENGLISH.fullmatch(raw):
        return Worth(_english(raw), f"Viết theo lối Anh: đọc là {number(_english(raw))}")
    if _ONE_POINT.fullmatch(raw):
        return _one_point(raw, kind, whole=whole, used=used)
    if _POINTED.fullmatch(raw):
        return None if whole else Worth(_english(raw))
    plain = read_number(raw)
    return None if plain is None else Worth(Decimal(plain))


def _one_point(raw: str, kind: CountKind, *, whole: bool, used: Habit) -> Worth:
    """1.234: a thousand, unless it is a percentage or the text writes its decimals after points."""
    thousands, decimals = _english(raw.replace(".", "")), _english(raw)
    if whole:
        return Worth(thousands)
    if kind is CountKind.PERCENT or used.points > used.commas:
        return _doubt(raw, decimals, thousands)
    return Worth(thousands) if used.commas and not used.points else _doubt(raw, thousands, decimals)


def _one_comma(raw: str, *, whole: bool, used: Habit) -> Worth:
    """68,457: things are counted in whole numbers, so it is thousands; measured, it has three decimals."""
    thousands, decimals = _english(raw), _english(raw.replace(",", "."))
    first, other = (thousands, decimals) if whole or used.points > used.commas else (decimals, thousands)
    return _doubt(raw, first, other)


def _doubt(raw: str, first: Decimal, other: Decimal) -> Worth:
    return Worth(first, f"“{raw}” đọc là {number(first)}; cũng có thể là {number(other)}")


def _english(raw: str) -> Decimal:
    return Decimal(raw.replace(",", ""))
