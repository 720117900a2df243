"""What a page does under one's hands: F2 opens a form, an old report takes keys at once, a lost server is told
and a form sent to it is kept."""

import pytest
from playwright.sync_api import Page, expect

from sokhcn.people.models import User
from sokhcn.reports.old_reports.bringing import bring
from tests.interfaces.web import month
from tests.interfaces.web.hands import Mouse, at_a_screen, browser, is_whole
from tests.interfaces.web.office import SLUG, document, office
from tests.interfaces.web.test_old_reports import REPORT


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_keys_and_a_lost_server(live_server):
    office()
    row, old = document("14-NQ/TU").pk, bring(REPORT.encode(), "cu.txt", by=User.objects.get(username="tonghop")).pk
    faults: list[str] = []
    with browser() as chromium, at_a_screen(chromium) as (page, _refused):
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        month.enter(Mouse(page), live_server.url, month.COMPILER)
        row_changed(page, f"{live_server.url}/so/{SLUG}/{row}/")
        page.goto(f"{live_server.url}/doc-bao-cao/{old}/")
        expect(page.locator(".offer[aria-current]")).to_be_focused()
        server_lost(page, f"{live_server.url}/so/{SLUG}/?tat-ca=1")
        form_kept(page, f"{live_server.url}/so/{SLUG}/{row}/?sua=1")
    assert faults == []


def row_changed(page: Page, address: str) -> None:
    page.goto(address)
    is_whole(page)
    page.keyboard.press("F2")
    page.get_by_label("Ghi chú", exact=True).fill("đã đọc")
    is_whole(page)
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status")).to_contain_text("Đã lưu")
    expect(page.locator("main dl")).to_contain_text(["14-NQ/TU", "đã đọc"])


def server_lost(page: Page, address: str) -> None:
    page.goto(address)
    is_whole(page)
    search = page.get_by_label("Tìm trong sổ, không cần dấu")
    page.route("**/so/**", lambda route: route.abort())
    search.fill("nghi")
    expect(page.get_by_role("alert")).to_contain_text("Mất kết nối với máy chủ")
    page.unroute("**/so/**")
    search.fill("nghi quyet")
    expect(page.get_by_role("alert")).to_have_count(0)


def form_kept(page: Page, address: str) -> None:
    page.goto(address)
    is_whole(page)
    note = page.get_by_label("Ghi chú", exact=True)
    note.fill("gõ lúc mất mạng")
    page.route("**/*", lambda route: route.abort())
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Mất kết nối với máy chủ")
    expect(note).to_have_value("gõ lúc mất mạng")
    page.unroute("**/*")
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.get_by_role("status")).to_contain_text("Đã lưu")
    expect(page.locator("main dl")).to_contain_text(["14-NQ/TU", "gõ lúc mất mạng"])
