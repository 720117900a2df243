"""Who comes in, and how; and what every answer carries."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from sokhcn.people.models import User
from tests.interfaces.web.office import at_the_door, office

pytestmark = pytest.mark.django_db


def test_a_stranger_is_sent_to_the_door():
    answer = Client().get("/so/van-ban-tham-muu/")
    assert answer.status_code == 302
    assert answer["Location"] == "/dang-nhap/?next=/so/van-ban-tham-muu/"


def test_a_demonstration_lets_people_in_by_role(settings):
    settings.DEMO = True
    office()
    client = Client()
    assert "Vào với vai Người tổng hợp" in client.get("/dang-nhap/").text
    assert client.post("/dang-nhap/vai/", {"login": "tonghop"})["Location"] == "/"
    assert client.get("/so/van-ban-tham-muu/").status_code == 200


def test_production_has_no_entry_by_role(settings):
    settings.DEMO = False
    office()
    client = Client()
    assert "Vào với vai" not in client.get("/dang-nhap/").text
    assert client.post("/dang-nhap/vai/", {"login": "tonghop"}).status_code == 404


@pytest.mark.parametrize("login", ["", "root", "khac"])
def test_entry_by_role_knows_the_demonstrations_people_only(settings, login):
    settings.DEMO = True
    office()
    User.objects.create_user("khac", password="mat-khau-rat-dai")
    assert Client().post("/dang-nhap/vai/", {"login": login}).status_code == 404


def test_entry_by_role_needs_the_forms_token(settings):
    settings.DEMO = True
    office()
    assert Client(enforce_csrf_checks=True).post("/dang-nhap/vai/", {"login": "tonghop"}).status_code == 403


def test_a_wrong_password_is_said_in_words():
    office()
    answer = Client().post("/dang-nhap/", {"username": "tonghop", "password": "sai"})
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in answer.text


def test_logging_out_is_a_post():
    office()
    client = at_the_door()
    assert client.get("/dang-xuat/").status_code == 405
    client.post("/dang-xuat/")
    assert isinstance(client.get("/dang-nhap/").wsgi_request.user, AnonymousUser)


def test_who_logs_out_leaves_no_page_behind():
    office()
    assert at_the_door().post("/dang-xuat/")["Clear-Site-Data"] == '"cache"'


def test_every_answer_forbids_what_is_not_ours():
    policy = Client().get("/dang-nhap/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy


def test_pages_carry_no_script_or_style_of_their_own():
    office()
    page = at_the_door().get("/so/van-ban-tham-muu/").text
    assert "<style" not in page
    assert " style=" not in page
    assert " onclick=" not in page


def test_the_theme_is_kept_and_set_by_the_server():
    office()
    client = at_the_door()
    assert "data-theme=" not in client.get("/so/don-vi/").text
    assert client.post("/giao-dien/", {"theme": "dark", "next": "/so/don-vi/"})["Location"] == "/so/don-vi/"
    assert 'data-theme="dark"' in client.get("/so/don-vi/").text


def test_switching_the_theme_leads_nowhere_else():
    assert Client().post("/giao-dien/", {"theme": "dark", "next": "https://example.org/"})["Location"] == "/"


def test_the_first_page_is_a_register_until_there_is_a_report():
    office()
    assert "Việc của tôi" in at_the_door().get("/").text


def test_an_english_browser_still_gets_vietnamese():
    page = Client().get("/dang-nhap/", headers={"accept-language": "en-US,en"})
    assert 'lang="vi"' in page.text
    assert "Đăng nhập" in page.text


def test_who_asks_for_english_gets_it():
    office()
    client = at_the_door()
    client.post("/ngon-ngu/", {"language": "en", "next": "/so/don-vi/"})
    assert client.cookies["django_language"].value == "en"
    assert 'lang="en"' in client.get("/so/don-vi/").text
