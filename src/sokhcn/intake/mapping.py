"""Headings matched to columns, and every line read: all values and all findings, never only the first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sokhcn.intake.apostrophe import taken_in
from sokhcn.intake.cells import read_cell, text_of
from sokhcn.intake.heading import names_of
from sokhcn.intake.manner import DATES, NUMBERS, decide
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.columns import Column
from sokhcn.kernel.finding import Finding, Severity, blocking, must
from sokhcn.kernel.folding import fold
from sokhcn.kernel.grid import Raw
from sokhcn.kernel.meant import meant

FAULTS = "Lỗi"  # the column of a file that came back; it says nothing of the row
ORDINALS = frozenset({"tt", "stt", "so tt", "so thu tu"})
NOT_TAKEN = "-"  # what a heading was taught to mean: a column that is left out
EXAMPLE = "Dòng ví dụ"
AT_ONCE = 2500  # lines of one block
REMEMBERED_AT_MOST = 20_000  # different cells of one column whose values are kept, to read each once

Lines = Sequence[tuple[int, Sequence[Raw]]]


@dataclass(frozen=True, slots=True)
class Meanings:
    """What people taught: which column a folded heading means, and in a column which text a folded one stands for."""

    headings: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[tuple[str, str], str] = field(default_factory=dict)


NOTHING_TAUGHT = Meanings()


@dataclass(frozen=True, slots=True)
class Line:
    """One line read: where it stands, its values by column name, and what is wrong with its cells."""

    number: int
    where: str
    values: dict[str, Any]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines read together: by the name of each column its values in the order of the lines, and what is wrong."""

    sheet: Sheet
    numbers: Sequence[int]
    columns: Mapping[str, Sequence[Any]]
    findings: Mapping[int, Sequence[Finding]]  # by the place of the line in the block

    @property
    def wheres(self) -> list[str]:
        """Where each line is."""
        return [*map(self.sheet.at, self.numbers)]

    @property
    def lines(self) -> Iterator[Line]:
        """The lines one by one."""
        names = tuple(self.columns)
        told = zip(*self.columns.values(), strict=True) if names else ((),) * len(self.numbers)
        for place, (number, where, values) in enumerate(zip(self.numbers, self.wheres, told, strict=True)):
            yield Line(number, where, dict(zip(names, values, strict=True)), tuple(self.findings.get(place, ())))


@dataclass(frozen=True, slots=True)
class Taken:
    """A sheet read against columns: its lines, what is wrong with its headings, and where each column stands."""

    blocks: Iterable[Block]
    findings: tuple[Finding, ...]
    notes: tuple[Finding, ...] = ()
    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def lines(self) -> Iterator[Line]:
        return (line for block in self.blocks for line in block.lines)

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        return (*self.findings, *(f for line in self.lines for f in line.findings))


def take(sheet: Sheet, columns: Sequence[Column], taught: Meanings = NOTHING_TAUGHT) -> Taken:
    """Read ``sheet`` by ``columns``, matched by heading or synonym whatever the case and accents."""
    taken = take_slowly(sheet, columns, taught)
    return replace(taken, blocks=tuple(taken.blocks))


def take_slowly(sheet: Sheet, columns: Sequence[Column], taught: Meanings = NOTHING_TAUGHT) -> Taken:
    """As ``take``, but a block is read when it is asked for, once: a long sheet need not stand in memory twice."""
    found, findings, notes = _match(sheet, columns, taught)
    places = {column.name: place for place, column in found.items()}
    if blocking(findings):
        return Taken((), findings, notes, places)
    readers = {place: Reader(column, sheet, place, taught) for place, column in found.items()}
    said = tuple(note for reader in readers.values() for note in reader.notes)
    return Taken(_blocks(sheet, readers), findings, (*notes, *said), places)


def _match(
    sheet: Sheet, columns: Sequence[Column], taught: Meanings
) -> tuple[dict[int, Column], tuple[Finding, ...], tuple[Finding, ...]]:
    named, by_name = names_of(columns, taught.headings), {column.name: column for column in columns}
    places: dict[int, Column] = {}
    findings: list[Finding] = []
    notes: list[Finding] = []
    where = f"{sheet.where}, dòng tiêu đề"
    for place, heading in enumerate(sheet.headings):
        column = by_name.get(named.get(fold(heading), ""))
        if column is not None and column in places.values():
            findings.append(must("intake.twice", "Cột “{heading}” có hai lần.", where=where, heading=column.heading))
        elif column is not None:
            places[place] = column
        elif _says_nothing(heading) or named.get(fold(heading)) == NOT_TAKEN:
            notes += _left_out(sheet, place, heading)
        else:
            findings.append(_unknown(heading, columns, where, first=not findings))
    missing = [c for c in columns if c.required and c.default is None and c not in places.values()]
    findings += [must("intake.missing", "Thiếu cột “{heading}”.", where=where, heading=c.heading) for c in missing]
    return places, tuple(findings), (*sheet.notes, *notes)


def _says_nothing(heading: str) -> bool:
    return not heading or fold(heading) in ORDINALS or fold(heading) == fold(FAULTS)


def _left_out(sheet: Sheet, place: int, heading: str) -> Iterator[Finding]:
    if _says_nothing(heading) and heading:
        return
    if any(place < len(row) and text_of(row[place]).strip() for _, row in sheet.lines):
        template = "Cột “{heading}” không được nhập." if heading else "Cột này không có tiêu đề nên không được nhập."
        where = sheet.at(sheet.header, place)
        yield Finding("intake.left_out", Severity.LOOK, template, {"heading": heading}, where)


def _unknown(heading: str, columns: Sequence[Column], where: str, *, first: bool) -> Finding:
    # The names once: a sheet without headings would repeat them for each of its cells.
    names = "Tên cột của sổ: " + ", ".join(c.heading for c in columns) + "." if first else ""
    advice = " ".join(filter(None, (meant(heading, (c.heading for c in columns)), names)))
    return must("intake.heading", "Không có cột “{heading}”.", where=where, suggestion=advice, heading=heading)


class Reader:
    """Reads the cells of one column, each different one once."""

    def __init__(self, column: Column, sheet: Sheet, place: int, taught: Meanings) -> None:
        self.column = column
        self._means = {text: value for (name, text), value in taught.values.items() if name == column.name}
        asked = bool(self._means) or column.cell in (*NUMBERS, *DATES)
        cells = [row[place] for _, row in sheet.lines if place < len(row)] if asked else []
        self.manner, decided = decide(column, cells, sheet.where)
        self.notes = (*decided, *self._understood(cells, sheet.where)) if self._means else decided
        self.known: dict[Raw, tuple[Any, Finding | None]] = {}

    def read(self, raw: Raw) -> tuple[Any, Finding | None]:
        """The value of a cell, and what is wrong with it, wherever it stands."""
        found = self._read(raw)
        if len(self.known) < REMEMBERED_AT_MOST and not isinstance(raw, bool):
            self.known[raw] = found
        return found

    def read_all(self, cells: Sequence[Raw]) -> Sequence[tuple[Any, Finding | None]]:
        """As ``read``, of cells below each other."""
        # Equal to 1 and 0, and yet no number: what is true or false is never among what is known.
        if bool in set(map(type, cells)):
            return [self.read(raw) for raw in cells]
        strange = {raw for raw in cells if raw not in self.known}
        if len(self.known) + len(strange) > REMEMBERED_AT_MOST:
            known = self.known.get
            return [known(raw) or self.read(raw) for raw in cells]
        for raw in strange:
            self.read(raw)
        return [*map(self.known.__getitem__, cells)]

    def _read(self, raw: Raw) -> tuple[Any, Finding | None]:
        if self._means and (meant := self._means.get(fold(text_of(raw)))) is not None:
            raw = meant
        if isinstance(raw, str) and raw.startswith("'"):
            raw = taken_in(raw)
        return read_cell(self.column, raw, "", self.manner)

    def _understood(self, cells: Iterable[Raw], where: str) -> Iterator[Finding]:
        for text in sorted({text for raw in cells if (text := text_of(raw)) and fold(text) in self._means}):
            template = "Cột “{heading}”: “{text}” được hiểu là “{meant}”, như đã ghi nhớ."
            told = {"heading": self.column.heading, "text": text, "meant": self._means[fold(text)]}
            yield Finding("intake.understood", Severity.HINT, template, told, where, about=self.column.name)


def _blocks(sheet: Sheet, readers: Mapping[int, Reader]) -> Iterator[Block]:
    marks = _marks(sheet)
    for start in range(0, len(sheet.lines), AT_ONCE):
        yield _block(sheet, sheet.lines[start : start + AT_ONCE], readers, marks)


def _block(sheet: Sheet, lines: Lines, readers: Mapping[int, Reader], marks: int | None) -> Block:
    """Column by column: the same cell comes again and again, and is looked up by the thousand."""
    numbers, rows = [number for number, _ in lines], [cells for _, cells in lines]
    shortest, longest = min(map(len, rows)), max(map(len, rows))
    columns: dict[str, Sequence[Any]] = {}
    findings: dict[int, list[Finding]] = {}
    for place, reader in readers.items():
        raw = [row[place] for row in rows] if place < shortest else [_cell(row, place) for row in rows]
        read = reader.read_all(raw)
        columns[reader.column.name] = [value for value, _ in read]
        for at, (_, finding) in enumerate(read):
            if finding is not None:
                findings.setdefault(at, []).append(replace(finding, where=sheet.at(numbers[at], place)))
    if longest > len(sheet.headings) or marks is not None:
        for at, (number, cells) in enumerate(lines):
            if whole := [*_whole_line(sheet, number, cells, marks)]:
                findings.setdefault(at, []).extend(whole)
    return Block(sheet, numbers, columns, findings)


def _cell(row: Sequence[Raw], place: int) -> Raw:
    return row[place] if place < len(row) else ""


def _marks(sheet: Sheet) -> int | None:
    """The column of faults, where a template marks its example."""
    return next((place for place, heading in enumerate(sheet.headings) if fold(heading) == fold(FAULTS)), None)


def _whole_line(sheet: Sheet, number: int, cells: Sequence[Raw], marks: int | None) -> Iterator[Finding]:
    where, width = sheet.at(number), len(sheet.headings)
    # A workbook has as many cells in each line as in its longest; only text without a frame has too many.
    if any(isinstance(cell, str) and cell.strip() for cell in cells[width:]):
        template = "Dòng có {cells} ô, tiêu đề chỉ có {headings}."
        advice = "Đặt ô có dấu phân cách trong dấu nháy kép."
        about: dict[str, Any] = {"cells": len(cells), "headings": width}
        yield must("intake.cells", template, where=where, suggestion=advice, **about)
    if marks is not None and marks < len(cells) and text_of(cells[marks]).startswith(EXAMPLE):
        yield must("intake.example", "Đây là dòng ví dụ của tệp mẫu.", where=where, suggestion="Xóa cả dòng này đi.")
