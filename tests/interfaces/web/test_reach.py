"""A row of another unit is no page to somebody who reaches their own unit only, at no address; and nobody counts it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sokhcn.areas.metrology.models import Verifier
from sokhcn.areas.programme.models import KeyTask
from sokhcn.areas.radiation.models import WorkerCertificate
from sokhcn.people.models import Reach, User
from sokhcn.records.models import Agency, Attachment, Establishment, Unit
from sokhcn.reports import catalogue
from tests.interfaces.web.office import at_the_door, office
from tests.rows import write

pytestmark = pytest.mark.django_db
BOOK = "/so/chung-chi-nhan-vien-buc-xa/"
ALL = {"tat-ca": "1"}  # or the list begins with the window of the period one works on
NAME = "Trần Văn Bức Xạ"


@pytest.fixture(autouse=True)
def _office():
    office()
    User.objects.filter(username="chuyenvien").update(reach=Reach.UNIT)


def certificate(code: str, number: str) -> WorkerCertificate:
    agency = Agency.objects.get()
    unit = Unit.objects.filter(code=code).first() or write(Unit(code=code, name=code, short=code, agency=agency))
    place = Establishment.objects.first() or write(Establishment(name="Bệnh viện"))
    about = {"number": number, "worker": NAME, "employer": place, "recorded_on": date(2022, 1, 5), "state": "issued"}
    return write(WorkerCertificate(agency=agency, unit=unit, **about))


def test_another_units_row_is_no_page_no_line_no_file_and_no_count():
    ours, theirs = certificate("VP", "1/CC"), certificate("KHAC", "2/CC")
    client = at_the_door("chuyenvien")
    assert client.get(f"{BOOK}{ours.pk}/").status_code == 200
    for method, tail in (("get", ""), ("get", "bo/"), ("post", "bo/"), ("post", "lay-lai/"), ("post", "buoc/")):
        assert getattr(client, method)(f"{BOOK}{theirs.pk}/{tail}", {"den": "revoked"}).status_code == 404, tail
    for method, tail in (("post", "tep/"), ("get", "tep/1/"), ("post", "tep/1/bo/")):
        assert getattr(client, method)(f"{BOOK}{theirs.pk}/{tail}").status_code == 404, tail
    page = client.get(BOOK, ALL)
    assert ("1/CC" in page.text, "2/CC" in page.text, page.context["total"].rows) == (True, False, 1)
    assert "2/CC" not in b"".join(client.get(f"{BOOK}tep.csv", ALL).streaming_content).decode()
    conditions = [at_the_door(login).get(f"{BOOK}dieu-kien/").text for login in ("tonghop", "chuyenvien")]
    assert [f">{theirs.unit}<" in text for text in conditions] == [True, False]


def test_personal_data_stand_behind_a_mask_for_those_whom_they_do_not_concern():
    row = certificate("VP", "1/CC")
    whose, other = at_the_door("chuyenvien"), at_the_door("tonghop")
    for client, seen in ((whose, True), (other, False)):
        texts = (
            client.get(f"{BOOK}{row.pk}/").text,
            b"".join(client.get(f"{BOOK}tep.csv", ALL).streaming_content).decode(),
        )
        assert [NAME in text for text in texts] == [seen, seen]


def test_a_form_that_shows_the_mask_leaves_what_is_behind_it():
    row = certificate("VP", "1/CC")
    client = at_the_door("tonghop")
    shown = {field.name: field.value for field in client.get(f"{BOOK}{row.pk}/?sua=1").context["fields"]}
    assert shown["worker"] == "•••"
    client.post(f"{BOOK}{row.pk}/", {**shown, "role": "Người phụ trách", "version": row.version})
    row.refresh_from_db()
    assert (row.worker, row.role) == (NAME, "Người phụ trách")
    history = client.get(f"{BOOK}{row.pk}/").text
    assert NAME not in history


def test_a_file_with_rows_of_another_unit_is_refused_at_those_rows():
    certificate("KHAC", "9/CC")
    text = "Số chứng chỉ,Cơ sở,Đơn vị\n3/CC,Bệnh viện,VP\n4/CC,Bệnh viện,KHAC\n"
    client = at_the_door("chuyenvien")
    answer = client.post(f"{BOOK}nhap/", {"tep": SimpleUploadedFile("so.csv", text.encode())})
    assert [mark.line for mark in answer.context["receipt"].marks] == [3]
    assert "ngoài phạm vi của bạn" in answer.text


def test_what_an_unknown_name_may_mean_is_offered_from_ones_own_reach():
    agency, unit = Agency.objects.get(), Unit.objects.get()
    other = write(Unit(code="KHAC", name="Phòng Khác", short="P. Khác", agency=agency))
    for code, place in (("CUA-TA", unit), ("CUA-HO", other)):
        write(KeyTask(code=code, title="Nhiệm vụ", year=2022, agency=agency, unit=place, recorded_on=date(2022, 1, 5)))
    text = "Mã nhiệm vụ,Thời hạn cũ,Thời hạn mới,Ngày cho gia hạn\nkhông có,10/01/2022,10/02/2022,05/01/2022\n"
    client = at_the_door("chuyenvien")
    answer = client.post("/so/gia-han-nhiem-vu/nhap/", {"tep": SimpleUploadedFile("so.csv", text.encode())})
    assert [one.choices for one in answer.context["asked"]] == [("CUA-TA",)]


def test_reference_data_are_written_by_the_compiler_and_the_administrator():
    assert at_the_door("chuyenvien").get("/so/don-vi/them/").status_code == 403
    assert at_the_door("tonghop").get("/so/don-vi/them/").status_code == 200
    assert at_the_door("quantri").get("/so/giao-viec-thay/them/").status_code == 200
    assert at_the_door("tonghop").get("/so/giao-viec-thay/them/").status_code == 403


def test_the_order_of_a_masked_column_is_not_to_be_asked_for():
    for card, name in (("1", "Trần B"), ("2", "Trần A"), ("3", "Trần C")):
        write(Verifier(agency=Agency.objects.get(), card_number=card, name=name, recorded_on=date(2022, 1, 5)))
    column = [c.name for c in catalogue.register("kiem-dinh-vien").columns].index("name")

    def listed(login: str, order: str) -> list[str]:
        page = at_the_door(login).get("/so/kiem-dinh-vien/", {"sort": f"{order}c{column}", **ALL})
        return [line.record.card_number for line in page.context["table"].page]

    assert listed("chuyenvien", "") == listed("chuyenvien", "-")[::-1] == ["2", "1", "3"]
    assert listed("tonghop", "") == listed("tonghop", "-")


def test_files_of_rows_with_personal_data_open_to_those_who_see_the_data():
    row, pdf = certificate("VP", "1/CC"), SimpleUploadedFile("to-khai-tran-van-buc-xa.pdf", b"%PDF-1.7 ...")
    at_the_door("chuyenvien").post(f"{BOOK}{row.pk}/tep/", {"tep": pdf})
    file = Attachment.objects.get()
    for login, status, named in (("chuyenvien", 200, True), ("tonghop", 403, False)):
        client = at_the_door(login)
        assert client.get(f"{BOOK}{row.pk}/tep/{file.pk}/").status_code == status
        assert (file.name in client.get(f"{BOOK}{row.pk}/").text) is named
    assert at_the_door("tonghop").post(f"{BOOK}{row.pk}/tep/{file.pk}/bo/").status_code == 403
