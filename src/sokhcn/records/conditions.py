"""The conditions of database constraints, asked of rows in memory: what SQL would answer, with unknown as None.

A condition that is not understood here is left to the database, which refuses the row when it is written.
"""

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import F, Field, Model, Q, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Coalesce

Asked = Callable[[Any], bool | None]
Got = Callable[[Any], Any]


class NotUnderstood(Exception):
    """A condition that only the database can answer."""


def _ordered(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool | None]:
    return lambda left, right: None if left is None or right is None else compare(left, right)


def _among(left: Any, right: Any) -> bool | None:
    return None if left is None else left in right


def _between(left: Any, right: Any) -> bool | None:
    return None if left is None else right[0] <= left <= right[1]


def _fits(left: Any, right: Any) -> bool | None:
    return None if left is None else re.search(right, str(left)) is not None


COMPARED: Mapping[str, Callable[[Any, Any], bool | None]] = {
    "exact": _ordered(operator.eq),
    "gt": _ordered(operator.gt),
    "gte": _ordered(operator.ge),
    "lt": _ordered(operator.lt),
    "lte": _ordered(operator.le),
    "in": _among,
    "range": _between,
    "regex": _fits,
}


def fields_of(condition: Q) -> Iterator[str]:
    """The names of the fields that a condition asks."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from fields_of(child)
        elif isinstance(child, tuple):
            yield child[0].partition("__")[0]
            yield from _fields_in(child[1])


def _fields_in(value: Any) -> Iterator[str]:
    if isinstance(value, F):
        yield named(value)
    elif hasattr(value, "get_source_expressions"):
        for part in value.get_source_expressions():
            yield from _fields_in(part)


def named(field: F) -> str:
    """The name of the field that an ``F`` means."""
    return str(vars(field)["name"])


def understood(condition: Q, model: type[Model], *, negated: bool = False) -> Asked:
    """``condition`` as a function of a row. Raises ``NotUnderstood``."""
    within = negated != condition.negated
    parts = [
        understood(child, model, negated=within) if isinstance(child, Q) else _leaf(child, model, negated=within)
        for child in condition.children
    ]
    if condition.connector not in (Q.AND, Q.OR):
        raise NotUnderstood(condition.connector)
    stops = condition.connector == Q.OR  # the answer of one that settles it
    negate = condition.negated

    def asked(row: Any) -> bool | None:
        answer: bool | None = not stops
        for part in parts:
            one = part(row)
            if one is stops:
                answer = stops
                break
            answer = None if one is None else answer
        return answer if answer is None or not negate else not answer

    return asked


def getter(model: type[Model], name: str) -> Got:
    """Reads a field of a row; a row it refers to stands for itself until it has a key."""
    if name == "pk":
        return operator.attrgetter("pk")
    field = field_of(model, name)
    if not field.is_relation:
        return operator.attrgetter(field.attname)
    attname, cached = field.attname, field.name

    def got(row: Any) -> Any:
        key = getattr(row, attname)
        if key is None and (held := row._state.fields_cache.get(cached)) is not None:
            return held.pk if held.pk is not None else Unwritten(held)
        return key

    return got


class Unwritten:
    """A row without a key yet: the same as itself and as nothing else."""

    def __init__(self, row: Model) -> None:
        self._row = row

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Unwritten) and other._row is self._row

    def __hash__(self) -> int:
        return id(self._row)


def field_of(model: type[Model], name: str) -> "Field[Any, Any]":
    """The field ``name`` of ``model`` that has a column. Raises ``NotUnderstood``."""
    try:
        field: Any = model._meta.get_field(name)
    except FieldDoesNotExist as error:
        raise NotUnderstood(name) from error
    if not getattr(field, "column", None):
        raise NotUnderstood(name)
    return field  # type: ignore[no-any-return]


def _leaf(told: Any, model: type[Model], *, negated: bool) -> Asked:
    if not isinstance(told, tuple):
        raise NotUnderstood(told)
    name, _, lookup = told[0].partition("__")
    get, right = getter(model, name), told[1]
    if lookup == "isnull" or (lookup in ("", "exact") and right is None):
        empty = right if lookup == "isnull" else True
        return lambda row: (get(row) is None) is empty
    compare = COMPARED.get(lookup or "exact")
    if compare is None:
        raise NotUnderstood(told)
    other = _got(right, model)
    # Below a NOT Django writes "… AND … IS NOT NULL": what is unknown does not hold there.
    unknown = False if negated else None

    def asked(row: Any) -> bool | None:
        answer = compare(get(row), other(row))
        return unknown if answer is None else answer

    return asked


def _got(value: Any, model: type[Model]) -> Got:
    """Reads ``value`` of a row: a field, a constant, a sum or a difference, or what stands for nothing."""
    match value:
        case F():
            return getter(model, named(value))
        case Value():
            return lambda row: value.value
        case CombinedExpression(connector="+" | "-"):
            left, right = (_got(one, model) for one in value.get_source_expressions())
            return _reckoned(left, right, operator.add if value.connector == "+" else operator.sub)
        case Coalesce():
            parts = [_got(one, model) for one in value.get_source_expressions()]
            return lambda row: next((found for part in parts if (found := part(row)) is not None), None)
        case _:
            pass
    if not _is_plain(value):
        raise NotUnderstood(value)
    return lambda row: value


def _reckoned(left: Got, right: Got, how: Callable[[Any, Any], Any]) -> Got:
    def got(row: Any) -> Any:
        one, other = left(row), right(row)
        return None if one is None or other is None else how(one, other)

    return got


def _is_plain(value: Any) -> bool:
    return not hasattr(value, "resolve_expression") and not (
        isinstance(value, list | tuple) and any(hasattr(one, "resolve_expression") for one in value)
    )
