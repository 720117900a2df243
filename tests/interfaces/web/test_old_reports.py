"""Reading an old report on its pages: brought, decided on row by row, mended, within reach only."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sokhcn.people.models import User
from sokhcn.records.models import Version
from sokhcn.reports import catalogue
from sokhcn.reports.models import OldReport, Origin, Verdict
from sokhcn.reports.old_reports import proving
from sokhcn.reports.old_reports.offering import Bench
from sokhcn.reports.old_reports.proving import work_on
from tests.interfaces.web.office import SLUG, at_the_door, office

REPORT = """BÁO CÁO
Kết quả hoạt động khoa học và công nghệ tháng 02 năm 2022

I. KẾT QUẢ HOẠT ĐỘNG THÁNG 02 NĂM 2022

1. Công tác tham mưu văn bản

Đã tham mưu cấp thẩm quyền ban hành 02 văn bản, cụ thể:

- Tham mưu UBND tỉnh ban hành Quyết định số 31/QĐ-UBND ngày 20/01/2022 về phê duyệt kế hoạch.

- Tham mưu UBND tỉnh ban hành Kế hoạch số 32/KH-UBND ngày 21/01/2022 về chuyển đổi số.
"""
PAGES = "/doc-bao-cao/"


@pytest.fixture(autouse=True)
def desk(db, settings, tmp_path) -> None:
    settings.VAR = tmp_path
    office()


def brought(client: Client, text: str = REPORT) -> str:
    answer = client.post(PAGES, {"tep": SimpleUploadedFile("bc.txt", text.encode())})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def numbers() -> list[int]:
    rows = Bench.of(OldReport.objects.get()).proposals.rows
    return [number for number, row in enumerate(rows, 1) if row.register == SLUG]


def documents() -> int:
    return catalogue.register(SLUG).model.objects.count()


def test_nothing_enters_a_register_before_somebody_accepts_it() -> None:
    client, before = at_the_door(), documents()
    address = brought(client)
    page = client.get(address).content.decode()
    assert documents() == before
    assert '<span class="span" data-kind="paper">Quyết định số 31/QĐ-UBND</span>' in page
    assert "31/QĐ-UBND" in page
    assert "Chắc" in page
    assert OldReport.objects.get().by in page

    client.post(f"{address}quyet/", {"nhan": str(numbers()[0])})
    assert documents() == before + 1
    origin, verdict = Origin.objects.get(), Verdict.objects.get()
    assert (origin.file, origin.row, verdict.word) == ("bc.txt", verdict.row, Verdict.Word.TAKEN)
    left = OldReport.objects.get().proposed - 1
    assert f"Còn {left}" in client.get(address).content.decode()


def test_a_refusal_is_kept_and_taken_back() -> None:
    client = at_the_door()
    address = brought(client)
    number = str(numbers()[0])
    part = client.post(f"{address}quyet/", {"khong": number}, headers={"HX-Request": "true"}).content.decode()
    assert "Không nhận</span>" in part
    assert "<html" not in part
    assert 'hx-swap-oob="innerHTML"' in part
    client.post(f"{address}quyet/", {"lai": number})
    assert not Verdict.objects.exists()
    assert Version.objects.filter(register=Verdict._meta.label_lower).count() == 2


def test_a_mended_row_enters_as_it_was_mended_and_a_wrong_one_keeps_what_was_typed() -> None:
    client, before = at_the_door(), documents()
    address = brought(client)
    form = f"{address}sua/{numbers()[0]}/"
    wrong = client.post(form, {"paper.issued_on": "45/01/2022"})
    assert wrong.status_code == 422
    assert 'value="45/01/2022"' in wrong.content.decode()
    assert documents() == before
    assert client.post(form, {"paper.issued_on": "19/01/2022"}).status_code == 302
    assert catalogue.register(SLUG).model.objects.filter(paper__issued_on="2022-01-19").exists()


def test_a_file_that_cannot_be_read_is_refused_in_words_and_not_kept() -> None:
    answer = at_the_door().post(PAGES, {"tep": SimpleUploadedFile("a.png", b"\x89PNG\r\n")})
    assert answer.status_code == 422
    assert 'id="f-tep-error"' in answer.content.decode()
    assert at_the_door().post(PAGES, {}).status_code == 422
    assert not OldReport.objects.exists()


def test_reports_of_others_are_not_there() -> None:
    address = brought(at_the_door())
    User.objects.filter(username="chuyenvien").update(agency=None, unit=None)
    client = at_the_door("chuyenvien")
    for way in ("", "tep/", "kiem-tra/", "dung-lai/"):
        assert client.get(f"{address}{way}").status_code == 404, way
    assert client.post(f"{address}quyet/", {"nhan": "1"}).status_code == 404


def test_a_leader_reads_and_decides_nothing() -> None:
    address = brought(at_the_door())
    client = at_the_door("lanhdao")
    page = client.get(address).content.decode()
    assert "data-take" not in page
    assert client.post(f"{address}quyet/", {"nhan": "1"}).status_code == 403
    assert client.post(PAGES, {"tep": SimpleUploadedFile("b.txt", b"x")}).status_code == 403


def test_the_original_comes_back_as_it_was_and_only_to_be_saved() -> None:
    client = at_the_door()
    answer = client.get(f"{brought(client)}tep/")
    assert answer.content == REPORT.encode()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def asked(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)


def test_a_page_asks_no_more_for_more_decisions() -> None:
    client = at_the_door()
    address = brought(client)
    before = asked(client, address)
    client.post(f"{address}quyet/", {"nhan": ",".join(map(str, numbers()))})
    assert asked(client, address) == before


def test_findings_are_cards_and_are_waived_for_a_reason() -> None:
    client = at_the_door()
    address = f"{brought(client)}kiem-tra/"
    page = client.get(address).content.decode()
    assert "Phải sửa" in page
    assert 'name="ly-do"' in page
    client.post(address, {"so": "1", "ly-do": ""})
    assert 'id="g-waived"' not in client.get(address).content.decode()
    client.post(address, {"so": "1", "ly-do": "Bản nháp"})
    assert "Lý do: Bản nháp" in client.get(address).content.decode()


def test_the_work_of_compiling_again_is_told_while_it_runs_and_kept(settings) -> None:
    client = at_the_door()
    address = f"{brought(client)}dung-lai/"
    report = OldReport.objects.get()
    assert work_on(report) is None
    place = settings.VAR / "again"
    place.mkdir()
    part = proving._place(report).with_suffix(".part")
    part.write_text("2")
    assert "Đang dựng lại" in client.get(address).content.decode()
    proving._work(report)
    assert not part.exists()
    assert "trở lại đúng" in client.get(address).content.decode()
