"""Changes read as sentences: who, what, before, after, why; references by name, personal data masked."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from sokhcn.areas.radiation.models import WorkerCertificate
from sokhcn.records.lists import tell
from sokhcn.records.models import Batch, Establishment
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue
from sokhcn.reports.changebook import book, writer_of
from sokhcn.reports.changelog import told_between
from sokhcn.reports.exporting import UnknownForm
from sokhcn.reports.models import Commitment
from tests.rows import OFFICER, Officer, advisory, agency, paper, unit, user, write

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 14)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    moment = datetime(2022, 1, 14, 9, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    monkeypatch.setattr(timezone, "now", lambda: moment)


def sentences(**asked: Any) -> list[str]:
    return [told.sentence for told in told_between(DAY, DAY, **asked)]


def test_a_change_is_told_before_and_after_with_its_reason() -> None:
    row = paper("21", subject="về kế hoạch")
    row.subject, row.issued_on = "về kế hoạch năm 2022", date(2022, 1, 11)
    write(row, reason="gõ nhầm")
    assert sentences()[1] == (
        "Ngày 14/01/2022 09:12, Nguyễn Thị Minh Họa sửa Văn bản viện dẫn “Quyết định số 21/QĐ-UBND ngày 11/01/2022”: "
        "Ngày ban hành từ 10/01/2022 thành 11/01/2022; Trích yếu từ “về kế hoạch” thành “về kế hoạch năm 2022”. "
        "Lý do: gõ nhầm."
    )


def test_a_new_row_is_told_with_what_it_says() -> None:
    paper("21")
    assert sentences() == [
        "Ngày 14/01/2022 09:12, Nguyễn Thị Minh Họa thêm Văn bản viện dẫn “Quyết định số 21/QĐ-UBND ngày 10/01/2022” "
        "với Tên loại: “Quyết định”; Số: “21”; Ký hiệu: “QĐ-UBND”; Cơ quan ban hành: “UBND tỉnh”; "
        "Ngày ban hành: 10/01/2022."
    ]


def test_references_are_told_by_name() -> None:
    ours = agency("S", name="Sở KH&CN")
    row = advisory(ours, title="Đề án")
    row.unit = unit(ours, "VP", name="Văn phòng Sở")
    write(row)
    assert sentences()[-1].endswith("“Đề án”: Đơn vị từ (trống) thành “Văn phòng Sở”.")


def test_lists_of_references_are_told_by_name() -> None:
    row = write(Commitment(agency=agency(), recorded_on=DAY, period_code="2022-01", place="1", text="Làm"))
    tell(row, {"papers": [paper("7"), paper("8")]})
    write(row)
    expected = "“Quyết định số 7/QĐ-UBND ngày 10/01/2022” | “Quyết định số 8/QĐ-UBND ngày 10/01/2022”"
    assert sentences()[-1].endswith(f": Văn bản liên quan từ (trống) thành {expected}.")


def test_personal_data_are_masked_in_values_and_names() -> None:
    employer = write(Establishment(name="Bệnh viện"))
    about = {"agency": agency(), "employer": employer, "recorded_on": DAY, "number": "05"}
    row = write(WorkerCertificate(worker="Lê Thị Kín", **about))
    row.worker = "Lê Thị Kín Đáo"
    write(row)
    added, changed = sentences()[-2:]
    assert "Kín" not in added + changed
    assert f"dòng {row.pk} (Số chứng chỉ 05) với" in added
    assert changed.endswith("Họ và tên nhân viên từ (dữ liệu cá nhân) thành (dữ liệu cá nhân).")


def test_the_trash_is_told_without_fields() -> None:
    row = paper("21")
    with writing(by=OFFICER, reason="nhập nhầm") as pen:
        pen.trash(row)
    with writing(by=OFFICER) as pen:
        pen.trash(row, restore=True)
    about = "Văn bản viện dẫn “Quyết định số 21/QĐ-UBND ngày 10/01/2022”"
    assert [told.split("Họa ")[1] for told in sentences()[1:]] == [
        f"bỏ vào thùng rác {about}. Lý do: nhập nhầm.",
        f"lấy lại từ thùng rác {about}.",
    ]


def test_a_window_a_register_and_a_person_narrow_it() -> None:
    paper("21")
    with writing(by=Officer("khac", "Trần Khác")) as pen:
        pen.save(Establishment(name="Bệnh viện"))
    assert list(told_between(date(2022, 1, 15), date(2022, 1, 31))) == []
    assert [told.split(", ")[1][:9] for told in sentences(login="khac")] == ["Trần Khác"]
    assert len(sentences(register=catalogue.register("van-ban-vien-dan"))) == 1
    # a register takes its parts along
    assert len(sentences(register=catalogue.register("van-ban-tham-muu"))) == 1


@pytest.mark.parametrize("form", ["docx", "html", "txt"])
def test_the_book_is_a_paper_in_our_own_forms(form: str, tmp_path: Any) -> None:
    owner = agency("S", name="Sở KH&CN", heading="SỞ KH&CN")
    paper("21")
    assert Batch.objects.count() == 2
    made = writer_of(tmp_path / f"so.{form}")(book(told_between(DAY, DAY), DAY, DAY, owner, user(owner)))
    if form != "docx":
        assert "SỔ THAY ĐỔI" in made.decode()
        assert "VĂN BẢN VIỆN DẪN: 1 THAY ĐỔI" in made.decode()
    assert len(made) > 500


def test_a_form_that_is_not_there_is_named(tmp_path: Any) -> None:
    with pytest.raises(UnknownForm, match=r"\.docx, \.html, \.pdf, \.txt"):
        writer_of(tmp_path / "so.xls")
