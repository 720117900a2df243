"""A comparison as a Word file: its changes are Word's own, and accepting or rejecting them gives either version."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from sokhcn.document.blackline import Mark, Marked, Piece
from sokhcn.document.strokes import Part
from sokhcn.formats.docx.blackline import render
from sokhcn.formats.docx.elements import W
from tests.documents import every_node

AT = datetime(2022, 1, 14, 8, 0, tzinfo=UTC)
LINES = (
    Marked(Part.SECTION, 0, (Piece(Mark.SAME, "I. KẾT QUẢ"),)),
    Marked(Part.PARAGRAPH, 0, (Piece(Mark.SAME, "Đã cấp "), Piece(Mark.OUT, "03"), Piece(Mark.IN, "04"))),
    Marked(Part.ITEM, 1, (Piece(Mark.IN, "+ Dòng mới."),)),
)


def body() -> etree._Element:
    with ZipFile(BytesIO(render("So sánh", LINES, every_node().head, AT))) as packed:
        return etree.fromstring(packed.read("word/document.xml"))


def said(root: etree._Element, tag: str) -> list[str]:
    return [text.text or "" for text in root.iter(W + tag)]


def test_insertions_and_deletions_are_tracked_by_the_program_on_the_day_given() -> None:
    root = body()
    marks = [(m.tag.removeprefix(W), m.get(W + "author"), m.get(W + "date")) for m in root.iter(W + "ins", W + "del")]
    assert marks == [
        ("del", "Sổ KH&CN", "2022-01-14T08:00:00Z"),
        ("ins", "Sổ KH&CN", "2022-01-14T08:00:00Z"),
        ("ins", "Sổ KH&CN", "2022-01-14T08:00:00Z"),  # the end of a new line is new too
        ("ins", "Sổ KH&CN", "2022-01-14T08:00:00Z"),
    ]
    ids = [mark.get(W + "id") for mark in root.iter(W + "ins", W + "del")]
    assert len(set(ids)) == len(ids)
    assert said(root, "delText") == ["03"]
    assert "04" in said(root, "t")


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert render("So sánh", LINES, every_node().head, AT) == render("So sánh", LINES, every_node().head, AT)
