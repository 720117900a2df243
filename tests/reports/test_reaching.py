"""Nobody writes a row of another unit, by form or by file, nor takes one over."""

from datetime import date

import pytest
from django.utils import timezone

from sokhcn.areas.programme.models import KeyTask
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Delegation, Reach, User
from sokhcn.records.models import Batch, Unit
from sokhcn.reports import catalogue
from sokhcn.reports.keeping import keep
from sokhcn.reports.periods import the_period
from sokhcn.reports.reasons import reasons
from sokhcn.reports.receiving import receive
from tests.rows import agency, unit, write

pytestmark = pytest.mark.django_db
BOOK = "nhiem-vu-trong-tam"


def officer():
    ours = agency("A")
    mine, theirs = unit(ours, "P1"), unit(ours, "P2")
    person = User.objects.create(username="cv", agency=ours, unit=mine, reach=Reach.UNIT)
    about = {"agency": ours, "year": 2022, "recorded_on": date(2022, 1, 5), "state": "planned"}
    write(KeyTask(code="NV-2", title="Việc của đơn vị khác", unit=theirs, **about))
    return person


def file(text):
    return read_csv(f"Mã nhiệm vụ;Đơn vị;Nhiệm vụ;Năm\n{text}\n".encode(), "a.csv")


def test_a_form_puts_no_row_into_another_unit_and_moves_none_there():
    by, book = officer(), catalogue.register(BOOK)
    form = {"code": "NV-1", "title": "Việc", "year": "2022", "unit": "P2"}
    assert [finding.id for finding in keep(book, None, form, by=by).findings] == ["register.reach"]
    mine = keep(book, None, {**form, "unit": "P1"}, by=by).row
    assert [finding.id for finding in keep(book, mine, {"unit": "P2"}, by=by).findings] == ["register.reach"]


def test_a_file_takes_over_no_row_of_another_unit():
    by, book = officer(), catalogue.register(BOOK)
    receipt = receive(book, file("NV-2;P1;Chiếm lấy;2022"), by=by, today=date(2022, 1, 14))
    assert [finding.id for finding in receipt.findings] == ["register.reach"]
    assert KeyTask.objects.get(code="NV-2").title == "Việc của đơn vị khác"


def test_history_tells_for_whom_a_file_was_taken_in():
    by, book = officer(), catalogue.register(BOOK)
    giver = User.objects.create(
        username="ban", first_name="Trưởng P2", agency=by.agency, unit=Unit.objects.get(code="P2"), reach=Reach.UNIT
    )
    today = timezone.localdate()
    write(Delegation(giver=giver, taker=by, reason="đi công tác", valid_from=today, valid_to=today))
    for code, whose, told in (("NV-3", "P1", ""), ("NV-4", "P2", "Làm thay Trưởng P2: ")):
        receipt = receive(book, file(f"{code};{whose};Việc;2022"), by=by, today=date(2022, 1, 14))
        assert receipt.added == 1
        assert Batch.objects.latest("pk").reason == f"{told}Nhập từ tệp a.csv"


def test_personal_data_are_no_words_to_search_by():
    told = {
        f"{register.slug}.{column.name}"
        for register in catalogue.registers()
        for column in register.columns
        if column.personal and column.name in register.model.searched
    }
    assert told == set()


def test_rows_of_another_unit_count_for_a_figure_and_are_neither_named_nor_advised():
    by, book = officer(), catalogue.register(BOOK)
    about = {"code": "NV-3", "title": "Việc của mình", "year": "2022", "unit": "P1"}
    assert keep(book, None, about, by=by).findings == ()
    found = reasons("programme.key_tasks", the_period("2022-01"), by.agency, by)
    assert ([row["code"] for row in found.counted], found.beyond, found.tally) == (["NV-3"], 1, "2 dòng được tính")
    late = {"task": "NV-22", "reason": "Chậm", "new_due_on": "1/5/2022"}
    refused = keep(catalogue.register("gia-han-nhiem-vu"), None, late, by=by).findings
    (advice,) = [finding for finding in refused if finding.about == "task"]
    assert "Có phải" not in advice.suggestion
    same = keep(book, None, {"code": "NV-4", "title": "Việc của đơn vị khác", "year": "2022", "unit": "P1"}, by=by)
    assert [str(finding) for finding in same.findings] == [
        "Giống một dòng của đơn vị khác: cùng nhiệm vụ, năm. Hỏi đơn vị ấy."
    ]
