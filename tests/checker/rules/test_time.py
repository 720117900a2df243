"""Dates: after the report, outside the window, impossible, reversed."""

import pytest

from tests.checker.examined import findings, found, whole

ISSUED = "I. KẾT QUẢ\n1. Tham mưu văn bản\nĐã ban hành:\n- Tham mưu UBND tỉnh ban hành {}."


@pytest.mark.parametrize(
    ("printed", "advice"),
    [
        ("Quyết định số 2367/QĐ-UBND ngày 21/12/2022", "Có phải ngày 21/12/2021?"),
        ("Báo cáo số 08/BC-UBND ngày 11/01/2023", "Có phải ngày 11/01/2022?"),
        ("Báo cáo số 08/BC-UBND ngày 20/01/2022", "Đối chiếu bản gốc."),
    ],
)
def test_a_paper_younger_than_the_report(printed: str, advice: str) -> None:
    (finding,) = findings("time.after-report", whole(ISSUED.format(printed)))
    assert finding.advice.startswith(advice)
    assert found("time.after-report", ISSUED.format(printed)) == [printed]


@pytest.mark.parametrize("day", ["17/01/2022", "21/12/2021", "01/02/2019"])
def test_a_paper_of_the_day_of_the_report_or_before_is_none(day: str) -> None:
    assert found("time.after-report", ISSUED.format(f"Quyết định số 1/QĐ-UBND ngày {day}")) == []


@pytest.mark.parametrize("day", ["14/12/2021", "15/01/2022", "10/01/2021"])
def test_a_paper_issued_outside_the_window(day: str) -> None:
    printed = f"Quyết định số 1/QĐ-UBND ngày {day}"
    assert found("time.window", ISSUED.format(printed)) == [printed]


@pytest.mark.parametrize(
    "body",
    [
        ISSUED.format("Quyết định số 1/QĐ-UBND ngày 15/12/2021"),
        ISSUED.format("Kế hoạch số 5/KH-UBND ngày 10/01/2022 thực hiện Quyết định số 1/QĐ-UBND ngày 10/01/2021"),
        "I. KẾT QUẢ\n1. Việc\n- Triển khai Quyết định số 1/QĐ-UBND ngày 10/01/2021.",
        "II. PHƯƠNG HƯỚNG\n- Ban hành kế hoạch theo Quyết định số 1/QĐ-UBND ngày 10/01/2021.",
    ],
)
def test_a_paper_that_is_only_carried_out_may_be_older(body: str) -> None:
    assert found("time.window", body) == []


@pytest.mark.parametrize("day", ["31/02/2022", "ngày 30 tháng 02 năm 2022", "12/13/2021", "00/01/2022"])
def test_a_day_that_does_not_exist(day: str) -> None:
    assert found("time.impossible", f"1. Việc\nĐến {day} đã xong.") == [day]


def test_a_stretch_that_ends_before_it_begins() -> None:
    body = "1. Việc\nTừ ngày 20/01/2022 đến ngày 15/01/2022 kiểm tra; giai đoạn 2025-2021; giai đoạn 2021-2025."
    assert found("time.reversed", body) == ["20/01/2022 đến ngày 15/01/2022", "giai đoạn 2025-2021"]
