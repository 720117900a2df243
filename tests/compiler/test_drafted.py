"""Everything wrong with an edited outline is told at once, with its file, its line and what may be meant."""

import pytest

from sokhcn.compiler.draft import read_file
from sokhcn.compiler.drafted import Known, examine_draft
from sokhcn.compiler.shapes import PERIOD, PLAIN

GOOD = """id = "thang"
version = "1"
kinds = ["month"]
basis = ""
type_name = "BÁO CÁO"
type_symbol = "BC"
subject = "Kết quả {{ period.name }}"
closing = "Trên đây."
appendix_reference = "(Kèm theo)"
appendices = ["tasks"]

[[chapter]]
key = "results"
title = "KẾT QUẢ"

[[chapter.chapter]]
keys = ["advice", "reform"]
title = "Tham mưu"
unit = "VP"

[[chapter]]
key = "own-text"
title = "RIÊNG"

=== own-text ===
Của {{ agency }}.
"""
KNOWN = Known({"period": PERIOD, "agency": PLAIN}, ("advice", "reform"), ("tasks",), ("VP",), ("long",))


def found(text: str) -> list[str]:
    return [str(finding) for finding in examine_draft(read_file("a.txt", text), KNOWN)]


def test_nothing_is_wrong_with_a_good_one() -> None:
    assert found(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"month"', '"moth"', "a.txt, dòng 3: Không có loại kỳ “moth”. Có phải “month”?"),
        ("subject = ", "subjet = ", "a.txt, dòng 7: Không có “subjet”. Có phải “subject”?"),
        ("subject = ", "subjet = ", "a.txt: Đề cương thiếu “subject”."),
        ("{{ period.name }}", "tháng 01", "a.txt, dòng 7: Trích yếu không có {{ period.name }}"),
        ("{{ period.name }}", "{{ period.nam }}", "a.txt, dòng 7: Không có tên “period.nam”. Có phải “name”?"),
        ('["tasks"]', '["task"]', "a.txt, dòng 10: Không có phụ lục “task”. Có phải “tasks”?"),
        ('"KẾT QUẢ"', '"KẾT QUẢ {{ agenc }}"', "a.txt, dòng 14: Không có tên “agenc”. Có phải “agency”?"),
        ('"reform"]', '"refrom"]', "a.txt, dòng 17: Không có phần lời “refrom”. Có phải “reform”?"),
        ('"reform"]', '"advice"]', "a.txt, dòng 17: Mục “advice” có hai lần."),
        ('unit = "VP"', 'unit = "PV"', "a.txt, dòng 19: Không có đơn vị mã “PV”. Có: VP."),
        ('basis = ""', 'wording = "lng"', "a.txt: Đề cương thiếu “basis”."),
        (
            'version = "1"',
            'version = "1"\nwording = "lng"',
            "a.txt, dòng 3: Không có bộ lời văn “lng”. Có phải “long”?",
        ),
        ('unit = "VP"', "numberd = true", "a.txt, dòng 19: Không có “numberd”. Có phải “numbered”?"),
        ('unit = "VP"', 'numbered = "no"', "a.txt, dòng 19: “numbered” phải là true hoặc false."),
        ('key = "own-text"', "", "a.txt, dòng 21: Mục thiếu “key”."),
        ('title = "RIÊNG"', 'title = "RIÊNG', "a.txt, dòng 23: Đề cương viết sai."),
        ("=== own-text", "=== own-txt", "a.txt, dòng 22: Không có phần lời “own-text”."),
        ("=== own-text", "=== own-txt", "a.txt, dòng 26: Không mục nào của đề cương dùng mẫu câu “own-txt”."),
        (
            "=== own-text",
            "=== zzz",
            "a.txt, dòng 26: Không mục nào của đề cương dùng mẫu câu “zzz”. Có: results, advice, reform, own-text.",
        ),
        ("Của {{ agency }}", "\nCủa {{ agencies }}", "a.txt, dòng 27: Không có tên “agencies”. Có phải “agency”?"),
        ('id = "thang"', 'id = "Tháng 1"', "a.txt, dòng 1: “id” chỉ gồm chữ thường không dấu"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, said: str) -> None:
    assert old in GOOD
    assert any(sentence.startswith(said) for sentence in found(GOOD.replace(old, new, 1))), found(
        GOOD.replace(old, new, 1)
    )


def test_all_faults_are_told_at_once_in_the_order_of_the_text() -> None:
    bad = GOOD.replace('"reform"]', '"refrom"]').replace("agency", "agencies").replace('["tasks"]', '["task"]')
    assert [sentence.split(":")[0] for sentence in found(bad)] == [
        "a.txt, dòng 10",
        "a.txt, dòng 17",
        "a.txt, dòng 26",
    ]


@pytest.mark.parametrize("text", ["", "x", "[[chapter]]", 'chapter = "x"', "chapter = [1]", "id = 1\nkinds = [1]"])
def test_what_is_no_outline_at_all_is_told_as_such(text: str) -> None:
    assert found(text)
