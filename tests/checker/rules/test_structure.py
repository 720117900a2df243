"""Parts that are missing, numbers that jump, headings that stand unevenly."""

import pytest

from sokhcn.document.letters import Hint, Letters, Line
from tests.checker.examined import FOOT, HEAD, findings, found, whole


def test_numbers_jump_and_repeat() -> None:
    body = "I. KẾT QUẢ\n1. Một\nA.\n3. Ba\nB.\n3. Bốn\nC.\nIII. PHƯƠNG HƯỚNG\nD."
    assert found("structure.numbering", body) == ["3. Ba", "3. Bốn", "III. PHƯƠNG HƯỚNG"]


def test_numbers_begin_again_under_each_part() -> None:
    assert found("structure.numbering", "I. KẾT QUẢ\n1. Một\nA.\n2. Hai\nB.\nII. PHƯƠNG HƯỚNG\n1. Một\nC.") == []


def test_a_number_may_follow_a_paragraph_that_is_no_heading() -> None:
    body = "I. MỤC TIÊU\n1. Mọi người đều biết.\n2. Việc nào cũng có người làm.\n3. Đạt các chỉ tiêu\na) Một.\nb) Hai."
    assert found("structure.numbering", body) == []


@pytest.mark.parametrize(
    "words",
    ["(Chi tiết có trong Phụ lục kèm theo)", "(Phụ lục đính kèm)", "(Kèm theo Phụ lục)", "(chi tiết tại Phụ lục 1)"],
)
def test_an_appendix_that_is_announced_and_absent(words: str) -> None:
    body = f"1. Việc\nĐã nghiệm thu 01 nhiệm vụ {words}."
    assert found("structure.annex", body) == [words]
    with_annex = whole(body) + "\nPhụ lục\nDANH MỤC NHIỆM VỤ\n"
    assert findings("structure.annex", with_annex) == ()


def test_the_head_and_the_foot() -> None:
    bare = "BÁO CÁO\nKết quả tháng 01 năm 2022\n\n1. Việc\nXong.\n\nNơi nhận:\n- Lưu: VT.\nGIÁM ĐỐC\nNguyễn Văn A"
    for id in ("structure.head", "structure.addressee", "structure.closing"):
        (finding,) = findings(id, bare)
        assert finding.span is None
        assert findings(id, whole("1. Việc\nXong.")) == ()
    assert findings("structure.ending", bare) == ()
    assert len(findings("structure.ending", HEAD + "1. Việc\nXong.")) == 1


def test_only_what_is_missing_of_the_addressee_is_asked_for() -> None:
    (finding,) = findings("structure.addressee", whole("1. Việc\nXong.").replace("- Như trên;\n", ""))
    assert str(finding).endswith("gửi cấp trên mà thiếu “- Như trên;”. Thêm ở đầu Nơi nhận.")


def test_chapters_of_the_outline() -> None:
    chapters = ("Công tác tham mưu", "Công tác thanh tra")
    (finding,) = findings("structure.chapter", whole("1. Công tác tham mưu:\nXong."), chapters=chapters)
    assert finding.values["title"] == "Công tác thanh tra"


def at_levels(*rows: tuple[str, int | None]) -> Letters:
    text = HEAD + "\n".join(row for row, _ in rows) + FOOT
    levels = dict(rows)
    lines, place = [], 0
    for row in text.split("\n"):
        if row.strip():
            lines.append(Line(place, place + len(row), hint=Hint(level=levels.get(row))))
        place += len(row) + 1
    return Letters(text, text, tuple(lines))


def test_headings_of_one_series_stand_at_one_level() -> None:
    told = at_levels(("I. KẾT QUẢ", 1), ("1. Một", 2), ("A.", None), ("2. Hai", 3), ("B.", None), ("CHUNG CẢ", 1))
    assert [told.source[slice(*f.span)] for f in findings("form.heading-level", told) if f.span] == [
        "2. Hai",
        "CHUNG CẢ",
    ]
