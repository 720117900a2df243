"""The tag tree: what a screen reader is told of each part of the page."""

import io
from collections import Counter
from collections.abc import Iterator

import pikepdf
import pytest

from sokhcn.formats.pdf.render import render
from tests.documents import every_node


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(render(every_node(), own_font_only=True).pdf)) as opened:
        yield opened


def tags(node: pikepdf.Object, path: str = "") -> Iterator[str]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from tags(child, path)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        path += str(node.S)
        yield path
        yield from tags(node.get("/K", pikepdf.Array()), path)


def test_headings_lists_and_tables_are_told(pdf: pikepdf.Pdf):
    ends = Counter(path.rsplit("/", 1)[1] for path in tags(pdf.Root.StructTreeRoot.K))
    assert (ends["Title"], ends["H1"], ends["H2"]) == (1, 3, 3)
    assert (ends["Table"], ends["TH"], ends["TR"]) == (1, 4, 6)
    assert ends["LI"] == ends["Lbl"] == ends["LBody"] == 12


def test_a_list_below_an_item_is_a_list_in_the_list(pdf: pikepdf.Pdf):
    assert "/Document/L/L/LI/LBody/P" in set(tags(pdf.Root.StructTreeRoot.K))


def test_every_font_is_embedded_and_is_the_one_named(pdf: pikepdf.Pdf):
    fonts = [f for page in pdf.pages for f in page.Resources.Font.values()]
    names = {str(f.BaseFont).split("+")[1] for f in fonts}
    assert names
    assert all(name.startswith("LibertinusSerif-") for name in names)
    assert all({"/FontFile2", "/FontFile3"} & set(d.FontDescriptor.keys()) for f in fonts for d in f.DescendantFonts)
