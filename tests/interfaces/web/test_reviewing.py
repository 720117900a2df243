"""The page of whoever comes next: what changed, and two buttons; who may not is told who can."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sokhcn.people.models import Role
from sokhcn.reports.models import Stage
from tests.interfaces.web.signing import PAGE, at, browser
from tests.rows import advisory, paper

pytestmark = pytest.mark.django_db
HERE = f"{PAGE}duyet/"


def test_a_leader_approves_by_one_button_and_the_way_shows_it():
    made = at(Stage.FORM_CHECKED)
    client = browser(made, Role.LEADER)
    page = client.get(HERE)
    for heading in ("Bước tiếp theo", "Điều gì thay đổi", "Cần biết trước khi quyết định"):
        assert heading in page.text
    assert 'value="approve"' in page.text
    assert "SỞ KH&amp;CN" in page.text  # the report as it is printed stands beside
    done = client.post(HERE, {"buoc": "approve"}, follow=True)
    assert "sang “Đã duyệt”" in done.text
    assert made.report().state().stage == Stage.APPROVED


def test_giving_back_wants_a_reason_and_keeps_what_was_typed():
    made = at(Stage.FORM_CHECKED)
    client = browser(made, Role.LEADER)
    refused = client.post(HERE, {"buoc": "return", "ly-do": " "})
    assert (refused.status_code, made.report().state().stage) == (422, Stage.FORM_CHECKED)
    assert 'id="ly-do-sai"' in refused.text.partition("phải ghi lý do")[0]
    client.post(HERE, {"buoc": "return", "ly-do": "Thiếu phụ lục"})
    assert made.report().state().stage == Stage.CONFIRMED
    assert "Thiếu phụ lục" in client.get(HERE).text


def test_who_may_not_reads_why_and_who_can_and_is_refused_when_posting():
    made = at(Stage.FORM_CHECKED)
    client = browser(made, Role.SPECIALIST)
    page = client.get(HERE).text
    assert 'value="approve"' not in page
    assert f"Làm được: {made.people[Role.LEADER]}" in page
    refused = client.post(HERE, {"buoc": "approve", "ly-do": "của tôi"})
    assert refused.status_code == 422
    assert "của tôi</textarea>" in refused.text
    assert made.report().state().stage == Stage.FORM_CHECKED


def test_no_step_of_the_clerk_and_no_unknown_one_is_taken_here():
    made = at(Stage.SIGNED)
    client = browser(made, Role.CLERK)
    assert f'href="{PAGE}phat-hanh/?du-thao=1"' in client.get(HERE).text
    for verb in ("number", "bịa", ""):
        assert client.post(HERE, {"buoc": verb}).status_code == 404
    assert client.get("/bao-cao/2022-02/duyet/").status_code == 404
    assert "“Cấp số” báo cáo" in browser(made, Role.LEADER).get(HERE).text


def test_more_rows_cost_no_more_questions(django_assert_max_num_queries):
    made = at(Stage.FORM_CHECKED)
    client = browser(made, Role.LEADER)
    advisory(made.agency, state="issued", paper=paper("first"))
    client.get(HERE)
    with CaptureQueriesContext(connection) as few:
        client.get(HERE)
    asked = len(few)
    for number in range(20):
        advisory(made.agency, state="issued", paper=paper(str(number)))
    client.get(HERE)  # the counts of the menu are asked again once after a write
    with django_assert_max_num_queries(asked):
        client.get(HERE)
