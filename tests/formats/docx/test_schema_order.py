"""Children stand in the order the WordprocessingML schema gives them: Word refuses or repairs files that do not."""

import pytest

from sokhcn.document.nodes import Document
from sokhcn.formats.docx.elements import W
from tests.documents import every_node
from tests.formats.docx.opened import awkward, opened

ORDER = {
    "pPr": "pStyle keepNext keepLines widowControl spacing ind jc outlineLvl rPr sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs lang",
    "sdt": "sdtPr sdtContent",
    "sdtPr": "rPr alias tag id lock",
    "sectPr": "headerReference type pgSz pgMar pgNumType cols titlePg",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tr": "trPr tc",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW gridSpan tcMar vAlign",
    "style": "name aliases basedOn next qFormat pPr rPr tblPr",
    "docDefaults": "rPrDefault pPrDefault",
    "styles": "docDefaults style",
    "settings": "zoom defaultTabStop characterSpacingControl compat docVars themeFontLang decimalSymbol listSeparator",
    "font": "altName charset family pitch",
}
REPEATED = {"headerReference", "style", "tr", "tc"}


@pytest.mark.parametrize("document", [every_node(), awkward()], ids=["usual", "awkward"])
@pytest.mark.parametrize("parent", ORDER)
def test_children_stand_in_schema_order(document: Document, parent: str) -> None:
    order, seen = ORDER[parent].split(), 0
    for name, part in opened(document).parts.items():
        for element in part.iter(W + parent):
            children = [child.tag.removeprefix(W) for child in element]
            assert children == sorted(children, key=order.index), name
            once = [child for child in children if child not in REPEATED]
            assert len(once) == len(set(once)), name
            seen += 1
    assert seen


def test_properties_lead_and_every_cell_ends_in_a_paragraph() -> None:
    file = opened(awkward())
    for owner, properties in (("p", "pPr"), ("r", "rPr"), ("tc", "tcPr")):
        assert not file.find(f"//w:{owner}/w:{properties}[preceding-sibling::*]")
    assert file.find("//w:tc")
    assert not file.find("//w:tc[not(*[last()][self::w:p])]")
    assert not file.find("//w:tbl[following-sibling::*[1][self::w:tbl]]")
    assert [child.tag for child in file.find("/w:document/w:body/*")][-1] == W + "sectPr"


def test_every_style_used_is_defined() -> None:
    file = opened(awkward())
    used = set(file.values("//w:pStyle/@w:val | //w:tblStyle/@w:val"))
    defined = {style.get(W + "styleId") for style in file.parts["word/styles.xml"].iter(W + "style")}
    assert used
    assert used <= defined
