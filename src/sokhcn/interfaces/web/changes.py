"""The history of a row as people read it: who changed what, when and why, before and after in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sokhcn.interfaces.web.spoken import COLUMN, spoken
from sokhcn.kernel.columns import MASK
from sokhcn.people.models import User
from sokhcn.people.permissions import SEE_PERSONAL
from sokhcn.records.history import changes, versions_of
from sokhcn.records.kept import Kept
from sokhcn.records.models import Version
from sokhcn.records.registering import Register
from sokhcn.reports.kept_words import kind_of, word

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
    is_whole: bool = False


def history(register: Register, row: Kept, by: User) -> list[Told]:
    """Every change of ``row`` and of its parts, newest first, as ``by`` may see it."""
    parts = [owned for part in register.parts if (owned := getattr(row, part.field)) is not None]
    sees = by.has_perm(SEE_PERSONAL, row)
    told = [one for kept in (row, *parts) for one in _of(kept, is_part=kept is not row, sees=sees)]
    return sorted(told, key=lambda one: one.at, reverse=True)


def _of(row: Kept, *, is_part: bool, sees: bool) -> Iterator[Told]:
    versions = list(versions_of(row))
    names, columns = _names(row, versions), kind_of(row._meta.label_lower).columns
    for version, earlier in zip(versions, [*versions[1:], None], strict=False):
        about = (version.batch.at, version.batch.name)
        whole = WHOLE_ROW.get(Version.Action(version.action))
        if whole and not is_part:
            yield Told(*about, _("Cả dòng"), "", _(whole), version.batch.reason, is_whole=True)
        if whole or earlier is None:
            continue
        for change in changes(row, earlier.after, version.after):
            column = columns.get(change.field) or columns.get(change.field.removesuffix("_id"))
            before, after = (word(column, value, names.get(change.field)) for value in (change.before, change.after))
            if not sees and column is not None and column.personal:
                before, after = (said and MASK for said in (before, after))
            yield Told(*about, spoken(change.heading, COLUMN), before, after, version.batch.reason)


def _names(row: Kept, versions: list[Version]) -> dict[str, Mapping[Any, str]]:
    """What references of ``versions`` name, one query per field that ever changed."""
    found: dict[str, Mapping[Any, str]] = {}
    for field in (*row._meta.concrete_fields, *row._meta.many_to_many):
        name = field.name if field.many_to_many else field.attname
        told = [version.after.get(name) for version in versions]
        if field.is_relation and any(value != told[0] for value in told):
            ids = {one for value in told for one in (value if isinstance(value, list) else [value])} - {None}
            target: Any = field.related_model
            rows = getattr(target, "everything", target._base_manager).in_bulk(ids)
            found[name] = {pk: str(named) for pk, named in rows.items()}
    return found
