"""Conditions on the columns of a register, as officers write them: ``Tình trạng = Đã ban hành; Thời hạn trống``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sokhcn.intake.cells import read_cell
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.folding import fold
from sokhcn.kernel.meant import meant_or

ORDERED = (Cell.INTEGER, Cell.YEAR, Cell.MONEY, Cell.DATE)
FORMS = (
    "Viết: Cột = giá trị; Cột = giá trị 1 | giá trị 2; Cột từ 01/01/2022 đến 31/12/2022; Cột trống; Cột không trống."
)


class How(StrEnum):
    """What a condition asks of its column."""

    AMONG = "among"
    BETWEEN = "between"
    EMPTY = "empty"
    FILLED = "filled"


@dataclass(frozen=True, slots=True)
class Asked:
    """One condition read: the column, what is asked of it, and with which values. ``label`` is what officers see."""

    column: Column
    how: How
    values: tuple[Any, ...]
    label: str


WAYS = (
    (re.compile(r"=\s*(.+)"), How.AMONG),
    (re.compile(r"không trống"), How.FILLED),
    (re.compile(r"trống"), How.EMPTY),
    (re.compile(r"từ\s+(.+?)\s+đến\s+(.+)"), How.BETWEEN),
    (re.compile(r"từ\s+(.+)()"), How.BETWEEN),
    (re.compile(r"()đến\s+(.+)"), How.BETWEEN),
)


def read_conditions(text: str, columns: Sequence[Column], where: str) -> tuple[tuple[Asked, ...], tuple[Finding, ...]]:
    """Every condition in ``text``, one a line or parted by ``;``, and everything wrong with them."""
    asked: list[Asked] = []
    findings: list[Finding] = []
    for piece in filter(None, (part.strip() for part in re.split(r"[;\n]", text))):
        for read in _condition(piece, columns, where):
            if isinstance(read, Finding):
                findings.append(read)
            else:
                asked.append(read)
    return tuple(asked), tuple(findings)


def find_column(text: str, columns: Sequence[Column]) -> Column | None:
    """The column that ``text`` names by its heading, a synonym or its own name."""
    return _named(columns).get(fold(text))


def no_column(text: str, columns: Sequence[Column], where: str) -> Finding:
    """A finding for a column that there is not."""
    advice = meant_or(text, (column.heading for column in columns), "Các cột")
    return must("condition.column", "Sổ không có cột “{name}”.", where=where, suggestion=advice, name=text)


def _named(columns: Sequence[Column]) -> Mapping[str, Column]:
    return {fold(name): column for column in columns for name in (column.name, *column.synonyms, column.heading)}


def _condition(piece: str, columns: Sequence[Column], where: str) -> Iterator[Asked | Finding]:
    column, rest = _split(piece, columns)
    if column is None:
        name = re.split(r"\s*=|\s+(?:từ|đến|không trống|trống)\b", piece)[0]
        yield no_column(name, columns, where)
        return
    way = next(((how, found) for pattern, how in WAYS if (found := pattern.fullmatch(rest))), None)
    if way is None:
        template = "Không hiểu điều kiện “{text}”."
        yield must("condition.form", template, where=where, suggestion=FORMS, text=piece)
        return
    how, found = way
    if how is How.BETWEEN and column.cell not in ORDERED:
        template = "Cột “{heading}” không so sánh trước sau được."
        yield must("condition.order", template, where=where, suggestion=FORMS, heading=column.heading)
        return
    values, findings = _values(how, column, found, where)
    yield from findings
    if not findings:
        yield Asked(column, how, values, f"{column.heading} {rest}")


def _split(piece: str, columns: Sequence[Column]) -> tuple[Column | None, str]:
    """The column that a condition begins with, by the most words that name one, and what is asked of it."""
    named = _named(columns)
    words = piece.replace("=", " = ", 1).split()
    for size in range(len(words), 0, -1):
        if column := named.get(fold(" ".join(words[:size]))):
            return column, " ".join(words[size:])
    return None, ""


def _values(how: How, column: Column, found: re.Match[str], where: str) -> tuple[tuple[Any, ...], list[Finding]]:
    texts: Sequence[str] = found.groups()
    if how is How.AMONG:
        texts = [part.strip() for part in found[1].split("|") if part.strip()]
    read = [read_cell(column, text, where) if text else (None, None) for text in texts]
    return tuple(value for value, _ in read), [finding for _, finding in read if finding]
