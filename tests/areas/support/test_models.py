"""What the database refuses of support, and what the officer is told."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sokhcn.areas.support.models import Disbursement, IntellectualPropertyGuidance, Participant, Startup, SupportTask
from tests.areas.registers import agency
from tests.areas.support.factories import DAY, payment, startup, task, training

pytestmark = pytest.mark.django_db

BEFORE = date(2022, 1, 4)


def told(row):
    """The messages of the constraints that ``row`` breaks."""
    try:
        row.validate_constraints()
    except ValidationError as error:
        return error.messages
    return []


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"state": "liquidated"}, "Nhiệm vụ đã hoàn thành hoặc dừng phải ghi ngày kết thúc."),
        ({"started_on": DAY, "ends_on": BEFORE}, "Thời hạn đứng trước ngày bắt đầu."),
        ({"budget": 50, "state_budget": 60}, "Phần ngân sách nhà nước lớn hơn kinh phí của nhiệm vụ."),
        ({"certified_on": DAY}, "Có ngày của giấy chứng nhận thì phải ghi số giấy chứng nhận."),
        (
            {"certificate_number": "1", "certified_on": DAY, "certificate_expires_on": BEFORE},
            "Giấy chứng nhận hết hiệu lực trước ngày cấp.",
        ),
        ({"budget": 60, "state_budget": 60, "certificate_number": "1", "certified_on": DAY}, None),
        ({"state_budget": 60}, None),
    ],
)
def test_a_task(values, message):
    row = SupportTask(agency=agency(), code="HT-1", state="running", kind="brand", title="A", recorded_on=DAY)
    for name, value in {"state": "running", **values}.items():
        setattr(row, name, value)
    assert told(row) == ([message] if message else [])


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"state": "filed"}, "Đơn đã nộp phải ghi ngày nộp đơn."),
        ({"state": "granted", "filed_on": DAY}, "Văn bằng đã cấp phải ghi ngày cấp."),
        ({"filed_on": DAY, "granted_on": BEFORE}, "Ngày cấp đứng trước ngày nộp đơn."),
        ({"granted_on": DAY, "expires_on": BEFORE}, "Văn bằng hết hiệu lực trước ngày cấp."),
        ({"state": "granted", "filed_on": BEFORE, "granted_on": DAY}, None),
    ],
)
def test_an_application(values, message):
    assert told(IntellectualPropertyGuidance(**values)) == ([message] if message else [])


def test_a_recognition_has_a_number_and_a_day():
    message = "Đã công nhận thì phải ghi số và ngày công nhận."
    assert told(Startup(name="A", state="recognised", recognised_on=DAY)) == [message]
    assert told(Startup(name="A", state="recognised", recognition_number="1")) == [message]
    assert told(Startup(name="A", state="recognised", recognition_number="1", recognised_on=DAY)) == []
    startup("B", recognition_number="1")
    assert told(Startup(agency=agency(), name="B", recognition_number="1")) != []


def test_parts_are_whole_and_there_once():
    payment(task())
    other = Disbursement(task=SupportTask.objects.get(), number=1, amount=0)
    assert set(told(other)) == {"Đợt giải ngân này đã ghi cho nhiệm vụ.", "Số tiền giải ngân phải lớn hơn 0."}
    somebody = Participant(training=training(), name="Nguyễn Văn A", kind="enterprise")
    assert told(somebody) == ["Người của doanh nghiệp phải ghi doanh nghiệp nào."]
