"""A sheet of rows that a caller adds to the workbook: what stands behind the figures of a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """``title`` names the sheet, ``note`` says in one line what its rows are; ``widths`` are letters, else measured."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]
    note: str = ""
    widths: tuple[float, ...] = ()
