"""The look of a Word file by the decree: page, margins, fonts, sizes, emphasis, spacing. Our own has no fault."""

from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from sokhcn.checker.subject import Subject
from sokhcn.document.look import Sheet, Spot
from sokhcn.formats.docx.render import render
from tests.checker.examined import judged, measured, subject, whole
from tests.documents import every_node
from tests.formats.docx.foreign import foreign, p

RULES = ("page", "margins", "font", "size", "emphasis", "alignment", "indent", "spacing", "page-number")
LONG = "Đã tham mưu cấp có thẩm quyền ban hành các văn bản chỉ đạo, điều hành lĩnh vực khoa học. " * 2


@cache
def ours() -> Subject:
    return measured(render(every_node()))


def changed(spot: Spot, first: int = 0, **values: Any) -> Subject:
    """Our own file with the lines of one spot, from ``first`` on, set otherwise."""
    own = ours()
    assert own.appearance is not None
    places = [line.text for line in own.appearance.at(spot)][first:]
    lines = tuple(replace(line, **values) if line.text in places else line for line in own.appearance.lines)
    return replace(own, appearance=replace(own.appearance, lines=lines))


@pytest.mark.parametrize("name", RULES)
def test_our_own_look_has_no_fault_and_an_unmeasured_file_is_not_judged(name: str) -> None:
    assert judged(f"form.{name}", ours()) == ()
    assert judged(f"form.{name}", subject(whole("1. Việc\nXong."))) == ()


def on(sheet: Sheet) -> Subject:
    own = ours()
    assert own.appearance is not None
    return replace(own, appearance=replace(own.appearance, sheets=(sheet,)))


@pytest.mark.parametrize(
    ("rule", "sheet", "words"),
    [
        ("page", Sheet(216, 279, 20, 20, 30, 15), "216 x 279 mm"),
        ("page", Sheet(297, 210, 20, 20, 30, 15), ""),
        ("page", Sheet(210.4, 296.9, 20, 20, 30, 15), ""),
        ("margins", Sheet(210, 297, 25.4, 25.4, 25.4, 25.4), "lề trái 25,4 mm, phải từ 30 đến 35 mm"),
        ("margins", Sheet(210, 297, 20, 20, 30, 15), ""),
        ("margins", Sheet(210, 297, 20.4, 24.6, 29.5, 20), ""),
        ("margins", Sheet(297, 210, 10, 10, 10, 10), ""),
        ("margins", Sheet(210, 297, 10, 20, 30, 15), "Lề trên 10 mm"),
    ],
)
def test_pages_and_margins(rule: str, sheet: Sheet, words: str) -> None:
    found = judged(f"form.{rule}", on(sheet))
    assert len(found) == bool(words)
    assert all(words in str(finding) and finding.span is None for finding in found)


@pytest.mark.parametrize(
    ("rule", "spot", "values", "words"),
    [
        ("font", Spot.BODY, {"font": "Arial"}, "Phông chữ Arial"),
        ("font", Spot.BODY, {"font": "Liberation Serif"}, ""),
        ("font", Spot.BODY, {"font": None}, ""),
        ("size", Spot.BODY, {"size_pt": 12.0}, "Nội dung cỡ chữ 12, phải là 13-14"),
        ("size", Spot.BODY, {"size_pt": 13.0}, ""),
        ("size", Spot.TITLE, {"size_pt": 16.0}, "Tên loại và trích yếu cỡ chữ 16"),
        ("size", Spot.TABLE, {"size_pt": 10.0}, ""),
        ("emphasis", Spot.TITLE, {"bold": False}, "phải là đứng, đậm"),
        ("emphasis", Spot.SIGNATURE, {"bold": False}, "Người ký kiểu chữ đứng, không đậm"),
        ("emphasis", Spot.BODY, {"bold": True}, ""),
        ("alignment", Spot.BODY, {"align": "left", "letters": 200}, "chưa canh đều"),
        ("alignment", Spot.BODY, {"align": "left", "letters": 30}, ""),
        ("alignment", Spot.TITLE, {"align": "left"}, "phải đặt canh giữa"),
        ("indent", Spot.BODY, {"first_line_mm": 0.0, "letters": 200}, "lùi vào 0 cm"),
        ("indent", Spot.BODY, {"first_line_mm": 12.7, "letters": 200}, ""),
        ("spacing", Spot.BODY, {"spacing": 2.0, "letters": 200}, "2 dòng"),
        ("spacing", Spot.BODY, {"spacing": 18.0, "exact": True, "size_pt": 14.0, "letters": 200}, ""),
        ("spacing", Spot.BODY, {"spacing": 10.0, "exact": True, "size_pt": 14.0, "letters": 200}, "0,6 dòng"),
        ("spacing", Spot.BODY, {"before_pt": 0, "after_pt": 0, "letters": 200}, "cách nhau 0 pt"),
    ],
)
def test_lines(rule: str, spot: Spot, values: dict[str, Any], words: str) -> None:
    found = judged(f"form.{rule}", changed(spot, **values))
    assert len(found) == bool(words)
    assert all(words in str(finding) for finding in found)


def at_words(examined: Subject, rule: str) -> list[tuple[str, Any]]:
    source = examined.text.letters.source
    return [(source[slice(*f.span)], f.values.get("part")) for f in judged(rule, examined) if f.span]


def test_a_fault_is_told_once_where_it_stands_first() -> None:
    small = changed(Spot.HEAD, size_pt=9.0)
    told = at_words(small, "form.size")
    assert ("Độc lập - Tự do - Hạnh phúc", "Tiêu ngữ") in told
    assert {part for _, part in told} >= {"Quốc hiệu", "Tên cơ quan chủ quản", "Tên cơ quan ban hành", "Số, ký hiệu"}
    (finding,) = judged("form.font", changed(Spot.BODY, font="Calibri"))
    assert "chỗ nữa" in str(finding)


def test_recipients_have_two_sizes() -> None:
    told = {part: words for words, part in at_words(changed(Spot.RECIPIENTS, size_pt=14.0), "form.size")}
    assert told["“Nơi nhận:”"] == "Nơi nhận:"
    assert told["Tên nơi nhận"].startswith("- ")


def test_a_foreign_file_as_offices_send_them() -> None:
    page = '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:left="1440"/></w:sectPr>'
    run = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="24"/>'
    centred, bold = '<w:jc w:val="center"/>', "<w:b/>"
    title = p("BÁO CÁO", centred, bold) + p("Kết quả tháng 01 năm 2022", centred, bold)
    file = measured(foreign(title + p("1. Việc chung") + p(LONG, "", run) + page))
    broken = [name for name in RULES if judged(f"form.{name}", file)]
    assert broken == ["page", "margins", "font", "size", "alignment", "indent", "spacing"]


def test_hanging_lists_and_leading_tabs_have_their_own_way() -> None:
    hanging = '<w:ind w:left="567" w:hanging="283"/>'
    file = measured(foreign(p("BÁO CÁO", '<w:jc w:val="center"/>', "<w:b/>") + p("1. Việc") + p(f"- {LONG}", hanging)))
    assert judged("form.indent", file) == ()


def numbered(**values: Any) -> Subject:
    own = ours()
    assert own.appearance is not None
    lines = (replace(line, **values) if line.spot is Spot.PAGE_NUMBER else line for line in own.appearance.lines)
    return replace(own, appearance=replace(own.appearance, lines=tuple(lines)))


@pytest.mark.parametrize(
    ("values", "words"),
    [({"spot": Spot.PAGE_NUMBER_BELOW}, "ở cuối trang"), ({"align": "right"}, "lệch"), ({"align": "center"}, "")],
)
def test_page_numbers_stand_in_the_middle_above(values: dict[str, Any], words: str) -> None:
    found = judged("form.page-number", numbered(**values))
    assert len(found) == bool(words)
    assert all(words in str(finding) for finding in found)


def test_page_numbers_begin_with_the_second_page_and_are_there() -> None:
    (finding,) = judged("form.page-number", on(Sheet(210, 297, 20, 20, 30, 15, first_apart=False)))
    assert "trang thứ nhất" in str(finding)
    long = measured(foreign(p("BÁO CÁO") + p("1. Việc") + "".join(p(LONG) for _ in range(40))))
    (finding,) = judged("form.page-number", long)
    assert finding.span is None
    assert judged("form.page-number", measured(foreign(p("BÁO CÁO") + p("1. Việc") + p(LONG)))) == ()
