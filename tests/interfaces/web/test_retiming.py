"""A rule of due dates is shown with what it moves before it applies: by its form, by a file, by the trash."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sokhcn.records.due import DueDate
from sokhcn.records.terms import Term
from tests.areas.registers import save
from tests.areas.research.factories import task
from tests.interfaces.web.office import at_the_door, office

pytestmark = pytest.mark.django_db
RULES = "/so/thoi-han/"
OLD, NEW = date(2022, 2, 8), date(2022, 2, 23)
TOLD = {
    "rule": "research.acceptance_dossier",
    "subject": "",
    "name": "Nộp hồ sơ",
    "amount": "45",
    "span": "ngày",
    "basis": "Quy định mới",
    "valid_from": "",
    "valid_to": "",
}


@pytest.fixture
def client():
    office()
    save(Term(rule=TOLD["rule"], name="Nộp hồ sơ", amount=30, span=Term.Unit.DAYS, basis="Quy định cũ"))
    task(ends_on=date(2022, 1, 9))
    return at_the_door("quantri")


def due() -> date:
    return DueDate.objects.get(key="research.dossiers").due_on


def test_the_form_shows_what_moves_and_keeps_it_the_second_time(client):
    rule = Term.objects.get()
    page = client.post(f"{RULES}{rule.pk}/", {**TOLD, "version": rule.version})
    assert "Chưa lưu: quy tắc này làm đổi các hạn" in page.text
    assert (page.text.count(f"{OLD:%d/%m/%Y}"), page.text.count(f"{NEW:%d/%m/%Y}"), due()) == (1, 1, OLD)
    seen = {**TOLD, "version": rule.version, "da-xem": page.context["seen"]}
    another = client.post(f"{RULES}{rule.pk}/", {**seen, "amount": "46"})
    assert ("24/02/2022" in another.text, due()) == (True, OLD)  # what was shown was another change
    assert client.post(f"{RULES}{rule.pk}/", seen).status_code == 302
    assert due() == NEW


def test_a_change_that_moves_nothing_is_kept_at_once(client):
    rule = Term.objects.get()
    told = {**TOLD, "amount": "30", "basis": "Quy định đã sửa", "version": rule.version}
    assert client.post(f"{RULES}{rule.pk}/", told).status_code == 302
    assert (Term.objects.get().basis, due()) == ("Quy định đã sửa", OLD)


def test_a_file_and_the_trash_show_what_moves_and_move_nothing(client):
    rule = Term.objects.get()
    file = f"Quy tắc,Nội dung,Thời hạn,Tính theo,Căn cứ\n{rule.rule},Nộp hồ sơ,45,ngày,Quy định mới\n"
    page = client.post(f"{RULES}nhap/", {"tep": SimpleUploadedFile("thoi-han.csv", file.encode())})
    assert [(one.before, one.after) for one in page.context["moved"]] == [(OLD, NEW)]
    page = client.get(f"{RULES}{rule.pk}/bo/")
    assert [(one.before, one.after) for one in page.context["moved"]] == [(OLD, None)]
    assert (due(), client.get(f"{RULES}bang/").status_code) == (OLD, 404)
