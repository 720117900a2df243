"""Conditions on a table's own columns, resolved without the long way that Django goes for any condition."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Q
from django.db.models.expressions import Col
from django.db.models.sql.where import WhereNode

PLAIN = (str, int, date, Decimal, type(None))


def own_column(query: Any, name: str) -> Col | None:
    """The column that ``name`` says in the table of ``query``, where it is one."""
    meta = query.get_meta()
    try:
        field = meta.pk if name == "pk" else meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field.get_col(query.get_initial_alias(), field) if getattr(field, "column", None) else None


def on_own_columns(query: Any, holds: Q, *, negated: bool = False) -> WhereNode | None:
    """``holds`` as Django would resolve it; nothing where it asks for more than own columns and plain values."""
    within = negated or holds.negated
    found: list[Any] = [
        on_own_columns(query, child, negated=within) if isinstance(child, Q) else _lookup(query, child, negated=within)
        for child in holds.children
    ]
    return None if None in found else WhereNode(found, holds.connector, holds.negated)


def _lookup(query: Any, told: Any, *, negated: bool) -> Any:
    if not isinstance(told, tuple) or not _is_plain(told[1]):
        return None
    name, _, lookup = told[0].partition("__")
    column = own_column(query, name)
    # NULL must not break a negation: what Django adds for that is left to it.
    if column is None or (negated and column.target.null) or not column.get_lookup(lookup or "exact"):
        return None
    return query.build_lookup([lookup or "exact"], column, told[1])


def _is_plain(value: Any) -> bool:
    return all(isinstance(one, PLAIN) for one in value) if isinstance(value, tuple | list) else isinstance(value, PLAIN)
