"""What questions share is said once, and whoever holds it all is counted as before."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.db.models import Q

from sokhcn.kernel.reading import Condition
from sokhcn.records.asking import when, when_on
from sokhcn.records.factoring import PARTS, Factored, Leaves, all_of, by_window, factored, leaves_of
from sokhcn.records.models import Paper

JANUARY, FEBRUARY = (date(2022, 1, 1), date(2022, 1, 31)), (date(2022, 2, 1), date(2022, 2, 28))
APRIL = (date(2022, 4, 1), date(2022, 4, 30))
YEAR = (date(2022, 1, 1), date(2022, 12, 31))


def of(*holds: Q, **more: Any) -> tuple[Condition, ...]:
    return (when("điều kiện", *holds, **more),)


def dated(days: tuple[date, date]) -> Q:
    return Q(day__range=days)


def leaves(questions: Mapping[str, tuple[Condition, ...]]) -> dict[str, Leaves]:
    return {key: leaves_of(conditions) for key, conditions in questions.items()}


def told(questions: Mapping[str, tuple[Condition, ...]]) -> tuple[Q, Q, dict[str, Q]]:
    made: Factored = factored(leaves(questions))
    ways = {key: all_of(made.ways[way].values()) for key, way in made.way_of.items()}
    return all_of(made.common.values()), made.anywhere, ways


def test_what_all_share_stands_once_however_it_is_nested() -> None:
    one, two = of(Q(Q(agency=1), Q(state="x")), unit=3), (*of(state="x"), *of(agency=1), *of(unit=4))
    common, anywhere, ways = told({"one": one, "two": two})
    assert (common, anywhere) == (Q(agency=1) & Q(state="x"), Q(unit=3) | Q(unit=4))
    assert ways == {"one": Q(unit=3), "two": Q(unit=4)}


def test_a_wider_question_stands_for_narrower_ones() -> None:
    common, anywhere, _ = told({"a": of(unit=3), "b": of(unit=3, state="x"), "c": of(unit=4, state="x")})
    assert (common, anywhere) == (Q(), Q(unit=3) | (Q(state="x") & Q(unit=4)))
    assert told({"all": of(), "some": of(unit=3)})[1] == Q()


def test_windows_that_touch_are_one_and_others_are_not() -> None:
    windows = {str(n): of(dated(days)) for n, days in enumerate((FEBRUARY, JANUARY, APRIL, JANUARY))}
    assert told(windows)[1] == dated((JANUARY[0], FEBRUARY[1])) | dated(APRIL)
    assert told({**windows, "year": of(dated(YEAR))})[1] == dated(YEAR)


@pytest.mark.parametrize("other", [~dated(APRIL), Q(other__range=APRIL), Q(day__range=(1, 4)), Q(day=APRIL[0])])
def test_only_windows_of_one_date_are_made_one(other: Q) -> None:
    assert told({"a": of(dated(JANUARY)), "b": of(other)})[1] in (dated(JANUARY) | other, other | dated(JANUARY))


def test_a_window_that_a_book_date_may_stand_in_for_stays_whole() -> None:
    january, february = (when_on("trong kỳ", "day", days) for days in (JANUARY, FEBRUARY))
    assert told({"a": (january,), "b": (february,)})[1] == january.holds | february.holds


def test_questions_that_ask_the_same_are_one_way() -> None:
    made = factored(leaves({"a": of(unit=3), "b": (*of(unit=3), *of(unit=3)), "c": of(unit__in=[3])}))
    assert (len(made.ways), made.way_of) == (2, {"a": 0, "b": 0, "c": 1})


def test_a_query_set_in_a_condition_is_not_asked() -> None:
    papers = Paper.objects.filter(number="1")  # without a database, asking it would be an error
    others = Paper.objects.all()
    made = factored(leaves({"a": of(paper__in=papers), "b": of(paper__in=papers), "c": of(paper__in=others)}))
    assert len(made.ways) == 2


def test_questions_of_one_window_are_counted_together_and_those_of_none_too() -> None:
    january, february = of(dated(JANUARY)), of(dated(FEBRUARY))
    begun = of(Q(day__lte=JANUARY[1]))
    asked = {"a": january, "b": (*january, *of(unit=3)), "c": february, "d": begun, "e": of(Q(day__lte=APRIL[1]))}
    assert [tuple(part) for part in by_window(leaves(asked))] == [("a", "b"), ("c",), ("d", "e")]


def test_so_many_windows_are_not_put_side_by_side() -> None:
    asked = {str(n): of(dated((date(2022, 1, 1), date(2022, 1, n)))) for n in range(1, PARTS + 2)}
    assert by_window(leaves(asked)) == [leaves(asked)]
