"""A rendered .docx opened for tests, and a document that is hard to print."""

from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from sokhcn.document.build import emph, inlines, num, para, section, strong
from sokhcn.document.nodes import DateLine, Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.formats.docx.elements import NAMESPACES, W
from sokhcn.formats.docx.names import Style
from sokhcn.formats.docx.render import render
from tests.documents import appendix, every_node, table

LONG_KEY = "research.managed." + "provincial." * 10 + "accepted"


@dataclass(frozen=True)
class Opened:
    data: bytes

    @cached_property
    def parts(self) -> dict[str, etree._Element]:
        with ZipFile(BytesIO(self.data)) as file:
            return {name: etree.fromstring(file.read(name)) for name in file.namelist()}

    @property
    def document(self) -> etree._Element:
        return self.parts["word/document.xml"]

    def find(self, path: str) -> list[etree._Element]:
        """Elements of the main part by XPath, prefixes as usual."""
        return self.document.xpath(path, namespaces=NAMESPACES)

    def values(self, path: str) -> list[str]:
        return [str(value) for value in self.find(path)]

    def paragraphs(self, style: Style) -> list[etree._Element]:
        return self.find(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")

    def lines(self, style: Style) -> list[str]:
        """What the paragraphs of a style say, blanks as spaces."""
        return [text_of(paragraph) for paragraph in self.paragraphs(style)]


def opened(document: Document, profile: Profile = DECREE_30) -> Opened:
    return Opened(render(document, profile))


def text_of(element: etree._Element) -> str:
    pieces = (" " if node.tag == W + "br" else node.text or "" for node in element.iter(W + "t", W + "br"))
    return "".join(pieces).replace("\N{NO-BREAK SPACE}", " ")


def awkward() -> Document:
    """Three addressees, a very long agency, marks that XML escapes, long keys, tables side by side, two appendices."""
    whole = every_node(30)
    head = replace(
        whole.head,
        parent_agency="ỦY BAN NHÂN DÂN TỈNH NINH THUẬN",
        agency="BAN QUẢN LÝ DỰ ÁN CÁC CÔNG TRÌNH KHOA HỌC, CÔNG NGHỆ VÀ CHUYỂN ĐỔI SỐ <&> “TỈNH”",
        number="5",
        place="Phan Rang - Tháp Chàm",
        dated=DateLine(7, 12, 2022),
        subject=inlines('Kết quả <b>hoạt động</b> & "phối hợp" khoa học và công nghệ tháng 12 năm 2022 của Sở'),
        addressees=("Bộ Khoa học và Công nghệ", "Ủy ban nhân dân tỉnh", "Ban Thường vụ Tỉnh ủy"),
    )
    both = strong("đậm ", emph("và nghiêng ", num("plain", 2, "02")))
    first = section("a long key/of a section, " + "x" * 40, 1, "I", "TIÊU ĐỀ", para(both, num(LONG_KEY, 1, "01")))
    tables = section("tables", 2, None, "Bảng", table(1), table(2), para("Trên đây là báo cáo./."))
    second = replace(appendix(2), key="second", label="Phụ lục II", landscape=False)
    return replace(whole, head=head, sections=(first, tables), appendices=(appendix(30), second))
