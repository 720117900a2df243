"""Headings matched to columns, and every line read: all values and all findings, never only the first."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sokhcn.intake.cells import read_cell
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.columns import Column
from sokhcn.kernel.finding import Finding, blocking, must
from sokhcn.kernel.folding import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One line read: where it stands, its values by column name, and what is wrong with its cells."""

    where: str
    values: dict[str, Any]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """A sheet read against columns: its lines and what is wrong with its headings."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]

    @property
    def all_findings(self) -> tuple[Finding, ...]:
        return (*self.findings, *(f for line in self.lines for f in line.findings))


def take(sheet: Sheet, columns: Sequence[Column]) -> Taken:
    """Read ``sheet`` by ``columns``, matched by heading or synonym whatever the case and accents."""
    places, findings = _match(sheet, columns)
    if blocking(findings):
        return Taken((), findings)
    return Taken(tuple(_line(sheet, number, cells, places) for number, cells in sheet.lines), findings)


def _match(sheet: Sheet, columns: Sequence[Column]) -> tuple[dict[int, Column], tuple[Finding, ...]]:
    by_name = {fold(name): column for column in columns for name in (column.heading, *column.synonyms)}
    places: dict[int, Column] = {}
    findings: list[Finding] = []
    where = f"{sheet.name}, dòng tiêu đề"
    for place, heading in enumerate(sheet.headings):
        column = by_name.get(fold(heading))
        if column is None:
            # The names once: a sheet without headings would repeat them for each of its cells.
            advice = "" if findings else "Tên cột của sổ: " + ", ".join(c.heading for c in columns) + "."
            unknown = must(
                "intake.heading", "Không có cột “{heading}”.", where=where, suggestion=advice, heading=heading
            )
            findings.append(unknown)
        elif column in places.values():
            findings.append(must("intake.twice", "Cột “{heading}” có hai lần.", where=where, heading=column.heading))
        else:
            places[place] = column
    missing = [c for c in columns if c.required and c.default is None and c not in places.values()]
    findings += [must("intake.missing", "Thiếu cột “{heading}”.", where=where, heading=c.heading) for c in missing]
    return places, tuple(findings)


def _line(sheet: Sheet, number: int, cells: Sequence[str], places: dict[int, Column]) -> Line:
    where = f"{sheet.name}, dòng {number}"
    values: dict[str, Any] = {}
    findings: list[Finding] = []
    if len(cells) > len(sheet.headings) and any(cell.strip() for cell in cells[len(sheet.headings) :]):
        template = "Dòng có {cells} ô, tiêu đề chỉ có {headings}."
        advice = "Đặt ô có dấu phân cách trong dấu nháy kép."
        about = {"cells": len(cells), "headings": len(sheet.headings)}
        findings.append(must("intake.cells", template, where=where, suggestion=advice, **about))
    for place, column in places.items():
        value, finding = read_cell(column, cells[place] if place < len(cells) else "", where)
        values[column.name] = value
        findings += [finding] if finding else []
    return Line(where, values, tuple(findings))
