"""A row of a register as texts: what lists, forms, files and the answer to *why* say of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from sokhcn.kernel.columns import MASK, Cell, Column
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import amount
from sokhcn.people.models import User
from sokhcn.people.permissions import SEE_PERSONAL
from sokhcn.records.kept import Kept
from sokhcn.records.referring import called
from sokhcn.records.registering import Register

AS_WRITTEN = frozenset({Cell.TEXT, Cell.CODE})


def value_of(row: Any, column: Column) -> Any:
    """The value behind a column; a dotted name goes through the part, and is None where the part is missing."""
    for name in column.name.split("."):
        row = getattr(row, name, None) if row is not None else None
    return row


def text_of(row: Any, column: Column) -> str:
    """The cell as people read and write it."""
    value: Any = getattr(row, column.name, None) if "." not in column.name else value_of(row, column)
    if isinstance(value, str) and column.cell in AS_WRITTEN:  # most cells of most registers
        return value
    match column.cell:
        case Cell.CHOICE:
            return str(column.choices.get(value, value or ""))
        case Cell.YEAR:
            return str(value or "")
        case Cell.FLAG:
            return "có" if value else "không"
        case Cell.REFERENCES:
            return " | ".join(str(v) for v in value.all()) if value is not None and row.pk else ""
        case Cell.REFERENCE:
            return called(value, column.refers) if value is not None else ""
        case _:
            return _plain(value)


def shown(row: Any, column: Column, by: User | None) -> str:
    """The cell as ``by`` may see it: personal data stand behind a mask for all but those whom they concern."""
    text = text_of(row, column)
    hidden = column.personal and text and not (by is not None and by.has_perm(SEE_PERSONAL, row))
    return MASK if hidden else text


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return written(value)
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return amount(value)
    return str(value) if value is not None else ""


def texts_of(row: Any, register: Register, by: User | None = None) -> dict[str, str]:
    """All cells of ``row`` by column name, as ``by`` may see them; of nobody in particular, without personal data."""
    return {column.name: shown(row, column, by) for column in register.columns}


def describe(row: Kept, register: Register) -> dict[str, Any]:
    """One row for a list of reasons: its id and name, and its cells; a part stands by its code where it has one."""
    about: dict[str, Any] = {"id": row.pk, "register": register.slug, "row": str(row)}
    for part in register.parts:
        owned = getattr(row, part.field)
        about[part.field] = str(getattr(owned, "code", owned)) if owned is not None else ""
    return {**about, **texts_of(row, register)}
