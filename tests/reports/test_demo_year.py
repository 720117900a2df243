"""The illustrative year, made once for all of these: what longer periods say of the rows that months count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.db import models, transaction

from sokhcn.document.walk import numbers
from sokhcn.figures.indicator import Kind
from sokhcn.people.models import User
from sokhcn.records.auditing import altered_rows, broken_seals
from sokhcn.records.kept import Kept, Record
from sokhcn.records.models import Paper
from sokhcn.reports import catalogue, demo
from sokhcn.reports.compiling import compile_report, figures_for
from sokhcn.reports.demo import load_year, the_compiler
from sokhcn.reports.demo_year import LONGER, MONTHS, scene_for, sources
from sokhcn.reports.exporting import FORMS, export
from sokhcn.reports.models import Commitment, Edition
from sokhcn.reports.periods import the_period
from tests.seed.compiled import DEMO, january

pytestmark = pytest.mark.xdist_group("demo_year")

SIX = ("2022-05", "2022-Q2", "2022-6T1", "2022-6T2", "2022-9T", "2022")
QUARTERS = ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4")
MARK = "minh họa"
# What stands at the end of January and came the year before, of which the files do not tell; no monthly report says it.
STANDING = (
    "metrology.standards",
    "metrology.verifiers",
    "radiation.licences_in_force",
    "radiation.facilities",
    "radiation.facilities_without_officer",
    "radiation.devices",
)


@dataclass(frozen=True)
class Made:
    """The year in the test's database: January as it was before, and the rows that came on top, by register."""

    january: Edition
    before: dict[type[Any], int]
    rows: dict[str, int]
    user: User


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Made]:
    """Twenty thousand rows: written once, and undone when the last test of this module is over."""
    with django_db_blocker.unblock(), transaction.atomic():
        edition = january()
        before = {model: _last(model) for model in _models()}
        rows = {step.name: step.rows for step in load_year()}
        yield Made(edition, before, rows, the_compiler())
        values.cache_clear()
        transaction.set_rollback(True)


def _models() -> list[type[Any]]:
    return [register.model for register in catalogue.registers()]


def _last(model: type[Any]) -> int:
    return model.everything.aggregate(last=models.Max("pk"))["last"] or 0


@cache
def values(code: str) -> dict[str, tuple[Any, Kind]]:
    """Value and kind of every figure of a period."""
    return {f.key: (f.value, f.kind) for f in figures_for(the_period(code), the_compiler().agency)}


def of_kind(kind: Kind) -> list[str]:
    return [key for key, (_, known) in values("2022").items() if known is kind]


def months(key: str) -> list[Any]:
    return [values(code)[key][0] for code in MONTHS]


def test_it_is_about_twenty_thousand_rows_most_of_them_metrology(made: Made):
    assert 18_000 < sum(made.rows.values()) < 23_000
    assert max(made.rows, key=lambda name: made.rows[name]) == "Kiểm định, hiệu chuẩn và thử nghiệm"
    assert set(made.rows) > {str(area.verbose_name) for area in catalogue.areas()}


def test_january_says_what_it_said_before(made: Made):
    again = compile_report(the_period("2022-01"), made.user.agency, by=made.user).edition
    assert again.document_kept == made.january.document_kept
    assert _told_of_january(again) == _told_of_january(made.january)


def _told_of_january(edition: Edition) -> list[Any]:
    return [(figure.key, figure.value) for figure in edition.figures() if figure.key not in STANDING]


def test_flows_of_longer_periods_are_the_sums_of_their_months(made: Made):
    for key in of_kind(Kind.FLOW):
        assert values("2022")[key][0] == sum(months(key)), key
        assert values("2022-9T")[key][0] == sum(months(key)[:9]), key
        assert [values(code)[key][0] for code in QUARTERS] == [sum(months(key)[n : n + 3]) for n in (0, 3, 6, 9)], key


def test_what_is_counted_once_is_less_than_the_sum_of_its_months(made: Made):
    for key in of_kind(Kind.DISTINCT):
        assert max(months(key)) <= values("2022")[key][0] <= sum(months(key)), key
    for key in ("metrology.instruments", "metrology.establishments", "metrology.failed", "support.ip_enterprises"):
        assert values("2022")[key][0] < sum(months(key)), key
    jobs, instruments = (values("2022")[f"metrology.{key}"][0] for key in ("jobs", "instruments"))
    assert instruments < jobs


def test_stocks_are_those_of_the_last_month(made: Made):
    for key in of_kind(Kind.STOCK):
        assert [values(code)[key][0] for code in QUARTERS] == months(key)[2::3], key
        assert values("2022")[key][0] == months(key)[-1], key


def test_the_plan_of_the_year_is_the_same_in_every_period(made: Made):
    for key in of_kind(Kind.PLAN):
        assert {values(code)[key][0] for code in (*MONTHS, *LONGER)} == {values("2022-01")[key][0]}


def test_no_month_is_without_something_to_say_nor_the_year_before(made: Made):
    for code in (*MONTHS, "2021", "2021-Q1", "2021-6T1"):
        told = {key.split(".")[0] for key, (value, _) in values(code).items() if value}
        assert {"advice", "research", "support", "metrology"} <= told, code


def test_every_row_says_that_it_is_an_illustration(made: Made):
    for model, last in made.before.items():
        for row in model.objects.filter(pk__gt=last):
            assert MARK in " ".join(str(getattr(row, f.attname)) for f in row._meta.concrete_fields), row


def test_no_new_row_stands_in_the_january_that_files_tell(made: Made):
    first, last = the_period("2022-01").days
    for register in catalogue.registers():
        if not register.day or not issubclass(register.model, Record):
            continue
        new = register.model.objects.filter(pk__gt=made.before[register.model])
        assert not new.filter(**{f"{register.day}__range": (first, last)}).exists(), register.slug


def test_no_paper_is_of_a_series_that_a_real_body_numbers(made: Made):
    symbols = set(Paper.objects.filter(pk__gt=made.before[Paper]).values_list("symbol", flat=True))
    assert symbols
    assert all(re.fullmatch(r".*-MH", symbol) for symbol in symbols)


def test_every_report_has_a_plan_and_key_tasks_are_linked_to_it(made: Made):
    for code in (*MONTHS, *LONGER):
        assert Commitment.objects.filter(period_code=code, state="chosen").count() >= 5, code
    assert Commitment.objects.filter(tasks__isnull=False, period_code="2022-Q1").count() >= 5


def test_a_database_of_the_month_is_none_of_the_year_and_the_other_way_round():
    assert demo._fingerprint(DEMO, year=True) != demo._fingerprint(DEMO)
    assert {path.name for path in sources()} == {
        "demo.py",
        "scene.py",
        "demo_year.py",
        "demo_closing.py",
        "demo_life.py",
        "demo_owners.py",
    }


def test_it_went_through_the_gate(made: Made):
    assert list(broken_seals()) == []
    changed = [model for model in _models() if issubclass(model, Kept) and model.__name__ in ("KeyTask", "Licence")]
    assert [finding for model in changed for finding in altered_rows(model)] == []


def test_no_two_rows_of_a_register_go_by_one_key(made: Made):
    """Otherwise a register that went out would come back onto the wrong rows."""
    for register in catalogue.registers():
        keys = list(register.model.objects.values_list(*register.key))
        assert len(set(keys)) == len(keys), register.slug


def test_asked_again_the_areas_say_the_same_rows(made: Made):
    scene = scene_for(made.user.agency)
    for area, module in catalogue.demonstrations():
        once, again = (_told(module.rows(scene.of(area.label))) for _ in range(2))
        assert once == again, area.label


def _told(groups: Any) -> list[list[str]]:
    """What rows say, whatever they refer to: as many rows of the same kinds with the same values."""
    return [
        [type(row).__name__, *(str(getattr(row, f.attname)) for f in row._meta.concrete_fields if not f.is_relation)]
        for group in groups
        for row in group
    ]


@pytest.mark.parametrize("code", SIX)
def test_every_kind_of_report_compiles_and_is_written_in_every_form(made: Made, code: str):
    edition = compile_report(the_period(code), made.user.agency, by=made.user).edition
    said = [num.value for num in numbers(edition.document())]
    assert values(code)["metrology.instruments"][0] in said
    for form in FORMS:
        assert len(export(edition, form).data) > 5000, form
