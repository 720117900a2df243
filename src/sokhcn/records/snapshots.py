"""A row's own fields as plain values of JSON: what a version keeps, and what two states of a row are compared by."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from itertools import repeat
from json.encoder import encode_basestring
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model

UNRECORDED = frozenset({"id", "version", "folded"})
FEW = 25  # rows that are told as fast one by one
AS_THEY_ARE = frozenset({str, int, bool, type(None), float, list, dict})
_encoder = DjangoJSONEncoder()
# One encoder for all: json.dumps makes a new one at each call that asks for anything but the usual.
CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def _moment(at: datetime) -> str:
    """A moment as a database gives it back, in whatever zone it was told: or the row would differ from its version."""
    told: str = _encoder.default(at.astimezone(UTC) if at.tzinfo else at)
    return told


PLAIN: dict[type, Callable[[Any], Any]] = {date: date.isoformat, Decimal: str, datetime: _moment}


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


def canonical(row: Model, lists: Mapping[str, Any] | None = None) -> str:
    """The row's own fields, and its ``lists``, as canonical JSON: names in order, no spaces, letters as they are."""
    held = {**row.__dict__, **lists} if lists else row.__dict__
    names = _in_order(type(row), tuple(lists or ()))
    told = [
        said + (encode_basestring(value) if type(value := held[name]) is str else _said(value)) for name, said in names
    ]
    return "{" + ",".join(told) + "}"


def canonical_all(model: type[Model], rows: Sequence[Any]) -> Iterator[str]:
    """As ``canonical``, of rows of one ``model`` and their ``lists``: field by field, for they are much alike."""
    if len(rows) < FEW:
        return (canonical(row, row.lists) for row in rows)
    lists = tuple(rows[0].lists or ())
    told = [{**row.__dict__, **row.lists} for row in rows] if lists else [row.__dict__ for row in rows]
    form, varying = [], []
    for name, said in _in_order(model, lists):
        values = [held[name] for held in told]
        first = _written(values[0])
        same = values.count(values[0]) == len(values) and {*map(type, values)} == {type(values[0])}
        form.append(said.replace("%", "%%") + (first.replace("%", "%%") if same else "%s"))
        varying += [] if same else [[*map(_written, values)]]
    whole = "{" + ",".join(form) + "}"
    return map(whole.__mod__, zip(*varying, strict=True)) if varying else repeat(whole % (), len(rows))


def _written(value: Any) -> str:
    return encode_basestring(value) if type(value) is str else _said(value)


def _said(value: Any) -> str:
    if value is None:
        return "null"
    kind = type(value)
    if kind is int:
        return str(value)
    if kind is date:
        return f'"{value.isoformat()}"'
    return CANONICAL(plain(value) if kind not in AS_THEY_ARE else value)


@cache
def _in_order(model: type[Model], lists: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{encode_basestring(name)}:") for name in sorted({*recorded(model), *lists}))


@cache
def recorded(model: type[Model]) -> tuple[str, ...]:
    """The names of the fields that versions of ``model`` keep."""
    return tuple(f.attname for f in model._meta.concrete_fields if f.attname not in UNRECORDED)
