"""A pack of evidence holds what an edition rests on, as it was; it is the same each time, and opens by itself."""

import io
import re
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.radiation.models import WorkerCertificate
from sokhcn.formats.pack.verify import faults
from sokhcn.kernel.columns import MASK
from sokhcn.people.models import Role, User
from sokhcn.records.models import Agency, Establishment
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.evidence.moves import SOURCES, Move
from sokhcn.reports.evidence.packing import CHANGED, Evidence, evidence
from sokhcn.reports.models import Edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.signing import keeping, steps
from sokhcn.reports.signing.examining import came_back
from tests.reports.issued import issue
from tests.reports.reporting import reporting
from tests.reports.signing.hands import AT, SIGNER, hand, trusted
from tests.rows import advisory, paper, user, write

pytestmark = pytest.mark.django_db


def an_edition() -> tuple[Edition, Agency, User]:
    ours = reporting()
    by = user(ours, Role.COMPILER)
    advisory(ours, state="issued", paper=paper("21", subject="về việc cũ"))
    return compile_report(the_period("2022-01"), ours, by=by).edition, ours, by


def unpacked(made: Evidence) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sheet(files: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by their headings, which stand in its third line."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(files["dong-duoc-tinh.xlsx"]))
    _, _, headings, *rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [dict(zip(headings, row, strict=False)) for row in rows]


def test_the_same_edition_gives_the_same_whole_pack() -> None:
    edition, ours, _ = an_edition()
    made = evidence(edition, ours)
    assert made.name == "minh-chung-2022-01-1.zip"
    assert faults(made.data) == ()
    assert evidence(edition, ours) == made


def test_the_page_leads_to_every_file_and_needs_nothing_else() -> None:
    edition, ours, _ = an_edition()
    files = unpacked(evidence(edition, ours))
    page = files["index.html"].decode()
    assert set(re.findall(r'href="([^"]*)"', page)) == files.keys() - {"index.html"}
    assert not re.search(r"<script|https?:|src=|@import|url\(", page)
    assert "Chưa có bản đã ký nào được nhận." in page


def test_rows_are_as_they_were_counted_and_later_changes_are_told() -> None:
    edition, ours, by = an_edition()
    issue(edition, on=date(2022, 1, 18), by=by)
    row = AdvisoryDocument.objects.select_related("paper").get()
    row.paper.subject = "về việc mới"
    row.note = "ghi sau"
    write(row.paper, reason="đính chính trích yếu")
    write(row, reason="ghi thêm")
    files = unpacked(evidence(edition, ours))
    (told,) = sheet(files, "Văn bản tham mưu")
    assert [told[heading] for heading in told if heading.endswith("(advice.issued)")] == ["x"]
    assert (told["Trích yếu"], told["Ghi chú"], told["Phiên bản"]) == ("về việc cũ", "", 1)
    changed = [(one["Thay đổi"], one["Lý do"], one[CHANGED[-1]]) for one in sheet(files, "Thay đổi của các dòng")]
    assert ("Ghi chú: – → “ghi sau”", "ghi thêm", "sau") in changed
    page = files["index.html"].decode()
    assert "1 thay đổi sau khi tổng hợp" in page
    assert "Ghi nhận ban hành ngày 18/01/2022" in page


def test_personal_data_stand_behind_a_mask() -> None:
    ours = reporting()
    by = user(ours, Role.COMPILER)
    days = {"issued_on": date(2022, 1, 5), "recorded_on": date(2022, 1, 5)}
    employer = write(Establishment(name="Cơ sở A"))
    write(WorkerCertificate(agency=ours, employer=employer, worker="Trần Thị Riêng Tư", state="issued", **days))
    edition = compile_report(the_period("2022-01"), ours, by=by).edition
    files = unpacked(evidence(edition, ours))
    (row,) = sheet(files, "Chứng chỉ nhân viên bức xạ")
    assert row["Họ và tên nhân viên"] == MASK
    texts = [data for name, data in files.items() if name.endswith((".html", ".json"))]
    inside = zipfile.ZipFile(io.BytesIO(files["dong-duoc-tinh.xlsx"]))
    assert not any("Riêng Tư".encode() in text for text in (*texts, *(inside.read(name) for name in inside.namelist())))


def test_others_tell_what_happened_to_the_report() -> None:
    edition, ours, _ = an_edition()

    def approved(of: Edition) -> tuple[Move, ...]:
        return (Move(datetime(2030, 1, 16, 8, 0, tzinfo=UTC), "Nguyễn Văn Ký", f"Duyệt {of.label}", "đủ số liệu"),)

    page = unpacked(evidence(edition, ours, sources=(*SOURCES, approved)))["index.html"].decode()
    assert page.index("Tổng hợp ấn bản 2022-01/1") < page.index("Duyệt 2022-01/1") < page.index("đủ số liệu")


def test_the_signed_file_is_in_it(tmp_path: Path, settings: Any) -> None:
    settings.VAR = tmp_path
    edition, ours, by = an_edition()
    trusted(user(ours, Role.ADMINISTRATOR, "quantri"))
    data = steps.sign_as_leader(edition, hand(SIGNER), by=user(ours, Role.LEADER, "lanhdao")).pdf
    keeping.keep(edition, came_back(edition, "ký.pdf", data, AT), by=by)
    files = unpacked(evidence(edition, ours))
    assert files["ban-da-ky.pdf"] == data
    assert "<td>hợp lệ</td>" in files["index.html"].decode()
