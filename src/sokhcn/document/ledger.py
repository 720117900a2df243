"""A book of many lines as it is printed and bound: its title, its columns, its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sokhcn.document.nodes import Column


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a book says. ``lines`` stand below the title, ``remarks`` behind the last row; ``until`` is its last day."""

    parent_agency: str
    agency: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    until: date
    remarks: tuple[str, ...] = ()
