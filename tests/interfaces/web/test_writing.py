"""A chapter written in the browser: an officer opens it beside the page, types, and the text is in the next draft."""

import re

import pytest
from playwright.sync_api import Page, expect

from sokhcn.people.models import User
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import OwnText
from sokhcn.reports.periods import the_period
from tests.interfaces.web import month
from tests.interfaces.web.hands import Mouse, at_a_screen, browser
from tests.interfaces.web.office import office


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_text_typed_beside_the_page_is_saved_as_it_is_typed_and_compiled(live_server):
    compile_report(the_period("2022-01"), office(), by=User.objects.get(username="tonghop"))
    with browser() as chromium, at_a_screen(chromium) as (page, troubles):
        told(page, live_server.url)
    assert troubles == []


def told(page: Page, url: str) -> None:
    month.enter(Mouse(page), url, month.COMPILER)
    page.goto(f"{url}/bao-cao/2022-01/")
    expect(page.locator("#checks .finding").first).to_be_visible()

    page.locator(".toc a[href='#s-advice']").click()
    page.get_by_label("Đoạn viết tay").fill("Ngoài ra, đã tiếp 03 đoàn.")
    page.get_by_label("Dòng, hoặc cả mục", exact=True).select_option("1")
    page.get_by_role("button", name="Lưu đoạn").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã lưu đoạn viết tay")

    text = page.locator(".own textarea").first
    text.press("Control+End")
    # An input method rewrites a word by sending Backspace.
    text.press_sequentially(" Khach")
    for _ in range(3):
        text.press("Backspace")
    text.press_sequentially("ách hài lòng.")
    expect(page.locator(".own .saved").first).to_contain_text(re.compile("Đã lưu [0-9:]+"))
    assert OwnText.objects.get().text == "Ngoài ra, đã tiếp 03 đoàn. Khách hài lòng."

    page.get_by_role("link", name="Tổng hợp lại").click()
    expect(page.get_by_text("Lời văn thay đổi")).to_be_visible()
    page.get_by_role("button", name="Tổng hợp").click()
    expect(page.locator(".paper")).to_contain_text("Khách hài lòng.")
