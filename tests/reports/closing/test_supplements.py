"""A late row is told as bổ sung by the next report, and in the reasons of the figure that it changed."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sokhcn.document.walk import sentences, words
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue, drift
from sokhcn.reports.closing.closed import Window, close, reopen
from sokhcn.reports.closing.supplements import late_for
from sokhcn.reports.closing.telling import FIGURES, ROWS, untold
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.drifting.answering import answer
from sokhcn.reports.models import Drift, Edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.reasons import reasons
from tests.reports.drifting.drifting import issued
from tests.reports.issued import issue
from tests.reports.reporting import reporting
from tests.rows import advisory, paper, unit, user

pytestmark = pytest.mark.django_db
READER = User(reach=Reach.ALL)


def lines(edition: Edition) -> list[str]:
    return [words(one) for one in sentences(edition.document())]


def late_row(owner: Agency) -> None:
    """January is compiled and closed; then a paper of January comes late."""
    office = unit(owner)
    by = user(owner, Role.COMPILER, "tonghop")
    advisory(owner, unit=office, state="issued", paper=paper("20", issued_on=date(2022, 1, 10)))
    window = Window(the_period("2022-01"), owner, catalogue.register("van-ban-tham-muu"), office)
    close(window, by=by)
    compile_report(the_period("2022-01"), owner, by=by)
    reopen(window, until=timezone.now() + timedelta(hours=1), reason="Văn bản đến muộn", by=by)
    advisory(owner, unit=office, state="issued", paper=paper("21", issued_on=date(2022, 1, 12)))


def test_the_next_report_tells_it_once() -> None:
    owner = reporting()
    late_row(owner)
    (late,) = late_for(the_period("2022-02"), owner, "tinh")
    assert (late.day, late.unit, late.reason) == (date(2022, 1, 12), "P. VP", "Văn bản đến muộn")
    by = user(owner, Role.COMPILER, "khac")
    told = lines(compile_report(the_period("2022-02"), owner, by=by).edition)
    at = told.index(ROWS)
    assert "21/QĐ-UBND" in told[at + 1]
    assert "(ngày 12/01/2022; ghi ngày " in told[at + 1]
    assert not late_for(the_period("2022-03"), owner, "tinh")


def test_a_report_compiled_anew_has_it_among_its_own_unless_the_old_one_left_the_house() -> None:
    owner = reporting()
    late_row(owner)
    by = user(owner, Role.COMPILER, "khac")
    issue(Edition.objects.get(), on=date(2022, 1, 18), by=by)
    assert ROWS not in lines(compile_report(the_period("2022-01"), owner, by=by).edition)
    assert len(late_for(the_period("2022-02"), owner, "tinh")) == 1  # the report that was issued lacks it
    issue(Edition.objects.get(number=2), on=date(2022, 1, 25), by=by)
    assert not late_for(the_period("2022-02"), owner, "tinh")


def test_a_draft_that_was_compiled_before_a_late_row_came_is_not_handed_in() -> None:
    owner = reporting()
    by = user(owner, Role.COMPILER, "khac")
    early = compile_report(the_period("2022-02"), owner, by=by).edition
    late_row(owner)
    (finding,) = untold(early)
    assert str(finding).startswith("Ấn bản 2022-02/1 chưa kể phần bổ sung của kỳ trước: ")
    assert untold(compile_report(the_period("2022-02"), owner, by=by).edition) == ()


def test_a_figure_that_was_left_to_the_next_report_is_told_by_the_first_that_leaves_the_house_after() -> None:
    owner = reporting()
    by = user(owner, Role.COMPILER, "khac")
    issued(owner, by, "2022-01")
    issued(owner, by, "2022-02")
    early = compile_report(the_period("2022-03"), owner, by=by).edition
    advisory(owner, state="issued", paper=paper("21", issued_on=date(2022, 1, 12)))
    drift.catch_up()
    answer(list(Drift.objects.filter(period_code="2022-01")), Drift.State.SUPPLEMENT, by=by)
    assert [finding.id for finding in untold(early)] == ["supplement.untold"]
    march = issued(owner, by, "2022-03")
    told = lines(march)
    said = told[told.index(FIGURES) + 1]
    assert "tháng 01 năm 2022: đã báo cáo 0, nay là 01 văn bản (ghi ngày " in said
    assert not any("lũy kế" in line for line in told)  # the year to date of January says no more
    assert untold(march) == ()
    assert FIGURES not in lines(compile_report(the_period("2022-04"), owner, by=by).edition)


def test_the_reasons_tell_it_on_both_sides() -> None:
    owner = reporting()
    late_row(owner)
    january = reasons("advice.issued", the_period("2022-01"), owner, READER)
    assert january.figure.value == 2
    (said,) = january.late.values()
    assert said.startswith("bổ sung ngày ")
    assert said.endswith("sau khi khóa sổ (Văn bản đến muộn)")
    february = reasons("advice.issued", the_period("2022-02"), owner, READER)
    assert february.figure.value == 0
    assert [late.day for late in february.supplements] == [date(2022, 1, 12)]
    assert not reasons("research.accepted", the_period("2022-02"), owner, READER).supplements
