"""Steps: where a row can go, what that takes, and what is said where it cannot."""

from dataclasses import dataclass
from datetime import date

import pytest

from sokhcn.areas.radiation.models import Licence
from sokhcn.areas.radiation.register import REGISTERS
from sokhcn.records.registering import Register, Step
from sokhcn.records.stepping import NotPossible, onward, take_step, unfilled
from sokhcn.records.writing import writing
from tests.areas.radiation.factories import licence
from tests.areas.registers import Clerk, trash

pytestmark = pytest.mark.django_db

BOOK: Register = REGISTERS[0]


@dataclass(frozen=True)
class Officer(Clerk):
    may: bool = True

    def has_perm(self, perm, obj=None):
        return self.may and perm == "registers.keep"


def go(row, target, by=None, **told):
    by = by or Officer()
    with writing(by=by) as pen:
        take_step(pen, BOOK, row, target, by=by, **told)
    row.refresh_from_db()


def test_a_possible_step_is_taken_with_what_is_told():
    row = licence(state="processing", issued_on=None)
    go(row, "issued", number="01/GP", issued_on=date(2022, 1, 10))
    assert (row.state, row.issued_on) == ("issued", date(2022, 1, 10))


def test_an_impossible_step_says_why_and_what_is_possible():
    row = licence(state="refused")
    with pytest.raises(NotPossible, match=r"từ “Không cấp” sang “Đã ban hành”\. Đây là tình trạng cuối"):
        go(row, "issued")
    row = licence("Cơ sở B", state="processing")
    with pytest.raises(NotPossible, match="Từ đây chỉ chuyển sang: Đã ban hành, Không cấp"):
        go(row, "suspended")
    assert Licence.objects.get(pk=row.pk).state == "processing"


def test_a_step_is_offered_only_to_those_who_may_take_it_and_to_no_row_in_the_trash():
    row = licence(state="issued")
    assert [step.label for step in onward(BOOK, row)] == ["Đình chỉ", "Ghi đã thay", "Thu hồi", "Ghi hết hiệu lực"]
    assert onward(BOOK, row, Officer(may=False)) == ()
    with pytest.raises(NotPossible, match="Vai trò của bạn không được thực hiện bước “Thu hồi”"):
        go(row, "revoked", by=Officer(may=False))
    trash(row)
    assert onward(BOOK, row) == ()


def test_a_step_names_what_it_needs():
    row = Licence(state="issued", number="")
    steps = (Step("processing", "issued", "Ghi ban hành", needs=("number", "issued_on")),)
    book = Register("x", "X", "X", Licence, BOOK.columns, (), (), state="state", steps=steps)
    assert [str(finding) for finding in unfilled(book, row, "processing")] == [
        "Để chuyển sang “Đã ban hành” phải ghi “Số giấy phép”.",
        "Để chuyển sang “Đã ban hành” phải ghi “Ngày cấp”.",
    ]
    assert unfilled(book, row, "suspended") == []
