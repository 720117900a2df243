"""A morning in a real browser, by keyboard alone: the bell, the table of shortcuts, a register, the search box."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.interfaces.web.office import office
from tests.interfaces.web.test_walk import ARGS


@pytest.fixture
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        yield browser.new_context(viewport={"width": 390, "height": 800}, locale="vi-VN").new_page()
        browser.close()


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_morning_by_keyboard(monkeypatch, live_server, page):
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    office()
    troubles: list[str] = []
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    page.goto(live_server.url)
    page.get_by_role("button", name="Vào với vai Người tổng hợp").click()
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    page.get_by_role("button", name="Nhắc việc").press("Enter")
    expect(page.locator("#bell")).to_contain_text("Sáng nay không có việc quá hạn")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+/")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Control+/")
    expect(page.locator("#keys")).to_be_hidden()

    page.keyboard.press("/")
    expect(page.locator("input[data-search]")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.locator("input[data-search]")).to_have_value("a/b")
    page.keyboard.press("Alt+1")
    page.wait_for_url("**/so/**")
    page.goto(f"{live_server.url}/den-han/lich/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert troubles == []
