"""The lines around the body read as Annex I of Decree 30/2020/NĐ-CP writes them."""

from dataclasses import replace

import pytest

from sokhcn.document.letterhead import dated, listed, serial
from sokhcn.document.nodes import DateLine
from tests.documents import HEAD


def test_a_draft_leaves_room_for_its_number() -> None:
    assert serial(HEAD) == ("Số:", "/BC-SKHCN")
    assert serial(replace(HEAD, number="05")) == ("Số: 05/BC-SKHCN",)
    assert serial(replace(HEAD, number="05", symbol="")) == ("Số: 05",)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (DateLine(None, 1, 2022), ("Ninh Thuận, ngày", "tháng 01 năm 2022")),
        (DateLine(5, 2, 2022), ("Ninh Thuận, ngày 05 tháng 02 năm 2022",)),
        (DateLine(17, 3, 2022), ("Ninh Thuận, ngày 17 tháng 3 năm 2022",)),
        (DateLine(9, 12, 2022), ("Ninh Thuận, ngày 09 tháng 12 năm 2022",)),
    ],
)
def test_only_short_days_and_the_first_two_months_take_a_zero(line: DateLine, parts: tuple[str, ...]) -> None:
    assert dated(replace(HEAD, dated=line)) == parts


def test_a_list_of_names_ends_in_a_full_stop() -> None:
    assert listed(["VP UBND tỉnh", "Lưu: VT, VP"]) == ("- VP UBND tỉnh;", "- Lưu: VT, VP.")
    assert listed([]) == ()
