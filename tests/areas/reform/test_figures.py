"""What counts of dossiers, of the work of plans and of documents reviewed, and what a longer report says of it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.areas.partition import partitioned
from tests.areas.reform.factories import DAY, FIRST, LAST, plan, procedure, review, tally, work
from tests.areas.registers import agency, chapter, misses, values

pytestmark = pytest.mark.django_db

FEBRUARY = {"from_on": date(2022, 1, 15), "to_on": date(2022, 2, 14)}
NONE_LATE = {"settled_late": 0, "pending": 1}


def test_dossiers_add_up_over_the_procedures_of_the_period():
    full, part = procedure(online="full"), procedure("2.002724", online="partial", valid_to=LAST)
    tally(full, fees=Decimal("1.5"))
    tally(part, received=4, received_online=1, settled=3, settled_in_time=3, **NONE_LATE)
    tally(full, carried=2, received=5, received_online=5, settled=6, settled_in_time=6, **NONE_LATE, **FEBRUARY)
    received = {"dossiers_received": 16, "dossiers_online": 9, "dossiers_full": 8}
    settled = {"dossiers_settled": 13, "dossiers_in_time": 12, "dossiers_late": 1, "dossiers_pending": 3}
    listed = {"procedures": 2, "procedures_full": 1, "procedures_partial": 1}
    assert values("reform") == {**received, **settled, **listed, "fees": Decimal("1.5")}
    quarter = values("reform", "2022-Q1")
    assert [quarter.get(f"dossiers_{key}") for key in ("received", "settled", "pending")] == [21, 19, None]
    assert values("reform", "2022-02")["procedures"] == 1


def test_a_line_that_ends_soon_after_the_period_nearly_counts():
    row = tally(procedure(), to_on=date(2022, 1, 29))
    assert "dossiers_received" not in values("reform")
    assert misses("reform.dossiers_received") == [(row.pk, "sau kỳ: số liệu có ngày cuối trong kỳ")]
    assert misses("reform.dossiers_pending") == [(row.pk, "kết thúc gần ngày cuối kỳ")]


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ({"state": "done", "done_on": DAY, "due_on": DAY}, {"work_done": 1}),
        ({"state": "done", "done_on": DAY, "due_on": FIRST}, {"work_done": 1, "work_late": 1}),
        ({"state": "done", "done_on": date(2022, 1, 15), "due_on": DAY}, {"work_overdue": 1}),
        ({"state": "running", "due_on": DAY}, {"work_overdue": 1}),
        ({"state": "planned", "due_on": LAST}, {}),
        ({"state": "cancelled", "due_on": DAY}, {}),
    ],
)
def test_work_is_done_in_time_late_or_overdue(told, counts):
    work(plan(issued_on=date(2021, 3, 1)), **told)
    assert values("reform") == counts


def test_documents_are_told_by_what_is_to_be_done():
    for number, outcome in enumerate(("fit", "amend", "amend", "replace", "abolish", "ended")):
        review(str(number + 1), outcome=outcome)
    assert values("reform") == {"reviewed": 6, "reviewed_amend": 2, "reviewed_replace": 1, "reviewed_abolish": 1}
    assert chapter("reform") == [
        "Đã rà soát, kiểm tra 06 văn bản quy phạm pháp luật; kiến nghị sửa đổi, bổ sung 02 văn bản, thay thế 01 văn "
        "bản và bãi bỏ 01 văn bản."
    ]


def test_a_document_reviewed_and_checked_counts_once():
    first = review(outcome="amend")
    review("2", paper=first.paper, kind="check", outcome="amend")
    assert values("reform") == {"reviewed": 1, "reviewed_amend": 1}


def test_the_month_says_the_dossiers_and_the_quarter_their_shares():
    tally(procedure(online="full"), fees=Decimal("1.5"))
    assert chapter("reform") == [
        "Tiếp nhận 12 hồ sơ thủ tục hành chính, trong đó 08 hồ sơ trực tuyến; đã giải quyết 10 hồ sơ, trong đó 09 hồ "
        "sơ trước và đúng hạn, 01 hồ sơ quá hạn."
    ]
    assert chapter("reform", "2022-Q1", file="section-long.md") == [
        "Tiếp nhận 12 hồ sơ thủ tục hành chính; trong đó 08 hồ sơ trực tuyến, đạt 66,67% (toàn trình 08 hồ sơ). Đã "
        "giải quyết 10 hồ sơ, trong đó trước và đúng hạn 09 hồ sơ, đạt 90%; quá hạn 01 hồ sơ. Thu phí, lệ phí 1,5 "
        "triệu đồng.",
        "Đến cuối kỳ, danh mục có 01 thủ tục hành chính đang áp dụng, trong đó cung cấp dịch vụ công trực tuyến toàn "
        "trình đối với 01 thủ tục.",
    ]


def test_counted_near_and_rest_are_all_the_rows():
    days = (date(2021, 12, 10), date(2021, 12, 15), date(2022, 1, 14), date(2022, 1, 20), date(2022, 3, 1))
    elsewhere = agency("KHAC")
    for n, day in enumerate(days):
        book = {"recorded_on": day, "agency": elsewhere if n == 1 else agency()}
        online = ("none", "partial", "full")[n % 3]
        of = procedure(f"1.00000{n}", **book, online=online, valid_to=day)
        tally(of, **book, from_on=day, to_on=day)
        for number, state in enumerate(("drafting", "issued", "completed", "withdrawn")):
            made = plan(f"{state}{n}", **book, state=state, issued_on=day if n % 2 else None)
            for at, one in enumerate(("planned", "running", "done", "cancelled")):
                work(made, at, state=one, due_on=days[number], done_on=day)
            review(f"{n}{number}", **book, outcome=("fit", "amend", "replace", "abolish")[number])
    assert partitioned("reform")


@pytest.mark.parametrize(
    ("levels", "said"),
    [
        (("full", "partial"), "toàn trình đối với 01 thủ tục, một phần đối với 01 thủ tục."),
        (("partial", "partial"), "một phần đối với 02 thủ tục."),
    ],
)
def test_procedures_are_said_by_how_far_they_are_online(levels, said):
    for number, online in enumerate(levels):
        procedure(f"2.00{number}", online=online)
    assert chapter("reform", "2022-Q1", file="section-long.md") == [
        f"Đến cuối kỳ, danh mục có 02 thủ tục hành chính đang áp dụng, trong đó cung cấp dịch vụ công trực tuyến {said}"
    ]
