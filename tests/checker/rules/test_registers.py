"""What the registers say otherwise: figures, papers, rows that are left out; and what the last report said."""

from datetime import date
from decimal import Decimal

import pytest

from sokhcn.checker.witness import Before, Counted
from sokhcn.document.letters import Known, Letters
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.papers import Mention
from sokhcn.reader.claims import Phrase
from tests.checker.examined import Telling, counting, findings, found, whole
from tests.reader.plain import letters

BODY = "1. Việc\nĐã ban hành 03 văn bản; quản lý 30 nhiệm vụ; lũy kế 07 văn bản, giảm 02 văn bản."


def printing(*figures: tuple[str, str], body: str = BODY) -> Letters:
    """``body`` with marks, as our own Word file has them: the words of a number and its indicator."""
    text = whole(body)
    read = letters(text)
    at = ((text.index(words), words, key) for words, key in figures)
    known = tuple(Known(start, start + len(words), "num", key) for start, words, key in at)
    return Letters(read.text, read.source, read.lines, known=known)


def paper(code: str, day: date | None = None) -> Mention:
    return Mention(code, "Quyết định", code, day, "UBND tỉnh", "")


@pytest.mark.parametrize(
    ("words", "key", "counted", "wrong"),
    [
        ("03", "advice.issued", 4, True),
        ("03", "advice.issued", 3, False),
        ("07", "advice.issued@to_date", 8, True),
        ("02", "advice.issued@change", -2, False),
        ("02", "advice.issued@change", -3, True),
    ],
)
def test_a_figure_is_what_the_registers_count(words: str, key: str, counted: int, wrong: bool) -> None:
    told = findings("registers.figure", printing((words, key)), witness=Telling(counted={key: counting(key, counted)}))
    assert [finding.severity for finding in told] == ([Severity.MUST] if wrong else [])
    assert all(finding.values["counted"] == f"{abs(counted):02}" for finding in told)


def test_a_figure_that_nobody_counts_is_not_judged() -> None:
    assert findings("registers.figure", printing(("03", "advice.issued")), witness=Telling()) == ()
    elsewhere = Telling(counted={"advice.issued": counting("advice.issued", 9)})
    assert findings("registers.figure", whole(BODY), witness=elsewhere) == ()


LICENCES = Phrase("licences", ("giấy phép",), ("bức xạ",), ("cấp",))


def told_of(body: str, counted: int, key: str = "licences", **more: object) -> list[tuple[str, str, str, str]]:
    """Severity, place and both numbers of what a report without marks says otherwise than the registers."""
    text = whole(f"1. An toàn bức xạ\n{body}")
    heard = Telling(counted={key: counting(key, counted), **more.pop("also", {})}, **more)  # type: ignore[arg-type,dict-item]
    made = findings("registers.figure", text, witness=heard, phrases=(LICENCES,))
    return [(f.severity.value, text[slice(*f.span or (0, 0))], f.values["printed"], f.values["counted"]) for f in made]


@pytest.mark.parametrize(
    ("body", "counted", "told"),
    [
        ("Đã cấp 03 giấy phép.", 4, [("phải sửa", "03", "03", "04")]),
        ("Đã cấp 04 giấy phép.", 4, []),
        ("Đã cấp 1.234 giấy phép.", 4, [("phải sửa", "1.234", "1.234", "04")]),
        # What the registers have nothing of may not be kept in them yet.
        ("Đã cấp 03 giấy phép.", 0, [("cần xem", "03", "03", "0")]),
        # Roughly, or of other days, or of another year: no word against the registers.
        ("Đã cấp khoảng 03 giấy phép.", 4, []),
        ("Năm 2021, đã cấp 03 giấy phép.", 4, []),
        ("Tháng trước đã cấp 03 giấy phép.", 4, []),
        ("Năm 2022, đã cấp 03 giấy phép.", 4, [("phải sửa", "03", "03", "04")]),
        # A detail of what is said rightly under the same heading is another number.
        ("Đã cấp 04 giấy phép.\nTrong số đó cấp lại 01 giấy phép.", 4, []),
        ("Đã cấp 04 giấy phép.\n2. Bức xạ ở cơ sở\nĐã cấp 05 giấy phép.", 4, [("cần xem", "05", "05", "04")]),
    ],
)
def test_a_number_without_a_mark_is_judged_by_what_it_speaks_of(
    body: str, counted: int, told: list[tuple[str, str, str, str]]
) -> None:
    assert told_of(body, counted) == told


def test_a_number_that_may_be_of_something_else_is_a_hint() -> None:
    text = whole("1. Việc khác\nĐã cấp 03 giấy phép.")
    heard = Telling(counted={"licences": counting("licences", 4)})
    (finding,) = findings("registers.figure", text, witness=heard, phrases=(LICENCES,))
    assert (finding.severity, str(finding).startswith("dòng 14: Nếu đây là")) == (Severity.HINT, True)


def test_a_period_that_the_registers_do_not_know_is_not_judged() -> None:
    assert told_of("Đã cấp 03 giấy phép.", 4, reaches=False) == []


def test_numbers_of_other_days_are_judged_as_far_as_the_registers_reach() -> None:
    body = "Lũy kế từ đầu năm đã cấp 03 giấy phép."
    assert told_of(body, 4, "licences@to_date") == [("cần xem", "03", "03", "04")]
    assert told_of(body, 0, "licences@to_date") == []
    more = "Đã cấp một số giấy phép, tăng 03 giấy phép."
    before = {"licences@last_year": counting("licences@last_year", 5)}
    assert told_of(more, 4, "licences@change", also=before) == [("cần xem", "03", "03", "04")]
    assert told_of(more, 4, "licences@change") == []


def test_a_number_with_a_mark_is_not_claimed_again() -> None:
    text = printing(("03", "advice.issued"))
    phrases = (Phrase("advice.other", ("văn bản",), ("việc",), ("ban hành",)),)
    heard = Telling(counted={key: counting(key, 3) for key in ("advice.issued", "advice.other@to_date")})
    told = findings("registers.figure", text, witness=heard, phrases=phrases)
    assert [finding.values["printed"] for finding in told] == ["07"]


def test_a_body_that_is_left_out_among_others() -> None:
    counted = Counted("licences", "Giấy phép", bodies=("Phòng khám A", "Công ty TNHH B", "Bệnh viện C"))
    heard = Telling(counting=(counted,))

    def absent(body: str) -> list[str]:
        text = whole(f"1. An toàn bức xạ\n{body}")
        made = findings("registers.omitted", text, witness=heard, phrases=(LICENCES,))
        return [finding.values["rows"] for finding in made]

    assert absent("Đã cấp 02 giấy phép (cho phòng khám A và Bệnh viện C).") == ["Công ty TNHH B"]
    assert absent("Đã cấp 03 giấy phép:\n- Phòng khám A;\n- Công ty trách nhiệm hữu hạn B.") == ["Bệnh viện C"]
    assert absent("Đã cấp 03 giấy phép (Phòng khám A, Công ty TNHH B, Bệnh viện C).") == []
    assert absent("Đã cấp 03 giấy phép.\nĐã kiểm tra Phòng khám A.") == []


def test_papers_are_those_of_the_register() -> None:
    body = "1. Việc\nTheo Quyết định số 5/QĐ-UBND ngày 10/01/2022."
    known = Telling(known=(paper("5/QĐ-UBND", date(2022, 1, 10)),))
    assert findings("registers.paper", whole(body), witness=known) == ()
    other = Telling(known=(paper("5/QĐ-UBND", date(2022, 1, 11)),))
    assert [f.severity for f in findings("registers.paper", whole(body), witness=other)] == [Severity.MUST]
    strange = Telling(known=(paper("6/QĐ-UBND"),))
    assert [f.severity for f in findings("registers.paper", whole(body), witness=strange)] == [Severity.LOOK]
    assert findings("registers.paper", whole(body)) == ()


def test_a_paper_that_is_counted_and_left_out() -> None:
    counted = Counted("advice.issued", "Văn bản ban hành", (paper("5/QĐ-UBND"), paper("15/QĐ-UBND"), paper("7-NQ/TU")))
    body = "1. Việc\nTheo Quyết định số 15 /QĐ-UBND; Nghị quyết số 7-NQ/TU."
    (finding,) = findings("registers.omitted", whole(body), witness=Telling(counting=(counted,)))
    assert (finding.values["rows"], finding.span) == ("Quyết định số 5/QĐ-UBND", None)
    rest = body.replace("15 /QĐ-UBND", "5/QĐ-UBND, 15/QĐ-UBND")
    assert findings("registers.omitted", whole(rest), witness=Telling(counting=(counted,))) == ()


def test_many_papers_that_are_left_out_are_one_finding() -> None:
    counted = Counted("advice.issued", "Văn bản ban hành", tuple(paper(f"{n}/QĐ-UBND") for n in range(1, 8)))
    (finding,) = findings("registers.omitted", whole("1. Việc\nXong."), witness=Telling(counting=(counted,)))
    assert finding.values["more"] == " và 4 văn bản nữa"


def last(said: int, counted: int, *, to_date: int | None = None, is_stock: bool = False) -> Before:
    then = Decimal(to_date) if to_date is not None else None
    return Before("Văn bản", "2021-12/1", Decimal(said), Decimal(counted), then, is_stock, entered=2, left=1)


def test_a_stock_follows_from_the_last_report() -> None:
    text, key = printing(("30", "research.managed")), "research.managed"
    told = Telling(counted={key: counting(key, 30)}, before={key: last(28, 29, is_stock=True)})
    (finding,) = findings("continuity.stock", text, witness=told)
    assert finding.span is not None
    assert text.source[slice(*finding.span)] == "30"
    assert (finding.values["said"], finding.values["entered"], finding.values["left"]) == ("28", 2, 1)
    held = Telling(counted={key: counting(key, 30)}, before={key: last(29, 29, is_stock=True)})
    assert findings("continuity.stock", text, witness=held) == ()
    assert findings("continuity.changed", text, witness=told) == ()


def test_a_period_that_was_reported_on_and_is_counted_otherwise_today() -> None:
    before = {f"a.{n}": last(5, 6) for n in range(5)}
    (finding,) = findings("continuity.changed", whole(BODY), witness=Telling(before=before))
    assert finding.values["more"] == "; và 2 chỉ tiêu nữa"
    assert findings("continuity.changed", whole(BODY), witness=Telling(before={"a": last(5, 5)})) == ()
    assert findings("continuity.stock", whole(BODY), witness=Telling(before=before)) == ()


@pytest.mark.parametrize(("then", "wrong"), [(8, True), (7, False), (None, False)])
def test_what_is_counted_from_new_year_on_does_not_shrink(then: int | None, wrong: bool) -> None:
    told = Telling(before={"advice.issued": last(5, 5, to_date=then)})
    text = printing(("07", "advice.issued@to_date"))
    assert len(findings("continuity.to-date", text, witness=told)) == int(wrong)


def test_places_are_spelt_as_the_register_spells_them() -> None:
    body = "1. Việc\nTại huyện Ninh Hải và thành phố Phan rang-Tháp chàm.\nUBND tỉnh\nVề việc này, tỉnh về sau."
    told = Telling(situated=("thành phố Phan Rang - Tháp Chàm", "huyện Ninh Hải"))
    assert found("writing.places", body, witness=told) == ["thành phố Phan rang-Tháp chàm"]


def test_names_of_the_registers_keep_their_capitals() -> None:
    body = "1. Việc\nĐã cấp giấy phép cho Hỗ trợ xanh và cho Hỗ trợ đỏ trong tháng."
    assert len(found("writing.capitals", body)) == 2
    assert len(found("writing.capitals", body, witness=Telling(called=("Hỗ trợ xanh",)))) == 1
