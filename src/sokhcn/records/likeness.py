"""Rows that look like rows already there: a warning, for two papers of one number may both be right."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import Q

from sokhcn.kernel.finding import Finding, Severity
from sokhcn.records.kept import Kept
from sokhcn.records.referring import MayName, anything
from sokhcn.records.registering import Register

YEAR = "@year"
AT_ONCE = 200
Likeness = tuple[Any, ...]


def likenesses(register: Register, rows: Sequence[tuple[str, Kept]], may_name: MayName = anything) -> Iterator[Finding]:
    """A warning for each of ``rows`` (where it stands, and the row) that another row of the register is like.

    Rows with nothing in one of the columns are like none. One query for each group of columns and 200 rows.
    """
    for group in register.alike:
        told = [(where, row, likeness) for where, row in rows if (likeness := _likeness(row, group))]
        for start in range(0, len(told), AT_ONCE):
            yield from _warned(register, group, told[start : start + AT_ONCE], may_name)


def _warned(
    register: Register, group: tuple[str, ...], told: Sequence[tuple[str, Kept, Likeness]], may_name: MayName
) -> Iterator[Finding]:
    found: dict[Likeness, list[Kept]] = {}
    for other in register.model.objects.filter(_any_of(group, {likeness for _, _, likeness in told})).order_by("pk"):
        if likeness := _likeness(other, group):
            found.setdefault(likeness, []).append(other)
    headings = ", ".join(_heading(register, name) for name in group)
    for where, row, likeness in told:
        for other in found.get(likeness, ()):
            if other.pk != row.pk:
                yield _warning(where, headings, other) if may_name(other) else _of_others(where, headings)
                break


def _warning(where: str, headings: str, other: Kept) -> Finding:
    template = "Giống “{other}” (dòng {row}) đã có trong sổ: cùng {headings}."
    values = {"other": other, "row": other.pk, "headings": headings}
    return Finding("register.alike", Severity.LOOK, template, values, where, "Xem có phải ghi hai lần.")


def _of_others(where: str, headings: str) -> Finding:
    template = "Giống một dòng của đơn vị khác: cùng {headings}."
    return Finding("register.alike", Severity.LOOK, template, {"headings": headings}, where, "Hỏi đơn vị ấy.")


def _likeness(row: Kept, group: tuple[str, ...]) -> Likeness:
    values = tuple(_value(row, name) for name in group)
    return values if all(value not in (None, "") for value in values) else ()


def _value(row: Kept, name: str) -> Any:
    if name.endswith(YEAR):
        day: date | None = getattr(row, name.removesuffix(YEAR))
        return day.year if day else None
    return getattr(row, row._meta.get_field(name).attname)  # type: ignore[union-attr]


def _any_of(group: tuple[str, ...], likenesses: set[Likeness]) -> Q:
    lookups = [name.replace(YEAR, "__year") for name in group]
    return Q(*(Q(**dict(zip(lookups, likeness, strict=True))) for likeness in likenesses), _connector=Q.OR)


def _heading(register: Register, name: str) -> str:
    if name.endswith(YEAR):
        return f"năm của {register.column(name.removesuffix(YEAR)).heading.lower()}"
    return register.column(name).heading.lower()
