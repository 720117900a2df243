"""New rows with nothing told of them but their defaults, made by the thousand; and references put into rows."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from itertools import repeat
from typing import Any

from django.db.models import NOT_PROVIDED, Choices
from django.db.models.base import ModelState
from django.db.models.query_utils import DeferredAttribute

from sokhcn.records.kept import Kept

PLAIN = frozenset({str, int, bool, date, Decimal, type(None)})


def blank(model: type[Kept]) -> Callable[[], Any]:
    """Makes new rows of ``model``; where each needs a default of its own, as Django makes them."""
    told = usual(model)
    if told is None:
        return model

    def made() -> Any:
        row = model.__new__(model)
        row.__dict__.update(told)
        row._state = ModelState()
        return row

    return made


@cache
def usual(model: type[Kept]) -> Mapping[str, Any] | None:
    """What a new row of ``model`` holds while nothing is told of it; None where each needs a default of its own."""
    defaults = (f.default for f in model._meta.concrete_fields)
    if any(callable(default) and default is not NOT_PROVIDED for default in defaults):
        return None
    # A choice as the database gives it back: the word alone, which is quicker to know again.
    return {name: _word(value) for name, value in vars(model()).items() if name != "_state"}


Columns = Mapping[str, Sequence[Any]]


def rows_of(model: type[Kept], told: Columns, count: int) -> tuple[list[Any], dict[str, Sequence[Any]]] | None:
    """``count`` new rows of ``model`` and all they hold, column by column, of ``told``; None where something of it is
    no plain field and no reference by a key.

    A row that is referred to may have no key yet.
    """
    nothing, (plain, references) = usual(model), _fields(model)
    if nothing is None or not told.keys() <= plain | references.keys():
        return None
    held: dict[str, Sequence[Any]] = {name: [value] * count for name, value in nothing.items()}
    for name, values in told.items():
        if name in references:
            held[references[name]] = [None if other is None else other.pk for other in values]
        else:
            held[name] = values if {*map(type, values)} <= PLAIN else [*map(_word, values)]
    # That nothing is referred to is known as well, or whoever reads it has Django find that out.
    empty = [f.name for f in model._meta.concrete_fields if f.is_relation and f.null and f.name not in told]
    cached = {name: told[name] for name in references if name in told} | {name: [None] * count for name in empty}
    return [*_new_rows(model, held, cached)], held


def _new_rows(model: type[Kept], held: Columns, cached: Columns) -> Iterator[Any]:
    names, others = tuple(held), tuple(cached)
    referred = zip(*cached.values(), strict=True) if others else repeat(())
    for values, rows in zip(zip(*held.values(), strict=True), referred, strict=False):
        row, state = model.__new__(model), ModelState()
        row.__dict__.update(zip(names, values, strict=True))
        state.__dict__["fields_cache"] = dict(zip(others, rows, strict=True))
        row.__dict__["_state"] = state
        yield row


def read_plainly(rows: Any) -> list[Any]:
    """The rows of a query, as Django reads them but in half the time; what else they are joined with is not known."""
    model, alias = rows.model, rows.db
    names = (*(f.attname for f in model._meta.concrete_fields), *rows.query.annotation_select)
    made = []
    for values in rows.values_list(*names):
        row, state = model.__new__(model), ModelState()
        row.__dict__.update(zip(names, values, strict=True))
        state.adding, state.db = False, alias
        row.__dict__["_state"] = state
        made.append(row)
    return made


def _word(value: Any) -> Any:
    return value.value if isinstance(value, StrEnum | Choices) else value


def put_all(row: Kept, values: Mapping[str, Any]) -> None:
    """Set fields of ``row``. What needs nothing of what Django asks of a new value is set as it is."""
    plain, references = _fields(type(row))
    held, cache = row.__dict__, row._state.fields_cache
    for name, value in values.items():
        if name in plain:
            held[name] = value
        elif value is not None and name in references and value.pk is not None:
            held[references[name]], cache[name] = value.pk, value
        else:
            setattr(row, name, value)


@cache
def _fields(model: type[Kept]) -> tuple[frozenset[str], dict[str, str]]:
    """The fields that are what they are set to, and the attributes of references to a row by its key."""
    fields: Any = model._meta.concrete_fields
    plain = frozenset(f.attname for f in fields if type(vars(f.model).get(f.attname)) is DeferredAttribute)
    references = {f.name: f.attname for f in fields if f.is_relation and f.target_field.primary_key}
    return plain - set(references.values()), references
