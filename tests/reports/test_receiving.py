"""A file is taken whole or not at all; taking it again changes nothing."""

from datetime import date

import pytest

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.advice.register import REGISTERS
from sokhcn.areas.metrology.register import REGISTERS as METROLOGY_REGISTERS
from sokhcn.areas.support.models import SupportTask
from sokhcn.areas.support.register import REGISTERS as SUPPORT_REGISTERS
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Role, User
from sokhcn.records.judging import Judge
from sokhcn.records.models import Batch, Paper, Place, Version
from sokhcn.records.register import REGISTERS as SHARED
from sokhcn.records.registering import Register
from sokhcn.reports.receiving import Receipt, receive, receive_good, try_out
from tests.rows import agency, user

(ADVICE,) = REGISTERS
METROLOGY = METROLOGY_REGISTERS[0]
PLACES = SHARED[0]
SUPPORT = SUPPORT_REGISTERS[0]
TODAY = date(2022, 1, 14)
HEADINGS = "Loại văn bản;Số ký hiệu;Ngày;Cơ quan ban hành;Trích yếu;Ngày vào sổ\n"
GOOD = (
    HEADINGS + "Quyết định;21/QĐ-UBND;10/01/2022;UBND tỉnh;về kế hoạch;11/01/2022\n"
    "Nghị quyết;14-NQ/TU;10/01/2022;Tỉnh ủy;về khoa học;\n"
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    return user(agency("SKHCN"))


def take(text: str, by: User, register: Register = ADVICE, *, today: date = TODAY, dry_run: bool = False) -> Receipt:
    return (try_out if dry_run else receive)(register, read_csv(text.encode(), "a.csv"), by=by, today=today)


def counts(receipt: Receipt) -> tuple[int, int, int]:
    return receipt.added, receipt.changed, receipt.same


def written() -> tuple[int, int]:
    return AdvisoryDocument.everything.count(), Paper.everything.count()


def test_a_good_file_is_taken(officer: User) -> None:
    receipt = take(GOOD, officer)
    assert (receipt.register, counts(receipt), receipt.total, receipt.findings) == (
        "van-ban-tham-muu",
        (2, 0, 0),
        2,
        (),
    )
    rows = AdvisoryDocument.objects.order_by("pk")
    assert [(r.paper.code, r.recorded_on, r.state, r.agency) for r in rows] == [
        ("21/QĐ-UBND", date(2022, 1, 11), "issued", officer.agency),
        ("14-NQ/TU", TODAY, "issued", officer.agency),
    ]


def test_the_same_file_changes_nothing_even_on_another_day(officer: User) -> None:
    take(GOOD, officer)
    before = Version.objects.count(), Batch.objects.count()
    assert counts(take(GOOD, officer, today=date(2022, 3, 1))) == (0, 0, 2)
    assert (Version.objects.count(), Batch.objects.count()) == before


def test_a_line_with_a_known_key_updates_its_row(officer: User) -> None:
    take(GOOD, officer)
    changed = GOOD.replace("Ngày vào sổ", "Ghi chú").replace("11/01/2022\n", "đã rà soát\n")
    assert counts(take(changed, officer)) == (0, 1, 1)
    assert [r.note for r in AdvisoryDocument.objects.order_by("pk")] == ["đã rà soát", ""]
    assert written() == (2, 2)


def test_a_dry_run_counts_and_writes_nothing(officer: User) -> None:
    before = Batch.objects.count()
    assert counts(take(GOOD, officer, dry_run=True)) == (2, 0, 0)
    assert (written(), Batch.objects.count()) == ((0, 0), before)


def test_one_bad_line_and_nothing_is_written_and_all_faults_are_told(officer: User) -> None:
    bad = GOOD + "Công văn;22;hôm qua;UBND tỉnh;x;\nQuyết định;21/QĐ-UBND;10/01/2022;UBND tỉnh;trùng;\n;5/QĐ;;;;\n"
    receipt = take(bad, officer)
    assert [str(finding).split(": ")[0] for finding in receipt.findings] == [
        "a.csv, ô B4",
        "a.csv, ô C4",
        "a.csv, dòng 5",
        "a.csv, ô A6",
        "a.csv, ô D6",
    ]
    assert "Trùng với a.csv, dòng 2." in str(receipt.findings[2])
    assert (counts(receipt), written()) == ((0, 0, 0), (0, 0))


def test_wrong_headings_and_no_line_is_read(officer: User) -> None:
    receipt = take("Khác\nx\n", officer)
    assert [finding.id for finding in receipt.findings] == ["intake.heading"]


def test_the_reason_names_the_file_and_the_officer(officer: User) -> None:
    take(GOOD, officer)
    batch = Batch.objects.latest("pk")
    assert (batch.login, batch.name) == ("chuyenvien", "Nguyễn Thị Minh Họa")
    assert batch.reason == "Nhập từ tệp a.csv"


def test_a_line_may_name_another_line_of_its_file(officer: User) -> None:
    officer.role = Role.COMPILER
    receipt = take("Mã;Tên;Thuộc\n58;tỉnh Ninh Thuận;\n584;huyện Bác Ái;58\n586;Xã A;huyện Bác Ái\n", officer, PLACES)
    assert (counts(receipt), receipt.findings) == ((3, 0, 0), ())
    assert Place.objects.get(code="586").parent.parent.name == "tỉnh Ninh Thuận"


def test_a_line_may_not_name_a_line_below_it(officer: User) -> None:
    officer.role = Role.COMPILER
    receipt = take("Mã;Tên;Thuộc\n584;huyện Bác Ái;58\n58;tỉnh Ninh Thuận;\n", officer, PLACES)
    assert [str(f).split(".")[0] for f in receipt.findings] == ["a"]
    assert Place.everything.count() == 0


def test_a_row_that_the_database_refuses_is_a_finding_with_its_line(officer: User) -> None:
    heads = "Mã nhiệm vụ;Tên nhiệm vụ;Nội dung hỗ trợ;Tình trạng\n"
    lines = "HT-1;ISO;Nội dung khác;Đang thực hiện\nHT-2;ISO;Nội dung khác;Hoàn thành\n"
    receipt = take(heads + lines, officer, SUPPORT)
    assert [str(finding) for finding in receipt.findings] == [
        "a.csv, dòng 3: Nhiệm vụ đã hoàn thành hoặc dừng phải ghi ngày kết thúc."
    ]
    assert (counts(receipt), SupportTask.everything.count()) == ((0, 0, 0), 0)


def test_a_validity_that_ends_before_it_begins_is_a_finding(officer: User) -> None:
    receipt = take("Mã;Tên;Có hiệu lực từ;Đến hết\n1;Xã A;02/01/2022;01/01/2022\n", officer, PLACES)
    assert [str(finding) for finding in receipt.findings] == ["a.csv, ô D2: Đến hết: Ngày cuối đứng trước ngày đầu."]
    assert Place.everything.count() == 0


def test_a_name_that_is_not_there_is_told_once_even_where_a_part_needs_it(officer: User) -> None:
    headings = "Cơ sở;Loại phương tiện đo;Số sản xuất;Kết quả;Ngày thực hiện\n"
    text = f"{headings}Cơ sở lạ;Cột đo xăng dầu;X1;Đạt;05/01/2022\n"
    (finding,) = take(text, officer, METROLOGY).findings
    assert "“Cơ sở lạ” chưa có trong danh mục cơ sở" in str(finding)


def test_rows_refused_by_the_database_alone_are_marked_and_nothing_is_written(
    officer: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Judge, "faults", lambda *args: [])
    heads = "Mã nhiệm vụ;Tên nhiệm vụ;Nội dung hỗ trợ;Tình trạng\n"
    text = heads + "HT-1;ISO;Nội dung khác;Đang thực hiện\nHT-2;ISO;Nội dung khác;Hoàn thành\n"
    sheet = read_csv(text.encode(), "a.csv")
    for verb in (receive, receive_good):
        receipt = verb(SUPPORT, sheet, by=officer, today=TODAY)
        assert ([mark.line for mark in receipt.marks], receipt.total) == ([3], 0)
    assert SupportTask.everything.count() == 0
