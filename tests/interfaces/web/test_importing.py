"""Taking files and pasted rows in: a trial that says everything, then the writing."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from sokhcn.formats.xlsx.read import read_workbook
from sokhcn.people.models import User
from sokhcn.records.models import Batch
from sokhcn.reports import catalogue
from sokhcn.reports.closing.closed import Window, close
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.office import SLUG, at_the_door, office
from tests.reports.issued import issue

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
    token = client.post(PAGE, {"tep": file(GOOD)}).context["token"]
    answer = client.post(PAGE, {"giu": token, "lam": "ghi"}, follow=True)
    assert "Đã ghi: thêm 1 dòng" in answer.text
    assert rows() == 5


def test_every_finding_is_told_with_its_line(client):
    answer = client.post(PAGE, {"tep": file(BAD)})
    assert answer.status_code == 422
    for told in ("so.csv, ô C2", "so.csv, ô B3", "99/01/2022", "mười", "một trong các giá trị"):
        assert told in answer.text
    assert 'value="ghi"' not in answer.text
    assert rows() == 4


def test_findings_stop_the_writing_whatever_the_form_sent(client):
    token = client.post(PAGE, {"tep": file(BAD)}).context["token"]
    assert client.post(PAGE, {"giu": token, "lam": "ghi"}).status_code == 422
    assert rows() == 4


def test_rows_pasted_without_headings_follow_the_template(client):
    answer = client.post(PAGE, {"dan": "Báo cáo\t08/BC-UBND\t11/01/2022\tUBND tỉnh\n"})
    assert answer.context["receipt"].added == 1


@pytest.mark.parametrize("sent", [{}, {"dan": "  \n"}])
def test_nothing_given_is_said(client, sent):
    assert "Chưa chọn tệp" in client.post(PAGE, sent).text


def test_the_good_rows_are_written_and_the_others_come_back_as_a_file(client):
    mixed = (
        HEAD + "Báo cáo,08/BC-UBND,11/01/2022,UBND tỉnh,Đã ban hành\nBáo cáo,mười,11/01/2022,UBND tỉnh,Đã ban hành\n"
    )
    token = client.post(PAGE, {"tep": file(mixed)}).context["token"]
    answer = client.post(PAGE, {"giu": token, "lam": "dung"})
    assert (answer.status_code, rows()) == (200, 5)
    back = client.get(f"{PAGE}loi.xlsx", {"giu": token, "dong-loi": "1"})
    (grid,) = read_workbook(back.content, "loi.xlsx")
    headings, wrong = grid.rows
    assert (headings[-1], wrong[1]) == ("Lỗi", "mười")
    assert "không phải số, ký hiệu văn bản" in wrong[-1]


def test_what_nobody_knows_is_told_once_and_understood_from_then_on(client):
    strange = HEAD.replace("Tình trạng", "Hiện trạng") + "Báo cáo,08/BC-UBND,11/01/2022,UBND tỉnh,Xong\n"
    tried = client.post(PAGE, {"tep": file(strange)}).context
    assert [(one.column, one.text) for one in tried["asked"]] == [("", "Hiện trạng")]
    told = {"nho": "1", "nho-cot": "", "nho-chu": "Hiện trạng", "nho-la": "Tình trạng"}
    tried = client.post(PAGE, {"giu": tried["token"], **told}).context
    assert [(one.column, one.text) for one in tried["asked"]] == [("Tình trạng", "Xong")]
    told = {"nho": "1", "nho-cot": "Tình trạng", "nho-chu": "Xong", "nho-la": "Đã ban hành"}
    assert client.post(PAGE, {"giu": tried["token"], **told}).context["receipt"].added == 1
    assert client.post(PAGE, {"tep": file(strange)}).context["receipt"].findings == ()


def test_a_file_that_somebody_else_brought_is_nobody_elses(client):
    token = client.post(PAGE, {"tep": file(GOOD)}).context["token"]
    for login, sent in (("chuyenvien", token), ("tonghop", token + "x")):
        answer = at_the_door(login).post(PAGE, {"giu": sent})
        assert "Chọn lại tệp" in answer.text


def test_a_merged_cell_of_a_pasted_table_counts_for_each_row(client):
    page = (
        "<table><tr><td>Tên loại<td>Số, ký hiệu<td>Ngày ban hành<td>Cơ quan ban hành</tr>"
        "<tr><td rowspan=2>Báo cáo<td>08/BC-UBND<td>11/01/2022<td>UBND tỉnh</tr>"
        "<tr><td>09/BC-UBND<td>11/01/2022<td>UBND tỉnh</tr></table>"
    )
    answer = client.post(PAGE, {"dan": "Tên loại\tSố, ký hiệu", "dan-bang": page})
    assert (answer.context["receipt"].added, answer.context["receipt"].findings) == (2, ())


def test_the_template_has_every_heading(client):
    sheet = read_workbook(client.get(f"/so/{SLUG}/mau.xlsx").content, "mau.xlsx")[0]
    assert sheet.rows[0][:3] == ["Tên loại", "Số, ký hiệu", "Ngày ban hành"]


def test_the_rows_of_the_list_come_as_a_workbook(client):
    (grid,) = read_workbook(client.get(f"/so/{SLUG}/tep.xlsx", {"tat-ca": "1"}).content, "tep.xlsx")
    assert len(grid.rows) == 5


def test_a_file_that_changes_rows_of_an_issued_report_is_asked_for_a_reason(client):
    by = User.objects.select_related("agency").get(username="tonghop")
    issue(compile_report(the_period("2022-01"), by.agency, by=by).edition, on=date(2022, 1, 18), by=by)
    changed = HEAD + "Nghị quyết,14-NQ/TU,10/01/2022,Tỉnh ủy,Đã ban hành\n"
    changed = changed.replace("Tình trạng", "Ghi chú").replace("Đã ban hành", "đã rà soát")
    asked = client.post(PAGE, {"tep": file(changed)})
    assert (asked.status_code, "Xem trước với lý do này" in asked.text) == (422, True)
    kept = {"giu": asked.context["token"], "ly-do": "bổ sung"}
    tried = client.post(PAGE, kept)
    assert (tried.context["receipt"].changed, 'name="ly-do" value="bổ sung"' in tried.text) == (1, True)
    assert "Đã ghi: thêm 0 dòng, cập nhật 1 dòng" in client.post(PAGE, kept | {"lam": "ghi"}, follow=True).text
    assert Batch.objects.latest("pk").reason == "Nhập từ tệp so.csv: bổ sung"


def test_the_file_of_faults_names_pages_and_no_commands(client):
    by = User.objects.select_related("agency").get(username="tonghop")
    close(Window(the_period("2022-01"), by.agency, catalogue.register(SLUG), None), by=by)
    asked = client.post(PAGE, {"tep": file(GOOD)})
    assert [line.word for line in asked.context["lines"]] == ["Có lỗi", "Như cũ"]
    book = client.get(f"{PAGE}loi.xlsx", {"giu": asked.context["token"]}).content
    (sheet,) = read_workbook(book, "loi.xlsx")
    told = str(sheet.rows[1][-1])
    assert told.endswith("ở trang Chốt sổ của kỳ.")
    assert "./sokhcn" not in told
