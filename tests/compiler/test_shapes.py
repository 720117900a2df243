"""Shapes are read from types: fields of entries, lists of them, what may be missing."""

from dataclasses import dataclass
from functools import partial

from sokhcn.compiler.shapes import ANYTHING, PERIOD, PLAIN, Fields, Many, of_entry, of_type, of_value
from sokhcn.kernel.papers import Mention
from sokhcn.kernel.periods import Period


@dataclass(frozen=True)
class Inner:
    name: str


@dataclass(frozen=True)
class Entry:
    paper: Mention | None
    inner: tuple[Inner, ...]
    either: int | Inner


def entry(row: object, on: str) -> Entry:
    raise NotImplementedError


def test_the_fields_of_an_entry_are_those_of_what_its_function_returns() -> None:
    shape = of_entry(partial(entry, on=""))
    assert isinstance(shape, Fields)
    assert shape.shapes["inner"] == Many(Fields({"name": PLAIN}))
    assert shape.shapes["paper"] == of_type(Mention)
    assert shape.shapes["either"] is ANYTHING


def test_what_says_nothing_of_itself_may_be_anything() -> None:
    assert of_entry(lambda row: row) is ANYTHING
    assert of_entry(None) is ANYTHING
    assert of_value(object()) is ANYTHING


def test_values_have_the_shape_of_what_they_are() -> None:
    assert of_value(Inner("a")) == Fields({"name": PLAIN})
    assert of_value("a") is PLAIN
    assert of_value(PERIOD) is PERIOD
    assert of_type(Period) is PERIOD
