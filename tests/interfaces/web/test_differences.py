"""The book of differences: was and would be, why, and the answers, of which one wants a reason."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sokhcn.people.models import Role
from sokhcn.reports.models import Drift
from tests.rows import agency, user, write

pytestmark = pytest.mark.django_db
HERE = "/chenh-lech/"
CAUSE = {
    "register": "advice.advice", "row": 1, "name": "Nghị quyết 14-NQ/TU", "version": 2, "did": "sửa", "batch": 1,
    "who": "Chuyên viên A", "login": "a", "at": "2022-02-01T03:00:00+00:00", "why": "ghi nhầm ngày",
}  # fmt: skip


def entry(**told):
    about = {"agency": "A", "period_code": "2022-01", "addressee": "ubnd-tinh", "number": 1, "figure": "advice.issued"}
    said = {"label": "Văn bản tham mưu được ban hành", "unit": "văn bản", "was": 6, "would_be": 5, "causes": [CAUSE]}
    return write(Drift(**{**about, **said, "noticed_at": timezone.now(), **told}))


def door(role, owner):
    client = Client()
    client.force_login(user(owner, role, role.value), backend="sokhcn.people.backends.Passwords")
    return client


def test_an_entry_tells_what_who_and_why_and_is_answered():
    row, client = entry(), door(Role.COMPILER, agency("A"))
    page = client.get(HERE).text
    for told in (
        "<del>6</del>",
        "<ins>5</ins>",
        "Nghị quyết 14-NQ/TU",
        "Chuyên viên A",
        "10:00, 01/02/2022",
        "ghi nhầm ngày",
    ):
        assert told in page
    here = f"{HERE}{row.pk}/tra-loi/"
    refused = client.post(here, {"tra-loi": "no_effect", "ly-do": ""})
    assert refused.status_code == 422
    assert "phải ghi lý do" in refused.text
    assert re.search(r'value="no_effect"\s+required\s+checked', refused.text)
    assert "Chọn một câu trả lời" in client.post(here, {"ly-do": "x"}).text
    done = client.post(here, {"tra-loi": "no_effect", "ly-do": "sửa chính tả"}, follow=True)
    assert "Không ảnh hưởng" in done.text
    assert "sửa chính tả" in client.get(f"{HERE}?tinh-trang=no_effect").text


def test_others_read_and_do_not_answer_and_strangers_find_nothing():
    row, ours = entry(), agency("A")
    clerk = door(Role.CLERK, ours)
    assert 'name="tra-loi"' not in clerk.get(HERE).text
    assert clerk.post(f"{HERE}{row.pk}/tra-loi/", {"tra-loi": "correct"}).status_code == 422
    assert clerk.post(f"{HERE}doi-chieu/").status_code == 403
    stranger = door(Role.LEADER, agency("X"))
    assert "Nghị quyết 14" not in stranger.get(HERE).text
    assert stranger.post(f"{HERE}{row.pk}/tra-loi/", {"tra-loi": "correct"}).status_code == 404
    assert stranger.get(f"{HERE}?tinh-trang=bia").status_code == 404


def test_what_follows_an_edition_that_is_not_there_is_no_page_and_pages_cost_the_same():
    client = door(Role.COMPILER, agency("A"))
    asked = {"an-ban": "2022-01/1", "cach": "correct", "ly-do": "x"}
    assert client.post(f"{HERE}an-ban/", asked).status_code == 404
    entry()
    client.get(HERE)
    with CaptureQueriesContext(connection) as few:
        client.get(HERE)
    for number in range(2, 9):
        entry(number=number)
    with CaptureQueriesContext(connection) as many:
        client.get(HERE)
    assert len(many) == len(few)
