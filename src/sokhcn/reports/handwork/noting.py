"""What a file says of overridden figures: a draft frames and lists them, what leaves the house is clean."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sokhcn.document.build import inlines
from sokhcn.document.nodes import Align, Appendix, Column, Document, Emph, Inline, Num, Row, Strong, Table, Text
from sokhcn.document.walk import all_sections, changed, words

KEY = "so-ghi-de"
LABEL = "GHI CHÚ CỦA DỰ THẢO"
TITLE = "CÁC SỐ GHI ĐÈ"
REFERENCE = "(Trang này không thuộc báo cáo; bản trình ký không có)"
COLUMNS = (
    Column("TT", 0.6, Align.CENTRE),
    Column("Mục", 2.4),
    Column("Chỉ tiêu", 3.0),
    Column("Số in", 0.9, Align.RIGHT),
    Column("Sổ đếm", 0.9, Align.RIGHT),
    Column("Lý do", 3.0),
    Column("Người ghi đè", 1.8),
)
EVERYWHERE = "cả báo cáo"

Overrides = Iterable[Mapping[str, Any]]


def noted(document: Document, overrides: Overrides, labels: Mapping[str, str]) -> Document:
    """``document`` with a page at the end that lists its overridden figures; as it is, where there are none."""
    printed = [one for one in overrides if one["times"]]
    if not printed:
        return document
    titles = {section.key: words(section.title) for section in all_sections(document.sections)}
    rows = tuple(_row(n, one, titles, labels) for n, one in enumerate(printed, 1))
    note = Appendix(KEY, LABEL, TITLE, REFERENCE, (Table(COLUMNS, rows),), landscape=False)
    return replace(document, appendices=(*document.appendices, note))


def without_note(document: Document) -> Document:
    """``document`` without that page."""
    return replace(document, appendices=tuple(one for one in document.appendices if one.key != KEY))


def clean(document: Document) -> Document:
    """``document`` with no figure marked."""
    return changed(document, lambda run: tuple(map(_unmarked, run)))


def with_signs(document: Document) -> Document:
    """``document`` with a sign behind each overridden figure, for forms that frame nothing."""
    return changed(document, lambda run: tuple(node for one in run for node in _signed(one)))


def _row(n: int, one: Mapping[str, Any], titles: Mapping[str, str], labels: Mapping[str, str]) -> Row:
    where = titles.get(one["chapter"], one["chapter"]) or EVERYWHERE
    texts = (str(n), where, labels.get(one["key"], one["key"]), one["value"], one["counted"] or "–", one["reason"])
    return Row(tuple(inlines(text) for text in (*texts, one["by"])))


def _unmarked(node: Inline) -> Inline:
    if isinstance(node, Emph | Strong):
        return replace(node, children=tuple(map(_unmarked, node.children)))
    return replace(node, counted=None) if isinstance(node, Num) and node.counted is not None else node


def _signed(node: Inline) -> tuple[Inline, ...]:
    if isinstance(node, Emph | Strong):
        return (replace(node, children=tuple(inner for one in node.children for inner in _signed(one))),)
    return (node, Text("[*]")) if isinstance(node, Num) and node.counted is not None else (node,)
