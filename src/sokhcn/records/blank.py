"""New rows with nothing told of them but their defaults, made by the thousand; and references put into rows."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.db.models import NOT_PROVIDED
from django.db.models.base import ModelState

from sokhcn.records.kept import Kept


def blank(model: type[Kept]) -> Callable[[], Any]:
    """Makes new rows of ``model``; where each needs a default of its own, as Django makes them."""
    defaults = (f.default for f in model._meta.concrete_fields)
    if any(callable(default) and default is not NOT_PROVIDED for default in defaults):
        return model
    told = {name: value for name, value in vars(model()).items() if name != "_state"}

    def made() -> Any:
        row = model.__new__(model)
        row.__dict__.update(told)
        row._state = ModelState()
        return row

    return made


def put(row: Kept, name: str, value: Any) -> None:
    """Set a field of ``row``. A row that is written already needs none of what Django asks of a new one."""
    if isinstance(value, Kept) and value.pk is not None and (attname := _references(type(row)).get(name)):
        row.__dict__[attname] = value.pk
        row._state.fields_cache[name] = value
    else:
        setattr(row, name, value)


@cache
def _references(model: type[Kept]) -> dict[str, str]:
    """The attributes of references to a row by its key."""
    fields: Any = (f for f in model._meta.concrete_fields if f.is_relation)
    return {f.name: f.attname for f in fields if f.target_field.primary_key}
