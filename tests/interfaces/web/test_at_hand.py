"""What a page does under one's hands: F2 opens a form, an old report takes keys at once, a lost server is told."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from sokhcn.people.models import User
from sokhcn.reports.old_reports.bringing import bring
from tests.interfaces.web.office import SLUG, document, office
from tests.interfaces.web.test_old_reports import REPORT
from tests.interfaces.web.test_walk import ARGS


@pytest.fixture
def page(db, monkeypatch):
    # Playwright runs a loop in this thread, and Django would refuse the database inside it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    office()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        yield browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN").new_page()
        browser.close()


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_keys_and_a_lost_server(page, live_server):
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    row, old = document("14-NQ/TU").pk, bring(REPORT.encode(), "cu.txt", by=User.objects.get(username="tonghop"))
    page.goto(live_server.url)
    page.get_by_role("button", name="Vào với vai Người tổng hợp").click()
    expect(page.get_by_role("heading", name="Việc của tôi")).to_be_visible()

    page.goto(f"{live_server.url}/so/{SLUG}/{row}/")
    page.keyboard.press("F2")
    page.get_by_label("Ghi chú", exact=True).fill("đã đọc")
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status")).to_contain_text("Đã lưu")
    expect(page.locator("main dl")).to_contain_text(["14-NQ/TU", "đã đọc"])

    page.goto(f"{live_server.url}/doc-bao-cao/{old.pk}/")
    expect(page.locator(".offer[aria-current]")).to_be_focused()

    page.goto(f"{live_server.url}/so/{SLUG}/?tat-ca=1")
    search = page.get_by_label("Tìm trong sổ, không cần dấu")
    page.route("**/so/**", lambda route: route.abort())
    search.fill("nghi")
    expect(page.get_by_role("alert")).to_contain_text("Mất kết nối với máy chủ")
    page.unroute("**/so/**")
    search.fill("nghi quyet")
    expect(page.get_by_role("alert")).to_have_count(0)
    assert faults == []
