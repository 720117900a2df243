"""Which story is told where, and that each of them, and the day of each role, is walked by mouse and by keyboard."""

from collections.abc import Callable
from typing import Any

import pytest

from sokhcn.people.models import Role
from tests.interfaces.web import month, test_month, test_pasting_story, test_stories
from tests.interfaces.web.hands import Keyboard, Mouse
from tests.needs import ROOT

TABLE = (ROOT / "docs" / "testing.md").read_text()
STORIES: tuple[tuple[str, Callable[..., None]], ...] = (
    (
        "a new officer pastes 40 rows of an old register with 6 mistakes and mends them all",
        test_pasting_story.test_forty_pasted_rows_with_six_mistakes_are_mended,
    ),
    (
        "a compiler explains a figure to a head, and mends what is wrong with it",
        test_stories.test_six_strokes_from_a_figure_to_its_rows_and_back_to_the_figure_mended,
    ),
    (
        "a leader finds what changed since the last month without scrolling, and decides",
        test_stories.test_a_leader_sees_what_changed_without_scrolling_and_decides_in_two_strokes,
    ),
    (
        "a clerk numbers two reports from the external book, one of them mistyped and warned of",
        test_stories.test_a_clerk_notes_the_numbers_of_the_document_system_and_is_warned_of_one_mistyped,
    ),
    (
        "a clerk numbers two from an own book with no gap, and voids one",
        test_stories.test_a_clerk_numbers_two_reports_from_an_own_book_without_a_gap_and_voids_one,
    ),
    (
        "the monthly cycle with the network cable out, the day of each role, then restored from the backup",
        test_month.test_a_month_from_the_first_row_to_the_report_that_left_and_back_from_its_backup,
    ),
)


@pytest.mark.parametrize(("story", "test"), STORIES)
def test_a_story_is_walked_by_either_hand(story: str, test: Callable[..., None]) -> None:
    marks: list[Any] = test.pytestmark  # type: ignore[attr-defined]
    hands = [set(mark.args[1]) for mark in marks if mark.name == "parametrize" and mark.args[0] == "kind"]
    assert hands == [{Mouse, Keyboard}], story
    assert f"| {story} | `{test.__module__.rpartition('.')[2]}.py` |" in TABLE


def test_each_role_comes_in_by_its_door_in_the_course_of_the_month() -> None:
    assert set(month.DOORS) == set(Role)
