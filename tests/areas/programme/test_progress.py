"""How far the programme is on the last day of a period: done in time or late, in time still, overdue."""

from datetime import date

import pytest

from sokhcn.areas.programme.models import Extension, KeyTask
from sokhcn.areas.programme.register import not_moved
from tests.areas.partition import partitioned
from tests.areas.programme.factories import DAY, extension, key_task, plan
from tests.areas.registers import agency, chapter, misses, values

pytestmark = pytest.mark.django_db

LAST, AFTER, LATER = date(2022, 1, 14), date(2022, 1, 15), date(2022, 6, 1)


def far(code: str = "2022-01") -> dict[str, int]:
    return {key: value for key, value in values("programme", code).items() if key != "key_tasks"}


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ({"state": "completed", "completed_on": LAST, "due_on": LAST}, {"done": 1, "done_in_time": 1}),
        ({"state": "completed", "completed_on": LAST}, {"done": 1, "done_in_time": 1}),
        ({"state": "completed", "completed_on": LAST, "due_on": DAY}, {"done": 1, "done_late": 1}),
        ({"state": "completed", "completed_on": AFTER, "due_on": AFTER}, {"open_in_time": 1}),
        ({"state": "completed", "completed_on": AFTER, "due_on": DAY}, {"overdue": 1}),
        ({"state": "running", "due_on": LAST}, {"open_in_time": 1}),
        ({"state": "planned"}, {"open_in_time": 1}),
        ({"state": "extension", "due_on": DAY}, {"overdue": 1}),
        ({"state": "removed", "due_on": DAY}, {}),
    ],
)
def test_a_task_is_in_one_of_four_places(told, counts):
    key_task(**told)
    assert far() == counts


def test_an_extension_that_came_afterwards_does_not_change_what_was_overdue():
    row = key_task(state="running", due_on=LATER)
    extension(row, date(2022, 1, 10), LATER, date(2022, 1, 20))
    assert far("2022-01") == {"overdue": 1}
    assert far("2022-02") == {"open_in_time": 1, "extended": 1}


def test_an_extension_that_came_in_time_moves_the_deadline_before_it_is_over():
    row = key_task(state="running", due_on=LATER)
    extension(row, date(2022, 1, 10), LATER, date(2022, 1, 8))
    assert far("2022-01") == {"open_in_time": 1, "extended": 1}


def test_tasks_by_whoever_gave_them_and_those_of_the_year_before():
    old = key_task("NV-00", year=2021, state="carried")
    for number, source in enumerate(("party", "committee", "committee", "ministry", "own")):
        key_task(f"NV-{number + 1}", source=source)
    key_task("NV-9", carried_from=old)
    found = values("programme")
    assert [found[f"key_tasks_{name}"] for name in ("party", "committee", "ministry")] == [1, 2, 1]
    assert (found["key_tasks"], found["carried"]) == (6, 1)


def test_what_was_done_soon_afterwards_nearly_counts():
    row = key_task(state="completed", completed_on=AFTER, due_on=AFTER)
    assert misses("programme.done") == [(row.pk, "hoàn thành sau ngày cuối kỳ")]
    late = key_task("NV-02", state="running", due_on=date(2022, 1, 13))
    assert (late.pk, "vừa quá hạn") in misses("programme.open_in_time")


def test_a_longer_report_says_how_far_it_is():
    for number, told in enumerate(
        (
            {"state": "completed", "completed_on": DAY, "due_on": LAST, "source": "party"},
            {"state": "completed", "completed_on": LAST, "due_on": DAY},
            {"state": "running", "due_on": DAY},
            {"state": "running", "due_on": LATER},
        )
    ):
        key_task(f"NV-{number}", **told)
    assert chapter("programme", "2022-Q1", file="section-long.md") == [
        "Theo dõi, đôn đốc thực hiện 04 nhiệm vụ trọng tâm của ngành năm 2022 (trong đó có 01 nhiệm vụ do Tỉnh ủy "
        "giao). Đến cuối kỳ đã hoàn thành 02 nhiệm vụ, đạt 50% (01 nhiệm vụ đúng hạn và 01 nhiệm vụ trễ hạn); còn 01 "
        "nhiệm vụ trong hạn và 01 nhiệm vụ quá hạn."
    ]


def test_an_extension_beyond_the_deadline_of_the_task_is_refused():
    row = key_task(due_on=LATER)
    told = {"task": row, "old_due_on": DAY, "decided_on": DAY}
    assert list(not_moved(Extension(new_due_on=LATER, **told), {}, "")) == []
    (finding,) = not_moved(Extension(new_due_on=date(2022, 7, 1), **told), {}, "")
    assert str(finding).startswith("Thời hạn của nhiệm vụ NV-01 là 01/06/2022, chưa đến thời hạn mới 01/07/2022")


def test_counted_near_and_rest_are_all_the_rows():
    days = (date(2021, 12, 10), DAY, LAST, AFTER, date(2022, 3, 1), None)
    elsewhere = agency("KHAC")
    for n, day in enumerate(days):
        book = {"recorded_on": day or DAY, "agency": elsewhere if n == 1 else agency()}
        for state in KeyTask.State.values:
            for year in (2021, 2022):
                told = {"state": state, "year": year, "due_on": day, "completed_on": days[n % 4]}
                row = key_task(f"{state}{n}{year}", **book, **told)
        if day:
            extension(row, date(2021, 11, 1), day, day)
        plan(f"Kế hoạch {n}", **book, adopted_on=day)
    assert partitioned("programme")
