"""The chapter on inspections, in words."""

from datetime import date

import pytest

from sokhcn.areas.inspection.models import Sample, Sanction
from tests.areas.inspection.factories import DAY, campaign, joined, plan
from tests.areas.registers import agency, chapter, load_demo, save, values

pytestmark = pytest.mark.django_db


def test_the_demo_books_give_the_figures_and_words_of_the_report():
    ours = load_demo("inspection")
    told = values("inspection", of=ours)
    assert told == {"led": 1, "led_state_checks": 1, "led_planned": 1, "ongoing": 1, "joint": 1}
    assert chapter("inspection", of=ours) == [
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


def test_organisations_and_individuals_are_told_where_there_are_both():
    over = {"state": "concluded", "ended_on": date(2022, 1, 14), "organisations_checked": 9, "individuals_checked": 3}
    campaign(establishments_checked=12, violations=3, violators=2, **over)
    assert chapter("inspection")[0].endswith(
        "Đã kiểm tra 12 cơ sở (gồm 09 tổ chức và 03 cá nhân), phát hiện 03 vụ vi phạm tại 02 cơ sở."
    )


@pytest.mark.parametrize("many", [1, 2])
def test_samples_and_sanctions_are_sentences_of_their_own(many):
    rows = [campaign(f"kiểm tra {n}", result="đã xong", state="concluded", ended_on=DAY) for n in range(many)]
    taken = {"campaign": rows[0], "taken_on": DAY}
    save(Sample(kind="instrument", name="Cân", quantity=12, failed=2, number=1, **taken))
    save(Sample(kind="goods", name="Mũ bảo hiểm", quantity=5, number=2, **taken))
    about = {"agency": agency(), "recorded_on": DAY, "offender": "Người A", "act": "Hành vi", "decided_on": DAY}
    save(Sanction(state="decided", number="1/QĐ", fine=7_500_000, **about))
    save(Sanction(state="executed", number="2/QĐ", kind="warning", **about))
    dash, told = ("- ", chapter("inspection")) if many > 1 else ("", chapter("inspection")[0].split(". ")[1:])
    assert [line.removeprefix(dash).rstrip(".") for line in told[-2:]] == [
        "Đã kiểm tra 12 phương tiện đo và 05 mẫu hàng hóa, trong đó 02 mẫu, phương tiện đo không đạt yêu cầu",
        "Đã ban hành 02 quyết định xử phạt vi phạm hành chính (01 quyết định phạt tiền và 01 quyết định phạt cảnh "
        "cáo), tổng số tiền phạt 7.500.000 đồng",
    ]
    assert all(line.startswith("- ") for line in chapter("inspection")) == (many > 1)


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
