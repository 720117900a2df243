"""The changes of some days as sentences: who did what to which row when, before and after, and why.

Versions are read some at a time, each with the one before it; references are named together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import islice
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext_noop

from sokhcn.people.models import User
from sokhcn.records.history import Change, changes
from sokhcn.records.models import Version
from sokhcn.records.registering import Register
from sokhcn.reports.kept_words import EMPTY, MASKED, Kind, Names, kind_of, word
from sokhcn.reports.readable import readable

AT_ONCE = 500
VERBS = {
    Version.Action.ADDED: gettext_noop("thêm"),
    Version.Action.CHANGED: gettext_noop("sửa"),
    Version.Action.TRASHED: gettext_noop("bỏ vào thùng rác"),
    Version.Action.RESTORED: gettext_noop("lấy lại từ thùng rác"),
}


@dataclass(frozen=True, slots=True)
class Said:
    """One field that changed, in words; ``before`` and ``after`` are empty where it was empty."""

    heading: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Told:
    """One write of one row, in words."""

    at: datetime
    who: str
    login: str
    action: str
    register: str
    row: str
    changes: tuple[Said, ...]
    reason: str

    @property
    def verb(self) -> str:
        return VERBS[Version.Action(self.action)]

    @property
    def sentence(self) -> str:
        """``Ngày 14/01/2022 09:12, Nguyễn Văn A sửa Giấy phép “02”: Ngày hết hạn từ … thành …. Lý do: ….``"""
        told = f"Ngày {self.at:%d/%m/%Y %H:%M}, {self.who} {self.verb} {self.register} {self.row}"
        if self.action == Version.Action.ADDED:
            said = [f"{one.heading}: {one.after}" for one in self.changes]
        else:
            said = [f"{one.heading} từ {one.before or EMPTY} thành {one.after or EMPTY}" for one in self.changes]
        told += f"{' với ' if self.action == Version.Action.ADDED else ': '}{'; '.join(said)}" if said else ""
        why = f" Lý do: {self.reason.rstrip('.')}." if self.reason else ""
        return f"{told.rstrip('.')}.{why}"


def told_between(
    first: date, last: date, register: Register | None = None, login: str = "", by: User | None = None
) -> Iterator[Told]:
    """What was written from ``first`` to ``last``, both inside, in the order it was written; with ``by`` only of rows
    that they may read."""
    return _in_words(_versions(first, last, register, login), Names(), by)


def latest_between(first: date, last: date, register: Register | None, login: str, by: User) -> Iterator[Told]:
    """The same, what was written last first."""
    return _in_words(_versions(first, last, register, login).reverse(), Names(), by)


def told_of(register: str, ids: Sequence[int], names: Names | None = None) -> Iterator[Told]:
    """All that was ever written to the rows ``ids`` of a register, named by its label; some rows after the others.
    ``names`` are those that are known before."""
    names = names or Names()
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        yield from _in_words(_with_before(Version.objects.filter(register=register, row__in=some)), names)


def _in_words(asked: QuerySet[Any], names: Names, by: User | None = None) -> Iterator[Told]:
    versions = iter(asked.iterator(chunk_size=AT_ONCE))
    while some := list(islice(versions, AT_ONCE)):
        if by is not None:
            theirs = readable(((version.register, version.row) for version in some), by)
            some = [version for version in some if (version.register, version.row) in theirs]
        found = [(version, kind_of(version.register), _changes(version)) for version in some]
        _learn(names, found)
        yield from (_told(version, kind, said, names) for version, kind, said in found)


def _versions(first: date, last: date, register: Register | None, login: str) -> QuerySet[Any]:
    opens, closes = (make_aware(datetime.combine(day, time.min)) for day in (first, last + timedelta(days=1)))
    versions = Version.objects.filter(batch__at__gte=opens, batch__at__lt=closes)
    if register is not None:
        models = (register.model, *(part.model for part in register.parts))
        versions = versions.filter(register__in=[model._meta.label_lower for model in models])
    if login:
        versions = versions.filter(batch__login=login)
    return _with_before(versions)


def _with_before(versions: QuerySet[Any]) -> QuerySet[Any]:
    """Versions in the order they were written, each with what the row was before."""
    before = Version.objects.filter(
        register=OuterRef("register"), row=OuterRef("row"), number=OuterRef("earlier")
    ).values("after")
    ordered = versions.select_related("batch").order_by("batch_id", "pk")
    told: QuerySet[Any] = ordered.annotate(earlier=F("number") - 1).annotate(before=Subquery(before[:1]))
    return told


@cache
def _blank(register: str) -> Any:
    """A row of ``register`` that says nothing: of many versions only its fields are asked."""
    return kind_of(register).model()


def _changes(version: Any) -> tuple[Change, ...]:
    """The fields that differ; of a row that goes into the trash, or comes back, none needs saying."""
    if "digest" in version.after or version.action in (Version.Action.TRASHED, Version.Action.RESTORED):
        return ()
    found = changes(_blank(version.register), version.before or {}, version.after)
    if version.action == Version.Action.ADDED:
        return tuple(change for change in found if change.after not in (None, "", [], False))
    return found


def _relations(kind: Kind) -> dict[str, str]:
    """The model that each field of a kind refers to."""
    meta = kind.model._meta
    keys = {f.attname: f.related_model._meta.label_lower for f in meta.concrete_fields if f.is_relation}
    return keys | {f.name: f.related_model._meta.label_lower for f in meta.many_to_many}


def _learn(names: Names, found: Sequence[tuple[Any, Kind, tuple[Change, ...]]]) -> None:
    wanted: dict[str, set[int]] = {}
    for version, kind, said in found:
        wanted.setdefault(version.register, set()).add(version.row)
        relations = _relations(kind)
        for change in said:
            for value in (change.before, change.after):
                if change.field in relations and value:
                    named = value if isinstance(value, list) else [value]
                    wanted.setdefault(relations[change.field], set()).update(named)
    for label, ids in wanted.items():
        names.learn(label, ids)


def _told(version: Any, kind: Kind, said: tuple[Change, ...], names: Names) -> Told:
    batch, row = version.batch, names.of(version.register).get(version.row, f"dòng {version.row}")
    relations = _relations(kind)
    return Told(
        at=localtime(batch.at),
        who=batch.name,
        login=batch.login,
        action=version.action,
        register=kind.name,
        row=row,
        changes=tuple(_said(change, kind, relations, names) for change in said),
        reason=batch.reason,
    )


def _said(change: Change, kind: Kind, relations: dict[str, str], names: Names) -> Said:
    column = kind.columns.get(change.field) or kind.columns.get(change.field.removesuffix("_id"))
    heading = column.heading if column is not None else change.heading
    if column is not None and column.personal:
        return Said(heading, MASKED if change.before else "", MASKED if change.after else "")
    known = names.of(relations[change.field]) if change.field in relations else None
    return Said(heading, *(_quoted(value, word(column, value, known)) for value in (change.before, change.after)))


def _quoted(value: Any, said: str) -> str:
    """Words that somebody typed are told from ours."""
    return f"“{said}”" if said and said == value else said
