"""The letters of the decree: marks, zeros, spaces, forms of dates."""

import pytest

from tests.checker.examined import FOOT, HEAD, findings, found, whole


def test_the_space_behind_kt() -> None:
    text = whole("1. Việc\nXong.").replace("KT. GIÁM ĐỐC", "KT.GIÁM ĐỐC")
    (finding,) = findings("form.authority", text)
    assert finding.suggestion == "KT. GIÁM ĐỐC"
    assert findings("form.authority", whole("1. Việc\nXong.")) == ()


def test_dates_of_papers_in_two_forms() -> None:
    body = """1. Việc
Theo Quyết định số 1/QĐ-UBND ngày 10/01/2022.
Theo Quyết định số 2/QĐ-UBND ngày 11/01/2022.
Theo Quyết định số 3/QĐ-UBND ngày 12 tháng 01 năm 2022 của UBND tỉnh."""
    assert found("form.dates", body) == ["Quyết định số 3/QĐ-UBND ngày 12 tháng 01 năm 2022"]
    assert found("form.dates", body.replace("12 tháng 01 năm 2022", "12/01/2022")) == []


def test_a_long_date_is_advised_as_the_decree_writes_it() -> None:
    body = """1. Việc
Theo Quyết định số 1/QĐ-UBND ngày 10 tháng 01 năm 2022.
Theo Quyết định số 2/QĐ-UBND ngày 11 tháng 01 năm 2022.
Theo Quyết định số 3/QĐ-UBND ngày 05/3/2021."""
    (finding,) = findings("form.dates", whole(body))
    assert finding.suggestion == "ngày 05 tháng 3 năm 2021"


def test_the_mark_at_the_end() -> None:
    assert findings("form.end-mark", whole("1. Việc\nXong.")) == ()
    text = HEAD + "1. Việc\nXong." + FOOT.replace("./.", ".")
    assert len(findings("form.end-mark", text)) == 1


@pytest.mark.parametrize(
    ("right", "wrong", "advice"),
    [
        ("ngày 17 tháng 01", "ngày 7 tháng 01", "07"),
        ("tháng 01 năm 2022\n\nBÁO", "tháng 1 năm 2022\n\nBÁO", "01"),
        ("tháng 01 năm 2022\n\nBÁO", "tháng 03 năm 2022\n\nBÁO", "3"),
        ("Số: 12/BC-SKHCN", "Số: 5/BC-SKHCN", "05"),
        ("Số: 12/BC-SKHCN", "Số: 12 /BC-SKHCN", "Số: 12/BC-SKHCN"),
    ],
)
def test_zeros_and_spaces_of_the_head(right: str, wrong: str, advice: str) -> None:
    text = whole("1. Việc\nXong.")
    assert right in text
    assert findings("form.padding", text) == ()
    assert [finding.suggestion for finding in findings("form.padding", text.replace(right, wrong))] == [advice]
