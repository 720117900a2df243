"""Reading one cell: text to value by its column's kind, or a finding that says what was seen and what is expected."""

import re
from collections.abc import Callable, Mapping
from typing import Any, assert_never

from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.dates import read_date
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.folding import clean, fold
from sokhcn.kernel.numerals import read_number
from sokhcn.kernel.papers import read_code

YES, NO = frozenset({"co", "x", "dung", "1", "yes"}), frozenset({"khong", "0", "sai", "no"})
YEAR = re.compile(r"(?:19|20)[0-9]{2}")
LIST_MARK = "|"


def read_cell(column: Column, text: str, where: str) -> tuple[Any, Finding | None]:
    """The value of ``text`` in ``column``, or None and a finding. An empty cell gives the column's default."""
    text = clean(text)
    if not text:
        missing = must("intake.required", "Thiếu “{heading}”.", where=where, heading=column.heading)
        empty = column.default if column.default is not None else _nothing(column.cell)
        return empty, missing if column.required and column.default is None else None
    return _read(column, text, where)


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


def _read(column: Column, text: str, where: str) -> tuple[Any, Finding | None]:
    if column.cell in (Cell.TEXT, Cell.REFERENCE):
        return text, None
    if column.cell is Cell.REFERENCES:
        return tuple(part.strip() for part in text.split(LIST_MARK) if part.strip()), None
    value, expected = READERS[column.cell](text, column.choices)
    if value is not None:
        return value, None
    template = "“{heading}” ghi “{text}”, không phải {expected}."
    return None, must(
        f"intake.{column.cell}", template, where=where, heading=column.heading, text=text, expected=expected
    )


def _date(text: str, choices: Mapping[str, str]) -> tuple[Any, str]:
    return read_date(text), "ngày (viết 14/01/2022)"


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
    return next(found, None), "một trong các giá trị: " + ", ".join(choices.values())


READERS: Mapping[Cell, Callable[[str, Mapping[str, str]], tuple[Any, str]]] = {
    Cell.DATE: _date,
    Cell.INTEGER: _integer,
    Cell.YEAR: _year,
    Cell.MONEY: _money,
    Cell.FLAG: _flag,
    Cell.CODE: _code,
    Cell.CHOICE: _choice,
}
