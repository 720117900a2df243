"""The chapter on key tasks, in words."""

import pytest

from tests.areas.programme.factories import key_task, plan
from tests.areas.registers import chapter, load_demo, values

pytestmark = pytest.mark.django_db


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    agency = load_demo("programme")
    progress = {"done": 2, "done_in_time": 2, "open_in_time": 41, "overdue": 1}
    assert values("programme", of=agency) == {"plans": 1, "key_tasks": 44, **progress}
    assert chapter("programme", of=agency) == [
        "- Xây dựng Kế hoạch triển khai thực hiện những nhiệm vụ, giải pháp chủ yếu thực hiện kế hoạch phát triển "
        "kinh tế - xã hội và dự toán ngân sách nhà nước năm 2022 (tại Quyết định số 21/QĐ-UBND ngày 10/01/2022 của "
        "UBND tỉnh).",
        "- Xác lập 44 nhiệm vụ trọng tâm của ngành năm 2022 cần tập trung thực hiện.",
    ]


def test_an_empty_month_says_so():
    assert chapter("programme") == ["Trong kỳ không phát sinh."]


def test_plans_without_a_basis_and_tasks_without_a_plan():
    plan("Kế hoạch A")
    plan("Kế hoạch B")
    assert chapter("programme") == ["- Xây dựng Kế hoạch A.", "- Xây dựng Kế hoạch B."]
    key_task(year=2023)
    assert chapter("programme", "2023-03") == [
        "- Xác lập 01 nhiệm vụ trọng tâm của ngành năm 2023 cần tập trung thực hiện."
    ]
