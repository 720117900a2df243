"""The fields of a row's form, made from the columns of its register."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from sokhcn.interfaces.web.spoken import spoken
from sokhcn.interfaces.web.table import field_of
from sokhcn.kernel.columns import Cell, Column
from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.kept import Kept
from sokhcn.records.models import Paper
from sokhcn.records.referring import kind_of
from sokhcn.records.registering import Register
from sokhcn.reports.showing import texts_of

OFFERED_AT_MOST = 400
SHORT = frozenset({Cell.INTEGER, Cell.MONEY, Cell.DATE, Cell.FLAG})
HINTS = {
    Cell.DATE: _("ngày/tháng/năm"),
    Cell.CODE: _("số/ký hiệu"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what it is called, what stands in it, what may, and what is wrong."""

    name: str
    heading: str
    value: str
    control: str
    required: bool
    help: str
    hint: str
    choices: tuple[str, ...]
    errors: tuple[str, ...]
    form: str = "f"  # where a page has several forms, ids begin with their own

    @property
    def id(self) -> str:
        return f"{self.form}-{self.name.replace('.', '-')}"

    @property
    def checked(self) -> bool:
        return self.value == "có"

    @property
    def described_by(self) -> str:
        """The ids of the texts that explain this field, for readers of screens."""
        texts = (f"{self.id}-help" if self.help else "", f"{self.id}-error" if self.errors else "")
        return " ".join(text for text in texts if text)


def texts_for(register: Register, row: Kept | None, given: Mapping[str, str], by: User) -> dict[str, str]:
    """What a form shows before anybody typed: the row as ``by`` may see it, or defaults and what the address gives."""
    if row is not None:
        return texts_of(row, register, by)
    told = {c.name: _default(c) for c in register.columns}
    return told | {name: value for name, value in given.items() if name in told}


def _default(column: Column) -> str:
    if column.default is None:
        return ""
    return str(column.choices.get(column.default, column.default))


def posted(register: Register, data: Mapping[str, str]) -> dict[str, str]:
    """The texts that a form sent. An unticked box is not sent at all."""
    texts = {}
    for column in register.columns:
        if column.cell is Cell.FLAG:
            texts[column.name] = "có" if data.get(column.name) else "không"
        elif column.name in data:
            texts[column.name] = data[column.name]
    return texts


def fields_of(
    register: Register, row: Kept | None, texts: Mapping[str, str], errors: Mapping[str, Iterable[str]], by: User
) -> list[Field]:
    """Every field of the form, filled with ``texts``; what references may name lies within the reach of ``by``."""
    named = {column.refers for column in register.columns if column.cell is Cell.REFERENCE}
    offers = {refers: _offers(refers, by) for refers in named}
    return [
        Field(
            name=column.name,
            heading=column.heading,
            value=texts.get(column.name, ""),
            control=_control(register, column),
            required=column.required and column.default is None,
            help=spoken(column.help),
            hint=str(HINTS.get(column.cell, "")),
            choices=_choices(register, row, column, offers),
            errors=tuple(errors.get(column.name, ())),
        )
        for column in register.columns
    ]


def _control(register: Register, column: Column) -> str:
    if column.cell is Cell.CHOICE:
        return "select"
    if column.cell is Cell.FLAG:
        return "check"
    if column.cell is Cell.REFERENCE:
        return "reference"
    field = field_of(register.model, column.name)
    if column.cell is Cell.TEXT and field is not None and field.get_internal_type() == "TextField":
        return "area"
    return "short" if column.cell in SHORT else "line"


def _choices(
    register: Register, row: Kept | None, column: Column, offers: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Words to choose from. A state that stands goes only where a step leads."""
    if column.cell is Cell.REFERENCE:
        return offers[column.refers]
    if column.name != register.state or row is None or not register.steps:
        return tuple(column.choices.values())
    now = getattr(row, register.state)
    onward = {now, *(step.target for step in register.steps if step.source == now)}
    return tuple(word for value, word in column.choices.items() if value in onward)


def _offers(refers: str, by: User) -> tuple[str, ...]:
    """What a reference may name. Long registers are not sent along; typing a name still finds it."""
    if refers == "paper":
        rows: Any = Paper.objects.order_by("-issued_on")
        names = [str(paper) for paper in rows[: OFFERED_AT_MOST + 1]]
    else:
        kind = kind_of(refers)
        named = "name" if "name" in kind.names else kind.names[0]
        found = within_reach(kind.model.objects.order_by(named), by)
        names = list(found.values_list(named, flat=True)[: OFFERED_AT_MOST + 1])
    return tuple(names) if len(names) <= OFFERED_AT_MOST else ()
