"""The commands on numbers of outgoing papers and on issued figures that moved, as an office gives them."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from typer.testing import CliRunner, Result

from sokhcn.interfaces.cli.commands import app_for
from sokhcn.records.stepping import NotPossible
from sokhcn.reports.drifting.answering import NoDrift
from sokhcn.reports.numbers.books import NoBook
from sokhcn.reports.numbers.finding import NoPaper
from tests.reports.drifting.drifting import JANUARY, issued, office
from tests.reports.numbers.numbered import book
from tests.rows import Role, advisory, paper, user

pytestmark = pytest.mark.django_db


def run(*words: str, by: str = "vanthu") -> Result:
    return CliRunner().invoke(app_for(words), [*words, "--by", by], catch_exceptions=False)


def told(*words: str) -> Any:
    return json.loads(run(*words, "--format", "json").output)


def test_a_clerk_numbers_papers_and_prints_the_book(tmp_path: Path) -> None:
    ours, _ = office()
    book(user(ours, Role.CLERK, "vanthu"))
    year = timezone.localdate().year
    assert f"số kế tiếp năm {year}: 01; chưa cấp cho văn bản nào." in run("number", "next").output
    assert "Đã cấp số 01/KH-SKHCN" in run("number", "take", "KH", "--set", "Trích yếu=Kiểm tra").output
    assert (
        told("number", "take", "Công văn", "--set", "Trích yếu=V/v", "--set", "Ký hiệu=SKHCN-VP")["number"]
        == "02/SKHCN-VP"
    )
    assert "Số này không cấp lại." in run("number", "void", "01/KH-SKHCN", "--reason", "nhầm").output
    assert "Đã ghi chuyển văn bản số 02/SKHCN-VP" in run("number", "sent", "02/SKHCN-VP", "--copies", "3").output
    with pytest.raises(NotPossible, match="Ngày chuyển 31/12/2099 ở sau hôm nay"):
        run("number", "sent", "02/SKHCN-VP", "--on", "31/12/2099")
    rows = told("number", "book", "--out", str(tmp_path / "so.xlsx"))["rows"]
    assert [row["Số lượng bản"] for row in rows] == ["", "3"]
    assert (tmp_path / "so.xlsx").read_bytes()[:2] == b"PK"
    assert "02/SKHCN-VP" in run("number", "book").output


def test_a_delivery_that_was_noted_keeps_its_day() -> None:
    ours, _ = office()
    user(ours, Role.CLERK, "vanthu")
    run("number", "enter", "01", "KH", "--on", "17/01/2022", "--set", "Trích yếu=Kiểm tra")
    sent = ("number", "sent", "01/KH-SKHCN", "--year", "2022")
    run(*sent, "--on", "18/01/2022")
    assert "ngày 18/01/2022" in run(*sent, "--received", "Bưu điện").output


def test_what_a_clerk_cannot_have_is_said() -> None:
    ours, _ = office()
    user(ours, Role.CLERK, "vanthu")
    with pytest.raises(NoBook, match="chưa có sổ nào"):
        run("number", "book", "--book", "x")
    with pytest.raises(NoPaper, match="Ghi như 08/BC-SKHCN"):
        run("number", "void", "tám", "--reason", "nhầm")
    with pytest.raises(NoPaper, match="năm 2022 không có số 08/BC-SKHCN"):
        run("number", "void", "08/BC-SKHCN", "--year", "2022", "--reason", "nhầm")
    with pytest.raises(NotPossible, match="Chỉ văn thư"):
        run("number", "take", "KH", "--set", "Trích yếu=Kiểm tra", by="tonghop")
    entered = run("number", "enter", "03", "KH", "--on", "16/01/2022", "--set", "Trích yếu=Kiểm tra").output
    assert "cần xem: Ngày 16/01/2022 không phải ngày làm việc." in entered


def test_a_moved_figure_is_listed_with_its_cause_and_answered() -> None:
    ours, by = office()
    issued(ours, by, JANUARY)
    assert "Đã đối chiếu" in run("drift", "run", by="tonghop").output
    advisory(ours, state="issued", paper=paper("1", issued_on=date(2022, 1, 10)))
    assert "lần ghi chưa đối chiếu" in run("drift", "list", by="tonghop").output
    run("drift", "run", by="tonghop")
    listed = run("drift", "list", by="tonghop").output
    assert "Văn bản Sở tham mưu được ban hành trong kỳ\n   đã ban hành 0, nay là 1 văn bản · Chờ trả lời" in listed
    assert "- Quyết định số 1/QĐ-UBND ngày 10/01/2022 (thêm, Nguyễn Thị Minh Họa, " in listed
    assert "Đính chính." in run("drift", "answer", "2022-01/1", "đính chính", by="tonghop").output
    assert "Không có chênh lệch nào chờ trả lời." in run("drift", "list", by="tonghop").output
    with pytest.raises(NoDrift, match="không có chênh lệch nào chờ"):
        run("drift", "answer", "2022-01/1", "correct", by="tonghop")
    made = run("drift", "recall", "2022-01/1", "--reason", "nhầm", by="tonghop").output
    assert "Đã lập ấn bản 2022-01/2: thu hồi Báo cáo tháng 01 năm 2022" in made
