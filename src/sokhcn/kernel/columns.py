"""A column of a register: its heading and synonyms, and what kind of cell it holds. Declared once, obeyed by intake,
lists and forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class Cell(StrEnum):
    """What a cell holds. ``REFERENCE`` names a row of another register by what people call it.

    A ``YEAR`` is no quantity: it is written without a full stop and never summed.
    """

    TEXT = "text"
    INTEGER = "integer"
    YEAR = "year"
    MONEY = "money"
    DATE = "date"
    FLAG = "flag"
    CODE = "code"
    CHOICE = "choice"
    REFERENCE = "reference"
    REFERENCES = "references"


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``name`` is the model's field; a dot reaches into a part that the row owns (``paper.code``). ``choices`` maps stored
    values to the words people write. Numbers that do not add up, such as an order or values in different units, have no
    total. ``refers`` says what a reference names: ``establishment``, ``unit``, ``paper`` …. Data that are ``personal``
    are masked wherever they are printed.
    """

    name: str
    heading: str
    cell: Cell = Cell.TEXT
    required: bool = False
    synonyms: tuple[str, ...] = ()
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    refers: str = ""
    default: Any = None
    help: str = ""
    adds_up: bool = True
    personal: bool = False
