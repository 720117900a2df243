"""What surrounds a report: last plan's tasks, closing registers, the Word file back, comparing editions."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sokhcn.people.models import User
from sokhcn.records.models import Agency, Closing
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.exporting import export
from sokhcn.reports.models import Answer, Commitment, Edition, Override
from sokhcn.reports.periods import the_period
from tests.formats.docx import word_variants as word
from tests.interfaces.web.office import SLUG, at_the_door, document, form_of, office
from tests.rows import write

pytestmark = pytest.mark.django_db
PAGE = "/bao-cao/2022-01/"
CLOSING = "/chot-so/2022-01/"
TASKS = "/bao-cao/2022-02/nhiem-vu-ky-truoc/"


@pytest.fixture
def client():
    compile_report(the_period("2022-01"), office(), by=User.objects.get(username="tonghop"))
    return at_the_door()


def brought(client, *edits: word.Edit):
    data = export(Edition.objects.get(), "docx").data
    for edit in edits:
        data = word.edited(data, edit)
    return client.post(f"{PAGE}nhan-lai/", {"tep": SimpleUploadedFile("sua.docx", data)})


def test_an_untouched_file_asks_for_nothing_and_what_is_no_word_file_says_so(client):
    assert "Không có gì để nhận." in brought(client).text
    answer = client.post(f"{PAGE}nhan-lai/", {"tep": SimpleUploadedFile("a.docx", b"khong phai")})
    assert answer.status_code == 422
    assert client.post(f"{PAGE}nhan-lai/", {}).status_code == 422


def test_a_retyped_figure_is_resolved_before_anything_is_taken(client):
    page = brought(client, word.retype("num:advice.issued", "05"))
    assert "<del>02</del> <ins>05</ins>" in page.text
    told = {"giu": page.context["token"], "nhan": "1"}
    refused = client.post(f"{PAGE}nhan-lai/", told)
    assert refused.status_code == 422
    assert "chưa được giải quyết" in refused.text
    client.post(f"{PAGE}nhan-lai/", {**told, "cach-1": "override", "ly-do-1": "thiếu phiếu"})
    assert Override.objects.get().reason == "thiếu phiếu"


def test_editions_are_compared_in_figures_and_words_and_as_a_word_file(client):
    assert "Chưa có bản nào để so" in client.get(f"{PAGE}so-sanh/").text
    client.post(f"/so/{SLUG}/{document('14-NQ/TU').pk}/", form_of(document("14-NQ/TU"), paper__issued_on="15/01/2022"))
    client.post(f"{PAGE}tong-hop/")
    page = client.get(f"{PAGE}so-sanh/").text
    assert "tháng 01/2022, dự thảo 2 so với tháng 01/2022, dự thảo 1" in page
    assert "<del>" in page
    assert client.get(f"{PAGE}so-sanh/", {"tep": "docx"}).content.startswith(b"PK")
    assert client.get(f"{PAGE}so-sanh/", {"voi": "2021-03/1"}).status_code == 404


def test_what_will_change_names_the_rows_that_came_and_went(client):
    client.post(f"/so/{SLUG}/{document('14-NQ/TU').pk}/", form_of(document("14-NQ/TU"), paper__issued_on="15/01/2022"))
    page = client.get(f"{PAGE}tong-hop/").text
    assert "bớt" in page
    assert "Lời văn thay đổi" in page


def test_each_task_of_the_last_plan_is_answered(client):
    about = {"agency": Agency.objects.get(), "recorded_on": date(2022, 1, 14), "period_code": "2022-01"}
    write(Commitment(**about, place="1", text="Thực hiện {{ papers['14-NQ/TU'] }}."))
    assert "Thực hiện 14-NQ/TU." in client.get(TASKS).text
    for result, why in (("", "Chọn một kết quả"), ("dropped", "phải có lý do")):
        refused = client.post(f"{TASKS}tra-loi/", {"so": "1", "ket-qua": result})
        assert refused.status_code == 422
        assert why in refused.text
        assert "--reason" not in refused.text
    client.post(f"{TASKS}tra-loi/", {"so": "1", "ket-qua": "carried", "ly-do": "chờ kinh phí"})
    assert Answer.objects.get().result == "carried"
    assert Commitment.objects.filter(period_code="2022-02").count() == 1
    assert "Trả lời</button>" not in at_the_door("lanhdao").get(TASKS).text


def test_a_register_is_closed_and_opened_again_from_its_cell(client):
    page = client.get(CLOSING, {"so": SLUG, "don-vi": ""}).text
    assert "Chốt sổ</button>" in page.replace("\n", "")
    cell = {"so": SLUG, "don-vi": ""}
    refused = client.post(f"{CLOSING}viec/", {**cell, "lam": "khong"})
    assert refused.status_code == 422
    assert "Không ký “không phát sinh” được" in refused.text
    client.post(f"{CLOSING}viec/", {**cell, "lam": "chot"})
    assert "có số liệu" in client.get(CLOSING).text
    refused = client.post(f"{CLOSING}viec/", {**cell, "lam": "mo", "den": "2099-01-01T10:00"})
    assert "phải có lý do" in refused.text
    client.post(f"{CLOSING}viec/", {**cell, "lam": "mo", "den": "2099-01-01T10:00", "ly-do": "văn bản đến muộn"})
    assert Closing.objects.get().opened_because == "văn bản đến muộn"
    assert "đang mở lại" in client.get(CLOSING).text


def test_only_the_compiler_locks_a_period(client):
    head = at_the_door("truongdonvi")
    assert "Khóa sổ cả kỳ" not in head.get(CLOSING).text
    assert head.post(f"{CLOSING}viec/", {"lam": "khoa"}).status_code == 422
    client.post(f"{CLOSING}viec/", {"lam": "khoa"})
    assert "đã khóa cả kỳ" in client.get(CLOSING).text


def test_the_matrix_asks_a_query_a_register_whatever_is_in_them(client, django_assert_max_num_queries):
    client.get(CLOSING)  # the frame asks some things once a day
    with django_assert_max_num_queries(66):
        client.get(CLOSING)
