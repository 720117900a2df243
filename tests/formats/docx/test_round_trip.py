"""A document written as .docx reads back as the same document, and nothing is found changed in it."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from hypothesis import HealthCheck, example, given, settings

from sokhcn.document.build import emph, para, section, strong
from sokhcn.document.nodes import Break, Cite, Document, Emph, Item, Items, Num, Paragraph, Section, Strong, Text
from sokhcn.formats.docx.read import read
from sokhcn.formats.docx.render import render
from tests.document_strategies import DOCUMENTS
from tests.documents import every_node
from tests.formats.docx.opened import awkward

ODD = (
    Paragraph(()),
    Paragraph((Text(""), Text("a"), Text("b"), Text("\x00\x0bhai\r\n\tdòng"), Text(" "))),
    Paragraph((Emph(()), Strong((Emph((Text("x"),)), Break())), Emph((Emph((Text("y"),)),)))),
    Paragraph((Num("k", 1, "01"), Num("k", 2, ""), Cite("p" * 90, ""), Cite("p" * 90, "\x01"), Break())),
    Items(()),
    Items((Item("", ()), Item("a b", (Text(" c"),), (Item("-", (), (Item("+", (), (Item("*", ()),)),)),)))),
    Items((Item("-", (Text("một"),)),)),
    Paragraph((Text("- không phải liệt kê"),)),
)


def odd() -> Document:
    """What paper cannot tell apart: empty texts and lists, neighbouring texts, letters XML has not, deep nesting."""
    twin = Section("same", 7, "", (), ODD)
    return replace(every_node(), sections=(twin, replace(twin, number=None, sections=(twin,))), language="\x02")


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@example(every_node())
@example(awkward())
@example(odd())
@given(DOCUMENTS)
def test_any_document_comes_back_the_same(document: Document) -> None:
    returned = read(render(document))
    assert returned.document == document
    assert returned.findings == ()


def test_the_file_tells_its_edition_and_is_the_same_each_time() -> None:
    data = render(every_node(), edition="2022-01/3")
    assert read(data).edition == "2022-01/3"
    assert data == render(every_node(), edition="2022-01/3")
    assert read(render(every_node())).edition == ""


def test_words_are_read_from_the_page_and_not_from_what_is_kept_beside_it() -> None:
    words = para(emph("chữ "), strong("trên giấy"), ".")
    data = render(replace(every_node(), sections=(section("s", 1, "I", "MỤC", words),)))
    with ZipFile(BytesIO(data)) as file:
        assert "trên giấy" not in file.read("customXml/item1.xml").decode("unicode_escape")
