"""Dates are read as they are printed; one that cannot be is kept in letters."""

import pytest

from sokhcn.reader.citations import citations

HEAD = "Quyết định số 12/QĐ-UBND"


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        (" ngày 06/3/2026", "2026-03-06"),
        (" ngày 15/6/2020", "2020-06-15"),
        (" ngày 05/06/2026", "2026-06-05"),
        (" ngày 8/7/2022", "2022-07-08"),
        (" ngày 26/2/2025", "2025-02-26"),
        (" ngày 06/ 10 /2017", "2017-10-06"),
        (" ngày 06 / 10 /2017", "2017-10-06"),
        (" ngày 10 tháng 01 năm 2022", "2022-01-10"),
        (" ngày 23 ngày 4 năm 2018", "2018-04-23"),
        (" ngày 26 tháng 02 tháng 2025", "2025-02-26"),
        (" ngày 26 tháng 02 nám 2007", "2007-02-26"),
        (" ngày 26 tháng 01năm 2021", "2021-01-26"),
        (" ngày 26 tháng11 năm 2021", "2021-11-26"),
        (" ngày12 tháng 07năm 2020", "2020-07-12"),
        (" ngày 17-1-1992", "1992-01-17"),
        (" ngày 22.12.2024", "2024-12-22"),
        (", ngày 22/12/2024", "2024-12-22"),
        (" (ngày 22/12/2024)", "2024-12-22"),
        (" (22/12/2024)", "2024-12-22"),
        (" (ngày 22/12/2024 của UBND tỉnh)", "2024-12-22"),
        (" ban hành ngày 22/12/2024", "2024-12-22"),
        (" ký ngày 22/12/2024", "2024-12-22"),
        ("\nngày 22/12/2024", "2024-12-22"),
        (" ngày 22 tháng\n12 năm 2024", "2024-12-22"),
        (" của UBND tỉnh ngày 22/12/2024", "2024-12-22"),
        (", đã được UBND tỉnh phê duyệt ngày 22/12/2024", "2024-12-22"),
        (" có hiệu lực từ ngày 22/12/2024", None),
        (" đến ngày 22/12/2024", None),
        ("", None),
    ],
)
def test_the_date_behind_a_number_is_read(printed: str, day: str | None) -> None:
    [found] = citations(HEAD + printed)
    assert (found.date and found.date.isoformat()) == day


@pytest.mark.parametrize(
    "printed",
    ["ngày 31/02/2022", "ngày 32/01/2022", "ngày 12/13/2022", "ngày 00/5/2022", "ngày 29 tháng 02 năm 2023",
     "ngày 30/4", "ngày tháng 01 năm 2022", "ngày    tháng    năm 2026", "ngày … tháng … năm 2026", "ngày …/…/2026"],
)  # fmt: skip
def test_what_is_no_whole_day_is_kept_as_printed(printed: str) -> None:
    [found] = citations(f"{HEAD} {printed} của UBND tỉnh")
    assert (found.date, found.date_text) == (None, " ".join(printed.split()))


def test_the_place_of_a_date_is_told() -> None:
    text = "theo Quyết định số 12/QĐ-UBND ngày 31/02/2022"
    [found] = citations(text)
    assert found.date_span is not None
    assert text[slice(*found.date_span)] == "ngày 31/02/2022"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ngày 24/7/2024, UBND tỉnh có Công văn số 12/UBND-VX", "2024-07-24"),
        ("Ngày 05 tháng 3 năm 2022, Sở Nội vụ ban hành Kế hoạch số 9/KH-SNV", "2022-03-05"),
        ("Ngày 24/7/2024 tại Công văn số 12/UBND-VX, tỉnh đồng ý", "2024-07-24"),
        ("Ngày 24/7/2024, Bộ Y tế có Công văn số 12/BYT-KH ngày 20/7/2024", "2024-07-20"),
        ("Theo Công văn số 9/BYT-KH ngày 24/7/2024, Sở Y tế ban hành Kế hoạch số 12/KH-SYT", None),
        ("Kết luận ngày 24/7/2024 của Sở Y tế ban hành tại Công văn số 12/SYT-VP", "2024-07-24"),
        ("Quyết định số 9/QĐ-SYT ngày 24/7/2024 của Sở Y tế ban hành Kế hoạch số 12/KH-SYT", None),
        ("Ngày 24/7/2024 họp bàn. UBND tỉnh có Công văn số 12/UBND-VX", None),
    ],
)
def test_a_date_may_stand_before(text: str, day: str | None) -> None:
    found = citations(text)[-1]
    assert (found.date and found.date.isoformat()) == day
