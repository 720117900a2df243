"""A morning in a real browser, by keyboard alone: the bell, the table of shortcuts, a register, the search box."""

import pytest
from playwright.sync_api import Page, expect

from tests.interfaces.web import month
from tests.interfaces.web.hands import Mouse, at_a_screen, browser, is_whole
from tests.interfaces.web.office import office

TELEPHONE = (390, 800)


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_morning_by_keyboard(live_server):
    office()
    with browser() as chromium, at_a_screen(chromium, TELEPHONE) as (page, troubles):
        told(page, live_server.url)
    assert troubles == []


def told(page: Page, url: str) -> None:
    month.enter(Mouse(page), url, month.COMPILER)
    is_whole(page)
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
    page.goto(f"{url}/den-han/lich/")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
