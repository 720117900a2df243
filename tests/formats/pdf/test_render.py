"""The printed PDF: what it claims, what it says, and how its pages fall."""

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from sokhcn.document.build import cite, dash, emph, inlines, items, para, section, strong
from sokhcn.document.nodes import Closing, DateLine, Document, Signature, Text
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.document.walk import citations, numbers
from sokhcn.formats.pdf.render import PrintingError, font_note, font_used, render
from tests.documents import CLOSING, HEAD, every_node
from tests.pages import assert_approved, page_texts

CODES = ("14-NQ/TU", "03/2022/QĐ-UBND", "10/01/2022", "11/01/2022")


def printed(document: Document, profile: Profile = DECREE_30) -> bytes:
    return render(document, profile, own_font_only=True).pdf


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def with_text(*words: str) -> Document:
    return Document(HEAD, (section("x", 1, "I", "NỘI DUNG", *(para(w) for w in words)),), CLOSING)


def test_pages_look_as_approved():
    assert_approved(printed(every_node()), "every-node")


def test_says_each_figure_and_paper_in_plain_letters():
    text = " ".join(page_texts(printed(every_node())))
    for node in (*numbers(every_node()), *citations(every_node())):
        assert node.text in text
    for code in CODES:
        assert code in text


def test_claims_archival_and_accessible():
    with opened(printed(every_node())) as pdf, pdf.open_metadata() as meta:
        assert (meta["pdfaid:part"], meta["pdfaid:conformance"], meta["pdfuaid:part"]) == ("2", "A", "1")
        assert meta["dc:title"] == (
            "Kết quả hoạt động khoa học và công nghệ tháng 01 năm 2022 và phương hướng nhiệm vụ tháng 02 năm 2022"
        )
        assert meta["dc:creator"] == ["SỞ KHOA HỌC VÀ CÔNG NGHỆ"]
        assert str(pdf.Root.Lang) == "vi"
        assert pdf.Root.MarkInfo.Marked


def test_same_document_same_bytes():
    assert printed(every_node()) == printed(every_node())


def test_a_draft_is_dated_the_first_of_its_month():
    with opened(printed(every_node())) as pdf:
        assert str(pdf.docinfo["/CreationDate"]).startswith("D:20220101")


def test_thirty_pages_of_appendix_repeat_their_header_and_count_their_own_pages():
    *body, first, second, last = _ends(page_texts(printed(every_node(300))))
    assert "TT Tên nhiệm vụ" in first
    assert first.startswith("Phụ lục DANH MỤC")
    assert second.startswith("2 TT Tên nhiệm vụ")
    assert "Nghiên cứu minh họa số 300" in last
    assert len(body) == 2


def _ends(texts: list[str]) -> list[str]:
    start = next(n for n, text in enumerate(texts) if text.startswith("Phụ lục"))
    return [*texts[: start + 2], texts[-1]]


def test_long_agency_wraps_and_number_stays_level_with_date():
    head = replace(
        HEAD,
        agency="TRUNG TÂM KIỂM ĐỊNH, HIỆU CHUẨN VÀ ỨNG DỤNG TIẾN BỘ KHOA HỌC VÀ CÔNG NGHỆ TỈNH NINH THUẬN",
        number="05",
        dated=DateLine(7, 3, 2022),
    )
    (text, *_) = page_texts(printed(replace(every_node(), head=head)))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc" in text
    assert "Số: 05/BC-SKHCN Ninh Thuận, ngày 07 tháng 3 năm 2022 BÁO CÁO" in text


def test_three_addressees_stand_one_per_line():
    head = replace(HEAD, addressees=("UBND tỉnh", "Bộ Khoa học và Công nghệ", "Sở Tài chính"))
    (text, *_) = page_texts(printed(replace(every_node(), head=head)))
    assert "Kính gửi: - UBND tỉnh; - Bộ Khoa học và Công nghệ; - Sở Tài chính. I. KẾT QUẢ" in text


HOSTILE = (
    '#let x = 1 #panic("x")',
    "$ x^2 $ \\ \\u{41}",
    "<&> “a” 'b' \"c\"",
    "*a* _b_ `c` @d // e /* f */",
    "= g -- h ~ i",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_words_are_never_markup(words: str):
    assert words in page_texts(printed(with_text(words, "Hết.")))[0]


def test_control_characters_print_as_spaces():
    assert "một hai ba" in page_texts(printed(with_text("một\x00hai\x0bba")))[0]


def test_a_letter_no_font_has_is_named():
    with pytest.raises(PrintingError, match=r"phông .+ không có ký tự “漢”"):
        printed(with_text("漢"))


@pytest.mark.parametrize("code", ["03/2022/QĐ-UBND", "14-NQ/TU", "(7096/UBND-KTTH),"])
def test_a_line_never_ends_inside_a_code(code: str):
    """Whatever comes before it: the code moves to the next line whole."""
    for length in range(52, 72, 3):
        document = with_text(
            "m " * (length // 2) + "n" * (length % 2), f"{'o' * 3} " * 16 + f"{'i' * (length - 50)} {code} hết."
        )
        assert code in page_texts(printed(document))[0]


def lone_closing(lines: int, last: str) -> Document:
    """A body whose end comes near the end of the first page."""
    body = (para("Đoạn."),) * lines
    end = (items(dash("Gạch đầu dòng.", below=[dash(last)])),) if last.startswith("Con") else (para(last),)
    return Document(replace(HEAD, addressees=()), (section("x", 1, "I", "NỘI DUNG", *body, *end),), CLOSING)


ONE_LINE = 100  # letters


@pytest.mark.parametrize("last", ["Hết.", "Con.", "Câu này dài hơn một dòng của trang giấy. " * 4])
@pytest.mark.parametrize("lines", range(14, 28))
def test_the_closing_takes_two_lines_with_it(lines: int, last: str):
    *_, page = page_texts(printed(lone_closing(lines, last)))
    before = page.split("Nơi nhận:")[0].removeprefix("2 ")
    assert before.count(". ") > 1 or len(before) > ONE_LINE


def test_a_document_without_sections_is_printed():
    closing = Closing(("Lưu: VT",), Signature(("GIÁM ĐỐC",), "Nguyễn Văn A"))
    assert "- Lưu: VT. GIÁM ĐỐC Nguyễn Văn A" in page_texts(printed(Document(HEAD, (), closing)))[0]


def test_every_letter_is_found_in_bold_italic():
    """The bold italic inside typst has no ơ and ư."""
    words = "ơ ờ ớ ở ỡ ợ ư ừ ứ ử ữ ự Ơ Ư đ ằ ễ ỵ"
    document = Document(HEAD, (section("x", 1, "I", "A", para(strong(emph(words)))),), CLOSING)
    assert words in page_texts(printed(document))[0]


def test_headings_make_the_outline():
    with opened(printed(every_node())) as pdf, pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root] == [
            "I. KẾT QUẢ HOẠT ĐỘNG KH&CN THÁNG 01 NĂM 2022",
            "II. PHƯƠNG HƯỚNG NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2022",
            "Phụ lục DANH MỤC NHIỆM VỤ KHOA HỌC VÀ CÔNG NGHỆ",
        ]
        assert outline.root[0].children[0].title == "1. Công tác tham mưu văn bản"


def test_the_font_is_named():
    assert font_used() in DECREE_30.fonts
    assert font_note("Times New Roman") == ""
    note = render(with_text("Hết."), Profile(fonts=("No Such Font",))).note
    assert note == "Bản PDF dùng phông Libertinus Serif vì máy in bản này không có phông Times New Roman."


def test_a_break_in_the_subject_is_a_space_in_the_title():
    head = replace(HEAD, subject=inlines("Một", cite("1", " 2/QĐ-UB"), Text(" ba")))
    with opened(printed(replace(every_node(), head=head))) as pdf, pdf.open_metadata() as meta:
        assert meta["dc:title"] == "Một 2/QĐ-UB ba"


def test_each_appendix_starts_its_own_pages():
    one = replace(every_node().appendices[0], label="Phụ lục I", landscape=False)
    two = replace(one, label="Phụ lục II", landscape=True)
    three = replace(one, label="Phụ lục III", blocks=(para("Chữ."),))
    texts = page_texts(printed(replace(every_node(), appendices=(one, two, three))))
    assert [" ".join(text.split()[:3]) for text in texts[-3:]] == ["Phụ lục I", "Phụ lục II", "Phụ lục III"]
    assert len(texts) == 5


def test_a_viewer_names_pages_as_they_are_numbered():
    with opened(printed(every_node(30))) as pdf:
        assert [page.label for page in pdf.pages] == ["1", "2", "PL-1", "PL-2"]
    several = replace(every_node(), appendices=every_node(30).appendices * 3)
    with opened(printed(several)) as pdf:
        labels = [page.label for page in pdf.pages]
    assert labels == ["1", "2", "PLⅠ-1", "PLⅠ-2", "PLⅡ-1", "PLⅡ-2", "PLⅢ-1", "PLⅢ-2"]


def test_the_words_of_the_recipients_stand_on_the_line_of_the_position():
    with pypdfium2.PdfDocument(printed(every_node())) as pdf:
        page = pdf[1].get_textpage()
        bottoms = [page.get_charbox(page.search(words).get_next()[0])[1] for words in ("Nơi nhận", "KT. GIÁM")]
    assert bottoms[0] == pytest.approx(bottoms[1], abs=0.5)
