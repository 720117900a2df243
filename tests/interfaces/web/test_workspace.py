"""The workspace of a report: chapters and their owners, own text, overrides, the proof-reader's cards."""

import re

import pytest

from sokhcn.people.models import User
from sokhcn.reports.checking import check_edition
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Confirmation, Edition, Override, OwnText, Waiver
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import at_the_door, office
from tests.reports.sections.handled import head_of, owned

pytestmark = pytest.mark.django_db
PAGE = "/bao-cao/2022-01/"
CHAPTER = f"{PAGE}muc/advice/"


@pytest.fixture
def client():
    agency = office()
    by = User.objects.get(username="tonghop")
    head_of(owned(agency, by))
    compile_report(the_period("2022-01"), agency, by=by)
    return at_the_door()


def compiled() -> Edition:
    by = User.objects.select_related("agency").get(username="tonghop")
    return compile_report(the_period("2022-01"), by.agency, by=by).edition


def write(client, text: str = "Ngoài ra, đã tiếp 03 đoàn.", **more: str):
    return client.post(f"{CHAPTER}viet/", {"cho": "after", "dong": "1", "doan": text, **more}, follow=True)


def test_the_outline_says_whose_a_chapter_is_and_how_it_stands(client):
    page = client.get(PAGE).text
    assert "0 trên 1 đã xác nhận" in page
    assert "P.QLKH" in page
    assert "Chờ xác nhận" in page
    head = at_the_door("truongphong")
    assert "Đã xác nhận mục" in head.post(f"{CHAPTER}xac-nhan/", follow=True).text
    assert "1 trên 1 đã xác nhận" in client.get(PAGE).text
    assert "Đã trả lại mục" in client.post(f"{CHAPTER}tra-lai/", {"ly-do": "thiếu công văn"}, follow=True).text
    assert "thiếu công văn" in client.get(CHAPTER).text


def test_who_may_not_is_told_who_may_and_nothing_is_written(client):
    answer = client.post(f"{CHAPTER}xac-nhan/")
    assert answer.status_code == 422
    assert "Chỉ trưởng đơn vị chủ trì được xác nhận mục" in answer.text
    assert "Xác nhận mục" not in client.get(CHAPTER).text
    answer = client.post(f"{CHAPTER}tra-lai/", {"ly-do": " "})
    assert "phải có lý do" in answer.text
    assert at_the_door("lanhdao").post(f"{CHAPTER}viet/", {"doan": "Chữ."}).status_code == 422
    assert (Confirmation.objects.count(), OwnText.objects.count()) == (0, 0)


def test_own_text_waits_beside_the_page_until_it_is_compiled(client):
    assert "tổng hợp lại để đưa vào trang" in write(client).text
    page = client.get(CHAPTER).text
    assert "chưa vào trang" in page
    assert "Sau dòng 1" in page
    compiled()
    assert "Ngoài ra, đã tiếp 03 đoàn." in client.get(PAGE).text
    assert "chưa vào trang" not in client.get(CHAPTER).text
    client.post(f"{CHAPTER}bo/", {"so": str(OwnText.objects.get().pk)})
    assert "1 đoạn đã bỏ vẫn còn trên trang" in client.get(CHAPTER).text


def test_what_was_typed_stays_where_it_is_not_taken(client):
    answer = write(client, "Có {{ advice.isued }} văn bản.")
    assert answer.status_code == 422
    assert "Có {{ advice.isued }} văn bản." in answer.text


def test_two_officers_in_one_text_lose_nothing(client):
    write(client)
    row = OwnText.objects.get()
    address, htmx = f"{CHAPTER}doan/{row.pk}/", {"hx-request": "true"}
    saved = client.post(address, {"doan": "Của người thứ nhất.", "version": str(row.version)}, headers=htmx)
    assert "Đã lưu" in saved.text
    late = at_the_door("truongphong").post(
        address, {"doan": "Của người sau.", "version": str(row.version)}, headers=htmx
    )
    assert "vừa sửa đoạn này" in late.text
    assert "Của người thứ nhất." in late.text
    assert OwnText.objects.get().text == "Của người thứ nhất."
    version = re.search(r'name="version"\s+value="(\d+)"', late.text)[1]
    client.post(address, {"doan": "Của cả hai.", "version": version}, headers=htmx)
    assert OwnText.objects.get().text == "Của cả hai."
    row.refresh_from_db()
    client.post(f"{CHAPTER}bo/", {"so": str(row.pk)})
    assert "vừa bị bỏ" in client.post(address, {"doan": "Muộn.", "version": "9"}, headers=htmx).text


def test_an_override_is_framed_with_its_reason_and_taken_back(client):
    why = f"{PAGE}vi-sao/advice.issued/"
    for told, sentence in (({"so-in": "5"}, "phải có lý do"), ({"so-in": "năm", "ly-do": "x"}, "Không hiểu số “năm”")):
        refused = client.post(f"{why}ghi-de/", {"muc": "advice", **told})
        assert refused.status_code == 422
        assert sentence in refused.text
    client.post(f"{why}ghi-de/", {"so-in": "5", "ly-do": "thiếu phiếu giấy", "muc": "advice"})
    assert "Ghi đè 05 thay cho 02" in client.get(why).text
    compiled()
    page = client.get(PAGE).text
    assert 'class="fig over"' in page
    assert "1 số ghi đè" in page
    client.post(f"{why}ghi-de/", {"thoi": str(Override.objects.get().pk)})
    assert "Ghi đè 05" not in client.get(why).text
    assert "Ghi đè số này" not in at_the_door("lanhdao").get(why).text


def test_a_card_says_what_is_wrong_and_where_and_a_reason_lets_it_stand(client):
    page = client.get(f"{PAGE}kiem-tra/").text
    checked = check_edition(Edition.objects.get(), User.objects.get(username="tonghop").agency)
    number = checked.numbers[0]
    assert f'id="f-{number}"' in page
    assert "<mark>" in page
    part = client.get(f"{PAGE}kiem-tra/", headers={"hx-request": "true"}).text
    assert 'id="check-count"' in part
    assert "<html" not in part
    refused = client.post(f"{PAGE}kiem-tra/bo-qua/", {"so": str(number), "ly-do": ""})
    assert refused.status_code == 422
    assert "phải có lý do" in refused.text
    assert at_the_door("lanhdao").post(f"{PAGE}kiem-tra/bo-qua/", {"so": "1", "ly-do": "x"}).status_code == 403
    client.post(f"{PAGE}kiem-tra/bo-qua/", {"so": str(number), "ly-do": "đúng như thế"})
    assert Waiver.objects.get().reason == "đúng như thế"
    assert "1 phát hiện đã bỏ qua" in client.get(f"{PAGE}kiem-tra/").text
    client.post(f"{PAGE}kiem-tra/bo-qua/", {"so": str(number), "ly-do": "xem lại", "rut-lai": "1"})
    assert "phát hiện đã bỏ qua" not in client.get(f"{PAGE}kiem-tra/").text


def test_chapters_and_reports_that_are_not_there_are_404(client):
    assert client.get(f"{PAGE}muc/khong-co/").status_code == 404
    assert client.post(f"{CHAPTER}pha/").status_code == 404
    for place in ("muc/advice/", "kiem-tra/", "so-sanh/", "nhan-lai/"):
        assert client.get(f"/bao-cao/2022-02/{place}").status_code == 404


def test_the_page_asks_as_much_whatever_is_written(client, django_assert_num_queries):
    client.get(PAGE)
    with django_assert_num_queries(16):
        client.get(PAGE)
    for n in "1234":
        write(client, f"Đoạn {n}.")
    compiled()
    with django_assert_num_queries(16):
        client.get(PAGE)
