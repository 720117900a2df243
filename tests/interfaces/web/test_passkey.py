"""In a real browser: an administrator lets somebody in, who signs in by a passkey and loses nothing with a session."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Page, expect

from sokhcn.config.settings import PASSWORD_HASHERS
from sokhcn.people.models import User
from tests.interfaces.web import month
from tests.interfaces.web.hands import Mouse, at_a_screen, browser
from tests.interfaces.web.office import SLUG, office

PASSWORD = "mot-cau-that-dai"


def sign_in(page: Page) -> None:
    page.get_by_label("Tên đăng nhập").fill("nguyenvana")
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()


@pytest.mark.needs("chromium")
@pytest.mark.django_db(transaction=True)
def test_a_person_is_let_in_signs_in_by_passkey_and_loses_nothing(live_server, settings):
    settings.PASSWORD_HASHERS = PASSWORD_HASHERS  # the program's own
    office()
    with browser() as chromium:
        with at_a_screen(chromium) as (page, _troubles):
            link = let_in(page, live_server.url)
        with at_a_screen(chromium) as (page, _troubles):
            told(page, live_server.url, link)
    assert re.search("argon2", User.objects.get(username="nguyenvana").password)


def let_in(page: Page, url: str) -> str:
    """What the administrator does; gives the link for the new person."""
    month.enter(Mouse(page), url, month.ADMINISTRATOR)
    page.goto(f"{url}/quan-tri/nguoi-dung/moi/")
    page.get_by_label("Tên đăng nhập").fill("nguyenvana")
    page.get_by_label("Họ và tên").fill("Nguyễn Văn A")
    page.keyboard.press("Control+s")
    return page.get_by_label("Đường dẫn", exact=True).input_value()


def told(page: Page, url: str, link: str) -> None:
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
    expect(page.get_by_role("heading", name="Việc của tôi", level=1)).to_be_visible()
    page.goto(f"{url}/tai-khoan/")
    page.get_by_role("link", name="Thêm khóa").click()
    page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Tiếp tục").click()
    by_script(page, "Thêm khóa")
    expect(page.locator(".codes li")).to_have_count(10)

    page.get_by_role("button", name="Đăng xuất").click()
    by_script(page, "Đăng nhập bằng khóa")
    expect(page.get_by_text("Nguyễn Văn A").first).to_be_visible()

    page.goto(f"{url}/so/{SLUG}/them/")
    page.get_by_label("Tên dự thảo").fill("Dự thảo viết lúc hết phiên")
    Session.objects.all().delete()
    page.get_by_role("button", name="Lưu", exact=True).click()
    sign_in(page)
    by_script(page, "Dùng khóa đăng nhập")
    expect(page.get_by_role("definition").filter(has_text="Dự thảo viết lúc hết phiên")).to_be_visible()
    page.get_by_role("button", name="Gửi lại").click()
    expect(page.get_by_label("Tên dự thảo")).to_have_value("Dự thảo viết lúc hết phiên")


def by_script(page: Page, name: str) -> None:
    """Push a button that does nothing before the page's script has begun."""
    button = page.get_by_role("button", name=name)
    expect(button).to_be_visible()
    page.wait_for_load_state()
    button.click()
