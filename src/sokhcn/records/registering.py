"""What an area declares of a register: its columns, its key, its parts, its states, how it is listed and filtered."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding
from sokhcn.records.kept import Kept

# The columns that every record of an area has; registers put them behind their own.
BOOK = (
    Column("recorded_on", "Ngày vào sổ", Cell.DATE, help="Để trống: hôm nay"),
    Column("unit", "Đơn vị", Cell.REFERENCE, refers="unit", synonyms=("Phòng, đơn vị", "Đơn vị chủ trì")),
    Column("agency", "Cơ quan", Cell.REFERENCE, refers="agency", help="Để trống: cơ quan của người nhập"),
    Column("note", "Ghi chú"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A row that is written together with a register's row: columns named ``field.…`` fill it.

    ``key`` names its fields that identify it: a part with the same key is found, not made twice. A part all of whose
    cells are empty is none.
    """

    field: str
    model: type[Kept]
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """An allowed change of state; ``label`` is the verb on the button, ``who`` the permission that it takes.

    ``needs`` names the columns that must hold something once it is taken.
    """

    source: str
    target: str
    label: str
    needs: tuple[str, ...] = ()
    who: str = "registers.keep"


@dataclass(frozen=True, slots=True)
class Register:
    """One register.

    ``slug`` names it in addresses, commands and files; ``area`` is its chapter's number in the report, 0 for reference
    data. ``key`` names the columns that identify a row: an imported row with the same key updates the old one.
    ``listed`` are the columns of the list, the first of which leads to the row. ``day`` is the field that places a row
    in a period, ``state`` the field shown as a badge, with the look (``draft wait ok out late void`` …) of each value.
    ``keeper`` is the permission to write its rows. ``alike`` names groups of columns: a row that equals another one in
    all of a group gets a warning, for both may be right; ``column@year`` compares years only. ``examine`` finds what is
    wrong with a row before it is written: the row, its lists of references, where it stands. ``apart`` names columns:
    of rows that are the same in them one alone holds on any day. ``as_of`` pairs columns that name such rows with the
    columns, of which the first that is told is the day on which the one that is meant holds.

    ``days`` are the days on which something of a row happened, where that is not ``day`` alone (which may be one that
    was planned): a closed window holds the row by them. ``rests`` are those after which nothing more is expected of a
    row, where not all are: whoever changes a row later without moving a day changes what happened on the last of them.
    """

    slug: str
    title: str
    short: str
    model: type[Kept]
    columns: tuple[Column, ...]
    listed: tuple[str, ...]
    key: tuple[str, ...]
    area: int = 0
    parts: tuple[Part, ...] = ()
    day: str = ""
    filters: tuple[str, ...] = ()
    state: str = ""
    looks: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    steps: tuple[Step, ...] = ()
    order: tuple[str, ...] = ("pk",)
    keeper: str = "registers.keep"
    alike: tuple[tuple[str, ...], ...] = ()
    apart: tuple[str, ...] = ()
    as_of: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    examine: Callable[[Kept, Mapping[str, list[Any]], str], Iterable[Finding]] | None = None
    days: tuple[str, ...] = ()
    rests: tuple[str, ...] | None = None

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    @property
    def related(self) -> tuple[str, ...]:
        """Rows to fetch along: references and parts."""
        references = (c.name.replace(".", "__") for c in self.columns if c.cell is Cell.REFERENCE)
        return tuple(dict.fromkeys((*(part.field for part in self.parts), *references)))

    @property
    def happened(self) -> tuple[str, ...]:
        """The fields with the days on which something of a row happened; none where no window can be closed."""
        return self.days or ((self.day,) if self.day else ())

    @property
    def resting(self) -> tuple[str, ...]:
        """Those of them on which a row comes to rest."""
        return self.happened if self.rests is None else self.rests
