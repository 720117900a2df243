"""Rows as they are stored: text in NFC without invisible characters and folded for search, numbers at their length."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any
from unicodedata import normalize

from django.db import models

from sokhcn.kernel.folding import clean
from sokhcn.records.indexed import folded_of
from sokhcn.records.kept import Kept

REMEMBERED = 8192  # texts; the same words come again and again in a register
LONG = 200  # letters of a text that is hardly ever the same as another


def tidy(row: Kept) -> None:
    """Text is stored in NFC without invisible characters, and folded for search; 60 and 60,000 are stored as one."""
    texts, decimals, days = _plan(type(row))
    held: dict[str, Any] = row.__dict__
    for name in texts:
        value = held[name]
        if value and isinstance(value, str):
            held[name] = _tidied(value) if len(value) < LONG else _as_stored(value)
    for name in row.verbatim:
        held[name] = normalize("NFC", held[name])
    for name, stored in decimals:
        if held[name] is not None:
            held[name] = stored(held[name])
    for name, stored in days:
        if isinstance(held[name], str):
            held[name] = stored(held[name])
    row.folded = folded_of(row)


def _as_stored(text: str) -> str:
    if text.isprintable():  # one line
        return clean(text)
    return normalize("NFC", "\n".join(clean(line) for line in text.splitlines()))


_tidied = lru_cache(REMEMBERED)(_as_stored)
Stored = tuple[tuple[str, Callable[[Any], Any]], ...]
Plan = tuple[tuple[str, ...], Stored, Stored]


@cache
def _plan(model: type[Kept]) -> Plan:
    """The text fields of ``model`` to be tidied, its decimals, and its days, which programs may tell as text."""
    fields = model._meta.concrete_fields
    texts = (f.attname for f in fields if isinstance(f, models.CharField | models.TextField))
    decimals = (f for f in fields if isinstance(f, models.DecimalField))
    kept = {"folded", *model.verbatim}
    days = tuple((f.attname, f.to_python) for f in fields if isinstance(f, models.DateField))
    quantized = tuple((f.attname, _quantized(f)) for f in decimals)
    return tuple(n for n in texts if n not in kept), quantized, days


def _quantized(field: Any) -> Callable[[Any], Decimal]:
    places = Decimal(1).scaleb(-field.decimal_places)
    return lambda value: field.to_python(value).quantize(places)
