"""Findings come in reading order, at their place in the file itself, and are waived by the words around them."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.checker.engine import MOST_SAID, REST, check, fingerprint
from sokhcn.checker.rule import Fault, Rule, fault
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Letters, Line
from sokhcn.kernel.finding import Finding, Severity
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


def test_of_very_many_places_the_first_are_named_and_the_rest_counted() -> None:
    def told(body: str) -> list[Finding]:
        return [f for f in check(subject(whole(body))) if f.id == "writing.brackets"]

    few = told("1. Việc\n" + "Việc này) xong.\n" * (MOST_SAID + 1))
    assert [f.template for f in few].count(REST) == 0
    assert len(few) == MOST_SAID + 1
    many = told("1. Việc\n" + "Việc này) xong.\n" * (MOST_SAID + 7))
    assert (len(many), many[-1].values["n"], many[-1].severity) == (MOST_SAID + 1, 7, many[0].severity)
    assert many[-1].span is not None
    assert many[-1].span > (many[-2].span or (0, 0))
    assert str(many[-1]).startswith(f"dòng {14 + MOST_SAID}: Còn 7 chỗ nữa như vậy")


def test_the_rest_is_as_grave_as_the_gravest_of_it() -> None:
    def examine(_: Subject) -> Iterator[Fault]:
        for place in range(MOST_SAID + 5):
            yield fault((place, place + 1), "Sai.", severity=Severity.MUST if place == MOST_SAID + 2 else None)

    made = check(subject(whole("1. Việc\nXong.")), [Rule("writing.a", "Đúng.", Severity.HINT, "", examine)])
    assert [f.severity for f in made[-2:]] == [Severity.HINT, Severity.MUST]


def test_a_waiver_of_the_rest_holds_for_as_many() -> None:
    def last(body: str) -> str:
        examined = subject(whole(body))
        return fingerprint([f for f in check(examined) if f.id == "writing.brackets"][-1], examined.text)

    lines = "Việc này) xong.\n"
    assert last("1. Việc\n" + lines * (MOST_SAID + 7)) == last("1. Việc\nA.\n" + lines * (MOST_SAID + 7))
    assert last("1. Việc\n" + lines * (MOST_SAID + 7)) != last("1. Việc\n" + lines * (MOST_SAID + 8))


BITS = ["I. KẾT QUẢ", "1. Việc", "- Tham mưu", "Quyết định số 1/QĐ-UBND ngày 31/02/2022", "“", "(", "; Các", "12 lớp"]


@given(st.lists(st.sampled_from(BITS) | st.text(max_size=20), max_size=15))
def test_no_text_raises_and_places_are_inside(rows: list[str]) -> None:
    text = HEAD + "\n".join(rows)
    for finding in check(subject(text)):
        assert str(finding)
        assert finding.span is None or 0 <= finding.span[0] < finding.span[1] <= len(text)
