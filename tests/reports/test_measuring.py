"""Figures over periods: longer ones ask the rows again, and what people told stands beside what was counted."""

from datetime import date
from decimal import Decimal

import pytest

from sokhcn.figures.indicator import Kind
from sokhcn.kernel.periods import read_period
from sokhcn.kernel.runs import Run, Runs
from sokhcn.people.models import Capacity, Mandate
from sokhcn.records.dated import DECREE_09
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.keeping import keep
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.models import Estimate, Target
from tests.areas.metrology.factories import job
from tests.areas.registers import agency
from tests.rows import paper, user, write

pytestmark = pytest.mark.django_db
YEAR = read_period("2022", DECREE_09)
MARCH = read_period("2022-03", DECREE_09)
DAY = date(2022, 3, 1)


def estimate(owner: Agency, period: str = "2022", value: str = "120", **told: object) -> Estimate:
    about = {"method": "nội suy từ 11 tháng", "reason": "kỳ chưa hết."}
    row = Estimate(agency=owner, recorded_on=DAY, period_code=period, indicator="metrology.jobs", value=Decimal(value))
    for name, value_told in {**about, **told}.items():
        setattr(row, name, value_told)
    return write(row)


def values(code: str, *keys: str) -> list[object]:
    figures = figures_for(read_period(code, DECREE_09), agency())
    return [figures[f"metrology.{key}"].value for key in keys]


def test_an_instrument_verified_twice_in_a_year_is_one_instrument_and_two_jobs():
    job("S1", performed_on=date(2022, 1, 5))
    job("S1", performed_on=date(2022, 8, 5))
    assert values("2022", "instruments", "jobs", "jobs_per_instrument") == [1, 2, Decimal("2.00")]


def test_a_quarter_is_no_sum_of_its_months_where_things_are_counted_once():
    for month in (1, 2, 3):
        job("S1", performed_on=date(2022, month, 5))
    job("S2", performed_on=date(2022, 3, 6))
    months = [values(f"2022-0{month}", "instruments", "jobs") for month in (1, 2, 3)]
    assert months == [[1, 1], [1, 1], [2, 2]]
    assert values("2022-Q1", "instruments", "jobs") == [2, 4]


def test_the_same_rows_are_counted_under_both_regimes():
    job("S1", performed_on=date(2021, 12, 20))
    job("S2", performed_on=date(2022, 1, 5))
    job("S3", performed_on=date(2022, 1, 20))
    assert values("2022-01", "jobs") == [2]
    assert values("2022-01-01..2022-01-31", "jobs") == [2]
    assert values("2021-12-01..2022-01-31", "jobs") == [3]


def test_the_year_to_date_begins_with_the_year_of_the_regime():
    job("S1", performed_on=date(2021, 12, 15))
    job("S1", performed_on=date(2022, 3, 1))
    job("S1", performed_on=date(2021, 3, 1))
    figure = figures_for(MARCH, agency())["metrology.instruments"]
    assert (figure.value, figure.to_date, figure.last_year) == (1, 1, 1)
    assert figures_for(MARCH, agency())["metrology.jobs"].to_date == 2


def test_an_estimate_stands_beside_the_count_with_its_method_and_changes_nothing_of_it():
    job("S1", performed_on=DAY)
    estimate(agency())
    figures = figures_for(YEAR, agency())
    told = figures["metrology.jobs@estimate"]
    assert (told.value, told.kind, told.register) == (120, Kind.ESTIMATE, "reports.estimate")
    assert told.basis == "Phương pháp: nội suy từ 11 tháng. Lý do: kỳ chưa hết."
    assert (figures["metrology.jobs"].value, figures["metrology.jobs"].kind) == (1, Kind.FLOW)
    assert figures["metrology.jobs"].estimate == told
    assert "metrology.jobs@estimate" not in figures_for(MARCH, agency())


def test_a_target_gives_the_share_of_the_plan_so_far():
    job("S1", performed_on=date(2022, 1, 5))
    job("S2", performed_on=DAY)
    about = {"recorded_on": DAY, "year": 2022, "indicator": "metrology.jobs", "value": Decimal("2.5")}
    write(Target(agency=agency(), paper=paper(), **about))
    figures = figures_for(MARCH, agency())
    assert (figures["metrology.jobs@plan"].value, figures["metrology.jobs@share"].value) == (
        Decimal("2.5"),
        Decimal("80.00"),
    )
    assert "theo Quyết định số 21/QĐ-UBND" in figures["metrology.jobs@plan"].basis


def test_an_estimate_is_frozen_with_the_version_of_its_row():
    owner = agency()
    titles = {"head_title": "Giám đốc", "title": "Giám đốc"}
    write(Mandate(agency=owner, name="Nguyễn Văn Ký", capacity=Capacity.HEAD, **titles))
    row = estimate(owner)
    edition = compile_report(YEAR, owner, by=user(owner)).edition
    kept = {figure.key: figure for figure in edition.figures()}["metrology.jobs@estimate"]
    assert (kept.value, kept.kind, kept.rows) == (120, "ước", Runs([Run(row.pk, row.pk, 1)]))
    assert "nội suy từ 11 tháng" in kept.basis


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"indicator": "metrology.job"}, "Có phải “metrology.jobs”?"),
        ({"period_code": "2022-13"}, "không có tháng thứ 13"),
        ({"value": "-1"}, "lớn hơn hoặc bằng với 0"),
        ({"method": ""}, "Thiếu “Phương pháp ước tính”"),
    ],
)
def test_an_estimate_of_nothing_is_refused(texts: dict[str, str], said: str):
    whole = {"indicator": "metrology.jobs", "period_code": "2022", "value": "1", "method": "a", "reason": "b"}
    done = keep(catalogue.register("so-uoc"), None, {**whole, **texts}, by=user(agency()))
    assert done.row is None
    assert said in " ".join(map(str, done.findings))


def test_a_code_of_a_period_is_kept_as_it_is_written_everywhere():
    whole = {"indicator": "metrology.jobs", "period_code": "2022-q1", "value": "1,5", "method": "a", "reason": "b"}
    done = keep(catalogue.register("so-uoc"), None, whole, by=user(agency()))
    assert done.row is not None, done.findings
    assert Estimate.objects.get().period_code == "2022-Q1"
    assert figures_for(read_period("2022-Q1", DECREE_09), agency())["metrology.jobs@estimate"].value == Decimal("1.5")
