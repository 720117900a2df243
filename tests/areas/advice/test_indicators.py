"""What is counted of advisory documents, and what nearly is."""

from datetime import date

import pytest

from tests.areas.advice.factories import DAY, document, draft, paper
from tests.areas.registers import agency, chapter, misses, values

pytestmark = pytest.mark.django_db
LATER = date(2022, 1, 20)


def test_documents_are_told_apart_by_the_body_that_issued_them():
    party, committee = ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy"), ("UBND tỉnh", "Chủ tịch UBND tỉnh")
    issuers = (*party, "HĐND tỉnh", *committee, "Bộ KH&CN", "Sở KH&CN")
    for number, issuer in enumerate(issuers, 1):
        document(str(number), issuer, is_normative=issuer == "HĐND tỉnh")
    counted = values("advice")
    by_body = {key.removeprefix("issued_"): value for key, value in counted.items() if key.startswith("issued_")}
    assert by_body == {"party": 2, "council": 1, "committee": 2, "ministry": 1, "other": 1}
    assert (counted["issued"], sum(by_body.values()), counted["normative"]) == (7, 7, 1)


def test_a_document_that_was_not_issued_or_later_or_elsewhere_nearly_counts():
    document("1")
    waiting, writing = draft(state="submitted"), draft(title="Kế hoạch")
    late = document("2", paper=paper("2", issued_on=LATER))
    theirs = document("3", agency=agency("KHAC"))
    assert values("advice")["issued"] == 1
    assert set(misses("advice.issued")) == {
        (waiting.pk, "đã trình, chưa ban hành"),
        (writing.pk, "đang soạn thảo"),
        (late.pk, "sau kỳ: ban hành trong kỳ"),
        (theirs.pk, "thuộc cơ quan khác"),
    }


@pytest.mark.parametrize(
    ("submitted_on", "due_on", "demanded", "in_time"),
    [
        (DAY, DAY, 1, 1),
        (DAY, date(2022, 1, 4), 1, 0),
        (DAY, None, 0, 0),
        (LATER, LATER, 0, 0),
    ],
)
def test_a_draft_is_in_time_when_it_is_submitted_no_later_than_its_day(submitted_on, due_on, demanded, in_time):
    draft(state="submitted", submitted_on=submitted_on, due_on=due_on)
    counted = values("advice")
    found = (counted.get("submitted_on_demand", 0), counted.get("submitted_in_time", 0))
    assert found == (demanded, in_time)


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("Tỉnh uỷ", "party"),
        ("Thường trực Tỉnh uỷ", "party"),
        ("Uỷ ban nhân dân tỉnh", "committee"),
        ("Chủ tịch Uỷ ban nhân dân tỉnh", "committee"),
    ],
)
def test_the_tone_mark_may_stand_on_either_vowel(issuer, body):
    document("1", issuer)
    assert values("advice") == {"issued": 1, f"issued_{body}": 1}


def test_what_was_submitted_is_awaited_until_the_day_it_is_issued():
    draft(state="submitted", submitted_on=DAY)
    document("1", submitted_on=DAY, paper=paper("1", issued_on=LATER))
    document("2", submitted_on=date(2022, 1, 2))
    draft(title="Quy chế", state="returned", submitted_on=DAY)
    assert values("advice")["awaited"] == 2
    assert values("advice", "2022-02")["awaited"] == 1


def test_a_longer_report_breaks_the_number_down_and_says_what_was_in_time():
    document("1", "HĐND tỉnh", is_normative=True, submitted_on=DAY, due_on=DAY)
    document("2", submitted_on=DAY, due_on=date(2022, 1, 4))
    said = chapter("advice", "2022-Q1", file="section-long.md")
    assert said[0].startswith(
        "Đã tham mưu cấp có thẩm quyền ban hành 02 văn bản chỉ đạo, điều hành lĩnh vực KH&CN (01 văn bản của HĐND tỉnh "
        "và 01 văn bản của UBND tỉnh; trong đó có 01 văn bản quy phạm pháp luật)"
    )
    assert said[1] == "Đã trình 02 văn bản được giao có thời hạn, trong đó 01 văn bản đúng thời hạn."
