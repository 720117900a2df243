"""What the database refuses of key tasks and their parts, and what the officer is told."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from sokhcn.areas.programme.models import Evidence, Extension, KeyTask
from tests.areas.programme.factories import DAY, extension, key_task
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db

LATER = date(2022, 6, 1)


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
        ({"state": "completed"}, "Nhiệm vụ đã hoàn thành thì phải ghi ngày hoàn thành."),
        ({"progress": 101}, "Tiến độ không quá 100 phần trăm."),
        ({"code": "NV-01"}, "Mã nhiệm vụ này đã có trong sổ."),
        ({"state": "completed", "completed_on": DAY, "progress": 100}, None),
    ],
)
def test_a_task(values, message):
    key_task()
    row = KeyTask(**{"agency": agency(), "code": "NV-02", "year": 2022, **values})
    assert told(row) == ([message] if message else [])


def test_a_task_is_carried_over_once():
    old = key_task(state="carried")
    key_task("NV-02", year=2023, carried_from=old)
    again = KeyTask(agency=agency(), code="NV-03", year=2023, carried_from=old)
    assert told(again) == ["Nhiệm vụ ấy đã được chuyển tiếp một lần."]


def test_an_extension_moves_a_deadline_forward_once():
    row = key_task(due_on=LATER)
    extension(row, DAY, LATER, DAY)
    again = Extension(task=row, old_due_on=DAY, new_due_on=DAY, decided_on=DAY)
    assert set(told(again)) == {
        "Thời hạn này của nhiệm vụ đã được gia hạn.",
        "Thời hạn mới phải sau thời hạn cũ.",
    }


def test_evidence_says_something():
    assert told(Evidence(task=key_task())) == ["Ghi văn bản, hoặc minh chứng khác bằng lời."]
