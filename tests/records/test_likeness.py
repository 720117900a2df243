"""A row like one that is there already gets a warning, and is taken all the same."""

from datetime import date

import pytest

from sokhcn.areas.radiation.register import REGISTERS
from sokhcn.records.likeness import likenesses
from tests.areas.radiation.factories import licence
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db

BOOK = REGISTERS[0]


def warned(*rows):
    return [str(finding) for finding in likenesses(BOOK, [("dòng 2", row) for row in rows])]


def test_the_same_number_of_one_agency_in_one_year_is_worth_a_look():
    first = licence(number="02/GP-SKHCN", issued_on=date(2022, 1, 5))
    again = licence("Cơ sở B", number="02/GP-SKHCN", issued_on=date(2022, 3, 5))
    assert warned(again) == [
        f"dòng 2: Giống “{first}” (dòng {first.pk}) đã có trong sổ: cùng cơ quan, số giấy phép, năm của ngày cấp. "
        "Xem có phải ghi hai lần."
    ]


def test_another_year_another_agency_or_no_number_is_like_none():
    licence(number="02/GP-SKHCN", issued_on=date(2022, 1, 5))
    licence("Cơ sở D", issued_on=date(2022, 1, 5))
    others = (
        licence("Cơ sở B", number="02/GP-SKHCN", issued_on=date(2021, 1, 5)),
        licence("Cơ sở C", number="02/GP-SKHCN", issued_on=date(2022, 3, 5), agency=agency("KHAC")),
        licence("Cơ sở E", issued_on=date(2022, 1, 5)),
    )
    assert warned(*others) == []
