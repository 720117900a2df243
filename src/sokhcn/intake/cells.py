"""Reading one cell: text to value by its column's kind, or a finding that says what was seen and what is expected."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, assert_never

from sokhcn.intake.manner import COUNTED, USUAL, Manner
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.dates import EARLIEST, LATEST, read_date
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.folding import clean, fold
from sokhcn.kernel.grid import Raw
from sokhcn.kernel.meant import meant
from sokhcn.kernel.numerals import read_number
from sokhcn.kernel.papers import read_code

YES, NO = frozenset({"co", "x", "dung", "1", "yes", "true"}), frozenset({"khong", "0", "sai", "no", "false"})
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
LIST_MARK = "|"
MOST_NAMED = 20  # of a longer list, such as the kinds of instruments, a cell of faults names none but what was meant
DAY_ZERO = date(1899, 12, 30)  # Excel counts days from it; its own first of March 1900 and all after come out right
FIRST_COUNTED, LAST_COUNTED = 10_000, 80_000  # 18/05/1927 to 10/01/2119: a smaller number is no day of an office
SWAPPED = str.maketrans(",.", ".,")
MONTH_FIRST = re.compile(r"(\d{1,2})(\s*[/.\-]\s*)(\d{1,2})(\s*[/.\-]\s*(?:\d{4}|\d{2}))")


def read_cell(column: Column, raw: Raw, where: str, manner: Manner = USUAL) -> tuple[Any, Finding | None]:
    """The value of ``raw`` in ``column``, or None and a finding. An empty cell gives the column's default."""
    if not isinstance(raw, str):
        value = _typed(column.cell, raw)
        if value is not None:
            return value, None
        raw = text_of(raw)
    text = clean(raw)
    if not text:
        missing = must("intake.required", "Thiếu “{heading}”.", where=where, about=column.name, heading=column.heading)
        empty = column.default if column.default is not None else _nothing(column.cell)
        return empty, missing if column.required and column.default is None else None
    return _read(column, text, where, manner)


def text_of(raw: Raw) -> str:
    """A cell as a text: whole numbers without a fraction, days as people write them."""
    if isinstance(raw, bool):
        return "có" if raw else "không"
    if isinstance(raw, float):
        return f"{raw:.15g}" if raw != int(raw) else str(int(raw))
    if isinstance(raw, date):
        return f"{raw:%d/%m/%Y}"
    return "" if raw is None else str(raw)


def _typed(cell: Cell, raw: Raw) -> Any:
    """The value of a cell that is more than a text, where it is of the kind that its column wants."""
    if isinstance(raw, datetime):
        raw = raw.date()
    match cell:
        case Cell.DATE if isinstance(raw, date):
            return raw if EARLIEST <= raw.year <= LATEST else None
        case Cell.DATE if isinstance(raw, int | float) and FIRST_COUNTED <= raw <= LAST_COUNTED:
            return DAY_ZERO + timedelta(int(raw))
        case Cell.MONEY | Cell.INTEGER if isinstance(raw, float) and raw == int(raw):
            return int(raw)
        case Cell.MONEY if isinstance(raw, float):
            return Decimal(f"{raw:.15g}")  # Excel keeps no more digits
        case Cell.FLAG if isinstance(raw, bool):
            return raw
        case _:
            return None


def _nothing(cell: Cell) -> Any:
    match cell:
        case Cell.TEXT | Cell.CODE | Cell.CHOICE:
            return ""
        case Cell.FLAG:
            return False
        case Cell.REFERENCES:
            return ()
        case Cell.INTEGER | Cell.YEAR | Cell.MONEY | Cell.DATE | Cell.REFERENCE:
            return None
    assert_never(cell)


def _read(column: Column, text: str, where: str, manner: Manner) -> tuple[Any, Finding | None]:
    if column.cell in (Cell.TEXT, Cell.REFERENCE):
        return text, None
    if column.cell is Cell.REFERENCES:
        return tuple(part.strip() for part in text.split(LIST_MARK) if part.strip()), None
    value, expected = READERS[column.cell](_usual(column.cell, text, manner), column.choices)
    if value is not None:
        return value, None
    told = {"heading": column.heading, "text": text, "expected": expected}
    template = "“{heading}” ghi “{text}”, không phải {expected}."
    advice = meant(text, column.choices.values()) if column.choices else ""
    finding = must(f"intake.{column.cell}", template, where=where, suggestion=advice, about=column.name, **told)
    return None, finding


def _usual(cell: Cell, text: str, manner: Manner) -> str:
    """``text`` as it would stand in a column of the usual manner."""
    if cell in (Cell.INTEGER, Cell.MONEY) and manner.point:
        return text.translate(SWAPPED)
    if cell is Cell.DATE and manner.month_first:
        return MONTH_FIRST.sub(r"\3\2\1\4", text)
    return text


def _date(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    day = DAY_ZERO + timedelta(int(text[:5])) if COUNTED.fullmatch(text) else read_date(text)
    return day, "ngày (viết 14/01/2022)"


def _integer(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    number = read_number(text)
    whole = int(number) if number is not None and number == int(number) else None
    return whole, "số nguyên (viết 1234 hoặc 1.234)"


def _year(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    return int(text) if YEAR.fullmatch(text) else None, "năm (viết 2022)"


def _money(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    return read_number(text), "số (viết 1234,5 hoặc 1.234,5)"


def _flag(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    folded = fold(text)
    return True if folded in YES else False if folded in NO else None, "“có” hoặc “không”"


def _code(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    code = read_code(text)
    return str(code) if code else None, "số, ký hiệu văn bản (viết 2367/QĐ-UBND, 03/2022/QĐ-UBND hoặc 14-NQ/TU)"


def _choice(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    folded = fold(text)
    found = (value for value, label in choices.items() if folded in (fold(label), fold(value)))
    labels = [str(label) for label in choices.values()]
    if len(labels) > MOST_NAMED:
        return next(found, None), f"một trong {len(labels)} giá trị có trong tệp mẫu của sổ"
    return next(found, None), "một trong các giá trị: " + ", ".join(labels)


READERS: Mapping[Cell, Callable[[str, Mapping[str, str]], tuple[Any, str]]] = {
    Cell.DATE: _date,
    Cell.INTEGER: _integer,
    Cell.YEAR: _year,
    Cell.MONEY: _money,
    Cell.FLAG: _flag,
    Cell.CODE: _code,
    Cell.CHOICE: _choice,
}
