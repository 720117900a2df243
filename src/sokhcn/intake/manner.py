"""How the cells of one column are written, decided once for the whole column and told: 1.234,5 or 1,234.5; which number
of 01/02/2022 is the day; days as Excel counts them."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.kernel.grid import Raw

NUMBERS, DATES = (Cell.INTEGER, Cell.MONEY), (Cell.DATE,)
# What only one way of writing allows: a mark that parts thousands comes twice, or three digits before the other mark.
POINT = re.compile(r"[-−]?\d{1,3}(?:,\d{3})+\.\d+|[-−]?\d{1,3}(?:,\d{3}){2,}|[-−]?\d+\.(?:\d{1,2}|\d{4,})|[-−]?0\.\d+")
COMMA = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+,\d+|[-−]?\d{1,3}(?:\.\d{3}){2,}|[-−]?\d+,(?:\d{1,2}|\d{4,})|[-−]?0,\d+")
EITHER = re.compile(r"[-−]?[1-9]\d{0,2}[.,]\d{3}")
DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(?:\d{4}|\d{2})")
COUNTED = re.compile(r"[1-7]\d{4}(?:[.,]0+)?")
TWELVE = 12


@dataclass(frozen=True, slots=True)
class Manner:
    """``point``: a full stop before the decimals. ``month_first``: 01/31/2022."""

    point: bool = False
    month_first: bool = False


USUAL = Manner()


def decide(column: Column, cells: Iterable[Raw], where: str) -> tuple[Manner, tuple[Finding, ...]]:
    """The manner of ``cells``, and what people should know of it. Cells that are numbers or days need no decision."""
    if column.cell not in (*NUMBERS, *DATES):
        return USUAL, ()
    held = list(cells)
    texts = {cell.strip() for cell in held if isinstance(cell, str)} - {""}
    if not texts:
        return USUAL, ()
    if column.cell in NUMBERS:
        point = _has_point(column, texts)
        return Manner(point=point), tuple(_said_of_numbers(column, texts, where, point=point))
    days = [found for text in texts if (found := DAY.fullmatch(text))]
    month_first = any(int(day[2]) > TWELVE for day in days) and not any(int(day[1]) > TWELVE for day in days)
    real = [cell for cell in held if isinstance(cell, date)]
    return Manner(month_first=month_first), tuple(_said_of_days(column, texts, real, where))


def _has_point(column: Column, texts: Collection[str]) -> bool:
    if any(COMMA.fullmatch(text) for text in texts):
        return False
    if any(POINT.fullmatch(text) for text in texts):
        return True
    # No amount of whole things has decimals: 1,234 can only be a thousand.
    either = [text for text in texts if EITHER.fullmatch(text)]
    return column.cell is Cell.INTEGER and any("," in text for text in either)


def _said_of_numbers(column: Column, texts: Collection[str], where: str, *, point: bool) -> Iterator[Finding]:
    if point:
        template = "Cột “{heading}” viết số kiểu 1,234.5: dấu phẩy ngăn hàng nghìn, dấu chấm trước phần lẻ."
        yield _note("intake.point", template, where, column)
    elif column.cell is Cell.MONEY and any("," in text for text in texts if EITHER.fullmatch(text)):
        one = next(text for text in sorted(texts) if EITHER.fullmatch(text) and "," in text)
        template = "Cột “{heading}” có số đọc được hai cách, như {text}: hiểu dấu phẩy đứng trước phần lẻ."
        advice = "Nếu dấu phẩy ngăn hàng nghìn, hãy bỏ dấu phẩy đi."
        yield _note("intake.either", template, where, column, text=one, suggestion=advice)


def _said_of_days(column: Column, texts: Collection[str], real: Collection[date], where: str) -> Iterator[Finding]:
    days = [(int(found[1]), int(found[2]), text) for text in texts if (found := DAY.fullmatch(text))]
    over = [text for day, _, text in days if day > TWELVE]
    if any(month > TWELVE for _, month, _ in days):
        template = "Cột “{heading}” có ngày viết tháng trước, như {text}."
        one = next(text for _, month, text in sorted(days) if month > TWELVE)
        mixed = " Cột này cũng có ngày viết ngày trước, như {other}: các ô tháng trước không đọc được."
        told = {"other": min(over)} if over else {}
        yield _note("intake.month_first", template + (mixed if over else ""), where, column, text=one, **told)
    elif days and not over and len(days) > 1:
        one = min(text for _, _, text in days)
        template = "Mọi ngày của cột “{heading}” đọc được hai cách, như {text}: hiểu số đầu là ngày, số sau là tháng."
        yield _note("intake.ambiguous_days", template, where, column, text=one)
    if over and real and all(day.day <= TWELVE for day in real):
        # A program with American settings makes real days of 01/02 and leaves 13/01 a text.
        template = "Cột “{heading}” lẫn ô chữ ({text}) với ô ngày mà ngày nào cũng từ 1 đến 12, như {day}."
        advice = "Có thể Excel đã đảo ngày và tháng ở các ô ngày: đối chiếu với bản giấy."
        told = {"text": min(over), "day": f"{min(real):%d/%m/%Y}"}
        yield _note("intake.swapped_days", template, where, column, suggestion=advice, **told)
    if counted := [text for text in texts if COUNTED.fullmatch(text)]:
        template = "Cột “{heading}” có ngày là số đếm của Excel, như {text}: đã đổi thành ngày."
        yield _note("intake.counted_days", template, where, column, text=min(counted))


def _note(id: str, template: str, where: str, column: Column, *, suggestion: str = "", **values: object) -> Finding:
    told = {"heading": column.heading, **values}
    return Finding(id, Severity.LOOK, template, told, where, suggestion, about=column.name)
