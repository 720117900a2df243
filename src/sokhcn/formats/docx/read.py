"""A .docx of ours back as a document: exactly, while nobody touched it; else as it now is, with what was changed.

Text, figures and papers come from the pages that people see. What the file keeps beside them (``kept``) only says how
the words are cut into nodes, and which words a figure or a paper was printed as.
"""

from dataclasses import dataclass

from sokhcn.document.building import built
from sokhcn.document.nodes import Document
from sokhcn.formats.docx.alterations import told_of, told_of_walk
from sokhcn.formats.docx.elements import Element, W
from sokhcn.formats.docx.kept import ROOT, Kept, lines_of
from sokhcn.formats.docx.matching import pairs
from sokhcn.formats.docx.names import EDITION, is_cut, name_of
from sokhcn.formats.docx.opening import NotADocx, Package, opened, properties_of, refusing
from sokhcn.formats.docx.outlines import values_in
from sokhcn.formats.docx.parsing import Known
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
        kept = _kept(package)
        styles = package.one_of("styles")
        eyes = Eyes(roles(styles) if styles is not None else {})
        seen = tuple(eyes.lines(package.blocks()))
        known = _known(kept, package)
        edition = properties_of(package).get(EDITION, "")
    if not kept and not _is_ours(seen):
        raise NotADocx("Tệp .docx này không do Sổ KH&CN ghi ra: không có dấu nhận biết của báo cáo.")
    comparison = Comparison(known, bool(kept))
    comparison.go(pairs(kept, seen))
    found = (*(told_of(comparison.meetings) if kept else ()), *comparison.findings, *told_of_walk(eyes.walk))
    lost = () if kept else (_unkept(),)
    bare = (_unnamed(comparison.unnamed),) if comparison.unnamed else ()
    return Returned(built(comparison.strokes), (*lost, *bare, *found), edition)


def _kept(package: Package) -> tuple[Kept, ...]:
    for part in package.all_of("customXml"):
        if part.tag == ROOT:
            return lines_of(part)
    return ()


def _known(kept: tuple[Kept, ...], package: Package) -> Known:
    settings = package.one_of("settings")
    keys = _variables(settings) if settings is not None else {}
    values = {}
    for line in kept:
        for identity, _ in line.controls():
            if is_cut(name_of(identity)):
                keys[name_of(identity)] = identity.key
        values.update({(key, text): value for outline in line.outlines for key, text, value in values_in(outline)})
    return Known(keys, values)


def _variables(settings: Element) -> dict[str, str]:
    return {node.get(W + "name", ""): node.get(W + "val", "") for node in settings.iter(W + "docVar")}


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
