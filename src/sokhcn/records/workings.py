"""Rows that are worked out from registers, and can be made again: written while a pen is open, without history."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db import models

from sokhcn.records.guard import must_be_open

AT_ONCE = 1000


def put(model: type[models.Model], rows: Iterable[Any], *, unique: Sequence[str], told: Sequence[str]) -> None:
    """Write ``rows``; one that is there by its ``unique`` fields is told anew."""
    must_be_open(model)
    known: dict[str, Any] = {"update_conflicts": True, "unique_fields": unique, "update_fields": told}
    model._base_manager.bulk_create(rows, batch_size=AT_ONCE, **known)


def drop(model: type[models.Model], **named: Collection[Any] | Any) -> None:
    """Delete the rows that are ``named``."""
    must_be_open(model)
    model._base_manager.filter(**named).delete()
