"""Derived figures and aspects name what they were reckoned from, and are no counts where one of that is estimated."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sokhcn.figures.aspect import Aspect, seen, split_key, with_told
from sokhcn.figures.derived import Derived, derive
from sokhcn.figures.figure import Figure, FigureSet
from sokhcn.figures.formula import RATIO, SHARE
from sokhcn.figures.frozen import freeze, thaw
from sokhcn.figures.indicator import Kind
from sokhcn.kernel.periods import PeriodKind, Regime, period

MARCH = period(PeriodKind.MONTH, 2022, 3, Regime("r", "r", 15, "Điều 12", date(2019, 1, 1)))
ISSUED = Figure("advice.issued", "Văn bản", "văn bản", Kind.FLOW, "Điều 12", 6, (1, 2), "a.row", ("trong kỳ",))
ISSUED = replace(ISSUED, to_date=20, last_year=4)
SENT = replace(ISSUED, key="advice.sent", label="Văn bản gửi", value=8, to_date=25, last_year=0)
JOBS = replace(ISSUED, key="metrology.jobs", label="Lượt", value=9)
PLAN = Figure("advice.issued@plan", "Văn bản, kế hoạch", "văn bản", Kind.PLAN, "", 80, (7,), "reports.target", ())
GUESS = Figure("advice.issued@estimate", "Văn bản, ước", "văn bản", Kind.ESTIMATE, "", 70, (3,), "reports.estimate", ())
COUNTED = FigureSet({figure.key: figure for figure in (ISSUED, SENT, JOBS)})
TOLD = with_told(COUNTED, {"advice.issued": GUESS}, {"advice.issued": PLAN})


def declared(key: str, *of: str) -> Derived:
    return Derived(key, "Tỷ lệ", "%", SHARE, of, "theo {regime}")


def test_a_derived_figure_names_its_formula_and_operands() -> None:
    found = derive([declared("advice.share", "advice.issued", "advice.sent")], TOLD, MARCH)["advice.share"]
    assert (found.value, found.kind, found.rows, found.basis) == (Decimal("75.00"), Kind.DERIVED, (), "theo Điều 12")
    assert [(operand.key, operand.value) for operand in found.operands] == [("advice.issued", 6), ("advice.sent", 8)]
    assert found.formula.startswith("[Văn bản] ÷ [Văn bản gửi] × 100; làm tròn đến 2 chữ số")


def test_it_is_reckoned_over_the_year_to_date_and_for_last_year_too() -> None:
    found = derive([declared("advice.share", "advice.issued", "advice.sent")], TOLD, MARCH)["advice.share"]
    assert (found.to_date, found.last_year) == (Decimal("80.00"), None)  # nothing was sent a year before


def test_derived_figures_stand_behind_the_figures_of_their_area() -> None:
    found = derive([declared("advice.share", "advice.issued", "advice.sent")], COUNTED, MARCH)
    assert [figure.key for figure in found] == ["advice.issued", "advice.sent", "advice.share", "metrology.jobs"]


def test_what_is_reckoned_from_an_estimate_is_an_estimate() -> None:
    one = declared("advice.expected", "advice.issued@estimate", "advice.issued@plan")
    other = Derived("advice.mixed", "Tỷ số", "", RATIO, ("advice.issued@estimate", "advice.sent"), "")
    found = derive([one, other], TOLD, MARCH)
    assert (found["advice.expected"].value, found["advice.expected"].kind) == (Decimal("87.50"), Kind.ESTIMATE)
    assert found["advice.mixed"].kind is Kind.ESTIMATE
    assert (found["advice.issued"].value, found["advice.issued"].kind) == (6, Kind.FLOW)


def test_without_its_estimate_it_has_no_value() -> None:
    one = declared("advice.expected", "advice.issued@estimate", "advice.issued@plan")
    assert derive([one], COUNTED, MARCH)["advice.expected"].value is None


def test_what_people_told_stands_beside_the_counted_figure_by_a_key_of_its_own() -> None:
    assert [figure.key for figure in TOLD] == [
        "advice.issued",
        "advice.issued@estimate",
        "advice.issued@plan",
        "advice.issued@share",
        "advice.sent",
        "metrology.jobs",
    ]


def test_each_aspect_of_a_figure() -> None:
    told = TOLD["advice.issued"]
    assert {aspect: seen(told, aspect).value for aspect in Aspect} == {
        Aspect.TO_DATE: 20,
        Aspect.LAST_YEAR: 4,
        Aspect.ESTIMATE: 70,
        Aspect.PLAN: 80,
        Aspect.SHARE: Decimal("25.00"),  # of the year to date
        Aspect.CHANGE: 2,
        Aspect.GROWTH: Decimal("50.00"),
    }
    assert all(seen(told, aspect).key == f"advice.issued@{aspect}" for aspect in Aspect)
    assert seen(told, Aspect.SHARE).unit == "%"


def test_an_aspect_that_nobody_told_has_no_value() -> None:
    stock = replace(SENT, kind=Kind.STOCK, to_date=None)
    assert [seen(stock, aspect).value for aspect in Aspect] == [None, 0, None, None, None, 8, None]


def test_a_key_says_the_figure_and_its_aspect() -> None:
    assert split_key("advice.issued@to_date") == ("advice.issued", Aspect.TO_DATE)
    assert split_key("advice.issued") == ("advice.issued", None)
    assert split_key("advice.issued@x") == ("advice.issued@x", None)


def test_an_edition_keeps_formula_and_operands() -> None:
    found = derive([declared("advice.share", "advice.issued", "advice.sent")], TOLD, MARCH)["advice.share"]
    kept = thaw(json.loads(json.dumps(freeze(found, {}))))
    assert (kept.value, kept.formula, kept.operands) == (found.value, found.formula, found.operands)
    assert "formula" not in freeze(ISSUED, {1: 1, 2: 1})
