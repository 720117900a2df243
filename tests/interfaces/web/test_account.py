"""What protects an account: a door that locks, a second step, sessions, a password set by a link; nothing is lost."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client

from sokhcn.people import passing
from sokhcn.people.models import User
from tests.interfaces.web.office import SLUG, at_the_door, office

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
PASSWORD = "mat-khau-rat-dai"


@pytest.fixture
def person() -> User:
    office()
    user = User.objects.get(username="chuyenvien")
    user.set_password(PASSWORD)
    user.save()
    return user


def signed_in(password: str = PASSWORD, client: Client | None = None, **more: str) -> tuple[Client, Any]:
    client = client or Client()
    return client, client.post("/dang-nhap/", {"username": "chuyenvien", "password": password, **more})


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(client: Client) -> str:
    """Turn the second step on; returns the secret."""
    assert client.get("/tai-khoan/ung-dung/")["Location"].startswith("/tai-khoan/xac-nhan/")
    client.post("/tai-khoan/xac-nhan/", {"password": PASSWORD})
    page = client.get("/tai-khoan/ung-dung/").text
    secret = re.search(r"<code>(\w+)</code>", page)[1]  # type: ignore[index]
    answer = client.post("/tai-khoan/ung-dung/", {"code": code_of(secret)})
    assert answer["Location"] == "/tai-khoan/ma-du-phong/"
    return secret


def test_five_wrong_passwords_lock_the_door_even_for_the_right_one(person):
    for _time in range(4):
        assert signed_in("sai")[1].status_code == 200
    assert signed_in("sai")[1].status_code == 429
    client, answer = signed_in()
    assert answer.status_code == 429
    assert "Chờ 15 phút" in answer.text
    assert client.get("/tai-khoan/").status_code == 302


def test_a_right_password_forgets_the_wrong_ones(person):
    for _round in range(2):
        for _time in range(4):
            signed_in("sai")
        assert signed_in()[1].status_code == 302


def test_a_second_step_is_asked_for_once_it_is_on(person):
    secret = with_app(signed_in()[0])
    client, answer = signed_in(next=f"/so/{SLUG}/")
    assert answer["Location"].startswith("/dang-nhap/buoc-hai/")
    assert client.get(f"/so/{SLUG}/").status_code == 302
    assert "Mã không đúng" in client.post("/dang-nhap/buoc-hai/", {"code": "000000"}).text
    Authenticator.objects.filter(type="totp").update(last_used_at=None)
    client.post("/dang-nhap/buoc-hai/", {"code": code_of(secret)})
    assert client.get(f"/so/{SLUG}/").status_code == 200


def test_recovery_codes_are_shown_once_and_each_opens_once(person):
    client = signed_in()[0]
    with_app(client)
    codes = re.findall(r"<code>(\d{8})</code>", client.get("/tai-khoan/ma-du-phong/").text)
    assert len(codes) == 10
    assert not re.findall(r"<code>(\d{8})</code>", client.get("/tai-khoan/ma-du-phong/").text)
    for works in (True, False):
        other = signed_in()[0]
        other.post("/dang-nhap/buoc-hai/", {"code": codes[0]})
        assert (other.get("/tai-khoan/").status_code == 200) is works


def test_a_passkey_page_offers_what_browsers_need(person):
    client = signed_in()[0]
    client.post("/tai-khoan/xac-nhan/", {"password": PASSWORD})
    page = client.get("/tai-khoan/khoa/")
    assert '"challenge"' in page.text
    assert client.post("/tai-khoan/khoa/", {"name": "x", "credential": "{}"}).status_code == 200
    assert not Authenticator.objects.filter(type="webauthn").exists()
    asked = Client().get("/dang-nhap/khoa/", headers={"accept": "application/json"}).json()
    assert asked["request_options"]["publicKey"]["challenge"]


def test_one_signs_out_everywhere_else(person):
    here, there = signed_in()[0], signed_in()[0]
    assert here.get("/tai-khoan/").text.count("<tr>") == 3
    here.post("/tai-khoan/phien/")
    assert here.get("/tai-khoan/").status_code == 200
    assert there.get("/tai-khoan/").status_code == 302


def test_a_new_password_ends_other_sessions_and_keeps_this_one(person):
    here, there = signed_in()[0], signed_in()[0]
    told = {"old_password": PASSWORD, "new_password1": "mot-cau-khac-han", "new_password2": "mot-cau-khac-han"}
    assert here.post("/tai-khoan/mat-khau/", told).status_code == 302
    assert here.get("/tai-khoan/").status_code == 200
    assert there.get("/tai-khoan/").status_code == 302


def test_a_weak_password_is_refused_at_its_field(person):
    told = {"old_password": PASSWORD, "new_password1": "ngan", "new_password2": "ngan"}
    page = signed_in()[0].post("/tai-khoan/mat-khau/", told).text
    assert 'id="id_new_password2-error"' in page
    assert "Mật khẩu quá ngắn: phải có ít nhất 10 ký tự." in page


def test_a_link_sets_a_password_once(person):
    link = "/".join(("/dang-nhap/mat-khau", *passing.link_for(person, by=person), ""))
    client = Client()
    form = client.get(link)["Location"]
    assert "tên đăng nhập chuyenvien" in client.get(form).text
    told = {"new_password1": "mot-cau-khac-han", "new_password2": "mot-cau-khac-han"}
    assert "Đăng nhập bằng tên chuyenvien" in client.post(form, told, follow=True).text
    assert signed_in("mot-cau-khac-han")[1].status_code == 302
    assert "đã dùng hoặc đã hết hạn" in Client().get(link).text


def test_a_form_sent_after_the_session_ended_comes_back(person):
    client = signed_in()[0]
    client.get(f"/so/{SLUG}/them/")
    client.cookies.pop("sessionid")
    sent = {"draft_title": "Dự thảo Kế hoạch chuyển đổi số", "paper.code": "12/KH-UBND"}
    answer = client.post(f"/so/{SLUG}/them/", sent)
    assert answer["Location"] == "/dang-nhap/?next=/gui-lai/"
    assert signed_in(client=client, next="/gui-lai/")[1]["Location"] == "/gui-lai/"
    page = client.get("/gui-lai/").text
    assert "Dự thảo Kế hoạch chuyển đổi số" in page
    assert f'action="/so/{SLUG}/them/"' in page
    client.post(f"/so/{SLUG}/them/", sent)
    assert client.get("/gui-lai/")["Location"] == "/"


def test_what_one_person_sent_is_not_shown_to_another(person):
    client = signed_in()[0]
    client.get("/tai-khoan/")
    client.cookies.pop("sessionid")
    client.post(f"/so/{SLUG}/them/", {"draft_title": "Riêng của tôi"})
    client.force_login(User.objects.get(username="truongdonvi"), backend="sokhcn.people.backends.Passwords")
    assert client.get("/gui-lai/")["Location"] == "/"


def test_htmx_is_led_to_the_door_and_back(person):
    answer = Client().get(
        "/so/don-vi/", headers={"hx-request": "true", "hx-current-url": "http://testserver/so/don-vi/?q=a"}
    )
    assert answer.status_code == 204
    assert answer["HX-Redirect"] == "/dang-nhap/?next=/so/don-vi/%3Fq%3Da"


def test_passwords_are_never_kept(person):
    client = signed_in()[0]
    client.get("/tai-khoan/")
    client.cookies.pop("sessionid")
    client.post("/tai-khoan/mat-khau/", {"old_password": PASSWORD, "new_password1": "x"})
    assert "sessionid" not in client.cookies


def test_strangers_leave_nothing_behind(person):
    client = Client()
    assert client.post(f"/so/{SLUG}/them/", {"draft_title": "x"})["Location"] == f"/dang-nhap/?next=/so/{SLUG}/them/"
    assert "sessionid" not in client.cookies


def test_a_passkey_is_offered_where_browsers_give_one(person):
    client = signed_in()[0]
    add = 'href="/tai-khoan/khoa/"'
    assert add in client.get("/tai-khoan/", headers={"host": "localhost:8000"}).text
    page = client.get("/tai-khoan/", headers={"host": "127.0.0.1:8000"}).text
    assert (add in page, "không cho dùng khóa" in page) == (False, True)


def test_an_account_without_a_password_is_offered_no_second_step(settings):
    settings.DEMO = True
    office()
    page = at_the_door("chuyenvien").get("/tai-khoan/").text
    assert "không cần mật khẩu" in page
    assert "/tai-khoan/ung-dung/" not in page
