"""Indicators are measured by whoever can answer, all in one go, and each figure carries its papers."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from sokhcn.figures.figure import measure
from sokhcn.figures.indicator import Kind, Scope, indicator
from sokhcn.kernel.periods import PeriodKind, Regime, period
from sokhcn.kernel.reading import Condition, Measure, Question, Reading
from sokhcn.kernel.runs import Runs

REGIME = Regime("r", "r", 15, "", date(2019, 1, 1))
ROWS = Runs.of((3, 5), 1)
SCOPE = Scope(7, period(PeriodKind.MONTH, 2022, 1, REGIME))


@indicator("advice.issued", "Văn bản được ban hành", unit="văn bản", kind=Kind.FLOW, basis="Điều 12")
def issued(scope: Scope) -> Question:
    return Question("rows", (Condition("ban hành trong kỳ", scope.days), Condition("thuộc cơ quan", scope.agency)))


@indicator("research.budget", "Kinh phí", unit="triệu đồng", kind=Kind.STOCK, basis="Sổ nhiệm vụ")
def budget(scope: Scope) -> Question:
    return Question("rows", (Condition("đến ngày cuối kỳ", scope.last_day),)).summed("budget")


class Answering:
    """Answers every question with the same reading, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, Question]] = []

    def __call__(self, questions: Mapping[str, Question]) -> dict[str, Reading]:
        self.asked.append(questions)
        return {key: Reading(Decimal("2.5"), ROWS, "advice.row", ("entry",)) for key in questions}


def test_a_question_is_made_once_for_each_scope() -> None:
    assert issued.ask(SCOPE) is issued.ask(Scope(7, SCOPE.period))
    assert issued.ask(SCOPE.last_year()).conditions != issued.ask(SCOPE).conditions


def test_all_indicators_are_asked_at_once() -> None:
    answering = Answering()
    figures = measure([issued, budget], SCOPE, answering)
    assert [list(questions) for questions in answering.asked] == [
        [
            "advice.issued",
            "advice.issued@last_year",
            "advice.issued@to_date",
            "research.budget",
            "research.budget@last_year",
        ]
    ]
    assert [figure.key for figure in figures] == ["advice.issued", "research.budget"]
    assert len(figures) == 2
    assert "advice.issued" in figures
    assert "advice.other" not in figures


def test_a_question_is_made_for_the_scope() -> None:
    answering = Answering()
    measure([issued, budget], SCOPE, answering)
    first, second = answering.asked[0]["advice.issued"], answering.asked[0]["research.budget"]
    assert [condition.holds for condition in first.conditions] == [(date(2021, 12, 15), date(2022, 1, 14)), 7]
    assert (second.measure, second.by) == (Measure.SUM, "budget")
    assert second.conditions[0].holds == date(2022, 1, 14)


def test_what_adds_up_is_also_asked_from_the_first_day_of_the_year_and_for_the_year_before() -> None:
    answering = Answering()
    figures = measure([issued, budget], Scope(7, period(PeriodKind.MONTH, 2022, 3, REGIME)), answering)
    asked = answering.asked[0]
    assert asked["advice.issued@to_date"].conditions[0].holds == (date(2021, 12, 15), date(2022, 3, 14))
    assert asked["advice.issued@last_year"].conditions[0].holds == (date(2021, 2, 15), date(2021, 3, 14))
    assert not asked["advice.issued@to_date"].traced
    assert asked["advice.issued"].traced
    assert (figures["advice.issued"].to_date, figures["advice.issued"].last_year) == (Decimal("2.5"), Decimal("2.5"))
    assert figures["research.budget"].to_date is None


def test_a_figure_carries_its_papers() -> None:
    figure = measure([issued], SCOPE, Answering())["advice.issued"]
    assert (figure.label, figure.unit, figure.kind, figure.basis) == (
        "Văn bản được ban hành",
        "văn bản",
        Kind.FLOW,
        "Điều 12",
    )
    assert (figure.value, figure.rows, figure.register) == (Decimal("2.5"), ROWS, "advice.row")
    assert figure.conditions == ("ban hành trong kỳ", "thuộc cơ quan")
    assert figure.entries == ("entry",)


def test_a_question_says_what_it_takes() -> None:
    question = Question("rows", ()).listed(str, order=("day",), related=("paper",))
    assert question.distinct("establishment").counted().measure is Measure.COUNT
    assert question.distinct("establishment").by == "establishment"
    assert question.summed("budget").listing == question.listing


def test_the_scope_says_its_days_and_its_year() -> None:
    assert (SCOPE.days, SCOPE.last_day, SCOPE.year) == (SCOPE.period.days, date(2022, 1, 14), 2022)
