"""Taking files and pasted rows in: a trial that says everything, then the writing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sokhcn.people.models import User
from sokhcn.records.models import Batch
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.issuing import issue
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, office

pytestmark = pytest.mark.django_db
PAGE = f"/so/{SLUG}/nhap/"
HEAD = 'Tên loại,"Số, ký hiệu",Ngày ban hành,Cơ quan ban hành,Tình trạng\n'
KNOWN = "Nghị quyết,14-NQ/TU,10/01/2022,Tỉnh ủy,Đã ban hành\n"
GOOD = HEAD + "Báo cáo,08/BC-UBND,11/01/2022,UBND tỉnh,Đã ban hành\n" + KNOWN
BAD = HEAD + "Báo cáo,08/BC-UBND,99/01/2022,UBND tỉnh,Đã ban hành\nBáo cáo,mười,11/01/2022,UBND tỉnh,Lạ\n"


@pytest.fixture
def client():
    office()
    return at_the_door()


def rows() -> int:
    return catalogue.register(SLUG).model.objects.count()


def file(text: str) -> SimpleUploadedFile:
    return SimpleUploadedFile("so.csv", text.encode("utf-8-sig"), "text/csv")


def test_a_trial_counts_and_writes_nothing(client):
    answer = client.post(PAGE, {"tep": file(GOOD)})
    receipt = answer.context["receipt"]
    assert (receipt.added, receipt.total) == (1, 2)
    assert "Nhập 2 dòng" in answer.text
    assert rows() == 4


def test_what_was_tried_is_written_afterwards(client):
    tried = client.post(PAGE, {"tep": file(GOOD)}).context
    answer = client.post(PAGE, {"kept": tried["kept"], "name": tried["name"], "ghi": "1"}, follow=True)
    assert "Đã ghi: thêm 1 dòng" in answer.text
    assert rows() == 5


def test_every_finding_is_told_with_its_line(client):
    answer = client.post(PAGE, {"tep": file(BAD)})
    assert answer.status_code == 422
    for told in ("so.csv, dòng 2", "so.csv, dòng 3", "99/01/2022", "mười", "một trong các giá trị"):
        assert told in answer.text
    assert 'name="ghi"' not in answer.text
    assert rows() == 4


def test_findings_stop_the_writing_whatever_the_form_sent(client):
    kept = client.post(PAGE, {"tep": file(BAD)}).context["kept"]
    assert client.post(PAGE, {"kept": kept, "name": "so.csv", "ghi": "1"}).status_code == 422
    assert rows() == 4


def test_rows_pasted_without_headings_follow_the_template(client):
    answer = client.post(PAGE, {"dan": "Báo cáo\t08/BC-UBND\t11/01/2022\tUBND tỉnh\n"})
    assert answer.context["receipt"].added == 1


@pytest.mark.parametrize("sent", [{}, {"dan": "  \n"}, {"kept": "không phải base64"}])
def test_nothing_given_is_said(client, sent):
    assert "Chưa chọn tệp" in client.post(PAGE, sent).text


def test_the_template_has_every_heading(client):
    text = b"".join(client.get(f"/so/{SLUG}/mau.csv").streaming_content).decode("utf-8-sig")
    assert text.strip().startswith('Tên loại,"Số, ký hiệu",Ngày ban hành')


def test_a_file_that_changes_rows_of_an_issued_report_is_asked_for_a_reason(client):
    by = User.objects.select_related("agency").get(username="tonghop")
    issue(compile_report(the_period("2022-01"), by.agency, by=by).edition, on=date(2022, 1, 18), by=by)
    changed = HEAD + "Nghị quyết,14-NQ/TU,10/01/2022,Tỉnh ủy,Đã ban hành\n"
    changed = changed.replace("Tình trạng", "Ghi chú").replace("Đã ban hành", "đã rà soát")
    asked = client.post(PAGE, {"tep": file(changed)})
    assert (asked.status_code, "Xem trước với lý do này" in asked.text) == (422, True)
    kept = {"kept": asked.context["kept"], "name": "so.csv", "ly-do": "bổ sung"}
    tried = client.post(PAGE, kept)
    assert (tried.context["receipt"].changed, 'name="ly-do" value="bổ sung"' in tried.text) == (1, True)
    assert "Đã ghi: thêm 0 dòng, cập nhật 1 dòng" in client.post(PAGE, kept | {"ghi": "1"}, follow=True).text
    assert Batch.objects.latest("pk").reason == "Nhập từ tệp so.csv: bổ sung"
