"""Columns are values: shared by intake, lists and forms, changed by none of them."""

from dataclasses import FrozenInstanceError

import pytest

from sokhcn.kernel.columns import Cell, Column


def test_a_column_holds_text_unless_it_says_otherwise() -> None:
    column = Column("name", "Tên")
    assert (column.cell, column.required, column.default, dict(column.choices)) == (Cell.TEXT, False, None, {})


def test_a_column_cannot_be_changed() -> None:
    column = Column("name", "Tên")
    with pytest.raises(FrozenInstanceError):
        column.heading = "Họ"  # type: ignore[misc]
    with pytest.raises(TypeError):
        column.choices["x"] = "y"  # type: ignore[index]
