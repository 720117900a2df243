"""The calendar feed: who has the secret address sees what its owner may see, and no longer than its owner wishes."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from icalendar import Calendar

from sokhcn.people.feeds import Feed
from sokhcn.people.models import User
from sokhcn.records.due import DueDate
from sokhcn.records.models import Agency
from tests.interfaces.web.office import at_the_door, office

pytestmark = pytest.mark.django_db
PAGE = "/den-han/nguon-lich/"
TITLE = "Gia hạn giấy phép; kiểm tra, đo liều (thiết bị X-quang tăng sáng truyền hình của Bệnh viện đa khoa tỉnh)"


def falls(n: int = 1) -> None:
    about = {"key": "advice.assigned", "register": "advice.advisorydocument", "version": 1, "title": TITLE}
    first, agency, due_on = DueDate.objects.count(), Agency.objects.get(), timezone.localdate() + timedelta(days=3)
    DueDate.objects.bulk_create(DueDate(row=first + k, due_on=due_on, agency=agency, **about) for k in range(n))


def address(client: Client) -> str:
    client.post(PAGE, {"viec": "doi"})
    return client.get(PAGE).context["address"].removeprefix("http://testserver")


def test_a_calendar_reads_what_is_due_without_logging_in():
    office()
    falls()
    answer = Client().get(address(at_the_door()))
    assert answer["Content-Type"].startswith("text/calendar")
    assert "no-store" in answer["Cache-Control"]
    assert max(len(line) for line in answer.content.split(b"\r\n")) <= 75
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event["summary"] == TITLE
    assert event.decoded("dtstart") == timezone.localdate() + timedelta(days=3)


def test_a_renewed_or_stopped_address_leads_nowhere():
    office()
    client = at_the_door()
    old = address(client)
    new = address(client)
    assert old != new
    assert Client().get(old).status_code == 404
    assert Client().get(new).status_code == 200
    client.post(PAGE, {"viec": "thoi"})
    assert Client().get(new).status_code == 404


def test_the_address_is_no_row_of_the_database_and_of_nobody_who_left():
    office()
    found = address(at_the_door())
    feed = Feed.objects.get()
    assert feed.nonce in found
    assert Client().get(f"/lich/{feed.nonce}{'0' * 48}.ics").status_code == 404
    User.objects.filter(pk=feed.user_id).update(is_active=False)
    assert Client().get(found).status_code == 404


def test_the_feed_costs_the_same_for_many_rows():
    office()
    falls()
    found = address(at_the_door())
    with CaptureQueriesContext(connection) as few:
        Client().get(found)
    falls(80)
    with CaptureQueriesContext(connection) as many:
        Client().get(found)
    assert len(many) == len(few)
