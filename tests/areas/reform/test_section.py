"""The chapter on administrative reform, in words."""

from datetime import date

import pytest

from tests.areas.reform.factories import plan
from tests.areas.registers import chapter, load_demo, values

pytestmark = pytest.mark.django_db


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    agency = load_demo("reform")
    assert values("reform", of=agency) == {"plans": 4}
    assert chapter("reform", of=agency) == [
        "Đã ban hành 04 Kế hoạch có liên quan, cụ thể:",
        "- Kế hoạch phát động phong trào thi đua công tác cải cách hành chính năm 2022 của Sở Khoa học và Công nghệ.",
        "- Kế hoạch rà soát, hệ thống hóa văn bản quy phạm pháp luật năm 2022 thuộc lĩnh vực khoa học và công nghệ.",
        "- Kế hoạch kiểm tra văn bản quy phạm pháp luật năm 2022 thuộc lĩnh vực khoa học và công nghệ.",
        "- Kế hoạch hoạt động kiểm soát thủ tục hành chính năm 2022 thuộc lĩnh vực khoa học và công nghệ.",
    ]


def test_an_empty_month_says_so():
    assert chapter("reform") == ["Trong kỳ không phát sinh."]


def test_a_number_and_a_day_are_said_when_they_are_known():
    plan("Kế hoạch A", symbol="12/KH-SKHCN", issued_on=date(2022, 1, 5))
    assert chapter("reform") == [
        "Đã ban hành 01 Kế hoạch có liên quan, cụ thể:",
        "- Kế hoạch A (số 12/KH-SKHCN ngày 05/01/2022).",
    ]
