"""A row that an issued report counted changes with a reason only, on every path through the gate."""

from datetime import date

import pytest

from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.auditing import altered_frozen
from sokhcn.records.guard import WrittenOutsideTheGate
from sokhcn.records.locks import ReasonWanted, issued_with, lock
from sokhcn.records.models import Issued, Paper
from sokhcn.records.writing import writing
from tests.rows import OFFICER, paper, unwritten_paper, write

pytestmark = pytest.mark.django_db


def issued(*papers: Paper, report: str = "2022-01/1") -> Issued:
    name = f"báo cáo {report}"
    told = Issued(agency="SKHCN", report=report, name=name, issued_on=date(2022, 1, 14))
    with writing(by=OFFICER) as pen:
        lock(pen, told, {"records.paper": Runs(Run(row.pk, row.pk, row.version) for row in papers)})
    return told


def test_a_counted_row_wants_a_reason() -> None:
    row = paper("21")
    issued(row)
    row.subject = "về kế hoạch"
    wanted = (
        "“Quyết định số 21/QĐ-UBND ngày 10/01/2022” đã được tính trong báo cáo 2022-01/1 "
        r"\(ấn bản 2022-01/1, ban hành ngày 14/01/2022\). Ghi lý do thay đổi rồi ghi lại."
    )
    with pytest.raises(ReasonWanted, match=wanted):
        write(row)
    assert Paper.objects.get().subject == ""


def test_with_a_reason_it_changes() -> None:
    row = paper()
    issued(row)
    row.subject = "về kế hoạch"
    write(row, reason="gõ nhầm")
    assert Paper.objects.get().subject == "về kế hoạch"


@pytest.mark.parametrize("reason", ["", "  "])
def test_what_the_program_knows_is_no_reason(reason: str) -> None:
    row = paper()
    issued(row)
    row.subject = "khác"
    with pytest.raises(ReasonWanted), writing(by=OFFICER, reason=reason, occasion="Nhập từ tệp a.csv") as pen:
        pen.save(row)


def test_the_trash_wants_a_reason_too() -> None:
    row = paper()
    issued(row)
    with pytest.raises(ReasonWanted), writing(by=OFFICER) as pen:
        pen.trash(row)
    assert Paper.objects.get().trashed_at is None


def test_other_rows_and_rows_as_they_are_want_none() -> None:
    counted, free = paper("1"), paper("2")
    issued(counted)
    free.subject = "khác"
    write(free)
    write(counted)
    write(unwritten_paper("3"))
    assert (issued_with(counted), issued_with(free)) == (Issued.objects.get(), None)


def test_of_many_the_first_is_named_and_the_others_counted() -> None:
    rows = [paper(str(n)) for n in range(1, 5)]
    issued(*rows[:3])
    for row in rows:
        row.subject = "khác"
    with pytest.raises(ReasonWanted) as refused, writing(by=OFFICER) as pen:
        pen.save_many(rows)
    assert str(refused.value).startswith("“Quyết định số 1/QĐ-UBND ngày 10/01/2022” và 2 dòng khác của sổ")


def test_nobody_takes_a_lock_away() -> None:
    told = issued(paper())
    with pytest.raises(WrittenOutsideTheGate), writing(by=OFFICER):
        told.counted.all().delete()
    assert list(altered_frozen(Issued)) == []
