"""A walk through the pages in a real browser: a licence moves out of the window, and the report follows."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from sokhcn.reports import catalogue
from tests.interfaces.web import month
from tests.interfaces.web.hands import Mouse, at_a_screen, browser, is_whole
from tests.seed.compiled import january

LICENCES = "radiation.licences"


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_licence_of_the_15th_leaves_the_report_and_nearly_counts(live_server):
    assert settings.DEMO
    january()
    with browser() as chromium, at_a_screen(chromium) as (page, troubles):
        walked(page, live_server.url)
    assert troubles == []


def walked(page: Page, url: str) -> None:
    month.enter(Mouse(page), url, month.COMPILER)
    page.get_by_role("link", name="Mở báo cáo tháng 01/2022").click()
    figure = page.locator(f"a.fig[data-key='{LICENCES}']").first
    expect(figure).to_have_text("02")

    page.goto(f"{url}/so/giay-phep-buc-xa/?ky=2022-01")
    page.get_by_role("link", name=re.compile("Ninh Hải")).first.click()
    page.get_by_role("link", name="Sửa", exact=True).click()
    page.get_by_label("Ngày cấp", exact=True).fill("15/01/2022")
    is_whole(page)
    page.keyboard.press("Control+s")
    expect(page.get_by_role("status")).to_contain_text("Đã lưu")

    page.goto(f"{url}/bao-cao/2022-01/")
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
