"""The chapter on science and technology tasks, in words."""

from datetime import date

import pytest

from tests.areas.registers import chapter, load_demo, values
from tests.areas.research.factories import accepted, task

pytestmark = pytest.mark.django_db

KEEPING = "Tổ chức theo dõi, quản lý đúng quy trình, quy định đối với"
IN_LINE = (
    "Các nhiệm vụ KH&CN đang triển khai thực hiện đều bám sát với chủ trương, định hướng của Tỉnh ủy, HĐND, UBND tỉnh "
    "và phù hợp với yêu cầu thực tế của các sở, ngành, địa phương (Chi tiết có trong Phụ lục kèm theo)."
)


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    agency = load_demo("research")
    counted = {"managed": 30, "managed_national": 5, "managed_provincial": 25}
    told = {**counted, "accepted": 1, "accepted_provincial": 1, "accepted_passed": 1}
    assert told.items() <= values("research", of=agency).items()
    assert chapter("research", of=agency) == [
        f"{KEEPING} 30 nhiệm vụ khoa học và công nghệ (05 nhiệm vụ cấp quốc gia và 25 nhiệm vụ cấp tỉnh). "
        "Trong tháng 01/2022, đã tổ chức nghiệm thu đối với 01 nhiệm vụ cấp tỉnh. Kết quả nghiệm thu xếp loại Đạt.",
        IN_LINE,
    ]


def test_an_empty_month_says_so():
    assert chapter("research") == ["Trong kỳ không phát sinh."]


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (["provincial"], "01 nhiệm vụ cấp tỉnh"),
        (["national", "ministerial"], "01 nhiệm vụ cấp quốc gia và 01 nhiệm vụ cấp bộ"),
        (["ministerial", "grassroots"], "01 nhiệm vụ cấp bộ và 01 nhiệm vụ cấp cơ sở"),
        (
            ["national", "ministerial", "provincial", "grassroots"],
            "01 nhiệm vụ cấp quốc gia, 01 nhiệm vụ cấp bộ, 01 nhiệm vụ cấp tỉnh và 01 nhiệm vụ cấp cơ sở",
        ),
    ],
)
def test_levels_are_joined_as_a_list(levels, said):
    for level in levels:
        accepted(level=level)
    first, _ = chapter("research")
    assert f"công nghệ ({said}). Trong tháng 01/2022, đã tổ chức nghiệm thu đối với {said}." in first


def test_nothing_accepted_says_nothing_of_acceptance():
    task()
    assert chapter("research") == [f"{KEEPING} 01 nhiệm vụ khoa học và công nghệ (01 nhiệm vụ cấp tỉnh).", IN_LINE]


@pytest.mark.parametrize(
    ("ratings", "said"),
    [
        (["excellent"], " Kết quả nghiệm thu xếp loại Xuất sắc."),
        (["fail"], " Kết quả nghiệm thu xếp loại Không đạt."),
        (["pass", "pass"], " Kết quả nghiệm thu đều xếp loại Đạt."),
        (["pass", "fail"], " Kết quả nghiệm thu: 01 nhiệm vụ xếp loại Đạt và 01 nhiệm vụ xếp loại Không đạt."),
        (["pass", ""], " Kết quả nghiệm thu: 01 nhiệm vụ xếp loại Đạt."),
        ([""], ""),
        (
            ["excellent", "pass", "fail"],
            " Kết quả nghiệm thu: 01 nhiệm vụ xếp loại Xuất sắc, 01 nhiệm vụ xếp loại Đạt và 01 nhiệm vụ xếp loại "
            "Không đạt.",
        ),
    ],
)
def test_ratings_are_said_as_they_were_given(ratings, said):
    for rating in ratings:
        accepted(rating=rating)
    assert chapter("research")[0].endswith(f"0{len(ratings)} nhiệm vụ cấp tỉnh.{said}")


def test_a_task_accepted_and_liquidated_in_the_month_is_told_without_the_stock():
    task(state="closed", accepted_on=date(2021, 12, 20), rating="pass", closed_on=date(2022, 1, 14))
    assert chapter("research") == [
        "Trong tháng 01/2022, đã tổ chức nghiệm thu đối với 01 nhiệm vụ cấp tỉnh. Kết quả nghiệm thu xếp loại Đạt.",
        "Sau nghiệm thu, có 01 nhiệm vụ được thanh lý hợp đồng.",
    ]


def test_a_month_in_which_a_task_was_only_terminated_is_not_denied():
    task(state="terminated", terminated_on=date(2022, 1, 14))
    assert chapter("research") == ["Trong quá trình triển khai có 01 nhiệm vụ chấm dứt."]
