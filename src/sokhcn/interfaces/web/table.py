"""A register as a table: columns of its declaration, order, pages and totals."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from html import escape
from typing import Any

import django_tables2
from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import Count, Model, Sum
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django_tables2.paginators import LazyPaginator

from sokhcn.interfaces.web.facts import SPOKEN
from sokhcn.interfaces.web.narrowing import path
from sokhcn.interfaces.web.spoken import CHOICE, COLUMN, HOME, spoken
from sokhcn.interfaces.web.templatetags.marks import pointed
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.numerals import number
from sokhcn.people.models import User
from sokhcn.people.permissions import sees_personal
from sokhcn.records.ordering import ordered
from sokhcn.records.registering import Register
from sokhcn.reports.showing import shown, value_of

AT_A_TIME = 50
LENGTHS = (25, 50, 100, 200)
PRINTED_AT_MOST = 5000
LONGEST_PAGE = 9  # digits
RIGHT = frozenset({Cell.INTEGER, Cell.YEAR, Cell.MONEY, Cell.DATE})
# HTML lets quotes and these ends be left out; written fifty times over they are a fifth of a page.
TICK = "<td><input type=checkbox form=chosen name=dong value={0} aria-labelledby=r{0}>"
FIRST = "<th scope=row class=lead id=r{}>{}"
# A part's code is made of these fields; the list is ordered by them.
CODE_FIELDS = ("number", "symbol")


class Counted(Paginator):  # type: ignore[type-arg]
    """A paginator that was told how many rows there are."""

    def __init__(self, rows: Any, per_page: int, *, total: int) -> None:
        super().__init__(rows, per_page)
        self.count = total


class CellColumn(django_tables2.Column):  # type: ignore[misc]
    """One column of a register: text as people write it, a badge for the state, a link for the first."""

    def __init__(self, register: Register, column: Column, by: User, *, leads: bool) -> None:
        # The order of masked cells would tell what stands behind the mask.
        order = () if column.personal and not sees_personal(by) else _order(register.model, column)
        super().__init__(
            verbose_name=column.heading, accessor="pk", order_by=order or None, orderable=bool(order), empty_values=()
        )
        self.of, self.declared, self.leads, self.by = register, column, leads, by
        self.is_state = column.name == register.state
        self.badges: dict[str, SafeString] = {}
        # Asked once: which language it is takes longer to tell than a cell.
        self.translated = column.cell in SPOKEN and get_language() != HOME
        self.kind = "lead" if leads else "num" if column.cell in RIGHT else _text_kind(register, column)

    def render(self, record: Any) -> Any:
        text = shown(record, self.declared, self.by)
        if self.leads:  # beside the list's own address
            return SafeString(f'<a href="{int(record.pk)}/">{escape(text or str(record))}</a>')
        if self.is_state and text:
            return self._badge(str(value_of(record, self.declared)), text)
        return spoken(text, CHOICE) if self.translated else text

    def _badge(self, value: str, text: str) -> SafeString:
        """Drawn once for each state of a page."""
        if value not in self.badges:
            self.badges[value] = pointed(self.of.looks.get(value, "draft"), spoken(text, CHOICE))
        return self.badges[value]


def _text_kind(register: Register, column: Column) -> str:
    """Names and subjects may be cut with an ellipsis, numbers and dates never; one text takes the room left."""
    if column.cell not in (Cell.TEXT, Cell.REFERENCE):
        return ""
    return "cut" if column.name == widest(register) else "name"


def widest(register: Register) -> str:
    """The listed column that takes the room left: the longest text, or the first reference, behind the first column."""
    behind = [register.column(name) for name in register.listed[1:]]
    texts = [c.name for c in behind if _is_text_field(register.model, c)]
    named = [c.name for c in behind if c.cell in (Cell.TEXT, Cell.REFERENCE)]
    return (texts or named or [""])[0]


def _is_text_field(model: type[Model], column: Column) -> bool:
    field = field_of(model, column.name)
    return field is not None and field.get_internal_type() == "TextField"


def field_of(model: Any, name: str) -> Any:
    """The database field behind a column's name, or None where it is computed."""
    field = None
    for step in name.split("."):
        try:
            field = model._meta.get_field(step)
        except FieldDoesNotExist:
            return None
        model = field.related_model
    return field


def _order(model: type[Model], column: Column) -> tuple[str, ...]:
    field = field_of(model, column.name)
    if column.cell is Cell.CODE and field is None:
        part = path(column.name).rpartition("__")[0]
        return tuple(f"{part}__{name}" for name in CODE_FIELDS)
    if field is None or field.many_to_many:
        return ()
    if column.cell is Cell.REFERENCE:
        names = {f.name for f in field.related_model._meta.fields}
        return (f"{path(column.name)}__{'name' if 'name' in names else 'folded'}",)
    return (path(column.name),)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: its heading, how its cells look, how the list is ordered by it, and the address of the list
    ordered by it, nothing where it cannot be."""

    heading: str
    look: str
    order: str
    link: str


def heads(table: Any, asked: QueryDict) -> list[Head]:
    """The heads of a table whose address is ``asked``; a template would lay the address out anew for each."""
    base = without(asked, "sort", "page")
    return [_head(bound, base) for bound in table.columns]


def _head(bound: Any, base: str) -> Head:
    kind, order = bound.column.kind, ""
    if bound.is_ordered:
        order = "descending" if bound.order_by_alias.is_descending else "ascending"
    link = f"?{base}sort={bound.order_by_alias.next}" if bound.orderable else ""
    return Head(spoken(bound.column.verbose_name, COLUMN), f"{kind} grow" if kind == "cut" else kind, order, link)


def without(asked: QueryDict, *names: str) -> str:
    """The beginning of the end of an address that says all of ``asked`` but these."""
    said = asked.copy()
    for name in names:
        said.pop(name, None)
    return f"{said.urlencode()}&" if said else ""


@dataclass(frozen=True, slots=True)
class Totals:
    """How many rows there are, and the sums of their numeric columns by column name."""

    rows: int
    sums: Mapping[str, int | Decimal]


def totals(register: Register, rows: Any) -> Totals:
    """Counted and summed in one query."""
    listed = map(register.column, register.listed)
    numeric = (Cell.INTEGER, Cell.MONEY)
    summed = [column.name for column in listed if column.adds_up and not column.personal and column.cell in numeric]
    wanted = {f"sum_{place}": Sum(path(name)) for place, name in enumerate(summed)}
    got = rows.order_by().aggregate(rows=Count("pk"), **wanted)
    return Totals(got["rows"], {name: got[f"sum_{place}"] or 0 for place, name in enumerate(summed)})


@dataclass(frozen=True, slots=True)
class Sheet:
    """Which rows of a list are wanted: ordered by ``sort``, ``page`` of so many, or all of them to be printed."""

    sort: str
    page: str
    whole: bool
    per_page: int = AT_A_TIME

    @classmethod
    def of(cls, asked: Mapping[str, str]) -> "Sheet":
        """The sheet that an address asks for; a length that is not offered is the usual one."""
        length = asked.get("so_dong", "")
        known = int(length) if length in map(str, LENGTHS) else AT_A_TIME
        return cls(asked.get("sort", ""), asked.get("page", ""), "in" in asked, known)

    @property
    def length(self) -> int:
        return PRINTED_AT_MOST if self.whole else self.per_page


def table_of(register: Register, rows: Any, total: Totals | None, sheet: Sheet, by: User) -> Any:
    """The table with the rows of ``sheet`` in it, as ``by`` may see them; without a ``total`` nobody counted yet."""
    columns = [
        (alias(register, name), CellColumn(register, register.column(name), by, leads=place == 0))
        for place, name in enumerate(register.listed)
    ]
    many = [c.name for c in register.columns if c.cell is Cell.REFERENCES and c.name in register.listed]
    along = rows.select_related(None).select_related(*_along(register))
    lined_up = along.order_by(*ordered(register.order)).prefetch_related(*many)
    table: Any = django_tables2.Table(lined_up, extra_columns=columns, order_by=sheet.sort or ())
    paginator = LazyPaginator if total is None else partial(Counted, total=total.rows)
    wanted = int(sheet.page) if sheet.page.isdecimal() and len(sheet.page) <= LONGEST_PAGE else 1
    try:
        table.paginate(paginator, per_page=sheet.length, page=max(wanted, 1))
    except (EmptyPage, PageNotAnInteger):
        table.paginate(paginator, per_page=sheet.length, page=1)
    return table


def _along(register: Register) -> tuple[str, ...]:
    """What a page of the list needs of other rows: the parts, the row that each is a part of, the references listed."""
    named = (c for c in map(register.column, register.listed) if c.cell is Cell.REFERENCE)
    parts = (*(part.field for part in register.parts), *filter(None, (register.model.part_of,)))
    return tuple(dict.fromkeys((*parts, *(path(column.name) for column in named))))


def lines(table: Any, *, ticked: bool) -> list[SafeString]:
    """The cells of each row of the page, made in one go: a template would take ten times as long."""
    columns = [bound.column for bound in table.columns]
    return [_line(columns, row.record, ticked=ticked) for row in table.page.object_list]


def _line(columns: list[Any], record: Any, *, ticked: bool) -> SafeString:
    tick = TICK.format(int(record.pk)) if ticked else ""
    first = FIRST.format(int(record.pk), columns[0].render(record))
    cells = ((column.kind, column.render(record)) for column in columns[1:])
    told = [f"<td{f' class={kind}' if kind else ''}>{_escaped(text)}" for kind, text in cells]
    return SafeString("".join((tick, first, *told)))


def _escaped(text: str) -> str:
    """What a cell says as markup; the library's own way takes five times as long, and is asked for every cell."""
    return text if isinstance(text, SafeString) else escape(text)


def alias(register: Register, name: str) -> str:
    """What an address calls a column: by its place in the register, whichever columns are shown."""
    return f"c{[column.name for column in register.columns].index(name)}"


def footer(register: Register, total: Totals) -> list[tuple[str, bool]]:
    """The cells of the totals row behind the first: a text, and whether it is a number."""
    sums = total.sums
    return [(number(sums[name]) if name in sums else "", name in sums) for name in register.listed[1:]]
