"""Slips in numbers and dates that people tell: each is a finding, and most are only worth a look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.kernel.workdays import WorkCalendar

NUMBER = re.compile(r"(\d{1,7})([a-zđ]?)")
SYMBOL = re.compile(r"[A-ZĐ][A-Za-zĐđ]*(-[A-ZĐ][A-Za-zĐđ0-9]*)+")
ARTICLE_15 = "Nghị định số 30/2020/NĐ-CP, Điều 15"


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A paper that is numbered already."""

    code: str
    number: int
    dated_on: date


@dataclass(frozen=True, slots=True)
class Told:
    """A number as the clerk wrote it, with what was read of it."""

    text: str
    number: int
    suffix: str
    symbol: str
    dated_on: date


def read_number(text: str) -> tuple[int, str] | None:
    """``08``, ``2074a`` as number and letter; None where it is no number."""
    found = NUMBER.fullmatch(text.strip())
    return (int(found[1]), found[2]) if found and int(found[1]) else None


def form(text: str, symbol: str) -> Iterator[Finding]:
    """What is wrong with the letters of a number and a symbol: nothing can be kept like that."""
    if read_number(text) is None:
        template = "“{text}” không phải số văn bản."
        yield must("number.form", template, suggestion="Ghi như 08 hoặc 125.", about="number", text=text)
    if not SYMBOL.fullmatch(symbol):
        template = "“{symbol}” không phải ký hiệu văn bản."
        yield must("number.symbol", template, suggestion="Ghi như BC-SKHCN.", about="symbol", symbol=symbol)


def slips(told: Told, before: Neighbour | None, after: Neighbour | None, today: date) -> Iterator[Finding]:
    """What is odd between the neighbours: the last paper with a smaller number and the first with a greater one."""
    if len(told.text) > 2 and told.text.startswith("0"):
        yield _look("number.zeros", "Số “{text}” có chữ số 0 thừa ở đầu.", text=told.text, number=f"{told.number:02}")
    if told.dated_on > today:
        template = "Ngày văn bản {day:%d/%m/%Y} ở sau hôm nay."
        yield must("number.future", template, about="dated_on", day=told.dated_on)
    if before and told.number - before.number > 1:
        template = "Sau số {before} còn thiếu {count} số rồi mới đến số này."
        yield _look("number.gap", template, before=before.code, count=told.number - before.number - 1)
    if before is None and told.number > 1:
        template = "Đây là văn bản đầu tiên của năm trong sổ mà số không phải 01."
        yield _look("number.first", template)
    if before and told.dated_on < before.dated_on:
        template = "Ngày {day:%d/%m/%Y} trước ngày {other:%d/%m/%Y} của {code}, là số đứng trước."
        yield _look("number.order", template, day=told.dated_on, other=before.dated_on, code=before.code)
    if after and told.dated_on > after.dated_on:
        template = "Ngày {day:%d/%m/%Y} sau ngày {other:%d/%m/%Y} của {code}, là số đứng sau."
        yield _look("number.order", template, day=told.dated_on, other=after.dated_on, code=after.code)


def day_off(day: date, calendar: WorkCalendar) -> Iterator[Finding]:
    """A paper that is dated on a day on which nobody works."""
    if not calendar.is_working(day):
        yield _look("number.day_off", "Ngày {day:%d/%m/%Y} không phải ngày làm việc.", day=day)


def strange_symbol(symbol: str, type_symbol: str, agency_symbol: str) -> Iterator[Finding]:
    """A symbol that does not name the type and the body, in this order."""
    parts = symbol.split("-")
    if agency_symbol not in parts or (type_symbol and parts[0] != type_symbol):
        expected = "-".join(filter(None, (type_symbol, agency_symbol)))
        template = "Ký hiệu {symbol} khác ký hiệu thường dùng {expected}."
        yield _look("number.symbol_parts", template, symbol=symbol, expected=expected)


def _look(id: str, template: str, **values: object) -> Finding:
    return Finding(id, Severity.LOOK, template, MappingProxyType(values), basis=ARTICLE_15)
