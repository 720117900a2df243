"""Markdown: words without marks, and every letter with its place in the file."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.document.letters import Hint, Role
from sokhcn.formats.markdown.letters import letters
from tests.needs import SHARED


def text_of(markdown: str) -> str:
    return letters(markdown.encode()).text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**đậm** và *nghiêng*", "đậm và nghiêng"),
        ("***Nơi nhận:***", "Nơi nhận:"),
        ("30 nhiệm vụ (*05 cấp quốc gia và 25 cấp tỉnh*).", "30 nhiệm vụ (05 cấp quốc gia và 25 cấp tỉnh)."),
        ("__đậm__ _nghiêng_ ten_tep_dai", "đậm nghiêng ten_tep_dai"),
        ("2 * 3 * 4 và * riêng", "2 * 3 * 4 và * riêng"),
        ("**chưa đóng", "**chưa đóng"),
        (r"\*sao\* và 1\. số", "*sao* và 1. số"),
        ("`mã *x*` và ``a`b``", "mã *x* và a`b"),
        ("[Nghị quyết](http://a.vn/b_c) số [1]", "Nghị quyết số [1]"),
        ("![dấu](a.png) <http://a.vn/x> <b>KT.</b>", "dấu http://a.vn/x KT."),
        ("KH&amp;CN &lt;5 &khong; &#272;", "KH&CN <5 &khong; Đ"),
        ("~~bỏ~~ ~giữ~", "bỏ ~giữ~"),
        ("### **I. KẾT QUẢ** ###", "I. KẾT QUẢ"),
        ("> > trích", "trích"),
        ("- một\n+ hai\n1. ba", "- một\n+ hai\n1. ba"),
    ],
)
def test_marks_go_and_words_stay(written: str, read: str):
    assert text_of(written) == read


def test_depth_and_emphasis_are_hints():
    found = letters("# A\n\nTiêu đề\n===\n\n**Đậm**\n\n*(nghiêng).*\n\n#### **B**\nmột **hai** ba bốn".encode())
    assert [(found.of(line), line.hint) for line in found.lines] == [
        ("A", Hint(level=1)),
        ("Tiêu đề", Hint()),
        ("Đậm", Hint(bold=True)),
        ("(nghiêng).", Hint(italic=True)),
        ("B", Hint(bold=True, level=4)),
        ("một hai ba bốn", Hint()),
    ]


def test_emphasis_over_a_line_break_holds_for_both_lines():
    found = letters("**KT.GIÁM ĐỐC  \nPHÓ GIÁM ĐỐC**".encode())
    assert [(found.of(line), line.hint.bold) for line in found.lines] == [("KT.GIÁM ĐỐC", True), ("PHÓ GIÁM ĐỐC", True)]


def test_a_mark_of_a_list_does_not_pair_with_a_later_item():
    assert text_of("* một *\n* hai") == "* một *\n* hai"


def test_tables():
    found = letters("Bảng:\n\n| TT | **Tên** |\n|---|:-:|\n| 1 | a\\|b |\n| 2 | |\n\nSau".encode())
    (grid,) = found.grids
    assert [[[found.of(found.lines[n]) for n in cell] for cell in row] for row in grid.rows] == [
        [["TT"], ["Tên"]],
        [["1"], ["a|b"]],
        [["2"], []],
    ]
    assert [found.of(line) for line in found.lines if line.role is Role.BODY] == ["Bảng:", "Sau"]
    assert "|" not in found.text.replace("a|b", "")


def test_what_is_no_text_of_the_document_is_left_out():
    page = "---\ntitle: x\n---\n# A\n<!-- ghi\nchú -->\n***\n[1]: http://a.vn\n```py\nmã **x**\n```\nhết"
    found = letters(page.encode())
    assert [found.of(line) for line in found.lines] == ["A", "mã **x**", "hết"]


def test_the_place_of_an_entity_is_the_whole_of_it():
    found = letters(b"**KH&amp;CN**")
    assert found.source[slice(*found.in_source(2, 3))] == "&amp;"
    assert found.in_source(0, 5) == (2, 11)


@given(st.text("ab *_`[](!)\\<>&#|~\n-:.1 "))
def test_any_marks_are_read_and_every_place_is_in_the_file(written: str):
    if not written.strip():
        return
    found = letters(written.encode())
    for line in found.lines:
        start, end = found.in_source(line.start, line.end)
        assert 0 <= start <= end <= len(found.source)
    for place, letter in enumerate(found.text):
        start, _ = found.in_source(place, place + 1)
        assert found.source[start] in (letter, "&", "<")


@pytest.mark.needs("shared")
def test_every_place_in_the_truth_of_the_seed_is_found():
    seed = SHARED / "seed" / "bao-cao-2022-01.md"
    truth = json.loads(seed.with_suffix(".truth.json").read_text(encoding="utf-8"))
    found = letters(seed.read_bytes())
    for kind in ("citations", "figures"):
        for named in truth[kind]:
            start, end = named["span"]
            here = found.trace.back(start, len(found.text)), found.trace.back(end, len(found.text))
            assert list(found.in_source(*here)) == named["span"]
            assert found.source[start:end].replace("*", "") == found.text[slice(*here)]
    assert not set("#*") & set(found.text)
