"""Why a figure is what it is: rows where rows were counted, formula and operands where it was reckoned."""

from datetime import date
from decimal import Decimal

import pytest

from sokhcn.figures.figure import Figure
from sokhcn.figures.frozen import freeze, thaw
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.periods import read_period
from sokhcn.kernel.runs import Runs
from sokhcn.people.models import Reach, User
from sokhcn.records.dated import DECREE_09
from sokhcn.reports import catalogue
from sokhcn.reports.models import Target
from sokhcn.reports.reasons import Reasons, kept_value, reasons
from tests.areas.metrology.factories import job
from tests.areas.registers import agency
from tests.rows import write

pytestmark = pytest.mark.django_db

NONE = Runs()
MARCH = read_period("2022-03", DECREE_09)


def asked(key: str) -> Reasons:
    return reasons(key, MARCH, agency(), User(reach=Reach.ALL))


@pytest.fixture(autouse=True)
def _jobs() -> None:
    for day in (date(2021, 3, 1), date(2022, 1, 5), date(2022, 3, 1)):
        job("S1", performed_on=day)


@pytest.mark.parametrize(
    ("key", "value", "first", "rows"),
    [
        ("metrology.jobs", 1, date(2022, 2, 15), 1),
        ("metrology.jobs@to_date", 2, date(2021, 12, 15), 2),
        ("metrology.jobs@last_year", 1, date(2021, 2, 15), 1),
        ("metrology.instruments@to_date", 1, date(2021, 12, 15), 2),
    ],
)
def test_the_rows_are_those_of_the_days_that_the_aspect_counts(key: str, value: int, first: date, rows: int) -> None:
    found = asked(key)
    assert (found.figure.key, found.figure.value, found.period.start, len(found.counted)) == (key, value, first, rows)


def test_a_figure_that_was_reckoned_shows_what_from() -> None:
    assert [(o.key, o.value) for o in asked("metrology.jobs@change").operands] == [
        ("metrology.jobs", 1),
        ("metrology.jobs@last_year", 1),
    ]
    found = asked("metrology.jobs_per_instrument@to_date")
    assert (found.figure.value, [o.value for o in found.operands]) == (Decimal("2.00"), [2, 1])
    assert found.counted == ()


def test_a_plan_shows_its_row_and_its_share_both_operands() -> None:
    row = write(Target(agency=agency(), recorded_on=MARCH.end, year=2022, indicator="metrology.jobs", value=Decimal(8)))
    found = asked("metrology.jobs@plan")
    assert (found.figure.value, [told["id"] for told in found.counted]) == (8, [row.pk])
    assert (found.register, found.tally) == (catalogue.register("chi-tieu-ke-hoach"), "1 dòng được tính")
    assert [o.value for o in asked("metrology.jobs@share").operands] == [2, 8]


def test_what_nobody_told_has_neither_value_nor_rows() -> None:
    found = asked("metrology.jobs@estimate")
    assert (found.figure.value, found.counted, found.register) == (None, (), None)


@pytest.mark.parametrize("key", ["metrology.nope", "metrology.nope@to_date", "metrology.jobs@nope"])
def test_a_figure_that_there_is_not_is_refused(key: str) -> None:
    with pytest.raises(catalogue.Unknown):
        asked(key)


def test_an_edition_answers_for_the_aspects_of_its_figures() -> None:
    told = Figure("a.b", "A", "a", Kind.FLOW, "", 6, NONE, "r", (), to_date=20, last_year=4)
    figures = [thaw(freeze(told))]
    keys = ("a.b", "a.b@to_date", "a.b@last_year", "a.b@change", "a.b@growth", "a.b@plan", "a.c")
    assert [kept_value(figures, key) for key in keys] == [
        (6, True),
        (20, True),
        (4, True),
        (2, True),
        (Decimal("50.00"), True),
        (None, False),
        (None, False),
    ]


@pytest.mark.parametrize("key", ["metrology.jobs@to_date", "metrology.jobs_per_instrument@to_date"])
def test_the_year_to_date_goes_by_the_regime_of_its_period(key: str) -> None:
    assert "Điều 12 Nghị định số 09/2019/NĐ-CP" in asked(key).figure.basis


def test_a_plan_that_nobody_made_of_a_reckoned_figure_has_no_formula() -> None:
    found = asked("metrology.jobs_per_instrument@plan").figure
    assert (found.value, found.formula, found.operands) == (None, "", ())
