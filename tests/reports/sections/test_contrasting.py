"""Two editions against each other, the report issued last as witness, and the leader's page."""

from datetime import date
from decimal import Decimal

import pytest

from sokhcn.formats.docx.opening import NotADocx
from sokhcn.formats.docx.read import read
from sokhcn.kernel.periods import read_period
from sokhcn.records.dated import DECREE_09
from sokhcn.reports.checking import check_edition, waive
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.exporting import NoEdition
from sokhcn.reports.issuing import issued_edition
from sokhcn.reports.sections.contrasting import as_docx, as_html, contrast, reported_before
from sokhcn.reports.sections.editing import Printed, override
from sokhcn.reports.sections.summary import Promises, summarized
from sokhcn.reports.testifying import Registers
from tests.reports.issued import issue
from tests.reports.sections.handled import JANUARY, compiled, department, issued
from tests.rows import advisory, paper

pytestmark = pytest.mark.django_db
FEBRUARY = read_period("2022-02", DECREE_09)


def test_an_edition_is_compared_with_what_was_issued_last_and_not_with_a_later_draft() -> None:
    owner, by = department()
    issued(owner, "1")
    first = compiled(owner, by)
    issue(first, on=JANUARY.end, by=by)
    issued(owner, "2")
    later = compiled(owner, by)
    february = compile_report(FEBRUARY, owner, by=by).edition
    assert issued_edition(owner.code, "2022-01") == first
    assert reported_before(february, owner) == first
    witness = Registers(owner, None)
    witness.period = FEBRUARY
    before = witness.last_report()["advice.issued"]
    assert (before.report, before.said, before.counted) == ("2022-01/1", 1, 2)
    found = contrast(february, first)
    assert {one.key: (one.before, one.after, one.difference) for one in found.moved}["advice.issued"] == (1, 0, -1)
    assert contrast(later, later).moved == ()
    with pytest.raises(NoEdition, match="Chưa có báo cáo"):
        reported_before(first, owner)


def test_the_blackline_is_a_page_and_a_word_file_with_tracked_changes_that_never_comes_back() -> None:
    owner, by = department()
    issued(owner, "1")
    first = compiled(owner, by)
    issued(owner, "2")
    made = contrast(compiled(owner, by), first)
    page = as_html(made).decode()
    assert "Đã ban hành <del>01</del><ins>02</ins> văn bản." in page
    data = as_docx(made)
    assert data == as_docx(made)
    with pytest.raises(NotADocx, match="không do Sổ KH&CN ghi ra"):
        read(data)


def test_the_leader_s_page_tells_what_changed_was_waived_overridden_copied_and_kept() -> None:
    owner, by = department()
    issued(owner, "1")
    issue(compiled(owner, by), on=JANUARY.end, by=by)
    advisory(owner, paper=paper("7", issued_on=date(2022, 1, 20)), state="issued")
    advisory(owner, paper=paper("8", issued_on=date(2022, 1, 21)), state="issued")
    edition = compile_report(FEBRUARY, owner, by=by).edition
    override(edition, Printed("advice.issued", Decimal(3), "thiếu phiếu", "advice"), by=by)
    edition = compile_report(FEBRUARY, owner, by=by).edition
    checked = check_edition(edition, owner)
    waive(checked, checked.numbers[0], reason="đã hỏi", by=by, agency=owner)
    page = summarized(edition, owner, Promises(kept=5, total=6))
    assert page.other is not None
    assert page.other.label == "2022-01/1"
    assert {one.key: (one.before, one.after) for one in page.figures}["advice.issued"] == (1, 2)
    assert {(one.reason, one.by) for one in page.waived} >= {("đã hỏi", by.get_full_name())}
    assert [(one.key, one.value, one.counted, one.times, one.reason) for one in page.overrides] == [
        ("advice.issued", "3", "2", 1, "thiếu phiếu")
    ]
    assert page.promises == Promises(5, 6)
    assert page.own_texts == 0
