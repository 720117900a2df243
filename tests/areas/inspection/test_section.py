"""The chapter on inspections, in words."""

from datetime import date

import pytest

from tests.areas.inspection.factories import campaign, joined, plan
from tests.areas.registers import chapter, load_demo, values

pytestmark = pytest.mark.django_db


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    agency = load_demo("inspection")
    assert values("inspection", of=agency) == {"led": 1, "joint": 1}
    assert chapter("inspection", of=agency) == [
        "Xây dựng Kế hoạch và triển khai thực hiện các đợt kiểm tra nhà nước về tiêu chuẩn đo lường chất lượng đối với "
        "hàng đóng gói sẵn trên địa bàn tỉnh (triển khai Kế hoạch số 3680/KH-TĐC ngày 15/12/2021 của Tổng cục Tiêu "
        "chuẩn Đo lường Chất lượng kiểm tra về đo lường, chất lượng sản phẩm, hàng hóa dịp trước, trong và sau tết "
        "Nguyên đán Nhâm Dần năm 2022; các đợt kiểm tra đang tiến hành theo Kế hoạch, chưa có kết quả chính thức); "
        "phối hợp với đoàn kiểm tra thương mại năm 2021 do UBND thành phố Phan Rang - Tháp Chàm chủ trì "
        "(theo Quyết định số 4770/QĐ-UBND ngày 24/12/2021 của UBND thành phố Phan Rang - Tháp Chàm)."
    ]


def test_an_empty_month_says_so():
    assert chapter("inspection") == ["Trong kỳ không phát sinh."]


def test_a_joined_team_alone_begins_the_sentence():
    joined()
    assert chapter("inspection") == ["Phối hợp với đoàn kiểm tra thương mại do UBND thành phố chủ trì."]


def test_a_campaign_of_an_earlier_month_goes_on():
    campaign(started_on=date(2021, 12, 14), plan=plan())
    assert chapter("inspection") == [
        "Tiếp tục triển khai thực hiện các đợt kiểm tra xăng dầu (triển khai Kế hoạch số 12/KH-SKHCN ngày 05/01/2022 "
        "của Sở Khoa học và Công nghệ kiểm tra năm 2022; các đợt kiểm tra đang tiến hành theo Kế hoạch, chưa có kết "
        "quả chính thức)."
    ]


def test_a_campaign_that_is_over_tells_its_result_and_counts():
    over = {"state": "concluded", "ended_on": date(2022, 1, 14)}
    campaign(result="đã chấn chỉnh", establishments_checked=12, violations=1, **over)
    assert chapter("inspection") == [
        "Triển khai thực hiện các đợt kiểm tra xăng dầu (đã chấn chỉnh). Đã kiểm tra 12 cơ sở, phát hiện 01 vụ vi phạm."
    ]


def test_a_report_on_the_past_does_not_know_the_end_yet():
    campaign(state="concluded", ended_on=date(2022, 1, 15))
    assert "đang tiến hành, chưa có kết quả chính thức" in chapter("inspection")[0]


def test_many_campaigns_are_items():
    campaign("thanh tra sở hữu công nghiệp", kind="inspection", place="tại 05 doanh nghiệp", basis=plan())
    campaign(state="concluded", ended_on=date(2022, 1, 14), establishments_checked=3)
    joined(basis=plan("13"))
    assert chapter("inspection") == [
        "- Triển khai thực hiện cuộc thanh tra sở hữu công nghiệp tại 05 doanh nghiệp (theo Kế hoạch số 12/KH-SKHCN "
        "ngày 05/01/2022 của Sở Khoa học và Công nghệ; cuộc thanh tra đang tiến hành, chưa có kết quả chính thức).",
        "- Triển khai thực hiện các đợt kiểm tra xăng dầu.",
        "- Phối hợp với đoàn kiểm tra thương mại do UBND thành phố chủ trì (theo Kế hoạch số 13/KH-SKHCN ngày "
        "05/01/2022 của Sở Khoa học và Công nghệ).",
        "- Đã kiểm tra 03 cơ sở.",
    ]
