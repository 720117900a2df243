"""What administrators do on the pages: people, the history of some days, verification and backups as long work."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sokhcn.interfaces.web import files
from sokhcn.people.models import AccountEvent, Appointment, Role, User
from sokhcn.records.errands import Errand
from sokhcn.reports import rendering, tasks
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import at_the_door, office

pytestmark = [pytest.mark.django_db, pytest.mark.on("sqlite", "postgresql")]
NEW = {
    "login": "nguyenvana",
    "name": "Nguyễn Văn A",
    "role": "specialist",
    "reach": "agency",
    "unit": "",
    "is_active": "on",
}


def page_of(user: str, **changed: str) -> tuple[Client, str, dict[str, str]]:
    client, person = at_the_door("quantri"), User.objects.get(username=user)
    said = {
        "name": person.first_name,
        "role": person.role,
        "reach": person.reach,
        "unit": "",
        "is_active": "on",
        **changed,
    }
    return client, f"/quan-tri/nguoi-dung/{person.pk}/", said


@pytest.mark.parametrize("login", ["chuyenvien", "tonghop", "lanhdao", "vanthu"])
def test_only_administrators_see_people_and_backups(login):
    office()
    client = at_the_door(login)
    for place in ("nguoi-dung/", "nguoi-dung/moi/", "sao-luu/", "sao-luu/sao-luu-20220101-010101.zip"):
        assert client.get(f"/quan-tri/{place}").status_code == 403
    for place in ("nguoi-dung/1/duong-dan/", "nguoi-dung/1/giup/", "sao-luu/lam/"):
        assert client.post(f"/quan-tri/{place}").status_code in (403, 404)
    assert (client.get("/quan-tri/nhat-ky/").status_code == 200) is (login == "lanhdao")


def test_a_new_person_gets_a_link_and_is_told_in_history():
    office()
    page = at_the_door("quantri").post("/quan-tri/nguoi-dung/moi/", NEW).text
    link = re.search(r'value="http://testserver(/dang-nhap/mat-khau/[^"]+)"', page)[1]  # type: ignore[index]
    assert Appointment.objects.filter(login="nguyenvana", role=Role.SPECIALIST).count() == 1
    assert AccountEvent.objects.get().what == "link"
    client = Client()
    told = {"new_password1": "mot-cau-that-dai", "new_password2": "mot-cau-that-dai"}
    client.post(client.get(link)["Location"], told)
    assert client.post("/dang-nhap/", {"username": "nguyenvana", "password": "mot-cau-that-dai"}).status_code == 302


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"login": "có dấu cách"}, "Tên đăng nhập chỉ gồm"),
        ({"login": "tonghop"}, "Đã có người dùng “tonghop”"),
        ({"name": " "}, "Ghi ô này."),
        ({"reach": "unit"}, "cần một đơn vị"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(changed, said):
    office()
    answer = at_the_door("quantri").post("/quan-tri/nguoi-dung/moi/", {**NEW, **changed})
    assert answer.status_code == 422
    assert said in answer.text
    assert "Nguyễn Văn A" in answer.text or "name" in changed


def test_the_last_administrator_stays_one():
    office()
    client, place, said = page_of("quantri", role="clerk")
    assert "là quản trị cuối cùng" in client.post(place, said).text
    assert User.objects.get(username="quantri").role == Role.ADMINISTRATOR


def test_a_person_of_another_agency_is_not_there():
    office()
    User.objects.filter(username="vanthu").update(agency=None)
    client, place, said = page_of("vanthu")
    assert client.get(place).status_code == 404
    assert client.post(place, said).status_code == 404


def test_whoever_is_disabled_is_out_at_once():
    office()
    door = at_the_door("chuyenvien")
    client, place, said = page_of("chuyenvien")
    del said["is_active"]
    assert client.post(place, said)["Location"] == "/quan-tri/nguoi-dung/"
    assert door.get("/so/don-vi/").status_code == 302


def test_an_administrator_opens_a_locked_door(settings):
    office()
    for _time in range(5):
        last = Client().post("/dang-nhap/", {"username": "chuyenvien", "password": "sai"})
    assert last.status_code == 429
    client, place, _said = page_of("chuyenvien")
    assert "Đang khóa" in client.get(place).text
    assert client.post(f"{place}giup/", {"lam": "mo-khoa"}).status_code == 302
    assert "Không bị khóa" in client.get(place).text
    assert Client().post("/dang-nhap/", {"username": "chuyenvien", "password": "sai"}).status_code == 200


def test_changes_of_the_days_are_said_in_sentences():
    office()
    client = at_the_door("quantri")
    page = client.get("/quan-tri/nhat-ky/?so=van-ban-tham-muu")
    assert "Quyết định" in page.text
    moments = [change.at for change, _fields in page.context["changes"]]
    assert moments == sorted(moments, reverse=True)
    assert client.get("/quan-tri/nhat-ky/?tu=32/01/2022").status_code == 422
    assert "Không có thay đổi nào" in client.get("/quan-tri/nhat-ky/?tu=01/01/2020&den=02/01/2020").text
    client.cookies["django_language"] = "en"
    said = client.get("/quan-tri/nhat-ky/?so=van-ban-tham-muu").text
    assert ("Condition:</span>" in said or "State:</span>" in said, "Tình trạng:</span>" in said) == (True, False)


def test_verifying_is_long_work_whose_result_stands_on_the_page():
    office()
    client = at_the_door("quantri")
    place = client.post("/quan-tri/nhat-ky/soat/")["Location"]
    assert "Đang chờ" in client.get(place).text
    tasks.run()
    assert "Không có chỗ nào bị sửa" in client.get("/quan-tri/nhat-ky/").text
    assert at_the_door("chuyenvien").get(place).status_code == 404


def test_a_backup_is_made_and_taken_away(settings, tmp_path):
    settings.VAR = tmp_path
    office()
    client = at_the_door("quantri")
    assert "Chưa có bản sao lưu nào" in client.get("/quan-tri/sao-luu/").text
    name = "sao-luu-20220114-170000.zip"
    (tmp_path / "sao-luu").mkdir()
    (tmp_path / "sao-luu" / name).write_bytes(b"zip")
    (tmp_path / "sao-luu" / "khac.txt").write_bytes(b"")
    page = client.get("/quan-tri/sao-luu/").text
    assert name in page
    assert "khac.txt" not in page
    assert b"".join(client.get(f"/quan-tri/sao-luu/{name}").streaming_content) == b"zip"
    assert client.get("/quan-tri/sao-luu/khac.txt").status_code == 404
    client.post("/quan-tri/sao-luu/lam/")
    assert Errand.objects.get().kind == tasks.BACKUP


def test_a_year_is_compiled_as_long_work_that_leads_to_its_report():
    office()
    client = at_the_door()
    place = client.post("/bao-cao/2022/tong-hop/")["Location"]
    assert 'hx-trigger="every 2s"' in client.get(place).text
    tasks.run()
    assert client.get(place)["Location"] == "/bao-cao/2022/?du-thao=1"
    assert client.get("/bao-cao/2022/?du-thao=1").status_code == 200


def test_the_files_of_a_year_are_made_as_long_work_and_then_lie_ready(settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setattr(rendering, "FORMS", ("txt", "json"))
    agency = office()
    compile_report(the_period("2022"), agency, by=User.objects.get(username="tonghop"))
    client = at_the_door()
    assert "Làm các tệp" in client.get("/bao-cao/2022/tep/").text
    place = client.post("/bao-cao/2022/tep/lam/?du-thao=1")["Location"]
    assert "Đang làm các tệp" in client.get("/bao-cao/2022/tep/").text
    tasks.run()
    assert client.get(place)["Location"] == "/bao-cao/2022/tep/?du-thao=1"
    page = client.get("/bao-cao/2022/tep/").text
    assert "bao-cao-2022.txt" in page
    assert "Làm các tệp" not in page
    monkeypatch.setattr(files, "export", None)  # nothing is made again
    assert client.get("/bao-cao/2022/tep/txt/").status_code == 200


def test_what_is_told_inside_a_transaction_is_seen_while_it_goes_on():
    office()
    errand = tasks.ask(tasks.BACKUP, User.objects.get(username="quantri"))
    Errand.objects.update(state="running", tries=1)
    errand.refresh_from_db()
    tasks.Work(errand, User.objects.get(username="quantri")).watch("Đọc và ghi từng dòng của tệp", 3, 4)
    page = at_the_door("quantri").get(f"/viec/{errand.pk}/").text
    assert "Đọc và ghi từng dòng của tệp: 3/4" in page
    assert 'value="75"' in page


def test_long_work_that_cannot_be_done_says_why():
    office()
    errand = tasks.ask(
        tasks.COMPILE, User.objects.get(username="tonghop"), period="2022", addressee="khong-co", seen=""
    )
    tasks.run()
    errand.refresh_from_db()
    assert errand.state == "failed"
    assert "khong-co" in errand.trouble


def test_a_large_file_is_taken_in_as_long_work(settings, tmp_path, monkeypatch):
    settings.VAR = tmp_path
    monkeypatch.setattr(tasks, "LARGE", 10)
    office()
    client = at_the_door()
    pasted = "Mã\tTên\tTên gọi tắt\tCơ quan\nQLKH\tPhòng Quản lý khoa học\tP.QLKH\tS\n"
    place = client.post("/so/don-vi/nhap/", {"dan": pasted, "lam": "ghi"})["Location"]
    tasks.run()
    page = client.get(place).text
    assert ("thêm 1 dòng" in page, "Nhập phần dán" in page, "Mở sổ" in page) == (True, True, True)
    assert "Quản lý khoa học" in client.get("/so/don-vi/").text
    wrong = client.post("/so/don-vi/nhap/", {"dan": "Mã\tTên\n\tThiếu mã\n", "lam": "ghi"})["Location"]
    tasks.run()
    assert "Chưa ghi gì" in client.get(wrong).text


def queries(client: Client, place: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(place).status_code == 200
    return len(asked)


def test_pages_ask_no_more_for_more_rows():
    agency = office()
    client = at_the_door("quantri")
    places = ("/quan-tri/nguoi-dung/", "/viec/")
    client.get("/viec/")  # the session learns which period one works on
    before = [queries(client, place) for place in places]
    for number in range(10):
        User.objects.create_user(f"them{number}", agency=agency)
        Errand.objects.create(kind="backup", login="quantri", agency=agency.pk, asked_at=timezone.now())
    assert [queries(client, place) for place in places] == before
    assert max(before) <= 8
