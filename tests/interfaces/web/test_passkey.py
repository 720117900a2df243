"""In a real browser: an administrator lets somebody in, who signs in by a passkey and loses nothing with a session."""

import os
import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect, sync_playwright

from sokhcn.config.settings import PASSWORD_HASHERS
from sokhcn.people.models import User
from tests.interfaces.web.office import SLUG, office
from tests.interfaces.web.test_walk import ARGS

PASSWORD = "mot-cau-that-dai"


def sign_in(page: Page) -> None:
    page.get_by_label("Tên đăng nhập").fill("nguyenvana")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_person_is_let_in_signs_in_by_passkey_and_loses_nothing(live_server, monkeypatch, settings):
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS  # the program's own
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    office()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        page = browser.new_context(locale="vi-VN").new_page()
        page.goto(live_server.url)
        page.get_by_role("button", name="Vào với vai Quản trị").click()
        page.goto(f"{live_server.url}/quan-tri/nguoi-dung/moi/")
        page.get_by_label("Tên đăng nhập").fill("nguyenvana")
        page.get_by_label("Họ và tên").fill("Nguyễn Văn A")
        page.keyboard.press("Control+s")
        link = page.get_by_label("Đường dẫn", exact=True).input_value()

        page = browser.new_context(locale="vi-VN").new_page()
        devtools = page.context.new_cdp_session(page)
        devtools.send("WebAuthn.enable")
        about = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
        about |= {"isUserVerified": True, "automaticPresenceSimulation": True}
        devtools.send("WebAuthn.addVirtualAuthenticator", {"options": about})
        page.goto(link)
        page.get_by_label("Mật khẩu mới", exact=True).fill(PASSWORD)
        page.get_by_label("Gõ lại mật khẩu mới").fill(PASSWORD)
        page.get_by_role("button", name="Đặt mật khẩu").click()
        sign_in(page)
        page.goto(f"{live_server.url}/tai-khoan/")
        page.get_by_role("link", name="Thêm khóa").click()
        page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Tiếp tục").click()
        page.get_by_role("button", name="Thêm khóa").click()
        expect(page.locator(".codes li")).to_have_count(10)

        page.get_by_role("button", name="Đăng xuất").click()
        page.get_by_role("button", name="Đăng nhập bằng khóa").click()
        expect(page.get_by_text("Nguyễn Văn A").first).to_be_visible()

        page.goto(f"{live_server.url}/so/{SLUG}/them/")
        page.get_by_label("Tên dự thảo").fill("Dự thảo viết lúc hết phiên")
        Session.objects.all().delete()
        page.get_by_role("button", name="Lưu", exact=True).click()
        sign_in(page)
        page.get_by_role("button", name="Dùng khóa đăng nhập").click()
        expect(page.get_by_role("definition").filter(has_text="Dự thảo viết lúc hết phiên")).to_be_visible()
        page.get_by_role("button", name="Gửi lại").click()
        expect(page.get_by_label("Tên dự thảo")).to_have_value("Dự thảo viết lúc hết phiên")
        browser.close()
    assert re.search("argon2", User.objects.get(username="nguyenvana").password)
