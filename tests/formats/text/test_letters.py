"""Text files: lines as they stand, exact places, page numbers and running heads told apart, tables found."""

import pytest

from sokhcn.document.letters import Letters, Role, Unreadable
from sokhcn.formats.text.letters import letters
from sokhcn.formats.text.render import render
from tests.documents import every_node


def said(found: Letters, role: Role) -> list[str]:
    return [found.of(line) for line in found.lines if line.role is role]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_have_their_places_whatever_ends_them(end: str):
    text = f"Số: /BC-SKHCN\tNinh Thuận{end}{end}  I. KẾT QUẢ  {end}"
    found = letters(text.encode("utf-8-sig"))
    assert found.source == found.text == text
    assert [found.of(line) for line in found.lines] == ["Số: /BC-SKHCN\tNinh Thuận", "I. KẾT QUẢ"]
    line = found.lines[1]
    assert found.in_source(line.start, line.end) == (text.index("I."), text.index("I.") + 10)


def test_running_heads_and_page_numbers_at_the_edge_of_pages():
    bodies = (
        "Đã ban hành\n05 nhiệm vụ\nvà kế hoạch",
        "Đã cấp\n05 nhiệm vụ\ngiấy phép",
        "Đã kiểm\n05 nhiệm vụ\nthử nghiệm",
    )
    pages = "\f".join(f"Báo cáo tháng {n}\n{body}\n- {n} -" for n, body in enumerate(bodies, 1))
    found = letters(pages.encode())
    assert said(found, Role.RUNNING_HEAD) == ["Báo cáo tháng 1", "Báo cáo tháng 2", "Báo cáo tháng 3"]
    assert said(found, Role.PAGE_NUMBER) == ["- 1 -", "- 2 -", "- 3 -"]
    assert said(found, Role.BODY).count("05 nhiệm vụ") == 3


def test_page_numbers_without_form_feeds_follow_each_other_pages_apart():
    page = "\n".join(f"Dòng {n} của báo cáo" for n in range(12))
    found = letters(f"{page}\n2\n{page}\nTrang 3\n{page}\n".encode())
    assert said(found, Role.PAGE_NUMBER) == ["2", "Trang 3"]


def test_numbers_in_a_column_are_no_page_numbers():
    found = letters("TT\n1\nMáy đo\n2\nCân\n3\n".encode())
    assert said(found, Role.PAGE_NUMBER) == []


def test_our_own_file_keeps_its_table_and_its_two_columns():
    found = letters(render(every_node()))
    (grid,) = found.grids
    rows = [[" ".join(found.of(found.lines[n]) for n in cell) for cell in row] for row in grid.rows]
    assert rows[0] == ["TT", "Tên nhiệm vụ", "Tổ chức chủ trì", "Kinh phí"]
    assert rows[1] == ["A. Cấp tỉnh"]
    assert rows[2] == ["1", "Nghiên cứu minh họa số 1 (minh họa)", "Cơ sở minh họa 01 (minh họa)", "1.250,5"]
    assert rows[-1] == ["", "Cộng", "", "03"]
    assert found.of(found.lines[0]).split("   ")[0] == "UBND TỈNH NINH THUẬN"
    assert not any(set(found.of(line)) <= {"─"} for line in found.lines)


def test_an_empty_file_is_refused():
    with pytest.raises(Unreadable, match="không có chữ"):
        letters(b"\n\n")
