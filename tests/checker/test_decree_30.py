"""Whom the form of Decree 30 binds."""

import pytest

from sokhcn.checker.decree_30 import binds, of_the_party
from tests.checker.examined import HEAD, subject

BODY = "1. Việc\nTốt.\n"


@pytest.mark.parametrize(
    ("old", "new", "bound"),
    [
        ("", "", True),
        ("ngày 17 tháng 01 năm 2022", "ngày 04 tháng 3 năm 2020", False),
        ("ngày 17 tháng 01 năm 2022", "ngày 05 tháng 3 năm 2020", True),
        ("ngày 17 tháng 01 năm 2022", "ngày    tháng 01 năm 2019", False),
        ("UBND TỈNH NINH THUẬN", "TỈNH ỦY NINH THUẬN", False),
    ],
)
def test_the_decree_binds_state_papers_since_it_is_in_force(old: str, new: str, bound: bool) -> None:
    assert binds(subject(HEAD.replace(old, new) + BODY).text) is bound


def test_a_symbol_with_its_type_first_is_the_partys() -> None:
    assert of_the_party(subject(HEAD.replace("Số: 12/BC-SKHCN", "Số 12-BC/BTG") + BODY).text)
