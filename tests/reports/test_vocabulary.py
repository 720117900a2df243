"""Names that wordings may use are known beforehand, and what officers write is examined when it is saved."""

from datetime import date

import pytest

from sokhcn.compiler.shapes import Fields
from sokhcn.figures.figure import Figure, FigureSet
from sokhcn.intake.sheet import read_csv
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.composing import words_for
from sokhcn.reports.keeping import keep
from sokhcn.reports.models import Commitment, Narrative
from sokhcn.reports.outlining import in_force
from sokhcn.reports.periods import the_period
from sokhcn.reports.receiving import receive
from sokhcn.reports.vocabulary import words_known
from tests.reports.reporting import FIRST_DAY, wording
from tests.rows import agency, paper, user

pytestmark = pytest.mark.django_db
JANUARY = the_period("2022-01")
PLAN = {"period_code": "2022-01", "place": "1", "recorded_on": "11/01/2022"}


def test_the_names_known_beforehand_are_those_there_are_when_compiling() -> None:
    nought = {i.key: Figure(i.key, i.label, i.unit, i.kind, i.basis, 0, (), "", ()) for i in catalogue.indicators()}
    words = words_for(FigureSet(nought), JANUARY, Agency(name="Sở", symbol="S"))
    assert {*words_known(None, None)} == {*words, "appendix"}


def test_fields_of_entries_are_known_and_a_figure_that_lists_nothing_has_none() -> None:
    known = words_known(None, None)
    document = known["advice"].shapes["issued"].shapes["entries"].item
    assert isinstance(document, Fields)
    assert set(document.shapes) == {"advised", "paper", "promulgates", "submitted_further"}
    assert "entries" not in known["metrology"].shapes["instruments"].shapes


def said(owner: Agency, slug: str, **told: str) -> list[str]:
    outcome = keep(catalogue.register(slug), None, {**PLAN, **told}, by=user(owner))
    return [str(finding) for finding in outcome.findings]


@pytest.mark.parametrize("slug", ["nhiem-vu-ky-toi", "danh-gia-chung"])
def test_a_form_examines_what_is_written(slug: str) -> None:
    found = said(agency(), slug, text="Ban hành {{ advice.isued }} văn bản, {{ 1 + 1 }}.")
    assert found == [
        "Nội dung, dòng 1: Mẫu câu không dùng được phép cộng.",
        "Nội dung, dòng 1: Không có tên “advice.isued”. Có phải “issued”?",
    ]
    assert not Commitment.objects.exists()
    assert not Narrative.objects.exists()


def test_a_commitment_may_name_the_papers_told_with_it_and_no_other() -> None:
    owner = agency()
    paper("21")
    assert said(owner, "nhiem-vu-ky-toi", text='Theo {{ papers["21/QĐ-UBND"] }}.') == [
        "Nội dung, dòng 1: Không có tên “21/QĐ-UBND”."
    ]
    outcome = keep(
        catalogue.register("nhiem-vu-ky-toi"),
        None,
        {**PLAN, "text": 'Theo {{ papers["21/QĐ-UBND"] }}.', "papers": "21/QĐ-UBND"},
        by=user(owner, login="b"),
    )
    assert outcome.findings == ()
    again = keep(catalogue.register("nhiem-vu-ky-toi"), outcome.row, {"place": "2"}, by=user(owner, login="c"))
    assert again.findings == ()


def test_an_import_examines_each_line() -> None:
    lines = "Kỳ báo cáo,Thứ tự,Nội dung\n2022-01,1,Tốt {{ advice.issued }}\n2022-01,2,Hỏng {{ advice.none }}\n"
    sheet = read_csv(lines.encode(), "a.csv")
    register = catalogue.register("nhiem-vu-ky-toi")
    receipt = receive(register, sheet, by=user(agency()), today=date(2022, 1, 14))
    assert [finding.where for finding in receipt.findings] == ["a.csv, dòng 3, Nội dung, dòng 1"]
    assert not Commitment.objects.exists()


def test_a_line_of_recipients_belongs_to_reports_that_some_outline_makes() -> None:
    told = {"role": "Nơi nhận", "place": "1", "name": "Sở KH&ĐT", "report": "boo"}
    found = said(agency(), "noi-nhan", **told)
    assert found == ["Không có báo cáo gửi “boo”. Có phải “bo”?"]


def test_a_text_keeps_its_spaces_and_lines() -> None:
    text = "Một.\n\n- hai\n  + ba  bốn\n"
    row = wording(agency(), "advice", text)
    row.refresh_from_db()
    assert row.text == text


def test_every_chapter_of_an_outline_that_ships_has_a_text_or_chapters() -> None:
    owner = agency()
    for kept in in_force(owner, FIRST_DAY):
        keys = {area.label for area in catalogue.areas()} - {*kept.outline.fills()}
        assert keys == set(), kept.outline.id
