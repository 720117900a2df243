"""A walk through the pages in a real browser: a licence moves out of the window, and the report follows."""

import os
import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect, sync_playwright

from sokhcn.reports import catalogue
from tests.seed.compiled import january

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LICENCES = "radiation.licences"


@pytest.fixture
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN")
        yield context.new_page()
        browser.close()


@pytest.fixture
def office(db, monkeypatch):
    # Playwright runs a loop in this thread, and Django would refuse the database inside it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    january()


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_licence_of_the_15th_leaves_the_report_and_nearly_counts(office, live_server, page: Page):
    assert settings.DEMO
    troubles: list[str] = []
    page.on("console", lambda line: troubles.append(line.text) if line.type == "error" else None)

    page.goto(live_server.url)
    page.get_by_role("button", name="Vào với vai Người tổng hợp").click()
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()
    page.get_by_role("link", name="Mở báo cáo tháng 01/2022").click()
    figure = page.locator(f"a.fig[data-key='{LICENCES}']").first
    expect(figure).to_have_text("02")

    page.goto(f"{live_server.url}/so/giay-phep-buc-xa/?ky=2022-01")
    page.get_by_role("link", name=re.compile("Ninh Hải")).first.click()
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Ngày cấp", exact=True).fill("15/01/2022")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status")).to_contain_text("Đã lưu")

    page.goto(f"{live_server.url}/bao-cao/2022-01/")
    page.get_by_role("link", name="Tổng hợp lại").click()
    expect(page.get_by_role("row", name=re.compile(catalogue.indicator(LICENCES).label))).to_contain_text("0201")
    page.get_by_role("button", name="Tổng hợp").click()
    expect(figure).to_have_text("01")
    expect(page.get_by_text("Dự thảo 2", exact=True)).to_be_visible()

    figure.click()
    near = page.locator("#why .near li", has_text="Ninh Hải")
    expect(near).to_contain_text("sau kỳ")
    expect(near).to_contain_text("15/01/2022")
    near.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Thay đổi")).to_be_visible()
    expect(page.locator(".history")).to_contain_text("15/01/2022")
    assert troubles == []
