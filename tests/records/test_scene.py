"""The scene of the illustrative year: its months leave January alone, its chance falls the same way every time."""

from datetime import date, timedelta

from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.records.models import Agency, Establishment
from sokhcn.records.scene import DAY, Scene, seeded

TET = frozenset(date(2022, 2, day) for day in (1, 2, 3, 4))


def scene() -> Scene:
    places = tuple(
        Establishment(name=name) for name in ("Cơ sở minh họa 07 (tiệm vàng)", "Cơ sở minh họa 101 (siêu thị)")
    )
    return Scene(2022, Agency(), {}, places, WorkCalendar(TET), seeded(2022, "x"))


def test_months_tile_two_years_but_for_the_january_that_files_tell():
    months = scene().months
    days = [month.first + timedelta(n) for month in months for n in range((month.last - month.first).days + 1)]
    told = [date(2021, 12, 15) + timedelta(n) for n in range(31)]
    assert sorted([*days, *told]) == [date(2020, 12, 15) + timedelta(n) for n in range(len(days) + len(told))]
    assert max(days) == date(2022, 12, 31)


def test_a_later_day_is_a_working_day_outside_january():
    here = scene()
    days = [here.later(date(2021, 12, 1) + n * DAY, 1, 40) for n in range(90)]
    assert all(here.calendar.is_working(day) and day not in here.told for day in days)


def test_the_same_seed_falls_the_same_way_and_another_area_another_way():
    a, again, b = (scene().of(name) for name in ("a", "a", "b"))
    falls = [[one.chance.random() for _ in range(5)] for one in (a, again, b)]
    assert falls[0] == falls[1] != falls[2]


def test_establishments_are_found_by_trade_and_those_of_the_files_are_known():
    assert [found.name for found in scene().of_trade("tiệm vàng")] == ["Cơ sở minh họa 07 (tiệm vàng)"]
    assert [found.name for found in scene().invented] == ["Cơ sở minh họa 101 (siêu thị)"]
