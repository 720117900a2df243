"""Figures, papers, sections and appendices keep their identity in the file."""

from sokhcn.document.nodes import Cite, Num
from sokhcn.document.walk import all_sections, leaves
from sokhcn.formats.docx.elements import NAMESPACES, W
from sokhcn.formats.docx.names import Identity, Kind, identity_of_bookmark, identity_of_tag
from tests.documents import every_node
from tests.formats.docx.opened import LONG_KEY, Opened, awkward, opened, text_of


def full_keys(file: Opened) -> dict[str, str]:
    variables = file.parts["word/settings.xml"].iter(W + "docVar")
    return {variable.get(W + "name", ""): variable.get(W + "val", "") for variable in variables}


def test_every_figure_and_paper_is_a_control_in_reading_order() -> None:
    document = every_node()
    file = opened(document)
    found = [
        (
            identity_of_tag(str(control.xpath("string(w:sdtPr/w:tag/@w:val)", namespaces=NAMESPACES)), {}),
            text_of(control),
        )
        for control in file.find("//w:sdt")
    ]
    assert found == [
        (Identity(Kind.FIGURE, node.key) if isinstance(node, Num) else Identity(Kind.PAPER, node.paper), node.text)
        for node in leaves(document)
        if isinstance(node, Num | Cite)
    ]


def test_controls_are_locked_readable_and_told_apart() -> None:
    file = opened(awkward())
    controls = len(file.find("//w:sdt"))
    ids = [int(value) for value in file.values("//w:sdtPr/w:id/@w:val")]
    assert len(set(ids)) == controls
    assert all(0 < value < 2**31 for value in ids)
    assert file.values("//w:sdtPr/w:lock/@w:val") == ["sdtLocked"] * controls
    assert max(len(tag) for tag in file.values("//w:sdtPr/w:tag/@w:val | //w:sdtPr/w:alias/@w:val")) == 64
    assert "Số liệu plain" in file.values("//w:sdtPr/w:alias/@w:val")


def test_one_paper_mentioned_twice_has_two_controls_of_one_tag() -> None:
    ids = opened(every_node()).values("//w:sdtPr[w:tag/@w:val='cite:14-NQ/TU@2022']/w:id/@w:val")
    assert len(set(ids)) == 2


def test_a_long_key_is_read_back_from_the_file_alone() -> None:
    file = opened(awkward())
    tags = file.values("//w:sdtPr/w:tag/@w:val")
    assert Identity(Kind.FIGURE, LONG_KEY) in [identity_of_tag(tag, full_keys(file)) for tag in tags]


def test_emphasis_around_a_figure_survives_inside_its_control() -> None:
    inside = opened(awkward()).find("//w:sdt[w:sdtPr/w:tag/@w:val='num:plain']//w:r/w:rPr/*")
    assert [element.tag for element in inside] == [W + tag for tag in ("b", "bCs", "i", "iCs")]


def test_sections_and_appendices_are_bookmarked_by_their_keys() -> None:
    for document in (every_node(), awkward()):
        file = opened(document)
        names = file.values("//w:bookmarkStart/@w:name")
        wanted = [Identity(Kind.SECTION, section.key) for section in all_sections(document.sections)]
        wanted += [Identity(Kind.APPENDIX, appendix.key) for appendix in document.appendices]
        assert [identity_of_bookmark(name, full_keys(file)) for name in names] == wanted
        assert file.values("//w:bookmarkStart/@w:id") == file.values("//w:bookmarkEnd/@w:id")
