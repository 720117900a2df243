"""The rows behind the figures of an edition, each as it was when it was counted: personal data behind a mask."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import prefetch_related_objects

from sokhcn.figures.frozen import FrozenFigure
from sokhcn.formats.xlsx.sheet import Cell as Value
from sokhcn.formats.xlsx.sheet import Sheet
from sokhcn.kernel.columns import MASK, Cell, Column
from sokhcn.records.kept import Kept
from sokhcn.records.models import Version
from sokhcn.records.registering import Register
from sokhcn.reports.kept_words import Kind, Names, kind_of, name_of
from sokhcn.reports.models import Edition
from sokhcn.reports.showing import shown, value_of

AT_ONCE = 500
PLAIN = (Cell.DATE, Cell.INTEGER, Cell.MONEY)
GONE = "(không còn trong lịch sử)"
FIRST = ("Dòng số", "Phiên bản")
FIRST_WIDTHS = (9.0, 10.0)
COUNTED, COUNTED_WIDTH = "x", 16.0
WIDTHS = {Cell.DATE: 12.0, Cell.INTEGER: 12.0, Cell.MONEY: 14.0, Cell.CHOICE: 18.0, Cell.FLAG: 8.0}
WIDE = 26.0


@dataclass(frozen=True, slots=True)
class Then:
    """A row as one of its versions has it; ``lists`` are the ids in its lists of references."""

    row: Any
    lists: Mapping[str, Sequence[int]]


def rows_by_register(figures: Sequence[FrozenFigure]) -> dict[str, dict[int, int]]:
    """The version of each row that some figure counted, by register, in the order of the figures."""
    found: dict[str, dict[int, int]] = {}
    for figure in figures:
        for first, last, version in figure.rows.runs:
            found.setdefault(figure.register, {}).update(dict.fromkeys(range(first, last + 1), version))
    return found


def sheets(edition: Edition, names: Names) -> Iterator[Sheet]:
    """A sheet for each register that figures counted: every row once, with a column for each figure that says whether
    it is among its rows. ``names`` learns what the rows are called."""
    figures = edition.figures()
    for label, versions in rows_by_register(figures).items():
        kind, ours = kind_of(label), [figure for figure in figures if figure.register == label]
        columns = kind.register.columns if kind.register else (Column("", "Dòng"),)
        cells = {}
        for then in _then(kind, versions, edition):
            cells[then.row.pk] = tuple(_cells(then, columns, kind))
            names.keep((then.row, *_whole_references(then.row, kind.register)))
        rows = [
            (pk, version, *cells.get(pk, (GONE, *[""] * (len(columns) - 1))), *_marks(pk, ours))
            for pk, version in sorted(versions.items())
        ]
        headings = (*FIRST, *(column.heading for column in columns), *(f"{one.label} ({one.key})" for one in ours))
        widths = (*FIRST_WIDTHS, *(WIDTHS.get(column.cell, WIDE) for column in columns), *[COUNTED_WIDTH] * len(ours))
        yield Sheet(kind.name, headings, rows, _note(edition), widths)


def _marks(pk: int, figures: Sequence[FrozenFigure]) -> Iterator[str]:
    return (COUNTED if pk in figure.rows else "" for figure in figures)


def _note(edition: Edition) -> str:
    days = f"{edition.starts_on:%d/%m/%Y} – {edition.ends_on:%d/%m/%Y}"
    return f"Dòng mà ấn bản {edition.label} đã tính, như lúc được tính ({days}); x: được tính vào chỉ tiêu ở đầu cột."


def _then(kind: Kind, versions: Mapping[int, int], edition: Edition) -> Iterator[Then]:
    ids = list(versions)
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        kept = Version.objects.filter(register=kind.model._meta.label_lower, row__in=some)
        found = [
            _restored(kind.model, pk, after)
            for pk, number, after in kept.values_list("row", "number", "after")
            if number == versions[pk]
        ]
        _fetch(kind.register, [then.row for then in found], edition)
        yield from _with_lists(kind, found)


def _restored(model: type[Any], pk: int, after: Mapping[str, Any]) -> Then:
    names, reading, many = _fields(model._meta.label_lower)
    values = [read(after[name]) if name in after else default() for name, read, default in reading]
    row = model.from_db(None, names, values)
    row.pk = pk
    return Then(row, {name: after.get(name) or [] for name in many})


@cache
def _fields(register: str) -> tuple[list[str], list[Any], list[str]]:
    """The names of the fields of ``register``; how each is read from a version, and what it is where that says nothing;
    and the names of its lists."""
    model = kind_of(register).model
    fields = model._meta.concrete_fields
    reading = [(field.attname, field.to_python, field.get_default) for field in fields]
    return [field.attname for field in fields], reading, [field.name for field in model._meta.many_to_many]


def _fetch(register: Register | None, rows: list[Any], edition: Edition) -> None:
    """What rows refer to, together; parts as they were when the edition was compiled."""
    if register is None or not rows:
        return
    parts = {part.field: part.model for part in register.parts}
    for field, model in parts.items():
        wanted = {value for row in rows if (value := getattr(row, f"{field}_id"))}
        past = Version.objects.filter(register=model._meta.label_lower, row__in=wanted)
        past = past.filter(batch__at__lte=edition.compiled_at).order_by("number")
        was = {pk: _restored(model, pk, after).row for pk, after in past.values_list("row", "after")}
        for row in rows:
            if part := was.get(getattr(row, f"{field}_id")):
                setattr(row, field, part)
    references = [name for name in register.related if name.split("__")[0] not in parts]
    inner = [name for name in register.related if "__" in name and name.split("__")[0] in parts]
    prefetch_related_objects(rows, *references, *inner)


def _whole_references(row: Any, register: Register | None) -> Iterator[Any]:
    """The rows that ``row`` refers to and that were fetched with all that their own names are made of."""
    related = register.related if register else ()
    for name in related:
        referred = getattr(row, name, None) if "__" not in name else None
        theirs = kind_of(referred._meta.label_lower).register if isinstance(referred, Kept) else None
        if theirs and all(f"{name}__{inner}" in related for inner in theirs.related):
            yield referred


def _with_lists(kind: Kind, found: Sequence[Then]) -> Iterator[Then]:
    """The same rows, the ids in their lists made names."""
    named: dict[str, Mapping[int, Any]] = {}
    for field in kind.model._meta.many_to_many:
        wanted = {pk for then in found for pk in then.lists[field.name]}
        model: Any = field.related_model
        named[field.name] = getattr(model, "everything", model._base_manager).in_bulk(wanted)
    for then in found:
        lists = {name: [named[name].get(pk, GONE) for pk in ids] for name, ids in then.lists.items()}
        yield Then(then.row, lists)


def _cells(then: Then, columns: Sequence[Column], kind: Kind) -> Iterator[Value]:
    if kind.register is None:
        yield name_of(then.row, kind)
        return
    for column in columns:
        if column.personal and column.cell is Cell.REFERENCES:
            yield MASK if then.lists.get(column.name) else ""
        elif column.cell is Cell.REFERENCES:
            yield " | ".join(map(str, then.lists.get(column.name, ())))
        elif column.cell in PLAIN and not column.personal:
            yield value_of(then.row, column)
        else:
            yield shown(then.row, column, None)
