"""Rows as they are stored: text in NFC without invisible characters and folded for search, numbers at their length."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Any
from unicodedata import normalize

from django.db import models

from sokhcn.kernel.folding import clean
from sokhcn.records.indexed import folded_texts
from sokhcn.records.kept import Kept

REMEMBERED = 8192  # texts; the same words come again and again in a register
LONG = 200  # letters of a text that is hardly ever the same as another


def tidy(row: Kept) -> None:
    """Text is stored in NFC without invisible characters, and folded for search; 60 and 60,000 are stored as one."""
    tidy_all(type(row), (row,))


def tidy_all(model: type[Kept], rows: Sequence[Kept]) -> None:
    """As ``tidy``, of rows of one ``model``: field by field, for they are much alike."""
    texts, decimals, days = _plan(model)
    told = [row.__dict__ for row in rows]
    for name in texts:
        if any(held[name] for held in told):
            _each(told, name, _stored, str)
    for name in model.verbatim:
        _each(told, name, _normal, str)
    for name, stored in decimals:
        _each(told, name, stored, object)
    for name, stored in days:
        _each(told, name, stored, str)
    for held, folded in zip(told, folded_texts(model, rows), strict=True):
        held["folded"] = folded


def _each(told: Sequence[dict[str, Any]], name: str, stored: Callable[[Any], Any], of: type) -> None:
    """Put the values of one field, where they are ``of`` a kind, as they are stored."""
    values = [held[name] for held in told]
    made = {value: stored(value) for value in {*values} if value is not None and isinstance(value, of)}
    if any(value is not other for value, other in made.items()):
        for held, value in zip(told, values, strict=True):
            held[name] = made.get(value, value)


def _stored(text: str) -> str:
    return _tidied(text) if len(text) < LONG else _as_stored(text)


def _normal(text: str) -> str:
    return normalize("NFC", text)


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
