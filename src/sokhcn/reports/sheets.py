"""Registers as files that officers fill in and correct: all rows as .xlsx or .csv, an empty template, and a file that
came in with what is wrong with it. Whatever goes out comes back in through the intake unchanged; nothing in it runs."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import QuerySet

from sokhcn.formats.xlsx.faults import render_faults
from sokhcn.formats.xlsx.form import AS_TEXT, DAY, FormColumn, render_form
from sokhcn.intake.apostrophe import as_came, set_apart, told_apart
from sokhcn.intake.cells import LIST_MARK
from sokhcn.intake.cells import text_of as text_of_raw
from sokhcn.intake.mapping import EXAMPLE, FAULTS
from sokhcn.intake.marking import Mark, by_line
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding
from sokhcn.kernel.folding import fold
from sokhcn.kernel.grid import Raw
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.calling import Calling
from sokhcn.records.ordering import ordered
from sokhcn.records.referring import called, kind_of
from sokhcn.records.registering import Register
from sokhcn.reports.showing import shown, value_of

FLAGS = ("có", "không")
BOM = "\ufeff"
AT_ONCE = 1000
MOST_OFFERED = 300  # rows of another register among which a cell may be chosen
NARROWEST, WIDEST, LETTERS_OF_TEXT = 11, 34, 24
EXAMPLE_SAID = f"{EXAMPLE}: xóa dòng này trước khi nhập"
NUMBERS = {Cell.INTEGER: "#,##0", Cell.YEAR: "0", Cell.MONEY: "#,##0.###"}
EXAMPLES: dict[Cell, Any] = {
    Cell.DATE: date(2022, 1, 14),
    Cell.INTEGER: 12,
    Cell.YEAR: 2022,
    Cell.MONEY: 1_500_000,
    Cell.FLAG: "có",
    Cell.CODE: "21/QĐ-UBND",
}
PAPER = "Số, ký hiệu văn bản đã có trong sổ viện dẫn, hoặc cả câu viện dẫn"
EXPECTED = {
    Cell.DATE: "Ngày, như 14/01/2022",
    Cell.INTEGER: "Số nguyên",
    Cell.YEAR: "Năm, như 2022",
    Cell.MONEY: "Số, như 1.234,5",
    Cell.FLAG: "“có” hoặc “không”",
    Cell.CODE: "Số, ký hiệu văn bản, như 2367/QĐ-UBND",
    Cell.REFERENCES: "Nhiều giá trị cách nhau bằng dấu |",
}


def all_rows(register: Register) -> QuerySet[Any]:
    """Every row of a register, in its order."""
    return register.model.objects.order_by(*ordered(register.order))  # type: ignore[no-any-return]


def as_xlsx(register: Register, rows: Any, by: User | None = None) -> bytes:
    """``rows`` as a workbook, as ``by`` may see them: days as days, numbers as numbers, codes as text."""
    telling = _Telling(register, by)
    columns = [_form_column(column) for column in register.columns]
    told = ([telling.typed(row, column) for column in register.columns] for row in _fetched(register, rows))
    return render_form(register.short, columns, told)


def as_csv(register: Register, rows: Any, by: User | None = None) -> Iterator[str]:
    """``rows`` as the lines of a .csv file, with the mark by which Excel sees that it is UTF-8."""
    telling = _Telling(register, by)
    lines = ([set_apart(telling.text(row, column)) for column in register.columns] for row in _fetched(register, rows))
    return written([[column.heading for column in register.columns]], lines)


def template(register: Register, by: User | None = None) -> bytes:
    """An empty workbook with the headings of the register, its choices, and an example that is refused as a row; it
    offers rows of other registers that ``by`` may read."""
    columns = [_form_column(column, _offered(column, by)) for column in register.columns]
    example = [_example(column, form) for column, form in zip(register.columns, columns, strict=True)]
    marked = [*columns, FormColumn(FAULTS, len(EXAMPLE_SAID) + 2)]
    return render_form(register.short, marked, (), example=[*example, EXAMPLE_SAID])


def plainly(finding: Finding) -> str:
    """What is wrong and what to do; the place stands in the line itself."""
    return " ".join(filter(None, (finding.template.format_map(dict(finding.values)), finding.advice)))


def faults_as_xlsx(
    sheet: Sheet, marks: Iterable[Mark], *, wrong_only: bool = False, say: Callable[[Finding], str] = plainly
) -> bytes:
    """``sheet`` back with a column *Lỗi*; or its headings and the lines that are not good."""
    marked = by_line(marks)
    places = {line: {mark.place for mark in some if mark.place is not None} for line, some in marked.items()}
    said = {line: [say(mark.finding) for mark in some] for line, some in marked.items()}
    return render_faults(sheet.title, _lines(sheet, set(marked) if wrong_only else None), sheet.header, places, said)


def faults_as_csv(sheet: Sheet, marks: Iterable[Mark], *, wrong_only: bool = False) -> str:
    """The same as .csv."""
    marked = by_line(marks)
    lines = _lines(sheet, set(marked) if wrong_only else None)
    width = max(len(row) for _, row in lines)
    told = ([*_padded(row, width), _last(sheet, number, marked.get(number, ()))] for number, row in lines)
    return "".join(written([], told))


def written(*parts: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines of a .csv file."""
    yield BOM
    for part in parts:
        for line in part:
            held = io.StringIO(newline="")
            csv.writer(held).writerow(line)
            yield held.getvalue()


def _fetched(register: Register, rows: Any) -> Iterator[Any]:
    many = [column.name for column in register.columns if column.cell is Cell.REFERENCES]
    return iter(rows.select_related(*register.related).prefetch_related(*many).iterator(AT_ONCE))


class _Telling:
    """Says cells as the intake reads them back; personal data only to those whom they concern."""

    def __init__(self, register: Register, by: User | None) -> None:
        self._by, self._calling, self._as_of = by, Calling(), register.as_of

    def text(self, row: Any, column: Column) -> str:
        value = value_of(row, column)
        if column.name in self._as_of and value is not None:
            return called(value, column.refers)
        if column.cell is Cell.REFERENCE and not column.personal:
            return self._calling.call(column.refers, value) if value is not None else ""
        if column.cell is Cell.REFERENCES:
            return f" {LIST_MARK} ".join(self._calling.call(column.refers, one) for one in value.all())
        return shown(row, column, self._by)

    def typed(self, row: Any, column: Column) -> Any:
        if column.cell in (Cell.DATE, Cell.INTEGER, Cell.YEAR, Cell.MONEY) and not column.personal:
            return value_of(row, column)
        return told_apart(self.text(row, column))


def _form_column(column: Column, offered: tuple[str, ...] = ()) -> FormColumn:
    required = column.required and column.default is None
    choices = tuple(column.choices.values()) or (FLAGS if column.cell is Cell.FLAG else offered)
    look = DAY if column.cell is Cell.DATE else NUMBERS.get(column.cell, AS_TEXT)
    wide = column.cell in (Cell.TEXT, Cell.REFERENCE, Cell.REFERENCES)
    widest = max((*map(len, choices), len(column.heading), LETTERS_OF_TEXT if wide else 0)) + 2
    return FormColumn(column.heading, min(max(widest, NARROWEST), WIDEST), _about(column), choices, look, required)


def _offered(column: Column, by: User | None) -> tuple[str, ...]:
    """The rows that a cell may name, where they are few enough to choose from."""
    if column.cell is not Cell.REFERENCE or column.refers == "paper":
        return ()
    every: QuerySet[Any] = kind_of(column.refers).model.objects.order_by("pk")
    rows = list((every if by is None else within_reach(every, by))[: MOST_OFFERED + 1])
    return tuple(dict.fromkeys(map(str, rows))) if len(rows) <= MOST_OFFERED else ()


def _about(column: Column) -> str:
    choices = "Một trong: " + ", ".join(column.choices.values()) if column.choices else ""
    also = "Cũng hiểu tiêu đề: " + ", ".join(column.synonyms) if column.synonyms else ""
    named = f"Tên trong {kind_of(column.refers).book}" if column.refers not in ("", "paper") else ""
    paper = PAPER if column.refers == "paper" else ""
    told = [column.help, choices or EXPECTED.get(column.cell, "") or named or paper, also]
    return ". ".join(part.rstrip(".") for part in told if part) or "Chữ"


def _example(column: Column, form: FormColumn) -> Any:
    if form.choices:
        return form.choices[0]
    return EXAMPLES.get(column.cell, "" if column.refers else f"({column.heading})")


def _lines(sheet: Sheet, wanted: set[int] | None) -> list[tuple[int, Sequence[Raw]]]:
    """The lines of the file as they came; of the ``wanted`` ones and what stands above them, where some are named."""
    own = next((place for place, heading in enumerate(sheet.headings) if fold(heading) == fold(FAULTS)), None)
    rows = enumerate(sheet.grid.rows, 1) if sheet.grid is not None else sheet.lines
    kept = [(number, row) for number, row in rows if wanted is None or number <= sheet.header or number in wanted]
    if not sheet.header:  # pasted without headings
        kept = [(0, sheet.headings), *kept]
    return [(number, _without(row, own)) for number, row in kept]


def _without(row: Sequence[Raw], place: int | None) -> Sequence[Raw]:
    """The row without the column of faults that it came with, which is always the last of ours."""
    return row[:place] if place is not None and place < len(row) and place == len(row) - 1 else row


def _padded(row: Sequence[Raw], width: int) -> list[str]:
    return [*(as_came(text_of_raw(raw)) for raw in row), *[""] * (width - len(row))]


def _last(sheet: Sheet, number: int, marks: Iterable[Mark]) -> str:
    return FAULTS if number == sheet.header else "\n".join(plainly(mark.finding) for mark in marks)
