"""Lines become rows: parts are found and not doubled, old rows met by their key, and faults told in Vietnamese."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.advice.register import REGISTERS
from sokhcn.records.filling import Filled, Filling
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Paper, Place, Version
from sokhcn.records.register import REGISTERS as SHARED
from sokhcn.records.registering import Register
from sokhcn.records.writing import writing
from tests.rows import OFFICER, advisory, agency, paper, write_all

(ADVICE,) = REGISTERS
BY_SLUG = {register.slug: register for register in SHARED}
PLACES, PAPERS = BY_SLUG["dia-ban"], BY_SLUG["van-ban-vien-dan"]
PAPER = {
    "paper.type": "Quyết định",
    "paper.code": "21/QĐ-UBND",
    "paper.issued_on": date(2022, 1, 10),
    "paper.issuer": "UBND tỉnh",
    "paper.subject": "về kế hoạch",
}
State = AdvisoryDocument.State
pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Agency:
    return agency("SKHCN")


def filled(register: Register, *lines: Mapping[str, Any], **defaults: Any) -> list[Filled]:
    """The rows of ``lines``, those without findings written."""
    with writing(by=OFFICER) as pen:
        rows = Filling(register, pen, defaults).fill([(f"dòng {n}", line) for n, line in enumerate(lines, 2)])
        pen.save_many(row.row for row in rows if not row.findings)
    return rows


def put(row: Kept, **told: Any) -> Filled:
    """``row`` as a form changes it."""
    with writing(by=OFFICER) as pen:
        result = Filling(ADVICE, pen, {}).onto(row, "", told)
        if not result.findings:
            pen.save(result.row)
    return result


def said(rows: list[Filled]) -> list[str]:
    return [str(finding) for row in rows for finding in row.findings]


def issued(ours: Agency, **more: Any) -> dict[str, Any]:
    return {**PAPER, "state": State.ISSUED, "agency": ours, "recorded_on": date(2022, 1, 10), **more}


def test_a_line_becomes_a_row_with_its_paper(ours: Agency) -> None:
    (line,) = filled(ADVICE, issued(ours))
    row = AdvisoryDocument.objects.get()
    assert (line.is_new, line.findings, row.agency, row.paper.code) == (True, [], ours, "21/QĐ-UBND")
    assert (row.paper.number, row.paper.symbol, row.paper.subject) == ("21", "QĐ-UBND", "về kế hoạch")


def test_a_paper_already_there_is_found_and_not_doubled(ours: Agency) -> None:
    there = paper("21", subject="cũ")
    filled(ADVICE, issued(ours))
    assert list(Paper.objects.values_list("pk", "subject")) == [(there.pk, "về kế hoạch")]


def test_the_same_number_of_another_day_is_another_paper(ours: Agency) -> None:
    paper("21", issued_on=date(2021, 1, 10))
    filled(ADVICE, issued(ours))
    assert Paper.objects.count() == 2


def test_a_part_of_empty_cells_is_none(ours: Agency) -> None:
    nothing = dict.fromkeys(PAPER, "") | {"paper.issued_on": None}
    (line,) = filled(ADVICE, issued(ours, **nothing, title="Dự thảo", state=State.DRAFTING))
    assert (line.findings, AdvisoryDocument.objects.get().paper, Paper.objects.count()) == ([], None, 0)


def test_an_old_row_is_met_by_its_key_and_updated(ours: Agency) -> None:
    filled(ADVICE, issued(ours))
    (again,) = filled(ADVICE, issued(ours, note="đã rà soát"))
    assert not again.is_new
    assert AdvisoryDocument.objects.get().note == "đã rà soát"


def test_filling_twice_writes_once(ours: Agency) -> None:
    filled(ADVICE, issued(ours))
    before = Version.objects.count()
    filled(ADVICE, issued(ours))
    assert (AdvisoryDocument.objects.count(), Version.objects.count()) == (1, before)


def test_defaults_stand_in_for_a_new_row_and_change_no_old_one(ours: Agency) -> None:
    line = issued(ours, recorded_on=None)
    filled(ADVICE, line, recorded_on=date(2022, 1, 14))
    filled(ADVICE, line, recorded_on=date(2022, 3, 1))
    assert AdvisoryDocument.objects.get().recorded_on == date(2022, 1, 14)


def test_the_default_of_a_column_holds_where_the_column_is_not_there(ours: Agency) -> None:
    line = {name: value for name, value in issued(ours).items() if name != "state"}
    filled(ADVICE, line)
    assert AdvisoryDocument.objects.get().state == State.ISSUED


def test_two_lines_with_one_key_are_a_finding(ours: Agency) -> None:
    assert said(filled(ADVICE, issued(ours), issued(ours, note="x"))) == ["dòng 3: Trùng với dòng 2."]


def test_one_key_beyond_the_first_five_hundred_lines(ours: Agency) -> None:
    lines = [{"code": str(n), "name": f"Xã {n}"} for n in range(1100)]
    filled(PLACES, *lines)
    with CaptureQueriesContext(connection) as captured:
        again = filled(PLACES, *lines)
    assert not any(line.is_new for line in again)
    assert (Place.objects.count(), len(said(again))) == (1100, 0)
    assert len(captured) < 12


def test_filling_reads_only_rows_that_have_a_key_of_the_sheet(ours: Agency) -> None:
    write_all(Place(code=str(n), name=f"Xã {n}") for n in range(50))
    with CaptureQueriesContext(connection) as captured, writing(by=OFFICER) as pen:
        Filling(PLACES, pen, {}).fill([("dòng 2", {"code": "7", "name": "Xã 7"})])
    (query,) = [q["sql"] for q in captured if "records_place" in q["sql"]]
    assert '"code" = ANY(' in query or '"code" IN (SELECT value FROM json_each(' in query


def test_a_row_found_again_without_key_values_is_met_too() -> None:
    line = {"type": "Chỉ thị", "number": "57", "symbol": "CT/TU", "issuer": "Tỉnh ủy", "issued_on": None}
    filled(PAPERS, line)
    (again,) = filled(PAPERS, {**line, "subject": "về việc chấn chỉnh"})
    assert (again.is_new, Paper.objects.get().subject) == (False, "về việc chấn chỉnh")


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"recorded_on": None}, "dòng 2: Ngày vào sổ: "),
        ({"agency": None}, "dòng 2: Cơ quan: "),
        ({"paper.issuer": ""}, "dòng 2: Cơ quan ban hành: "),
        ({"paper.code": ""}, "dòng 2: Số: "),
        ({"advised": "x" * 201}, "dòng 2: Cơ quan được tham mưu: "),
        ({"unit": "Phòng lạ"}, "dòng 2: “Phòng lạ” chưa có trong danh mục đơn vị."),
    ],
)
def test_a_fault_is_told_once_by_its_heading(ours: Agency, told: dict[str, Any], sentence: str) -> None:
    found = said(filled(ADVICE, issued(ours, **told)))
    assert found[0].startswith(sentence)
    assert "This field" not in found[0]
    assert len(found) <= 2
    assert AdvisoryDocument.objects.count() == 0


def test_a_number_too_long_for_the_database_is_a_finding() -> None:
    line = {"type": "Luật", "number": "1", "symbol": "QH", "issuer": "Quốc hội", "year_in_number": 10**30}
    (sentence,) = said(filled(PAPERS, line))
    assert sentence.startswith("dòng 2: Năm trong số: ")


# --- one row, as a form puts it ---------------------------------------------------------------------------------


def test_a_form_that_corrects_the_key_of_a_part_corrects_that_part(ours: Agency) -> None:
    row = advisory(ours, paper=paper("20"), state=State.ISSUED)
    assert put(row, **PAPER).findings == []
    assert list(Paper.objects.values_list("pk", "number")) == [(row.paper.pk, "21")]


def test_a_form_that_names_another_paper_there_is_points_to_it(ours: Agency) -> None:
    other = paper("21")
    row = advisory(ours, paper=paper("20"), state=State.ISSUED)
    put(row, **PAPER)
    assert (AdvisoryDocument.objects.get().paper, Paper.objects.count()) == (other, 2)


def test_a_form_that_does_not_say_the_agency_keeps_it(ours: Agency) -> None:
    row = advisory(ours)
    with writing(by=OFFICER) as pen:
        pen.save(Filling(ADVICE, pen, {"agency": agency("KHAC")}).onto(row, "", {"note": "x", "agency": None}).row)
    assert AdvisoryDocument.objects.get().agency == ours


@pytest.mark.parametrize(
    ("before", "after", "advice"),
    [
        (State.DRAFTING, State.ISSUED, "Từ đây chỉ chuyển sang: Đã trình, Đang lấy ý kiến, Rút khỏi chương trình."),
        (State.WITHDRAWN, State.DRAFTING, "Đây là tình trạng cuối."),
    ],
)
def test_a_step_of_state_that_is_not_allowed(ours: Agency, before: State, after: State, advice: str) -> None:
    row = advisory(ours, state=before, paper=paper())
    (finding,) = put(row, state=after).findings
    assert str(finding) == f"Không chuyển được từ “{before.label}” sang “{after.label}”. {advice}"


def test_an_allowed_step_and_no_step_at_all(ours: Agency) -> None:
    row = advisory(ours, submitted_on=date(2022, 1, 20))
    assert put(row, state=State.SUBMITTED).findings == []
    assert put(row, state=State.SUBMITTED).findings == []
    assert AdvisoryDocument.objects.get().state == State.SUBMITTED


def test_a_register_without_states_has_no_steps(ours: Agency) -> None:
    free = replace(ADVICE, state="", steps=())
    row = advisory(ours, state=State.WITHDRAWN)
    with writing(by=OFFICER) as pen:
        assert Filling(free, pen, {}).onto(row, "", {"state": State.DRAFTING}).findings == []
