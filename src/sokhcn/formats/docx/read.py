"""A .docx of ours back as a document: exactly, while nobody touched it; else as it now is, with what was changed.

Text, figures and papers come from the pages that people see. What the file keeps beside them (``kept``) only says how
the words are cut into nodes, and which words a figure or a paper was printed as.
"""

from dataclasses import dataclass

from sokhcn.document.building import built
from sokhcn.document.nodes import Document
from sokhcn.formats.docx.alterations import told_of, told_of_walk
from sokhcn.formats.docx.kept import Kept
from sokhcn.formats.docx.keys import full_keys, kept_in
from sokhcn.formats.docx.matching import pairs
from sokhcn.formats.docx.names import EDITION
from sokhcn.formats.docx.opening import NotADocx, Package, opened, properties_of, refusing
from sokhcn.formats.docx.outlines import values_in
from sokhcn.formats.docx.parsing import Known
from sokhcn.formats.docx.remarks import remarks_in
from sokhcn.formats.docx.returned import Comparison
from sokhcn.formats.docx.seen import Eyes, Seen
from sokhcn.formats.docx.styling import roles
from sokhcn.kernel.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file says now. ``edition`` is the edition it was written from, as its properties tell, or empty."""

    document: Document
    findings: tuple[Finding, ...] = ()
    edition: str = ""


def read(data: bytes) -> Returned:
    """The document in a .docx that this program wrote, whoever saved it since. Raises ``NotADocx`` for other files."""
    package = opened(data)
    with refusing():
        kept = kept_in(package)
        styles = package.one_of("styles")
        eyes = Eyes(roles(styles) if styles is not None else {})
        seen = tuple(eyes.lines(package.blocks()))
        known = _known(kept, package)
        edition = properties_of(package).get(EDITION, "")
        remarks = tuple(remarks_in(package))
    if not kept and not _is_ours(seen):
        raise NotADocx("Tệp .docx này không do Sổ KH&CN ghi ra: không có dấu nhận biết của báo cáo.", "foreign")
    comparison = Comparison(known, bool(kept))
    comparison.go(pairs(kept, seen))
    found = (*(told_of(comparison.meetings) if kept else ()), *comparison.findings, *told_of_walk(eyes.walk), *remarks)
    lost = () if kept else (_unkept(),)
    bare = (_unnamed(comparison.unnamed),) if comparison.unnamed else ()
    return Returned(built(comparison.strokes), (*lost, *bare, *found), edition)


def _known(kept: tuple[Kept, ...], package: Package) -> Known:
    told = (found for line in kept for outline in line.outlines for found in values_in(outline))
    return Known(full_keys(package), {(key, text): value for key, text, value in told})


def _is_ours(seen: tuple[Seen, ...]) -> bool:
    """Whether the lines carry controls of ours; styles alone may be anybody's."""
    return any(piece.tag for line in seen for cell in line.cells for piece in cell)


def _unkept() -> Finding:
    return Finding(
        "returned.unkept",
        Severity.LOOK,
        "Tệp không còn phần ghi nhớ của Sổ KH&CN; đọc theo kiểu chữ, không nói được chỗ nào đã sửa.",
    )


def _unnamed(count: int) -> Finding:
    return Finding(
        "returned.unnamed",
        Severity.HINT,
        "{count} khung số và văn bản không còn tên (LibreOffice bỏ tên khi lưu); nhận lại theo thứ tự trong dòng.",
        {"count": count},
    )
