"""New rows with nothing told of them but their defaults, made by the thousand; and references put into rows."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from django.db.models import NOT_PROVIDED, Choices
from django.db.models.base import ModelState
from django.db.models.query_utils import DeferredAttribute

from sokhcn.records.kept import Kept


def blank(model: type[Kept]) -> Callable[[], Any]:
    """Makes new rows of ``model``; where each needs a default of its own, as Django makes them."""
    defaults = (f.default for f in model._meta.concrete_fields)
    if any(callable(default) and default is not NOT_PROVIDED for default in defaults):
        return model
    # A choice as the database gives it back: the word alone, which is quicker to know again.
    told = {name: _word(value) for name, value in vars(model()).items() if name != "_state"}

    def made() -> Any:
        row = model.__new__(model)
        row.__dict__.update(told)
        row._state = ModelState()
        return row

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
