"""A chapter written in the browser: an officer opens it beside the page, types, and the text is in the next draft."""

import os
import re

import pytest
from playwright.sync_api import expect, sync_playwright

from sokhcn.people.models import User
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import OwnText
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import office
from tests.interfaces.web.test_walk import ARGS


@pytest.fixture
def page(db, monkeypatch):
    # Playwright runs a loop in this thread, and Django would refuse the database inside it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    agency = office()
    compile_report(the_period("2022-01"), agency, by=User.objects.get(username="tonghop"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        yield browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN").new_page()
        browser.close()


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_text_typed_beside_the_page_is_saved_as_it_is_typed_and_compiled(page, live_server):
    troubles: list[str] = []
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)
    page.goto(live_server.url)
    page.get_by_role("button", name="Vào với vai Người tổng hợp").click()
    page.goto(f"{live_server.url}/bao-cao/2022-01/")
    expect(page.locator("#checks .finding").first).to_be_visible()

    page.locator(".toc a[href='#s-advice']").click()
    page.get_by_label("Đoạn viết tay").fill("Ngoài ra, đã tiếp 03 đoàn.")
    page.get_by_label("Dòng", exact=True).select_option("1")
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
    assert troubles == []
