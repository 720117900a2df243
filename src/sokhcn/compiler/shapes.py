"""What the names of a wording are made of, read from types: a misspelt field is found before anything is compiled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from sokhcn.compiler.words import FIGURE_NAMES, PERIOD_NAMES, Area, FigureWord, Group, field_names
from sokhcn.kernel.periods import Period

PLAIN_TYPES = (str, int, bool, date, Decimal, type(None))


@dataclass(frozen=True, slots=True)
class Anything:
    """What is not known beforehand."""


@dataclass(frozen=True, slots=True)
class Fields:
    """A thing with these fields and no other; a plain value has none."""

    shapes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Many:
    """A list of ``item``."""

    item: Any


@dataclass(frozen=True, slots=True)
class Keyed:
    """Things by a key in quotes: ``papers["14-NQ/TU"]``."""

    shapes: Mapping[str, Any]


Shape = Anything | Fields | Many | Keyed
ANYTHING = Anything()
PLAIN = Fields(MappingProxyType({}))


def figure(entry: Shape = ANYTHING) -> Fields:
    """A figure whose entries have the shape ``entry``."""
    values = {name: PLAIN for name in FIGURE_NAMES if name != "entries"}
    return Fields({**values, "entries": Many(entry)})


def grouped(entry: Shape, key: Shape) -> Many:
    """Groups of entries, as the filter makes them."""
    return Many(Fields({f.name: key if f.name == "key" else Many(entry) for f in fields(Group)}))


PERIOD = Fields(dict.fromkeys(PERIOD_NAMES, PLAIN))


@cache
def of_type(kind: Any) -> Shape:
    """The shape of values of a type, as far as its annotations tell."""
    if get_origin(kind) in (Union, UnionType):
        told = [of_type(part) for part in get_args(kind) if part is not type(None)]
        return told[0] if len(told) == 1 else ANYTHING
    if get_origin(kind) in (tuple, list) and get_args(kind):
        return Many(of_type(get_args(kind)[0]))
    if kind is Period:
        return PERIOD
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return Fields({f.name: of_type(hints[f.name]) for f in fields(kind)})
    return PLAIN if kind in PLAIN_TYPES else ANYTHING


def of_entry(entry: Callable[[Any], Any] | None) -> Shape:
    """The shape of what a listing's function makes of a row, by what it says that it returns."""
    while entry is not None and hasattr(entry, "func"):  # a partial
        entry = entry.func
    told = get_type_hints(entry).get("return") if entry is not None else None
    return ANYTHING if told is None else of_type(told)


def of_value(value: Any) -> Shape:
    """The shape of a value that wording may use; a shape is its own."""
    match value:
        case Anything() | Fields() | Many() | Keyed():
            return value
        case Area():
            return Fields({name: of_value(word) for name, word in value.figures.items()})
        case FigureWord():
            return figure(of_value(value.entries[0]) if value.entries else ANYTHING)
        case Mapping():
            return Keyed({str(key): of_value(held) for key, held in value.items()})
        case _ if isinstance(value, PLAIN_TYPES):
            return PLAIN
        case _:
            return _of_fields(value)


def _of_fields(value: Any) -> Shape:
    names = field_names(value)
    return Fields({name: of_value(getattr(value, name)) for name in names}) if names else ANYTHING
