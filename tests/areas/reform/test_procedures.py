"""Procedures by their code, and tallies of dossiers that add up and do not overlap."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from sokhcn.areas.reform.models import LateDossier, Procedure, ProcedureTally
from sokhcn.areas.reform.register.procedures import overlapping
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Reach, Role, User
from sokhcn.reports import catalogue
from sokhcn.reports.receiving import receive
from sokhcn.reports.sheets import all_rows, as_csv
from tests.areas.reform.factories import FIRST, LAST, late, procedure, tally
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", ["2.002711", "2.002711.H38", "1.000173.000.00.00.H58", "1.000173.000.00.00"])
def test_codes_as_they_are_published(code):
    Procedure(code=code, name="Thủ tục").clean_fields(exclude={"agency", "recorded_on"})


@pytest.mark.parametrize("code", ["2711", "2.02711", "2.002711.X38", "2.002711.000.00", "2,002711"])
def test_codes_that_are_none(code):
    with pytest.raises(ValidationError, match=r"Mã thủ tục viết như 2\.002711"):
        Procedure(code=code, name="Thủ tục").clean_fields(exclude={"agency", "recorded_on"})


@pytest.mark.parametrize(
    "told",
    [
        {"received_online": 13},
        {"settled_late": 2},
        {"pending": 3},
        {"carried": 1},
        {"pending_late": 3},
        {"to_on": date(2021, 12, 1)},
    ],
)
def test_a_line_adds_up(told):
    with pytest.raises(IntegrityError):
        tally(procedure(), **told)


@pytest.mark.parametrize(
    ("first", "last", "collides"),
    [
        (date(2022, 1, 14), date(2022, 2, 14), True),
        (date(2021, 12, 1), date(2022, 2, 1), True),
        (date(2022, 1, 15), date(2022, 2, 14), False),
        (date(2021, 11, 15), date(2021, 12, 14), False),
    ],
)
def test_no_day_of_a_procedure_is_tallied_twice(first, last, collides):
    row = tally(procedure())
    new = ProcedureTally(agency=row.agency, procedure=row.procedure, from_on=first, to_on=last)
    assert [finding.id for finding in overlapping(new, {}, "")] == ["reform.tally_overlaps"] * collides
    assert list(overlapping(row, {}, "")) == []
    elsewhere = ProcedureTally(agency=row.agency, procedure=procedure("2.002724"), from_on=FIRST, to_on=LAST)
    assert list(overlapping(elsewhere, {}, "")) == []


def test_a_dossier_that_came_back_in_time_is_not_late():
    late(procedure(), settled_on=date(2022, 1, 6))
    with pytest.raises(IntegrityError):
        late(procedure("2.002724"), settled_on=date(2022, 1, 5))


NEW = date(2022, 2, 1)
PROCEDURES, TALLIES = catalogue.register("thu-tuc-hanh-chinh"), catalogue.register("ho-so-thu-tuc")


def taken(register, text):
    by = User(username="vp", role=Role.COMPILER, reach=Reach.ALL, agency=agency())
    return receive(register, read_csv(text.encode(), "a.csv"), by=by, today=NEW)


def test_a_code_has_a_row_for_each_time_it_is_published_and_one_on_any_day():
    head = "Mã thủ tục,Tên thủ tục,Áp dụng từ,Áp dụng đến hết,Đã kiểm chứng\n"
    first = head + "2.002711,Nghiệm thu,,31/01/2022,có\n"
    assert taken(PROCEDURES, first + "2.002711,Nghiệm thu nhiệm vụ,01/02/2022,,\n").added == 2
    assert list(Procedure.objects.order_by("pk").values_list("verified", "valid_to")) == [
        (True, date(2022, 1, 31)),
        (False, None),
    ]
    assert [f.id for f in taken(PROCEDURES, head + "2.002711,Khác,15/01/2022,,\n").findings] == ["register.overlaps"]
    again = taken(PROCEDURES, first)
    assert (again.same, again.added, again.findings) == (1, 0, ())


def test_a_line_means_the_version_of_its_first_day_and_comes_back_so():
    old, new = procedure(valid_to=date(2022, 1, 31)), procedure(valid_from=NEW, online="full")
    head = "Mã thủ tục,Từ ngày,Đến ngày,Tiếp nhận trong kỳ,Đang giải quyết\n"
    text = f"{head}2.002711,15/12/2021,14/01/2022,3,3\n2.002711,15/02/2022,14/03/2022,4,4\n"
    assert taken(TALLIES, text).added == 2
    assert [row.procedure for row in ProcedureTally.objects.order_by("from_on")] == [old, new]
    assert taken(TALLIES, text).same == 2
    assert taken(TALLIES, "".join(as_csv(TALLIES, all_rows(TALLIES)))).same == 2
    twice = taken(TALLIES, f"{head}2.002711,01/01/2022,20/02/2022,1,1\n")
    assert [finding.id for finding in twice.findings] == ["reform.tally_overlaps"]


def test_a_line_of_days_on_which_the_procedure_is_on_no_list_is_remarked_on():
    procedure(valid_from=NEW)
    receipt = taken(TALLIES, "Mã thủ tục,Từ ngày,Đến ngày\n2.002711,15/12/2021,14/01/2022\n")
    assert (receipt.added, [note.id for note in receipt.notes if note.id.startswith("reform")]) == (
        1,
        ["reform.not_in_force"],
    )


LATE = catalogue.register("ho-so-qua-han")
HEAD = "Mã thủ tục,Mã hồ sơ,Ngày tiếp nhận,Ngày hẹn trả,Lý do quá hạn\n"


def test_a_late_dossier_means_the_version_of_the_day_it_came_in_and_its_term():
    old, new = procedure(valid_to=date(2022, 1, 31), workdays=10), procedure(valid_from=NEW, workdays=5)
    text = (
        f"{HEAD}2.002711,H1,28/01/2022,11/02/2022,a\n2.002711,H2,07/02/2022,14/02/2022,a\n2.002711,H3,,15/02/2022,a\n"
    )
    receipt = taken(LATE, text)
    assert (receipt.added, [note.id for note in receipt.notes if note.id.startswith("reform")]) == (3, [])
    assert [row.procedure for row in LateDossier.objects.order_by("code")] == [old, new, new]
    assert taken(LATE, text).same == 3
    assert taken(LATE, "".join(as_csv(LATE, all_rows(LATE)))).same == 3
    otherwise = taken(LATE, f"{HEAD}2.002711,H4,07/02/2022,21/02/2022,a\n")
    (note,) = (note for note in otherwise.notes if note.id == "reform.due_otherwise")
    assert "theo thời hạn 5 ngày làm việc phải trả ngày 14/02/2022" in str(note)


def test_a_late_dossier_stands_under_one_version_of_its_procedure():
    late(procedure(valid_to=date(2022, 1, 31)), "H1", due_on=date(2022, 2, 15))
    procedure(valid_from=NEW)
    twice = taken(LATE, f"{HEAD}2.002711,H1,07/02/2022,15/02/2022,a\n")
    assert [finding.id for finding in twice.findings] == ["reform.late_twice"]
