"""What values of a version read like: choices by their words, references by name, days and numbers as people write.

Personal data are masked: whoever prints changes need not be whom they concern.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from django.apps import apps
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.numerals import amount, number
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue

MASKED = gettext_noop("(dữ liệu cá nhân)")
EMPTY = gettext_noop("(trống)")
NUMBERS = (Cell.INTEGER, Cell.MONEY)
AT_ONCE, LONGEST = 500, 120


@dataclass(frozen=True, slots=True)
class Kind:
    """What rows of one model are called, and the columns that tell of its fields."""

    model: type[Any]
    name: str
    register: Register | None
    columns: Mapping[str, Column]

    @property
    def is_personal(self) -> bool:
        return any(column.personal for column in self.columns.values())


@cache
def kind_of(label: str) -> Kind:
    """The kind that ``label`` names; a part takes the columns of the register that owns it."""
    model = apps.get_model(label)
    registers = catalogue.registers()
    own = next((register for register in registers if register.model is model), None)
    if own is not None:
        return Kind(model, own.short, own, {column.name: column for column in own.columns if "." not in column.name})
    parts = ((register, part) for register in registers for part in register.parts if part.model is model)
    owner, owned = next(parts, (None, None))
    prefix = f"{owned.field}." if owned else ""
    columns = {c.name.removeprefix(prefix): c for c in owner.columns if c.name.startswith(prefix)} if owner else {}
    return Kind(model, str(model._meta.verbose_name), None, columns)


def name_of(row: Any, kind: Kind) -> str:
    """What to call ``row``: by itself, or by its first column that is not personal."""
    if not kind.is_personal:
        said = str(row)
        return f"“{said if len(said) <= LONGEST and said.isprintable() else Truncator(said).chars(LONGEST)}”"
    listed = kind.register.listed if kind.register else ()
    columns = (column for name in listed if (column := kind.columns.get(name)))
    plain = [column for column in columns if not (column.personal or column.refers or column.choices)]
    told = next((f" ({c.heading} {_plain(c, value)})" for c in plain if (value := getattr(row, c.name, None))), "")
    return f"dòng {row.pk}{told}"


def word(column: Column | None, value: Any, names: Mapping[Any, str] | None = None) -> str:
    """One value as people read it; nothing where it is empty. ``names`` are what it may refer to."""
    if value in (None, "", []):
        return ""
    if names is not None:
        each = value if isinstance(value, list) else [value]
        return " | ".join(names.get(one, f"dòng {one}") for one in each)
    if column is not None and column.cell is Cell.CHOICE:
        return str(column.choices.get(value, value))
    return _plain(column, value)


def _plain(column: Column | None, value: Any) -> str:
    if isinstance(value, bool):
        return _("có") if value else _("không")
    cell = column.cell if column is not None else Cell.TEXT
    if cell in NUMBERS or isinstance(value, int):
        return str(value) if cell is Cell.YEAR else _number(value)
    return written(day) if (day := read_date(str(value))) else str(value)


def _number(value: Any) -> str:
    try:
        return number(value) if isinstance(value, int) else amount(Decimal(str(value)))
    except InvalidOperation:
        return str(value)


@dataclass(slots=True)
class Names:
    """Names of rows by model and id, each asked for once."""

    known: dict[str, dict[int, str]] = field(default_factory=dict)

    def learn(self, label: str, ids: Iterable[int]) -> None:
        """Know what the rows ``ids`` of a model are called; those that are gone stay numbers."""
        kind, known = kind_of(label), self.known.setdefault(label, {})
        unknown = sorted(set(ids) - known.keys())
        rows: Any = getattr(kind.model, "everything", kind.model._base_manager).all()
        if kind.register is not None:  # names are made of what a row refers to
            rows = rows.select_related(*kind.register.related)
        for start in range(0, len(unknown), AT_ONCE):
            found = rows.in_bulk(unknown[start : start + AT_ONCE])
            known.update({pk: name_of(row, kind) for pk, row in found.items()})

    def keep(self, rows: Iterable[Any]) -> None:
        """Know rows that somebody fetched with all that their names are made of."""
        for row in rows:
            known = self.known.setdefault(row._meta.label_lower, {})
            if row.pk not in known:
                known[row.pk] = name_of(row, kind_of(row._meta.label_lower))

    def of(self, label: str) -> dict[int, str]:
        return self.known.get(label, {})
