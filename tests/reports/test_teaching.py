"""A word that no register knows is asked about once, with what is nearest, and understood from then on."""

from datetime import date

import pytest

from sokhcn.areas.programme.register import REGISTERS
from sokhcn.people.models import User
from sokhcn.records.models import Meaning, Version
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import Receipt, try_out
from sokhcn.reports.teaching import HEADINGS, taught_for, teach, unknown_values
from tests.rows import agency, unit, user

pytestmark = pytest.mark.django_db
TASKS = REGISTERS[0]
TODAY = date(2022, 1, 14)
FILE = "Mã;Năm;Nhiệm vụ;Phòng;Tình trạng\n1;2022;A;Ph. QLCN;Xong\n2;2022;B;ph. qlcn;Đang thực hiện\n"


@pytest.fixture
def officer() -> User:
    ours = agency("SKHCN")
    unit(ours, "QLCN", name="Phòng Quản lý Công nghệ", short="P. QLCN")
    return user(ours)


def tried(by: User) -> Receipt:
    sheet = open_sheet(TASKS, FILE.encode(), "a.csv", taught_for(TASKS))
    return try_out(TASKS, sheet, by=by, today=TODAY)


def test_a_heading_then_its_values_are_taught_and_the_next_file_needs_nothing(officer: User) -> None:
    assert [finding.id for finding in tried(officer).findings] == ["intake.heading"]
    assert teach(TASKS, {(HEADINGS, "Phòng"): "Đơn vị"}, by=officer, today=TODAY) == ()
    asked = unknown_values(TASKS, tried(officer).marks)
    assert [(one.column, one.text, one.times) for one in asked] == [
        ("Đơn vị", "Ph. QLCN", 2),
        ("Tình trạng", "Xong", 1),
    ]
    assert asked[0].advice == "Có phải “Phòng Quản lý Công nghệ”?"
    told = {("Đơn vị", "Ph. QLCN"): "P. QLCN", ("Tình trạng", "Xong"): "Đang thực hiện"}
    teach(TASKS, told, by=officer, today=TODAY)
    receipt = tried(officer)
    assert (receipt.added, receipt.findings) == (2, ())
    assert "“Ph. QLCN” được hiểu là “P. QLCN”, như đã ghi nhớ" in str(receipt.notes[0])


def test_what_is_taught_is_kept_with_who_and_when_and_may_be_taught_anew(officer: User) -> None:
    for means in ("P. A", "P. QLCN"):
        teach(TASKS, {("Đơn vị", "Ph. QLCN"): means}, by=officer, today=TODAY)
    kept = Meaning.objects.get()
    assert (kept.means, kept.told_by, kept.told_on) == ("P. QLCN", str(officer), TODAY)
    assert Version.objects.filter(register="records.meaning").count() == 2


def test_a_column_of_a_file_may_be_left_out(officer: User) -> None:
    teach(TASKS, {(HEADINGS, "Phòng"): "-"}, by=officer, today=TODAY)
    receipt = tried(officer)
    assert [note.id for note in receipt.notes] == ["intake.left_out"]
    assert [finding.id for finding in receipt.findings] == ["intake.choice"]


def test_a_column_that_there_is_not_is_refused_and_nothing_kept(officer: User) -> None:
    told = {("Đơn vị", "x"): "P. QLCN", ("Cột lạ", "y"): "z"}
    (finding,) = teach(TASKS, told, by=officer, today=TODAY)
    assert "Sổ không có cột “Cột lạ”" in str(finding)
    assert Meaning.objects.count() == 0


def test_a_text_that_is_longer_than_what_is_kept_is_refused(officer: User) -> None:
    (finding,) = teach(TASKS, {("Đơn vị", "x" * 251): "P. QLCN"}, by=officer, today=TODAY)
    assert "250" in str(finding)
    assert not Meaning.objects.exists()
