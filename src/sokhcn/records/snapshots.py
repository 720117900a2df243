"""A row's own fields as plain values of JSON: what a version keeps, and what two states of a row are compared by."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

UNRECORDED = frozenset({"id", "version", "folded"})
AS_THEY_ARE = frozenset({str, int, bool, type(None), float, list, dict})
_encoder = DjangoJSONEncoder()
PLAIN: dict[type, Callable[[Any], Any]] = {date: date.isoformat, Decimal: str, datetime: _encoder.default}


def own_fields(row: Model) -> dict[str, Any]:
    """The row's own fields as JSON values; what the gate computes is left out."""
    return {
        name: value if type(value := getattr(row, name)) in AS_THEY_ARE else plain(value)
        for name in recorded(type(row))
    }


def plain(value: Any) -> Any:
    """A value as JSON has it."""
    if written := PLAIN.get(type(value)):
        return written(value)
    if isinstance(value, str):  # a choice
        return str.__str__(value)
    return value if isinstance(value, int | float | list | dict | None) else _encoder.default(value)


@cache
def recorded(model: type[Model]) -> tuple[str, ...]:
    """The names of the fields that versions of ``model`` keep."""
    return tuple(f.attname for f in model._meta.concrete_fields if f.attname not in UNRECORDED)
