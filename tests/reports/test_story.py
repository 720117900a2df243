"""January 2022 as a story, from the 12th to the 18th: the verbs that the doors call, on the registers of the seed."""

from datetime import date

import pytest

from sokhcn.document.walk import words
from sokhcn.people.models import User
from sokhcn.records.locks import ReasonWanted, issued_with
from sokhcn.records.models import Issued, Paper
from sokhcn.records.writing import writing
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.demo import PERIOD, load, the_compiler
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import the_report
from sokhcn.reports.life.standing import standing
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, Stage
from sokhcn.reports.periods import the_period
from tests.seed.compiled import DEMO

pytestmark = pytest.mark.django_db


def january(day: int) -> date:
    return date(2022, 1, day)


def test_the_month() -> None:
    # The 12th and 13th: the units enter what they did. One paper is entered with a wrong day.
    for _ in load(DEMO):
        pass
    compiler = the_compiler()
    head, leader, clerk = (User.objects.get(username=login) for login in ("truongdonvi", "lanhdao", "vanthu"))
    report = the_report(PERIOD, compiler.agency)
    slip = Paper.objects.get(number="21", symbol="QĐ-UBND")
    slip.issued_on = january(11)
    with writing(by=compiler) as pen:
        pen.save(slip)

    # The 14th: the figures' last day. The compiler makes the first draft, for the units to read.
    first = compile_report(the_period(PERIOD), compiler.agency, by=compiler).edition
    assert standing(report, compiler).stage == Stage.DRAFT

    # A unit finds the slip in the draft; it is mended at its source, and the draft is made anew.
    slip.issued_on = january(10)
    with writing(by=compiler) as pen:
        pen.save(slip)
    second = compile_report(the_period(PERIOD), compiler.agency, by=compiler).edition
    assert (first.number, second.number) == (1, 2)
    take(report, Act.CONFIRM, by=compiler, on=january(14))

    # Monday the 17th: handed in. The head of the office finds the form wanting, and then well.
    take(report, Act.SUBMIT, by=compiler, on=january(17))
    take(report, Act.RETURN, by=head, reason="Rà lại nơi nhận", on=january(17))
    take(report, Act.SUBMIT, by=compiler, on=january(17))
    take(report, Act.CHECK, by=head, on=january(17))

    # The leader approves; the clerk may not do it for him, and he himself gives no number afterwards.
    with pytest.raises(NotMoved, match="là việc của Lãnh đạo Sở; bạn là Văn thư"):
        take(report, Act.APPROVE, by=clerk, on=january(17))
    take(report, Act.APPROVE, by=leader, on=january(17))

    # Tuesday the 18th: signed by the deputy for the head, numbered, issued.
    take(report, Act.SIGN, by=leader, on=january(18))
    take(report, Act.NUMBER, by=clerk, on=january(18))
    take(report, Act.ISSUE, by=clerk, on=january(18))
    told = standing(report, compiler)
    assert (told.stage, told.edition.number, len(told.moves)) == (Stage.ISSUED, 2, 9)
    assert told.edition.document().closing.signature.lines == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")
    assert "tháng 01 năm 2022" in words(told.edition.document().head.subject)
    assert Issued.objects.get().issued_on == january(18)

    # The 20th: somebody mends a row that the report counted. Without a reason it stays as it is.
    slip = Paper.objects.get(number="7096", symbol="UBND-KTTH")
    assert issued_with(slip) is not None
    slip.subject = "trích yếu đã sửa"
    with pytest.raises(ReasonWanted), writing(by=compiler) as pen:
        pen.save(slip)
    with writing(by=compiler, reason="Trích yếu ghi sai so với bản gốc") as pen:
        pen.save(slip)
    # What left the house is as it was.
    assert report.edition(2).document() == second.document()
