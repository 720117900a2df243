"""A reminder is silenced for one person, for a reason, until its day moves; lists and others still show it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sokhcn.people.models import User
from sokhcn.people.mutes import mute, muted
from sokhcn.records.due import DueDate
from sokhcn.records.models import Agency
from tests.interfaces.web.office import at_the_door, office

pytestmark = pytest.mark.django_db
KEY = "advice.assigned"


def falls(title: str, row: int, due_on: date) -> DueDate:
    about = {"key": KEY, "register": "advice.advisorydocument", "version": 1, "agency": Agency.objects.get()}
    return DueDate.objects.create(row=row, due_on=due_on, title=title, **about)


def test_what_is_silenced_is_reminded_of_to_others_only_and_again_when_one_likes():
    office()
    yesterday = timezone.localdate() - timedelta(days=1)
    falls("Việc đã giao nơi khác", 1, yesterday)
    falls("Việc còn nhắc", 2, yesterday)
    client, here = at_the_door(), f"/nhac-viec/{KEY}/1/"
    assert "Tắt nhắc việc này?" in client.get(here).text
    refused = client.post(here, {"ly-do": " "})
    assert (refused.status_code, muted(User.objects.get(username="tonghop"))) == (422, {})
    told = client.post(here, {"ly-do": "Sở khác chủ trì"}, follow=True).text
    assert "Đã tắt nhắc “Việc đã giao nơi khác” cho riêng bạn." in told
    assert "Sở khác chủ trì" in told  # the page of reminders lists it apart, with why
    part = client.get("/nhac-viec/", headers={"hx-request": "true"}).text
    assert "Việc còn nhắc" in part
    assert "Việc đã giao nơi khác" not in part
    home = client.get("/")
    assert home.context["desk"].late.total == 1
    assert "Việc đã giao nơi khác" not in home.text
    due = client.get("/den-han/?trong=tat-ca").text
    assert "Việc đã giao nơi khác" in due
    assert "Đã tắt nhắc" in due
    assert "Việc đã giao nơi khác" in at_the_door("lanhdao").get("/").text
    client.post(here, {"nhac-lai": "1"})
    assert client.get("/").context["desk"].late.total == 2


def test_it_speaks_again_when_its_day_moves():
    office()
    by, due = User.objects.get(username="tonghop"), falls("Việc", 1, date(2022, 1, 10))
    mute(by, due, "chờ văn bản của Bộ")
    assert list(muted(by)) == [due.pk]
    DueDate.objects.update(due_on=date(2022, 1, 20))
    assert muted(by) == {}
