"""PDF files: lines in reading order with page and box, tables, page numbers, footnotes; and what is refused."""

import io

import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from sokhcn.document.letters import Letters, Role, Unreadable
from sokhcn.formats.pdf import letters as reading
from sokhcn.formats.pdf.letters import letters
from sokhcn.formats.pdf.render import render
from tests.documents import every_node


def printed(source: str) -> bytes:
    """A PDF of a page of our own making."""
    fonts = typst.Fonts(include_system_fonts=False)
    return typst.compile(source.encode(), format="pdf", font_paths=fonts)  # type: ignore[return-value, call-overload]


def said(found: Letters, role: Role = Role.BODY) -> list[str]:
    return [found.of(line) for line in found.lines if line.role is role]


def rows(found: Letters) -> list[list[str]]:
    return [["/".join(found.of(found.lines[n]) for n in cell) for cell in row] for row in found.grids[0].rows]


def locked(pdf: bytes) -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        file.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
    return made.getvalue()


OURS = render(every_node(), own_font_only=True).pdf


def test_two_columns_are_read_one_after_the_other():
    found = said(letters(OURS))
    head = ["UBND TỈNH NINH THUẬN", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Số: /BC-SKHCN"]
    assert found[:3] == head
    assert found[3].startswith("CỘNG HÒA XÃ HỘI")
    assert found[4:6] == ["Độc lập - Tự do - Hạnh phúc", "Ninh Thuận, ngày tháng 01 năm 2022"]
    close = found.index("Nơi nhận:")
    assert found[close + 6 : close + 10] == ["- Lưu: VT, VP.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Tấn Quang"]


def test_every_line_knows_its_page_its_box_and_its_look():
    found = letters(OURS)
    line = next(line for line in found.lines if found.of(line) == "BÁO CÁO")
    assert (line.origin.page, line.hint.bold, line.hint.centred, line.hint.size_pt) == (1, True, True, 14.0)
    left, bottom, right, top = line.origin.box
    assert 0 < left < right < 595
    assert 0 < bottom < top < 842
    assert {line.origin.page for line in found.lines} == {1, 2, 3}


def test_page_numbers_and_ruled_tables():
    found = letters(OURS)
    assert said(found, Role.PAGE_NUMBER) == ["2"]
    assert rows(found)[0] == ["TT", "Tên nhiệm vụ", "Tổ chức chủ trì", "Kinh phí"]
    assert rows(found)[1] == ["A. Cấp tỉnh", "", "", ""]
    assert rows(found)[-1] == ["", "Cộng", "", "03"]
    assert found.grids[0].ruled


def test_footnotes_and_running_heads():
    page = (
        "#set page(width: 15cm, height: 9cm, header: [Báo cáo quý I])\n#set text(size: 13pt)\n"
        "Đã ban hành Kế hoạch#footnote[Kế hoạch số 05/KH-UBND.] trong tháng.\n#pagebreak()\nĐã cấp 02 giấy phép."
    )
    found = letters(printed(page))
    assert said(found, Role.RUNNING_HEAD) == ["Báo cáo quý I"] * 2
    assert any("05/KH-UBND" in note for note in said(found, Role.FOOTNOTE))
    assert said(found)[-1] == "Đã cấp 02 giấy phép."


def test_a_table_without_borders_and_a_leaning_watermark():
    page = (
        "#set page(width: 18cm, height: 12cm)\n#place(center + horizon, rotate(45deg, text(size: 40pt)[MẬT]))\n"
        "#grid(columns: (3cm, 6cm, 5cm), row-gutter: 8pt, [TT], [Tên], [Số], [1], [Máy đo], [05], [2], [Cân], [11])"
    )
    found = letters(printed(page))
    assert "MẬT" not in found.text
    assert rows(found) == [["TT", "Tên", "Số"], ["1", "Máy đo", "05"], ["2", "Cân", "11"]]
    assert not found.grids[0].ruled


def test_a_hyphen_at_the_end_of_a_line_stays_one():
    found = letters(printed("#set page(width: 7cm, height: 5cm)\nQuyết định số 21/QĐ-\\ UBND ngày"))
    assert "21/QĐ-\nUBND" in found.text


def test_only_the_first_pages_of_a_long_file_are_read_and_that_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "MOST_PAGES", 2)
    found = letters(OURS)
    assert {line.origin.page for line in found.lines} == {1, 2}
    assert "3 trang; chỉ đọc 2 trang đầu" in str(found.findings[0])


def test_pages_of_pictures_are_named_or_refused():
    dots = '#image(bytes((255, 0, 0)), format: (encoding: "rgb8", width: 1, height: 1))'
    found = letters(printed(f"Một\n#pagebreak()\n{dots}"))
    assert "Trang 2 chỉ có ảnh" in str(found.findings[0])
    with pytest.raises(Unreadable, match="chỉ có ảnh, không có chữ"):
        letters(printed(dots))


def test_a_password_and_damage_are_told_apart():
    with pytest.raises(Unreadable, match="mật khẩu"):
        letters(locked(OURS))
    with pytest.raises(Unreadable, match="hỏng"):
        letters(b"%PDF-1.7 nothing")


@settings(max_examples=15)
@given(st.lists(st.tuples(st.integers(0, len(OURS) - 1), st.integers(0, 255)), min_size=1, max_size=40), st.booleans())
def test_damaged_files_are_read_or_refused(changes: list[tuple[int, int]], cut: bool):
    broken = bytearray(OURS)
    for place, value in changes:
        broken[place] = value
    data = bytes(broken[: changes[0][0]] if cut else broken)
    try:
        found = letters(data)
    except Unreadable as refused:
        said_why = str(refused)
    else:
        said_why = found.text
    assert said_why
