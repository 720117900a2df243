"""Chapters through the command line: what it answers, what it writes, how it refuses."""

import json
from pathlib import Path

import pytest

from sokhcn.people.demo import COMPILER
from sokhcn.people.models import Role
from sokhcn.records.models import Agency
from sokhcn.reports.models import Edition
from tests.formats.docx import word_variants as word
from tests.interfaces.cli.test_commands import Run, run
from tests.reports.reporting import reporting, wording
from tests.reports.sections.handled import ADVICE, issued
from tests.rows import user

pytestmark = pytest.mark.django_db
__all__ = ["run"]


@pytest.fixture
def owner() -> Agency:
    agency = reporting()
    wording(agency, "advice", ADVICE)
    user(agency, Role.COMPILER, COMPILER)
    issued(agency, "1")
    return agency


def test_a_text_written_previewed_and_compiled(run: Run, owner: Agency) -> None:
    assert "Đọc soát:" in run("compile", "2022-01").out
    assert "1. Đã ban hành 01 văn bản." in run("section", "lines", "2022-01", "advice").out
    text = ("--line", "1", "--text", "Thêm {{ advice.issued }} câu.")
    assert "Đã ghi đoạn viết tay số" in run("section", "write", "2022-01", "advice", *text).out
    assert (
        "đè số" in run("section", "override", "2022-01", "advice.issued", "05", "--in", "advice", "--reason", "vì").out
    )
    shown = run("compile", "2022-01", "--preview").out
    assert "0 số thay đổi, 1 chỗ khác về lời văn so với 2022-01/1" in shown
    assert "In 5 thay cho 1" in shown
    assert Edition.objects.count() == 1
    refused = run("compile", "2022-01", "--seen", "0123")
    assert (refused.code, refused.out) == (2, "")
    assert "đã thay đổi từ lúc xem trước" in refused.err
    seen = json.loads(run("compile", "2022-01", "--preview", "--format", "json").out)["seen"]
    assert "Đã tổng hợp ấn bản 2022-01/2" in run("compile", "2022-01", "--seen", seen).out
    told = json.loads(run("summary", "2022-01", "--format", "json").out)
    assert [(one["value"], one["counted"], one["reason"]) for one in told["overrides"]] == [("5", "1", "vì")]
    assert told["own_texts"] == 1


def test_a_word_file_is_taken_back_only_when_its_figures_are_resolved(run: Run, owner: Agency, tmp_path: Path) -> None:
    run("compile", "2022-01")
    file = tmp_path / "a.docx"
    run("export", "2022-01", "--to", "docx", "--out", str(file))
    file.write_bytes(word.edited(file.read_bytes(), word.retype("num:advice.issued", "02")))
    assert "01 → 02, sổ ghi 01" in run("returned", str(file)).out
    refused = run("returned", str(file), "--accept")
    assert refused.code == 2
    assert "1=theo sổ" in refused.err
    assert "Không hiểu “1=sao”" in run("returned", str(file), "--accept", "--resolve", "1=sao").err
    assert "0 số ghi đè" in run("returned", str(file), "--accept", "--resolve", "1=theo so").out
    assert "1 số ghi đè" in run("returned", str(file), "--accept", "--resolve", "1=ghi đè: có thêm").out


def test_editions_are_compared_on_a_page_and_in_word(run: Run, owner: Agency, tmp_path: Path) -> None:
    run("compile", "2022-01")
    issued(owner, "2")
    run("compile", "2022-01")
    page, file = tmp_path / "a.html", tmp_path / "a.docx"
    told = run("compare", "2022-01/2", "2022-01/1", "--html", str(page), "--docx", str(file)).out
    assert "So sánh 2022-01/2 với 2022-01/1" in told
    assert "<del>01</del><ins>02</ins>" in page.read_text("utf-8")
    assert file.read_bytes().startswith(b"PK")
    assert "Chưa có báo cáo" in run("compare", "2022-01/2").err
