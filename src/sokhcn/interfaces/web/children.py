"""The rows that are a part of one row, by the register that has them: a panel each on that row's page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from sokhcn.interfaces.web.spoken import COLUMN, spoken
from sokhcn.people.models import User
from sokhcn.records.kept import Kept
from sokhcn.records.ordering import ordered
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.showing import shown, text_of

SHOWN_AT_MOST = 200


@dataclass(frozen=True, slots=True)
class Child:
    """One row of a panel: where it leads, and its cells."""

    url: str
    edit: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """The rows of one register that are a part of the row; ``more`` are those that did not fit."""

    register: Register
    headings: tuple[str, ...]
    rows: tuple[Child, ...]
    more: int
    add: str


def panels(row: Kept, by: User) -> Iterator[Panel]:
    """A panel for each register whose rows are parts of rows such as ``row``; two queries each."""
    for register in catalogue.registers():
        if register.model.part_of and _owner(register) is type(row):
            yield _panel(register, row, by)


def _owner(register: Register) -> object:
    return register.model._meta.get_field(register.model.part_of).related_model


def _panel(register: Register, row: Kept, by: User) -> Panel:
    owner = register.model.part_of
    rows = register.model.objects.filter(**{owner: row})
    first: Sequence[Kept] = rows.select_related(*register.related).order_by(*ordered((*register.order, "pk")))
    shown = tuple(child_of(register, child, by) for child in first[:SHOWN_AT_MOST])
    more = rows.count() - len(shown) if len(shown) == SHOWN_AT_MOST else 0
    named = text_of(register.model(**{owner: row}), register.column(owner))
    add = f"{reverse('row-new', args=[register.slug])}?{urlencode({owner: named})}"
    return Panel(
        register, tuple(spoken(register.column(name).heading, COLUMN) for name in _names(register)), shown, more, add
    )


def child_of(register: Register, child: Kept, by: User) -> Child:
    """One row of a panel, as ``by`` may see it."""
    cells = tuple(shown(child, register.column(name), by) for name in _names(register))
    place = [register.slug, child.pk]
    return Child(reverse("row", args=place), reverse("row-in-place", args=place), (cells[0] or str(child), *cells[1:]))


def _names(register: Register) -> list[str]:
    """The columns of a panel: those of the list but for the row that its rows are parts of."""
    return [name for name in register.listed if name != register.model.part_of]
