"""The appendix of the chapter in longer reports: every document issued, in the order of the book."""

from sokhcn.areas.advice.entries import Issued
from sokhcn.compiler.appendix import AppendixTable, TableColumn
from sokhcn.compiler.words import upper_first
from sokhcn.document.nodes import Align
from sokhcn.kernel.dates import written


def _number(document: Issued) -> str:
    return f"{document.paper.type} số {document.paper.code}"


def _day(document: Issued) -> str:
    return written(document.paper.issued_on) if document.paper.issued_on else ""


def _subject(document: Issued) -> str:
    return upper_first(document.promulgates or document.paper.subject)


APPENDIX = AppendixTable(
    key="advice.documents",
    figure="advice.issued",
    title="DANH MỤC VĂN BẢN THAM MƯU ĐƯỢC BAN HÀNH",
    columns=(
        TableColumn("Số, ký hiệu", _number, 1.8),
        TableColumn("Ngày ban hành", _day, 1.0, Align.CENTRE),
        TableColumn("Cơ quan ban hành", lambda document: document.paper.issuer, 1.4),
        TableColumn("Trích yếu", _subject, 3.4),
    ),
    groups=(),
)
