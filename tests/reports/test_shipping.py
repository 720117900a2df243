"""Rules that ship: added once, left alone when the department changed them; and a changed rule tried beforehand."""

from datetime import date

import pytest

from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.records.terms import Term
from sokhcn.reports import catalogue
from sokhcn.reports.retiming import Moved, try_sheet
from sokhcn.reports.shipping import ship, shipped
from tests.areas.registers import agency, save
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db

DOSSIER = "research.acceptance_dossier"


def somebody():
    return User(username="quantri", first_name="Quản trị", agency=agency())


def test_rules_ship_once_each_with_its_source_and_what_the_department_changed_stays():
    added = ship(by=somebody())
    lists = sum(catalogue.register(file.stem).model.objects.count() for file in shipped() if file.stem != "terms")
    assert added - lists == Term.objects.count() > 0 < lists
    assert not Term.objects.filter(basis="").exists()
    rule = Term.objects.get(rule=DOSSIER)
    rule.amount = 45
    save(rule)
    assert ship(by=somebody()) == 0
    assert Term.objects.get(rule=DOSSIER).amount == 45


def test_a_changed_rule_shows_what_would_move_and_moves_nothing():
    ship(by=somebody())
    row = task(ends_on=date(2022, 1, 9))
    sheet = read_csv(
        "Quy tắc,Nội dung,Thời hạn,Tính theo,Căn cứ,Có hiệu lực từ,Đến hết\n"
        f"{DOSSIER},Nộp hồ sơ,30,ngày,Quy định cũ,,31/12/2021\n"
        f"{DOSSIER},Nộp hồ sơ,45,ngày,Quy định mới,01/01/2022,\n".encode(),
        "thoi-han.csv",
    )
    trial = try_sheet(catalogue.register("thoi-han"), sheet, by=somebody(), today=date(2022, 1, 14))
    assert trial.moved == (Moved(f"Nộp hồ sơ nghiệm thu: {row.title}", date(2022, 2, 8), date(2022, 2, 23)),)
    assert DueDate.objects.get(key="research.dossiers").due_on == date(2022, 2, 8)
    assert not Term.objects.filter(rule=DOSSIER, amount=45).exists()


def test_a_wrong_file_of_rules_says_so():
    sheet = read_csv(b"Quy t\xe1\xba\xafc\nx\n", "thoi-han.csv")
    assert try_sheet(catalogue.register("thoi-han"), sheet, by=somebody(), today=date(2022, 1, 14)).findings
