"""The clerk's page: a number with its slips told, a signed file with its verdict in words, then the issue."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sokhcn.formats.pdf.render import render
from sokhcn.people.models import Role
from sokhcn.reports.models import NumberBook, Outgoing, Stage
from tests.formats.pdf.signatures.signed import scanned
from tests.interfaces.web.signing import PAGE, at, browser
from tests.rows import write

pytestmark = pytest.mark.django_db
HERE = f"{PAGE}phat-hanh/"


@pytest.fixture(autouse=True)
def _files_of_its_own(tmp_path: Any, settings: Any) -> None:
    settings.VAR = tmp_path


def test_a_number_of_the_document_system_is_warned_of_then_kept():
    made = at(Stage.SIGNED)
    client = browser(made, Role.CLERK)
    odd = client.post(HERE, {"viec": "ghi-so", "so": "08", "ngay": "18/01/2022"})
    assert odd.status_code == 422
    assert "Xem lại trước khi ghi" in odd.text
    assert 'value="08"' in odd.text
    assert 'value="18/01/2022"' in odd.text
    wrong = client.post(HERE, {"viec": "ghi-so", "so": "08", "ngay": "hôm kia"})
    assert "Ghi ngày của văn bản như" in wrong.text
    assert not Outgoing.objects.exists()
    kept = client.post(HERE, {"viec": "ghi-so", "so": "08", "ngay": "18/01/2022", "chac": "1"}, follow=True)
    assert "Đã ghi số 08/BC-SKHCN ngày 18/01/2022" in kept.text
    assert made.report().state().stage == Stage.NUMBERED


def test_an_own_book_shows_the_next_number_and_takes_it_on_the_click():
    made = at(Stage.SIGNED)
    write(NumberBook(agency=made.agency, code="chung", name="Sổ chung", kind=NumberBook.Kind.OWN))
    client = browser(made, Role.CLERK)
    assert "số kế tiếp là <strong>01</strong>" in client.get(HERE).text
    assert not Outgoing.objects.exists()
    assert "Đã cấp số 01/BC-SKHCN" in client.post(HERE, {"viec": "cap-so"}, follow=True).text


def test_a_stamped_scan_is_taken_on_the_clerks_word_and_the_report_goes_out():
    made = at(Stage.SIGNED)
    client = browser(made, Role.CLERK)
    client.post(HERE, {"viec": "ghi-so", "so": "01", "ngay": "18/01/2022"})
    assert "chưa có bản đã ký" in client.get(HERE).text
    edition = made.report().edition(1)
    assert edition is not None
    picture = scanned(render(edition.document()).pdf)

    def sent(**told: str) -> Any:
        file = SimpleUploadedFile("chụp.pdf", picture)
        return client.post(HERE, {"viec": "tep", "tep": file, **told}, follow=True)

    assert "Tệp chỉ có ảnh" in sent().text
    assert "đối chiếu bản gốc" in sent(**{"doi-chieu": "đã đối chiếu bản gốc"}).text
    assert "Đã phát hành" in client.post(HERE, {"viec": "phat-hanh", "ngay": ""}, follow=True).text
    assert made.report().state().stage == Stage.ISSUED
    pack = client.get(f"{PAGE}minh-chung.zip")
    assert pack.content[:2] == b"PK"


def test_others_see_why_not_and_do_nothing():
    made = at(Stage.SIGNED)
    client = browser(made, Role.LEADER)
    page = client.get(HERE).text
    assert 'value="ghi-so"' not in page
    assert "Văn thư hoặc người tổng hợp nhận bản đã ký" in page
    refused = client.post(HERE, {"viec": "ghi-so", "so": "01", "ngay": "18/01/2022"})
    assert (refused.status_code, Outgoing.objects.count()) == (422, 0)
    assert client.post(HERE, {"viec": "bịa"}).status_code == 404
