"""read, check and waive: what they print and where, their exit codes, and how they refuse."""

import json
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
from docx import Document

from sokhcn.people.demo import COMPILER
from sokhcn.people.models import Role
from sokhcn.records.models import Agency, Version
from sokhcn.reports.models import Waiver
from tests.checker.examined import whole
from tests.interfaces.cli.test_commands import Run, run
from tests.reports.reporting import reporting
from tests.rows import advisory, paper, user

pytestmark = pytest.mark.django_db
__all__ = ["run"]
CLEAN = whole("1. Việc\nXong.")
HINTED = whole("1. Việc\nĐã đảm bảo tiến độ.")
FAULTY = whole("1. Việc\nTheo Quyết định số 1/QĐ-UBND ngày 31/02/2022, đã đảm bảo tiến độ.")


@pytest.fixture
def owner() -> Agency:
    agency = reporting()
    user(agency, Role.COMPILER, COMPILER)
    return agency


def kept(folder: Path, text: str, name: str = "a.txt") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


@pytest.mark.parametrize(("text", "code"), [(CLEAN, 0), (HINTED, 0), (FAULTY, 1)])
@pytest.mark.parametrize("form", ["text", "json", "sarif", "html"])
def test_the_exit_code_says_whether_something_must_be_mended(
    run: Run, tmp_path: Path, text: str, code: int, form: str
) -> None:
    assert run("check", kept(tmp_path, text), "--format", form).code == code


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("a.txt", b"", "rỗng"), ("a.docx", b"PK\x03\x04 word/ broken", "hỏng"), ("a.png", b"\x89PNG....", "ảnh")],
)
def test_bad_input_is_one_sentence_and_code_2(run: Run, tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    for command in ("read", "check"):
        done = run(command, str(tmp_path / name))
        assert (done.code, done.out) == (2, "")
        assert words in done.err
        assert "Traceback" not in done.err


def test_no_such_file_and_no_such_edition(run: Run, owner: Agency, tmp_path: Path) -> None:
    assert "không có tệp" in run("check", str(tmp_path / "none.docx")).err
    done = run("check", "2022-01")
    assert done.code == 2
    assert "Chưa có báo cáo" in done.err


def test_json_is_all_that_stands_on_standard_output(run: Run, tmp_path: Path) -> None:
    file = kept(tmp_path, FAULTY)
    for command in ("read", "check"):
        done = run(command, file, "--format", "json")
        told = json.loads(done.out)
        assert told["header"]
        assert done.err == ""
    place = next(f["span"] for f in told["findings"] if f["id"] == "time.impossible")
    assert FAULTY[slice(*place)].endswith("31/02/2022")
    assert told["waived"] == []
    log = json.loads(run("check", file, "--format", "sarif").out)
    assert log["runs"][0]["results"]
    assert run("check", file, "--format", "html").out.startswith("<!DOCTYPE html>")


def carets(out: str) -> list[str]:
    """The words above each row of carets."""
    rows = out.split("\n")
    marked = [(rows[n - 1], row) for n, row in enumerate(rows) if row.strip() and not row.strip(" ^")]
    return [above[row.index("^") : row.rindex("^") + 1] for above, row in marked]


@pytest.mark.parametrize("before", ["", "\t", "Rất dài " * 60, "Cột\tcột\t"])
@pytest.mark.parametrize("behind", ["", " và còn dài nữa" * 40])
def test_a_caret_stands_under_the_words(run: Run, tmp_path: Path, before: str, behind: str) -> None:
    file = kept(tmp_path, whole(f"1. Việc\n{before}đã đảm bảo tiến độ{behind}."))
    done = run("check", file)
    assert "đảm bảo" in carets(done.out)
    assert max(len(line) for line in done.out.split("\n") if line.startswith("   ")) < 120


def test_a_caret_passes_over_loose_marks(run: Run, tmp_path: Path) -> None:
    text = whole("1. Việc\nTrong tháng đã đảm bảo tiến độ.")
    rows = run("check", kept(tmp_path, text)).out.split("\n")
    loose = run("check", kept(tmp_path, normalize("NFD", text), "b.txt")).out.split("\n")
    composed = next(rows[n + 1] for n, row in enumerate(rows) if row.endswith("tiến độ."))
    assert composed in loose


def test_advice_and_law_stand_below(run: Run, tmp_path: Path) -> None:
    out = run("check", kept(tmp_path, CLEAN.replace("KT. GIÁM", "KT.GIÁM"))).out
    assert "   → KT. GIÁM ĐỐC (Nghị định số 30/2020/NĐ-CP, Phụ lục I, Phần II)" in out


def test_read_tells_what_was_understood(run: Run, tmp_path: Path) -> None:
    out = run("read", kept(tmp_path, FAULTY)).out
    for words in ("15/12/2021 – 14/01/2022", "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "1. Việc", "1/QĐ-UBND", "Nguyễn Văn A"):
        assert words in out


def test_an_edition_is_checked_by_its_name(run: Run, owner: Agency) -> None:
    advisory(owner, paper=paper("1"), state="issued")
    assert run("compile", "2022-01").code == 0
    done = run("check", "2022-01")
    assert done.code == 0
    assert "2022-01/1.docx: 0 phải sửa" in done.out
    advisory(owner, paper=paper("2"), state="issued")
    assert run("check", "2022-01/1").code == 1


def test_a_waiver_is_told_and_counted(run: Run, owner: Agency, tmp_path: Path) -> None:
    file = kept(tmp_path, FAULTY)
    found = json.loads(run("check", file, "--format", "json").out)["findings"]
    number = next(f["number"] for f in found if f["id"] == "time.impossible")
    said = run("waive", file, str(number), "--reason", "Bản gốc ghi như vậy")
    assert said.code == 0
    assert "Đã bỏ qua" in said.out
    after = run("check", file)
    assert after.code == 0
    assert "1 đã bỏ qua." in after.out
    assert "Bản gốc ghi như vậy" in after.out
    (waived,) = json.loads(run("check", file, "--format", "json").out)["waived"]
    assert (waived["number"], waived["id"], waived["reason"]) == (number, "time.impossible", "Bản gốc ghi như vậy")
    assert waived["by"]
    (log,) = json.loads(run("check", file, "--format", "sarif").out)["runs"]
    assert [r["ruleId"] for r in log["results"] if r.get("suppressions")] == ["time.impossible"]
    assert "Bản gốc ghi như vậy" in run("check", file, "--format", "html").out
    changed = kept(tmp_path, FAULTY.replace("Theo", "Căn cứ"), "b.txt")
    assert run("check", changed).code == 1


def test_what_reading_found_is_told_once(run: Run, tmp_path: Path) -> None:
    found = json.loads(run("check", kept(tmp_path, normalize("NFD", CLEAN)), "--format", "json").out)["findings"]
    ids = [finding["id"] for finding in found]
    assert len([id for id in ids if id.startswith("letters.")]) == len({i for i in ids if i.startswith("letters.")}) > 0


def test_a_waiver_needs_a_reason_and_a_finding(run: Run, owner: Agency, tmp_path: Path) -> None:
    file = kept(tmp_path, FAULTY)
    assert run("waive", file, "1").code == 2
    assert "lý do" in run("waive", file, "1", "--reason", " ").err
    assert "Không có phát hiện số 99" in run("waive", file, "99", "--reason", "a").err
    assert not Waiver.objects.exists()


def test_a_waiver_can_be_taken_back_and_given_again(run: Run, owner: Agency, tmp_path: Path) -> None:
    file = kept(tmp_path, FAULTY)
    found = json.loads(run("check", file, "--format", "json").out)["findings"]
    number = str(next(f["number"] for f in found if f["id"] == "time.impossible"))
    assert "chưa được bỏ qua" in run("unwaive", file, number, "--reason", "Nhầm").err
    assert run("waive", file, number, "--reason", "Bản gốc ghi như vậy").code == 0
    assert "lý do" in run("unwaive", file, number, "--reason", " ").err
    said = run("unwaive", file, number, "--reason", "Bản gốc đã sửa")
    assert (said.code, "Đã rút lại" in said.out) == (0, True)
    assert run("check", file).code == 1
    (taken_back,) = Version.objects.filter(action=Version.Action.TRASHED)
    assert (taken_back.batch.reason, bool(taken_back.batch.login)) == ("Bản gốc đã sửa", True)
    assert run("waive", file, number, "--reason", "Bản gốc vẫn ghi như vậy").code == 0
    assert "1 đã bỏ qua." in run("check", file).out


def test_the_annotated_file_never_takes_the_place_of_its_original(run: Run, tmp_path: Path) -> None:
    file = kept(tmp_path, FAULTY)
    done = run("check", file, "--annotate", file)
    assert done.code == 2
    assert "chọn tên khác" in done.err
    assert Path(file).read_text(encoding="utf-8") == FAULTY


def test_the_annotated_file_is_written_whole(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    done = run("check", kept(tmp_path, FAULTY), "--annotate", str(out))
    assert done.code == 1
    assert str(out) in done.out
    said = [comment.text for comment in Document(BytesIO(out.read_bytes())).comments]
    assert any(text.startswith("[phải sửa]") for text in said)
    quiet = run("check", kept(tmp_path, FAULTY), "--annotate", str(out), "--format", "json")
    json.loads(quiet.out)
