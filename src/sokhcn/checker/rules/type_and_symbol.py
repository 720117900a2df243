"""A type that is not the one of the symbol."""

from collections.abc import Iterator
from types import MappingProxyType

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Citation
from sokhcn.kernel.finding import Severity

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục III, mục I"
ABBREVIATIONS = MappingProxyType(
    {
        "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định",
        "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch", "PA": "Phương án",
        "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình", "HĐ": "Hợp đồng",
        "CĐ": "Công điện", "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch",
    }
)  # fmt: skip


@rule("citations.type", "Tên loại văn bản khớp với ký hiệu.", Severity.LOOK, basis=BASIS)
def type_and_symbol(subject: Subject) -> Iterator[Fault]:
    for citation in subject.text.citations:
        first = (citation.symbol or "").replace("/", "-").split("-")[0]
        meant = ABBREVIATIONS.get(first)
        if meant is None or not citation.code or _is_said(subject, citation):
            continue
        named = citation.type
        if named == meant or named.startswith((meant, f"{meant} ")) or (named == "Quy định" and first == "QĐ"):
            continue
        if named == "Văn bản" or (named in ("Chương trình hành động", "Đề án", "Chương trình") and first == "QĐ"):
            continue
        said = "{named} mang ký hiệu {symbol}, là ký hiệu của {meant}."
        yield fault(
            citation.span, said, suggestion="Xem lại tên loại hoặc ký hiệu.",
            named=named, symbol=citation.symbol, meant=meant.lower(),
        )  # fmt: skip


def _is_said(subject: Subject, citation: Citation) -> bool:
    """Whether the mention that introduced the paper gave it the same type: one fault is told once."""
    first = citation.refers_to
    return first is not None and subject.text.citations[first].type == citation.type
