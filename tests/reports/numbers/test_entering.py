"""A number that the document system gave: kept with its slips told, refused where it cannot be true."""

from datetime import date

import pytest

from sokhcn.records.stepping import NotPossible
from sokhcn.reports.models import Outgoing
from sokhcn.reports.numbers.entering import enter, examine
from sokhcn.reports.numbers.taking import void
from tests.reports.numbers.numbered import book, department, plan

pytestmark = pytest.mark.django_db
DAY, TODAY = date(2022, 1, 17), date(2022, 1, 20)


def test_number_and_day_are_kept_as_told_and_slips_are_said() -> None:
    by = department()
    first = enter("01", DAY, plan(), by=by, today=TODAY)
    assert (first.row.code, first.row.own, first.findings) == ("01/KH-SKHCN", False, ())
    later = enter("03/KH-SKHCN", date(2022, 1, 16), plan("khác"), by=by, today=TODAY)
    assert [finding.id for finding in later.findings] == ["number.gap", "number.order", "number.day_off"]
    assert Outgoing.objects.count() == 2


def test_one_number_with_one_symbol_stands_for_one_paper_of_a_year_also_after_it_was_voided() -> None:
    by = department()
    row = enter("08", DAY, plan("Kiểm tra"), by=by, today=TODAY).row
    void(row, "nhầm", by=by)
    with pytest.raises(NotPossible, match="đã cấp cho văn bản “Kiểm tra”, đã hủy"):
        enter("8", DAY, plan(), by=by, today=TODAY)
    assert enter("8", date(2021, 1, 15), plan(), by=by, today=TODAY).row.year == 2021
    assert enter("8", DAY, plan(symbol="TB-SKHCN"), by=by, today=TODAY).row.symbol == "TB-SKHCN"


def test_what_cannot_be_true_is_refused_and_nothing_is_written() -> None:
    by = department()
    for text, day in (("tám", DAY), ("08", date(2022, 2, 1)), ("08/kế hoạch", DAY)):
        with pytest.raises(NotPossible):
            enter(text, day, plan(), by=by, today=TODAY)
        assert examine(text, day, plan(), by=by, today=TODAY)
    assert not Outgoing.objects.exists()


def test_a_book_kept_here_takes_no_number_from_elsewhere() -> None:
    by = department()
    book(by)
    with pytest.raises(NotPossible, match="không ghi số từ nơi khác"):
        enter("08", DAY, plan(), by=by, today=TODAY)
