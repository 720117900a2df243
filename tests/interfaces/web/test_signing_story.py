"""A leader approves, a clerk mistypes a number and is warned, in a real browser."""

import os

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect, sync_playwright

from sokhcn.people.models import Role
from sokhcn.reports.models import Stage
from tests.interfaces.web.signing import PAGE, at, browser
from tests.interfaces.web.test_walk import ARGS
from tests.reports.life.office import Office, put


@pytest.fixture
def page():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        context = chromium.new_context(viewport={"width": 390, "height": 844}, locale="vi-VN")
        yield context.new_page()
        chromium.close()


@pytest.fixture
def made(db, monkeypatch) -> Office:
    # Playwright runs a loop in this thread, and Django would refuse the database inside it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    return at(Stage.FORM_CHECKED)


def enter(page: Page, url: str, made: Office, role: Role) -> None:
    session = browser(made, role).cookies[settings.SESSION_COOKIE_NAME].value
    page.context.clear_cookies()
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": url}])


def is_as_wide_as_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_two_clicks_approve_and_a_mistyped_number_is_warned_of(made: Office, live_server, page: Page):
    enter(page, live_server.url, made, Role.LEADER)
    page.goto(f"{live_server.url}/bao-cao/")
    page.get_by_role("link", name="duyệt", exact=True).click()
    assert is_as_wide_as_the_screen(page)
    page.get_by_role("button", name="duyệt").click()
    expect(page.get_by_role("status")).to_contain_text("Đã duyệt")

    put(made.report(), Stage.SIGNED)
    enter(page, live_server.url, made, Role.CLERK)
    page.goto(f"{live_server.url}{PAGE}phat-hanh/")
    page.get_by_label("Số", exact=True).fill("80")
    page.get_by_label("Ngày văn bản").fill("18/1/22")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Xem lại trước khi ghi")
    assert is_as_wide_as_the_screen(page)
    page.get_by_label("Số", exact=True).fill("1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã ghi số 01/BC-SKHCN ngày 18/01/2022")
