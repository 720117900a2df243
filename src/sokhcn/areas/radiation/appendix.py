"""The appendix of the chapter in longer reports: every licence issued."""

from sokhcn.areas.radiation.entries import Licensed
from sokhcn.compiler.appendix import AppendixTable, TableColumn
from sokhcn.compiler.words import upper_first
from sokhcn.document.nodes import Align
from sokhcn.kernel.dates import written


def _issued(licence: Licensed) -> str:
    return written(licence.issued_on) if licence.issued_on else ""


def _expires(licence: Licensed) -> str:
    return written(licence.expires_on) if licence.expires_on else ""


APPENDIX = AppendixTable(
    key="radiation.licences",
    figure="radiation.licences",
    title="DANH MỤC GIẤY PHÉP TIẾN HÀNH CÔNG VIỆC BỨC XẠ ĐÃ CẤP",
    columns=(
        TableColumn("Số giấy phép", lambda licence: licence.number, 1.3),
        TableColumn("Cơ sở được cấp", lambda licence: licence.holder, 2.4),
        TableColumn("Công việc bức xạ", lambda licence: upper_first(licence.work), 2.4),
        TableColumn("Thiết bị", lambda licence: "; ".join(licence.devices), 2.0),
        TableColumn("Việc giải quyết", lambda licence: licence.action, 1.0, Align.CENTRE),
        TableColumn("Ngày cấp", _issued, 1.0, Align.CENTRE),
        TableColumn("Ngày hết hạn", _expires, 1.0, Align.CENTRE),
    ),
    groups=(),
)
