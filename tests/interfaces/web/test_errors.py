"""What is told where something went wrong: in words, within the policy of every page, and with nothing lost."""

from typing import Any

import pytest
from django.test import Client

from sokhcn.people.models import User
from tests.interfaces.web.office import SLUG, at_the_door, office

pytestmark = pytest.mark.django_db
IMPORT = f"/so/{SLUG}/nhap/"
HTMX = {"hx-request": "true", "sec-fetch-site": "same-origin"}


def told(answer: Any) -> tuple[int, bool]:
    """The status, and whether the answer is within the policy."""
    return answer.status_code, "default-src" in answer["Content-Security-Policy"]


def test_what_no_page_is_asked_is_refused_in_words():
    for asked in (
        {"path": "/dang-nhap/", "headers": {"host": "elsewhere.example"}},
        {"path": "/so/a%00b/"},
        {"path": "/dang-nhap/?next=%00"},
    ):
        answer = Client().get(**asked)
        assert told(answer) == (400, True)
        assert "Máy chủ không hiểu yêu cầu này" in answer.text


def test_a_paste_may_be_as_large_as_a_file():
    office()
    pasted = "Quyết định\t21/QĐ-UBND\t21/12/2021\tUBND tỉnh\t" + "x" * 2_700_000  # more than Django takes untold
    answer = at_the_door().post(IMPORT, {"dan": pasted})
    assert told(answer) in ((200, True), (422, True))
    assert "lớn hơn" not in answer.text


def test_more_than_a_form_may_hold_is_refused_in_words(settings):
    office()
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = at_the_door().post(IMPORT, {"dan": "x" * 2000})
    assert told(answer) == (400, True)
    assert "lớn hơn mức máy chủ nhận" in answer.text


def test_a_form_whose_token_is_of_an_earlier_session_leads_htmx_to_what_it_said():
    office()
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get(username="chuyenvien"), backend="sokhcn.people.backends.Passwords")
    client.get("/tai-khoan/")
    answer = client.post("/bao-cao/2022-01/muc/advice/doan/1/", {"doan": "Đã gõ dở."}, headers=HTMX)
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/gui-lai/")
    assert "Đã gõ dở." in client.get("/gui-lai/").text
