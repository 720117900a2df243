"""A document's whole life: entered in the programme, drafted, appraised, submitted, issued, replaced."""

from dataclasses import dataclass
from datetime import date

import pytest

from sokhcn.areas.advice.actions import BOOK, issue, submit
from sokhcn.records.due import DueDate
from sokhcn.records.stepping import NotPossible, onward, take_step
from sokhcn.records.writing import writing
from tests.areas.advice.factories import draft, paper
from tests.areas.registers import Clerk, trash, values

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Officer(Clerk):
    def has_perm(self, perm, obj=None):
        return True


BY = Officer()


def go(row, *states):
    for state in states:
        with writing(by=BY) as pen:
            take_step(pen, BOOK, row, state, by=BY)


def due():
    return dict(DueDate.objects.values_list("key", "due_on"))


def counted(*names):
    found = values("advice")
    return tuple(found.get(name, 0) for name in names)


def test_a_document_lives_from_the_programme_to_the_one_that_replaces_it():
    row = draft(state="registered", due_on=date(2022, 1, 10), is_normative=True)
    assert due() == {"advice.assigned": date(2022, 1, 10)}
    with pytest.raises(NotPossible, match="Từ đây chỉ chuyển sang: Đang soạn thảo, Rút khỏi chương trình"):
        issue(row, paper("0"), by=BY)

    for state in ("drafting", "consultation", "appraisal"):
        go(row, state)
        assert (due(), counted("issued", "awaited")) == ({"advice.assigned": date(2022, 1, 10)}, (0, 0))
    with pytest.raises(NotPossible, match="phải ghi “Ngày trình”"):
        go(row, "submitted")
    row.refresh_from_db()
    submission = paper("15", "Sở KH&CN", type="Tờ trình", symbol="TTr-SKHCN")
    with writing(by=BY) as pen:
        submit(pen, row, by=BY, submitted_on=date(2022, 1, 7), submission=submission)
    assert due() == {}
    assert counted("issued", "awaited", "submitted_in_time") == (0, 1, 1)

    row.expires_on = date(2024, 1, 1)
    issue(row, paper("03", year_in_number=2022, issued_on=date(2022, 1, 12)), by=BY, effective_from=date(2022, 1, 20))
    assert due() == {"advice.running_out": date(2024, 1, 1)}
    assert counted("issued", "normative", "awaited", "issued_committee") == (1, 1, 0, 1)
    assert onward(BOOK, row) == ()

    new = draft(title="Quyết định thay thế", replaces=row.paper, state="submitted")
    issue(new, paper("9", issued_on=date(2022, 1, 13)), by=BY, effective_from=date(2022, 2, 1))
    row.refresh_from_db()
    assert (row.validity, row.expires_on, due()) == ("ended", date(2022, 2, 1), {})
    assert counted("issued", "awaited") == (2, 0)
    trash(new)
    assert (counted("issued"), due()) == ((1,), {})


def test_what_comes_back_is_waited_for_again_until_it_is_submitted_once_more():
    row = draft(state="submitted", submitted_on=date(2022, 1, 7), due_on=date(2022, 1, 10))
    assert (counted("awaited", "submitted_in_time"), due()) == ((1, 1), {})
    go(row, "returned")
    assert (counted("awaited"), due()) == ((0,), {"advice.assigned": date(2022, 1, 10)})
    go(row, "drafting", "submitted")
    assert (counted("awaited", "submitted_in_time"), due()) == ((1, 1), {})


def test_what_was_submitted_can_be_withdrawn():
    row = draft(state="submitted", submitted_on=date(2022, 1, 7))
    go(row, "withdrawn")
    assert (counted("awaited"), due()) == ((0,), {})
