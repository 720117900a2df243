"""An appendix lists the entries of a figure in groups that add up to it."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sokhcn.compiler.appendix import AppendixTable, Group, TableColumn, build
from sokhcn.compiler.words import printed
from sokhcn.document.build import Words, inlines, num
from sokhcn.document.nodes import Align, Column, Row, RowKind
from sokhcn.figures.figure import Figure, FigureSet
from sokhcn.figures.indicator import Kind


def figure(key: str, value: int | Decimal, *entries: str) -> Figure:
    return Figure(key, "Nhiệm vụ", "nhiệm vụ", Kind.FLOW, "", value, (), "r", (), entries)


FIGURES = FigureSet(
    {
        "r.all": figure("r.all", 3, "A1", "B1", "A2"),
        "r.a": figure("r.a", 2),
        "r.b": figure("r.b", 1),
        "r.c": figure("r.c", 0),
    }
)
GROUPS = (
    Group("Nhóm A", "r.a", lambda entry: entry.startswith("A")),
    Group("Nhóm B", "r.b", lambda entry: entry.startswith("B")),
    Group("Nhóm C", "r.c", lambda entry: entry.startswith("C")),
)


def name(entry: str) -> Words:
    return entry


COLUMNS = (TableColumn("Tên", name, 4), TableColumn("Ghi chú", lambda entry: "", align=Align.CENTRE))
DECLARED = AppendixTable("r.table", "r.all", "DANH MỤC", COLUMNS, GROUPS, "Đơn vị tính: triệu đồng")


def test_rows_stand_in_lettered_groups_and_are_numbered_through() -> None:
    table = build(DECLARED, FIGURES)
    blank = inlines("")
    group = [
        inlines("A. Nhóm A (", num("r.a", 2, "02"), " nhiệm vụ)"),
        inlines("B. Nhóm B (", num("r.b", 1, "01"), " nhiệm vụ)"),
    ]
    assert table.rows == (
        Row((group[0],), RowKind.GROUP),
        Row((inlines("1"), inlines("A1"), blank)),
        Row((inlines("2"), inlines("A2"), blank)),
        Row((group[1],), RowKind.GROUP),
        Row((inlines("3"), inlines("B1"), blank)),
        Row((blank, inlines("Tổng số: ", num("r.all", 3, "03"), " nhiệm vụ"), blank), RowKind.TOTAL),
    )


def test_a_table_has_a_column_of_numbers_and_its_unit() -> None:
    table = build(DECLARED, FIGURES)
    assert table.columns == (
        Column("TT", 0.6, Align.CENTRE),
        Column("Tên", 4, Align.LEFT),
        Column("Ghi chú", 1.0, Align.CENTRE),
    )
    assert table.unit == "Đơn vị tính: triệu đồng"


@pytest.mark.parametrize("groups", [GROUPS[1:], (*GROUPS, GROUPS[0])], ids=["in no group", "in two groups"])
def test_an_entry_outside_one_group_is_a_fault_of_the_program(groups: tuple[Group, ...]) -> None:
    with pytest.raises(ValueError, match=r"r\.table: 'A1' is in no group or in several"):
        build(replace(DECLARED, groups=groups), FIGURES)


@pytest.mark.parametrize(("value", "text"), [(3, "03"), (1234, "1.234"), (Decimal("96.15"), "96,15"), (0, "0")])
def test_a_figure_is_printed_as_in_a_sentence(value: int | Decimal, text: str) -> None:
    assert printed(figure("k", value)) == num("k", value, text)


def test_without_groups_the_rows_stand_in_one_run() -> None:
    rows = build(replace(DECLARED, groups=()), FIGURES).rows
    assert [(row.kind, row.cells[0]) for row in rows[:3]] == [(RowKind.BODY, inlines(str(n))) for n in (1, 2, 3)]
    assert [row.kind for row in rows[3:]] == [RowKind.TOTAL]
