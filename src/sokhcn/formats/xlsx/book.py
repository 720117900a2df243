"""A workbook written cell by cell: text stays text, numbers are numbers, and the same input gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, assert_never

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sokhcn.formats.xlsx.names import SheetNames
from sokhcn.formats.xlsx.sheet import Cell

A4 = 9
LONGEST_TEXT = 32_767  # letters in one cell
MOST_ROWS = 1_048_576
EXACT_DIGITS = 15  # Excel keeps no more; a longer number is written as text rather than wrongly
FIRST_DATE = date(1900, 3, 1)  # before it Excel counts a day that never was
WRITTEN_AT = datetime(2020, 3, 5)  # fixed: the day of Decree 30/2020/NĐ-CP; the clock must not change the bytes
FONT = {"font_name": "Times New Roman", "font_size": 12, "valign": "top"}
TITLE = {"bold": True, "font_size": 14}
NOTE = {"italic": True}
HEADER = {"bold": True, "border": 1, "text_wrap": True, "align": "center", "valign": "vcenter", "bg_color": "#E9F0FB"}
BODY = {"border": 1, "text_wrap": True}
STRONG = {"bold": True}
LINE = 16.5  # points that one line of this type takes
TALLEST = 400  # Excel allows 409
LETTERS_PER_WIDTH = 1.15  # a column's width is counted in digits of another type
Look = Mapping[str, Any]


class Book:
    """A workbook in the making; rows go in from top to bottom, because each is written out at once."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        self._book = Workbook(self._bytes, {"constant_memory": True, "strings_to_formulas": False})
        self._book.set_properties({"created": WRITTEN_AT})
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._names = SheetNames()
        self._widths: dict[Worksheet, Sequence[float]] = {}

    def add(self, title: str, widths: Sequence[float]) -> Worksheet:
        """A landscape A4 sheet, as wide as the paper, with columns of ``widths`` letters."""
        sheet = self._book.add_worksheet(self._names.take(title))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(left=0.6, right=0.6, top=0.8, bottom=0.8)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&C&P/&N")
        sheet.set_default_row(LINE)
        self._widths[sheet] = widths
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, self._format({}))
        return sheet

    def header(self, sheet: Worksheet, row: int, titles: Sequence[str]) -> None:
        """Column titles that stay in sight and come back on every page."""
        self.row(sheet, row, [(title, HEADER) for title in titles])
        sheet.freeze_panes(row + 1, 0)
        sheet.repeat_rows(row)

    def row(self, sheet: Worksheet, row: int, cells: Sequence[tuple[Cell, Look]]) -> None:
        """Cells side by side in a row high enough for all of their text: not every program measures it on opening."""
        lines = max(map(_lines, (value for value, _ in cells), self._widths[sheet]), default=1)
        if lines > 1:
            sheet.set_row(row, min(lines * LINE, TALLEST))
        for column, (value, look) in enumerate(cells):
            self.write(sheet, (row, column), value, look)

    def rows(self, sheet: Worksheet, first: int, rows: Sequence[Sequence[Cell]], look: Look) -> None:
        """Many rows alike, from ``first`` on. Empty cells behind the first are framed by one rule and not written:
        where few cells have words they would be most of the file."""
        width, plain = max(map(len, rows), default=0), self._format(look)
        for at, cells in enumerate(rows, start=first):
            lines = max(map(_lines, cells, self._widths[sheet]), default=1)
            if lines > 1:
                sheet.set_row(at, min(lines * LINE, TALLEST))
            for column, value in enumerate(cells):
                if isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT and at < MOST_ROWS:
                    sheet.write_string(at, column, value, plain)
                elif value not in (None, "") or column == 0:
                    self.write(sheet, (at, column), value, look)
        if width and "border" in look:
            frame = {"type": "blanks", "format": self._book.add_format({"border": look["border"]})}
            sheet.conditional_format(first, 0, first + len(rows) - 1, width - 1, frame)

    def title(self, sheet: Worksheet, row: int, text: str) -> None:
        """A heading above the table, which may run on over the columns beside it."""
        sheet.set_row(row, LINE * 1.4)
        self.write(sheet, (row, 0), text, TITLE)

    def filter(self, sheet: Worksheet, header: int, last: int, columns: int) -> None:
        """Filter buttons over the rows from ``header`` to ``last``."""
        if columns:
            sheet.autofilter(header, 0, max(last, header), columns - 1)

    def write(self, sheet: Worksheet, at: tuple[int, int], value: Cell, look: Look) -> None:
        """One cell. Text is never read as a formula, whatever sign it starts with."""
        row, column = at
        if row >= MOST_ROWS:
            raise ValueError(f"Một trang tính chỉ chứa {MOST_ROWS} dòng; hãy chia nhỏ dữ liệu.")
        match value:
            case None | "":
                sheet.write_blank(row, column, None, self._format(look))
            case str():
                text = value if len(value) <= LONGEST_TEXT else value[: LONGEST_TEXT - 1] + "…"
                sheet.write_string(row, column, text, self._format(look))
            case int() | Decimal():
                self._write_number(sheet, at, value, look)
            case date():
                self._write_date(sheet, at, value, look)
            case _:
                assert_never(value)

    def across(self, sheet: Worksheet, row: int, columns: int, text: str, look: Look) -> None:
        """A text over the whole width of the table."""
        if columns > 1:
            sheet.merge_range(row, 0, row, columns - 1, "", self._format(look))
        self.write(sheet, (row, 0), text, look)

    def look(self, look: Look) -> Format:
        """The format of cells that nobody has written yet."""
        return self._format(look)

    def close(self) -> bytes:
        self._book.close()
        return self._bytes.getvalue()

    def _write_number(self, sheet: Worksheet, at: tuple[int, int], value: int | Decimal, look: Look) -> None:
        exact = Decimal(value)
        digits = exact.as_tuple()
        if not isinstance(digits.exponent, int) or len(digits.digits) + max(digits.exponent, 0) > EXACT_DIGITS:
            sheet.write_string(*at, str(value), self._format(look))
            return
        decimals = "." + "0" * -digits.exponent if digits.exponent < 0 else ""
        usual = {"num_format": f"#,##0{decimals}"}
        sheet.write_number(*at, float(value), self._format({**usual, **look}))

    def _write_date(self, sheet: Worksheet, at: tuple[int, int], value: date, look: Look) -> None:
        day = datetime(value.year, value.month, value.day)
        if day.date() < FIRST_DATE:
            sheet.write_string(*at, f"{day:%d/%m}/{day.year}", self._format(look))
            return
        sheet.write_datetime(*at, day, self._format({"num_format": "dd/mm/yyyy", **look}))

    def _format(self, look: Look) -> Format:
        """Each look once: Excel stops at 64,000 of them."""
        key = tuple(look.items())
        if key not in self._formats:
            self._formats[key] = self._book.add_format({**FONT, **look})
        return self._formats[key]


def _lines(value: Cell, width: float) -> int:
    """How many lines a cell of ``width`` needs."""
    if not isinstance(value, str) or (len(value) < width * LETTERS_PER_WIDTH and "\n" not in value):
        return 1
    return sum(1 + int(len(line) / (width * LETTERS_PER_WIDTH)) for line in value.split("\n"))
