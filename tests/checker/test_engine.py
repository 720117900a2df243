"""Findings come in reading order, at their place in the file itself, and are waived by the words around them."""

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.checker.engine import check, fingerprint
from sokhcn.document.letters import Letters, Line
from tests.checker.examined import HEAD, subject, whole

MARKED = "1. Công tác chung\nĐã **đảm bảo** tiến độ."
CLEAN = "1. Công tác chung\nĐã đảm bảo tiến độ."


def marked() -> Letters:
    """As a reader of Markdown makes them: the marks stand in the source alone."""
    at = CLEAN.index("đảm")
    end = at + len("đảm bảo")
    lines = tuple(
        Line(start, start + len(row)) for start, row in ((0, "1. Công tác chung"), (18, "Đã đảm bảo tiến độ."))
    )
    return Letters(CLEAN, MARKED, lines, jumps=((0, 0), (at, at + 2), (end, end + 4)))


def test_a_place_is_told_in_the_file_itself() -> None:
    (finding,) = [f for f in check(subject(marked())) if f.id == "writing.phrases"]
    assert finding.span is not None
    assert MARKED[slice(*finding.span)] == "đảm bảo"
    assert finding.where == "dòng 2"


def test_findings_stand_in_reading_order_and_what_is_absent_comes_last() -> None:
    found = check(subject("BÁO CÁO\nKết quả tháng 01 năm 2022\n\n1. Việc\nCovid-19, cấp thẩm quyền, đảm bảo (a.\n"))
    spans = [finding.span for finding in found]
    placed = [span for span in spans if span]
    assert placed == sorted(placed)
    assert spans[len(placed) :] == [None] * (len(spans) - len(placed))
    assert None in spans


def test_a_waiver_holds_for_the_same_words_in_the_same_paragraph_alone() -> None:
    def prints(body: str) -> set[str]:
        examined = subject(whole(body))
        return {fingerprint(f, examined.text) for f in check(examined) if f.id == "writing.phrases"}

    first = prints("1. Việc\nĐã đảm bảo tiến độ.")
    assert prints("1. Việc\nThêm một dòng.\nĐã đảm bảo tiến độ.") == first
    assert prints("1. Việc\nĐã đảm bảo chất lượng.") != first


def test_a_faultless_report_has_nothing_to_mend() -> None:
    body = """I. KẾT QUẢ THÁNG 01 NĂM 2022
1. Công tác tham mưu
Đã tham mưu UBND tỉnh ban hành Quyết định số 21/QĐ-UBND ngày 10/01/2022 về dự toán ngân sách năm 2022.
II. PHƯƠNG HƯỚNG THÁNG 02 NĂM 2022
1. Triển khai Quyết định số 21/QĐ-UBND."""
    assert [finding.id for finding in check(subject(whole(body)))] == []


BITS = ["I. KẾT QUẢ", "1. Việc", "- Tham mưu", "Quyết định số 1/QĐ-UBND ngày 31/02/2022", "“", "(", "; Các", "12 lớp"]


@given(st.lists(st.sampled_from(BITS) | st.text(max_size=20), max_size=15))
def test_no_text_raises_and_places_are_inside(rows: list[str]) -> None:
    text = HEAD + "\n".join(rows)
    for finding in check(subject(text)):
        assert str(finding)
        assert finding.span is None or 0 <= finding.span[0] < finding.span[1] <= len(text)
