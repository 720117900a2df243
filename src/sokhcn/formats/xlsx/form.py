"""A register as a workbook to be filled in or corrected: one line of headings, choices as lists, days as days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xlsxwriter.worksheet import Worksheet

from sokhcn.formats.xlsx.book import BODY, HEADER, NOTE, Book
from sokhcn.formats.xlsx.sheet import Cell
from sokhcn.kernel.grid import letters

LISTS = "Danh mục"
DAY = "dd/mm/yyyy"
AS_TEXT = "@"
MOST_LINES = 20_000  # lines below the headings for which choices are offered
EXAMPLE = {"italic": True, "font_color": "#6B6B6B", "bg_color": "#F2F2F2"}
MUST = {**HEADER, "bg_color": "#CFE0F7"}
WIDEST_LIST = 255  # letters that a list may have in the rule itself
LONGEST_TITLE = 32
FIRST_DAY = date(1900, 3, 1)


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column: its heading, what is told of it, the words it takes, and the number format of its cells."""

    heading: str
    width: float
    about: str = ""
    choices: tuple[str, ...] = ()
    look: str = ""
    required: bool = False


def render_form(
    title: str, columns: Sequence[FormColumn], rows: Iterable[Sequence[Cell]], *, example: Sequence[Cell] = ()
) -> bytes:
    """The workbook: ``rows`` under their headings; with an ``example`` a template, and what each column is for."""
    book = Book()
    widths = [column.width for column in columns]
    sheet = book.add(title, widths)
    looks = [{"num_format": column.look} if column.look else {} for column in columns]
    book.row(sheet, 0, [(column.heading, MUST if column.required else HEADER) for column in columns])
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    for place, look in enumerate(looks):
        sheet.set_column(place, place, widths[place], book.look(look))
    last = 0
    if example:
        last = 1
        book.row(sheet, 1, [(value, {**BODY, **EXAMPLE}) for value in example])
    for last, row in enumerate(rows, last + 1):  # noqa: B020 # goes on from where the example ends
        book.row(sheet, last, [(value, {**BODY, **look}) for value, look in zip(row, looks, strict=False)])
    if not example:
        book.filter(sheet, 0, last, len(columns))
    _offer(book, sheet, columns)
    if example:
        _explain(book, columns)
    return book.close()


def _offer(book: Book, sheet: Worksheet, columns: Sequence[FormColumn]) -> None:
    """Lists to choose from and days that are days. Another word is warned of: the intake may know it."""
    lists = [column for column in columns if sum(map(len, column.choices)) + len(column.choices) > WIDEST_LIST]
    ranges = _lists(book, lists) if lists else {}
    for place, column in enumerate(columns):
        rule: dict[str, Any] = {}
        if column.choices:
            source: Any = ranges.get(column.heading) or list(column.choices)
            rule = {"validate": "list", "source": source, "error_message": "Chọn một giá trị trong danh sách."}
        elif column.look == DAY:
            rule = {"validate": "date", "criteria": ">=", "value": FIRST_DAY, "error_message": "Ghi ngày: 14/01/2022."}
        if rule:
            about = {"error_title": column.heading[:LONGEST_TITLE], "error_type": "warning"}
            sheet.data_validation(1, place, MOST_LINES, place, {**rule, **about})


def _lists(book: Book, columns: Sequence[FormColumn]) -> Mapping[str, str]:
    """Long lists stand in a sheet of their own, which nobody needs to see."""
    sheet = book.add(LISTS, [40] * len(columns))
    sheet.hide()
    longest = max(len(column.choices) for column in columns)
    book.row(sheet, 0, [(column.heading, HEADER) for column in columns])
    for at in range(longest):
        book.row(sheet, at + 1, [(column.choices[at] if at < len(column.choices) else None, {}) for column in columns])
    return {
        column.heading: f"='{LISTS}'!${letters(place)}$2:${letters(place)}${len(column.choices) + 1}"
        for place, column in enumerate(columns)
    }


def _explain(book: Book, columns: Sequence[FormColumn]) -> None:
    sheet = book.add("Hướng dẫn", [34, 14, 90])
    note = "Dòng đầu là tên cột, thứ tự tùy ý; cột không bắt buộc có thể bỏ. Xóa dòng ví dụ trước khi nhập."
    book.title(sheet, 0, "Các cột của sổ")
    book.write(sheet, (1, 0), note, NOTE)
    book.row(sheet, 2, [(title, HEADER) for title in ("Cột", "Bắt buộc", "Ghi gì")])
    for at, column in enumerate((c for c in columns if c.about), 3):
        book.row(sheet, at, [(column.heading, BODY), ("có" if column.required else "", BODY), (column.about, BODY)])
