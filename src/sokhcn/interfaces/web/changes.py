"""The history of a row as people read it: who changed what, when and why, before and after in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sokhcn.kernel.columns import MASK, Cell
from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.numerals import number
from sokhcn.people.models import User
from sokhcn.people.permissions import SEE_PERSONAL
from sokhcn.records.history import changes, versions_of
from sokhcn.records.kept import Kept
from sokhcn.records.models import Version
from sokhcn.records.registering import Register

WHOLE_ROW = {
    Version.Action.ADDED: "Thêm dòng",
    Version.Action.TRASHED: "Bỏ vào thùng rác",
    Version.Action.RESTORED: "Lấy lại từ thùng rác",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One change: when, by whom, of what, before and after, and why."""

    at: datetime
    who: str
    what: str
    before: str
    after: str
    reason: str


def history(register: Register, row: Kept, by: User) -> list[Told]:
    """Every change of ``row`` and of its parts, newest first, as ``by`` may see it."""
    parts = [owned for part in register.parts if (owned := getattr(row, part.field)) is not None]
    told = [
        one
        for kept in (row, *parts)
        for one in _of(register, kept, is_part=kept is not row, sees=by.has_perm(SEE_PERSONAL, row))
    ]
    return sorted(told, key=lambda one: one.at, reverse=True)


def _of(register: Register, row: Kept, *, is_part: bool, sees: bool) -> Iterator[Told]:
    versions = list(versions_of(row))
    names = _names(row, versions)
    for version, earlier in zip(versions, [*versions[1:], None], strict=True):
        about = (version.batch.at, version.batch.name)
        whole = WHOLE_ROW.get(Version.Action(version.action))
        if whole and not is_part:
            yield Told(*about, _("Cả dòng"), "", _(whole), version.batch.reason)
        if whole or earlier is None:
            continue
        for change in changes(row, earlier.after, version.after):
            before, after = (_word(register, row, change.field, v, names) for v in (change.before, change.after))
            if not sees and _is_personal(register, change.field):
                before, after = (word and MASK for word in (before, after))
            yield Told(*about, change.heading, before, after, version.batch.reason)


def _is_personal(register: Register, field: str) -> bool:
    return any(column.personal for column in register.columns if column.name.split(".")[-1] == field)


def _names(row: Kept, versions: list[Version]) -> dict[str, Mapping[Any, Any]]:
    """The rows that references of ``versions`` name, one query per field that ever changed."""
    found = {}
    for field in row._meta.concrete_fields:
        ids = {version.after.get(field.attname) for version in versions}
        if field.is_relation and len(ids) > 1:
            target: Any = field.related_model
            found[field.attname] = getattr(target, "everything", target._base_manager).in_bulk(ids - {None})
    return found


def _word(register: Register, row: Kept, field: str, value: Any, names: Mapping[str, Mapping[Any, Any]]) -> str:
    if value is None or value == "":
        return ""
    if field in names:
        return str(names[field].get(value, value))
    column = next((c for c in register.columns if c.name.split(".")[-1] == field), None)
    if column and column.cell is Cell.CHOICE:
        return str(column.choices.get(value, value))
    if isinstance(value, bool):
        return _("có") if value else _("không")
    if isinstance(value, int):
        return number(value)
    return written(day) if (day := read_date(str(value))) else str(value)
