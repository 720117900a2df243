"""The body is cut at its headings; what is planned is told from what was done."""

import pytest

from sokhcn.document.understood import Heading
from sokhcn.reader.chapters import chapters, is_plan, said
from tests.reported import report


def test_each_chapter_knows_the_headings_above_it() -> None:
    text = report("1. Nghiên cứu\nMột đoạn.\na) Nghiệm thu\nĐoạn khác.")
    titles = [chapter.titles for chapter in chapters(text)]
    assert titles[-1] == ("nghiem thu", "nghien cuu", "ket qua hoat dong")


def test_passages_are_its_paragraphs_and_items_without_marks() -> None:
    text = report("1. Nghiên cứu\nĐã làm:\n- Việc một;\n- Việc hai.\n2. Hỗ trợ\nĐoạn cuối.")
    last = [[said(text, span) for span in chapter.passages()] for chapter in chapters(text)][-2:]
    assert last == [["Đã làm:", "Việc một;", "Việc hai."], ["Đoạn cuối."]]


@pytest.mark.parametrize(
    ("level", "title", "planned"),
    [
        (1, "PHƯƠNG HƯỚNG NHIỆM VỤ TRỌNG TÂM THÁNG 6", True),
        (1, "NHIỆM VỤ TRỌNG TÂM THÁNG 6 NĂM 2023", True),
        (1, "PHẦN THỨ HAI: NHIỆM VỤ, GIẢI PHÁP", True),
        (2, "Kế hoạch công tác tháng tới", True),
        (2, "Công tác xây dựng, triển khai nhiệm vụ trọng tâm", False),
        (2, "Nhiệm vụ trọng tâm", False),
        (1, "KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 5", False),
    ],
)
def test_headings_of_what_is_planned(level: int, title: str, planned: bool) -> None:
    assert is_plan(Heading((0, 1), level, None, title)) is planned
