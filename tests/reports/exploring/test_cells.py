"""The explorer's cells: the numbers of the reports, of one unit or of all, and a reason where there is none."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.kernel.periods import BadPeriod
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.models import Unit
from sokhcn.reports.catalogue import Unknown
from sokhcn.reports.exploring.cells import Line, explored
from sokhcn.reports.exploring.choosing import EACH_UNIT, Each, TooMuch, Wanted, at_first, read
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.periods import the_period
from sokhcn.reports.reasons import reasons
from tests.areas.metrology.factories import job
from tests.areas.registers import agency
from tests.rows import unit, user, write

pytestmark = pytest.mark.django_db
TODAY = date(2022, 12, 31)
JOBS, INSTRUMENTS, PER = "metrology.jobs", "metrology.instruments", "metrology.jobs_per_instrument"


def person(reach: Reach = Reach.AGENCY, of: Unit | None = None) -> User:
    made = user(agency(), Role.HEAD)
    made.reach, made.unit = reach, of
    return made


def table(by: User, *keys: str, each: Each = Each.QUARTER, unit: str = "") -> tuple[Line, ...]:
    return explored(read(Wanted(keys, 2022, 2022, each, "", unit), by, agency()), agency(), TODAY)


def values(lines: tuple[Line, ...]) -> list[list[object]]:
    return [[cell.value for cell in line.cells] for line in lines]


@pytest.fixture
def two() -> tuple[Unit, Unit]:
    """One instrument verified by both units in two quarters, another by one of them."""
    one, other = unit(agency(), "MOT"), unit(agency(), "HAI")
    job("S1", performed_on=date(2022, 1, 5), unit=one)
    job("S1", performed_on=date(2022, 4, 5), unit=other)
    job("S2", performed_on=date(2022, 4, 6), unit=other)
    return one, other


def test_the_year_and_the_agency_are_asked_for_themselves(two):
    lines = table(person(), INSTRUMENTS, unit=EACH_UNIT)
    assert [line.share.code if line.share else None for line in lines] == ["HAI", "MOT", "khong-don-vi", None]
    assert values(lines) == [[0, 2, 0, 0, 2], [1, 0, 0, 0, 1], [0, 0, 0, 0, 0], [1, 2, 0, 0, 2]]


def test_what_is_reckoned_is_reckoned_of_the_same_rows(two):
    lines = table(person(), PER, unit=EACH_UNIT)
    assert values(lines)[:2] == [[None, Decimal("1.00"), None, None, Decimal("1.00")], [1, None, None, None, 1]]
    assert values(lines)[3][-1] == Decimal("1.50")
    assert lines[0].cells[0].because == "thiếu số để chia hoặc số chia bằng 0"


def test_every_cell_is_the_number_of_the_report_and_of_its_reasons(two):
    by, quarter = person(), the_period("2022-Q2")
    figures = figures_for(quarter, agency())
    keys = [key for key in figures.by_key if key.startswith("metrology.") and "@" not in key]
    for line in table(by, *keys):
        assert line.cells[1].value == figures[line.declared.key].value
    for line in table(by, JOBS, INSTRUMENTS, PER, unit=EACH_UNIT):
        found = reasons(line.declared.key, quarter, agency(), by, line.share)
        assert found.figure.value == line.cells[1].value
        assert found.register is None or len(found.counted) + found.beyond >= (line.cells[1].value or 0)


def test_who_reaches_one_unit_is_told_neither_another_nor_the_whole(two):
    head = person(Reach.UNIT, two[0])
    lines = table(head, JOBS, unit=EACH_UNIT)
    assert [line.share and line.share.code for line in lines] == ["MOT", "khong-don-vi"]
    assert [line.share and line.share.code for line in table(head, JOBS)] == ["MOT", "khong-don-vi"]
    with pytest.raises(Unknown, match="Không có đơn vị “HAI” trong phạm vi của bạn"):
        table(head, JOBS, unit="HAI")


def test_a_unit_that_was_not_there_yet_has_no_nought():
    write(Unit(agency=agency(), code="MOI", name="Phòng mới", short="P. mới", valid_from=date(2022, 7, 1)))
    [line, *_] = table(person(), JOBS, unit="MOI")
    assert values((line,)) == [[None, None, 0, 0, 0]]
    assert line.cells[0].because == "đơn vị chưa có hoặc không còn trong kỳ này"


@pytest.mark.parametrize(
    ("key", "unit", "because"),
    [
        ("research.accepted_expected_share", "khong-don-vi", "kế hoạch và số ước chỉ có cho cả cơ quan"),
        (JOBS, "", "kỳ chưa đến"),
    ],
)
def test_what_cannot_be_told_says_why(key: str, unit: str, because: str):
    by = person()
    asked = read(Wanted((key,), 2022, 2022, Each.YEAR, "", unit), by, agency())
    [line] = explored(asked, agency(), date(2021, 1, 1))
    assert line.cells[0].because == because


def test_periods_are_those_of_the_regime_asked_for():
    job("S1", performed_on=date(2021, 12, 20))
    by = person()
    for regime, expected in (("", [1, 0]), ("lich", [0, 0])):
        wanted = Wanted((JOBS,), 2022, 2022, Each.OTHER, regime, "", "2022-01, 2022-02")
        assert values(explored(read(wanted, by, agency()), agency(), TODAY)) == [expected]


@pytest.mark.parametrize(
    ("wanted", "error", "said"),
    [
        (Wanted((JOBS,), 2022, 2021), BadPeriod, "Năm cuối 2021 đứng trước năm đầu 2022."),
        (Wanted((JOBS,), 2022, 2022, Each.OTHER), BadPeriod, "Chưa chọn kỳ nào"),
        (Wanted((JOBS,), 2000, 2022), TooMuch, "Nhiều hơn 60 kỳ"),
        (Wanted(("metrology.job",), 2022, 2022), Unknown, "Không có chỉ tiêu “metrology.job”"),
    ],
)
def test_what_cannot_be_asked_is_said(wanted: Wanted, error: type[Exception], said: str):
    with pytest.raises(error, match=said):
        read(wanted, person(), agency())


def test_queries_depend_on_registers_and_periods_alone(two):
    owner = agency()
    wanted = Wanted((JOBS, INSTRUMENTS, PER), 2022, 2022, Each.MONTH, "", EACH_UNIT)
    asked = read(wanted, person(), owner)
    for serial in ("S3", "S4"):
        with CaptureQueriesContext(connection) as queries:
            explored(asked, owner, TODAY)
        job(serial, performed_on=date(2022, 5, 6), unit=two[0])
        assert len(queries) == 4  # the agency's names, and thirteen columns, six at a time


def test_one_begins_with_the_chapter_of_ones_unit():
    assert all(key.startswith("advice.") for key in at_first(person(), agency(), the_period("2022-01")))
