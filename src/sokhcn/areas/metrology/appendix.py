"""The appendix of the chapter in longer reports: instruments by kind."""

from sokhcn.areas.metrology.entries import OfKind
from sokhcn.compiler.appendix import AppendixTable, TableColumn
from sokhcn.document.nodes import Align
from sokhcn.kernel.numerals import count


def _number(title: str, name: str, total: str) -> TableColumn:
    def cell(line: OfKind) -> str:
        return count(getattr(line, name))

    return TableColumn(title, cell, 0.9, Align.RIGHT, f"metrology.{total}")


APPENDIX = AppendixTable(
    key="metrology.kinds",
    figure="metrology.instruments",
    title="SỐ LƯỢNG PHƯƠNG TIỆN ĐO ĐÃ KIỂM ĐỊNH, HIỆU CHUẨN, THỬ NGHIỆM THEO LOẠI",
    columns=(
        TableColumn("Loại phương tiện đo", lambda line: line.kind, 2.6),
        TableColumn("Lĩnh vực đo", lambda line: line.field, 1.4),
        _number("Số phương tiện đo", "instruments", "instruments"),
        _number("Số lượt", "jobs", "jobs"),
        _number("Kiểm định", "verified", "verified"),
        _number("Hiệu chuẩn", "calibrated", "calibrated"),
        _number("Thử nghiệm", "tested", "tested"),
        _number("Không đạt", "failed", "failed"),
    ),
    groups=(),
)
