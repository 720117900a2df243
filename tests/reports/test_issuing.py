"""What it means to be issued: from then on the rows that were counted want a reason, on the page and in a file."""

from datetime import date

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Role, User
from sokhcn.records.locks import issued_with
from sokhcn.records.models import Counted, Paper
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.issuing import is_issued
from sokhcn.reports.keeping import keep
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.receiving import receive, try_out
from tests.reports.issued import issue
from tests.reports.reporting import reporting
from tests.rows import advisory, paper, user

pytestmark = pytest.mark.django_db
SIGNED_ON = date(2022, 1, 18)
SHEET = """Số,Ký hiệu,Tên loại,Ngày ban hành,Cơ quan ban hành,Trích yếu
21,QĐ-UBND,Quyết định,10/01/2022,UBND tỉnh,mới
"""


def counted_row() -> tuple[AdvisoryDocument, User, Edition]:
    """A document that the report of January counts, and that report."""
    ours = reporting()
    by = user(ours, Role.COMPILER)
    row = advisory(ours, state="issued", paper=paper("21"))
    return row, by, compile_report(the_period("2022-01"), ours, by=by).edition


def test_an_edition_is_a_draft_until_it_is_issued() -> None:
    row, by, edition = counted_row()
    register = catalogue.register("van-ban-tham-muu")
    assert keep(register, row, {"note": "đã rà soát"}, by=by).findings == ()
    assert issued_with(row) is None
    done = issue(edition, on=SIGNED_ON, by=by)
    assert (is_issued(edition), done.report) == (True, "2022-01/1")
    assert issued_with(row) == done


def test_the_paper_of_a_counted_document_is_counted_with_it() -> None:
    _, by, edition = counted_row()
    issue(edition, on=SIGNED_ON, by=by)
    assert issued_with(Paper.objects.get()) is not None
    assert set(Counted.objects.values_list("register", flat=True)) == {"advice.advisorydocument", "records.paper"}


def test_a_form_is_told_that_a_reason_is_wanted() -> None:
    row, by, edition = counted_row()
    issue(edition, on=SIGNED_ON, by=by)
    register = catalogue.register("van-ban-tham-muu")
    (finding,) = keep(register, row, {"note": "khác"}, by=by).findings
    assert finding.id == "register.reason"
    assert "đã được tính trong báo cáo tháng 01 năm 2022 (ấn bản 2022-01/1, ban hành ngày 18/01/2022)" in str(finding)
    assert keep(register, row, {"note": "khác"}, by=by, reason="sai sót").findings == ()


def test_a_file_that_changes_a_counted_row_wants_a_reason_too() -> None:
    _, by, edition = counted_row()
    issue(edition, on=SIGNED_ON, by=by)
    register = catalogue.register("van-ban-vien-dan")
    sheet = read_csv(SHEET.encode(), "a.csv")
    for take in (receive, try_out):
        (finding,) = take(register, sheet, by=by, today=SIGNED_ON).findings
        assert finding.id == "register.reason"
    assert Paper.objects.get().subject == ""
    assert receive(register, sheet, by=by, today=SIGNED_ON, reason="bổ sung trích yếu").changed == 1
    assert Paper.objects.get().subject == "mới"
