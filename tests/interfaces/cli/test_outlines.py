"""Outlines and own indicators through the command line: what it answers, what it writes, how it refuses."""

import json
from pathlib import Path

import pytest

from sokhcn.people.demo import COMPILER
from sokhcn.people.models import Role
from sokhcn.records.models import Agency
from sokhcn.reports.models import Edition, OwnOutline
from tests.interfaces.cli.test_commands import Run, run
from tests.reports.reporting import reporting
from tests.reports.test_owning import issued
from tests.rows import user

pytestmark = pytest.mark.django_db
__all__ = ["run"]
SAVE = (
    *("indicator", "save", "own.decisions", "--label", "Quyết định", "--register", "van-ban-tham-muu"),
    *("--unit", "quyết định", "--basis", "Theo ngày ban hành", "--from", "01/01/2022"),
)


@pytest.fixture
def owner() -> Agency:
    agency = reporting()
    user(agency, Role.COMPILER, COMPILER)
    issued(agency, "1")
    return agency


def test_the_list_names_what_is_in_force(run: Run, owner: Agency) -> None:
    told = json.loads(run("outline", "list", "--on", "14/01/2022", "--format", "json").out)
    assert ("bao-cao-dinh-ky", "tinh", "mặc định") in [(o["id"], o["addressee"], o["source"]) for o in told]
    assert "6 tháng" in run("outline", "list", "--on", "2022-01-14").out


def test_export_preview_import_and_compile(run: Run, owner: Agency, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    run("outline", "export", "bao-cao-dinh-ky", "--on", "14/01/2022", "--out", str(file))
    assert run("compile", "2022-01").code == 0
    file.write_text(file.read_text().replace("Công tác tham mưu văn bản", "Tham mưu"))
    said = run("outline", "preview", str(file), "--period", "2022-01", "--to", "txt", "--out", str(tmp_path))
    assert "- 1. Công tác tham mưu văn bản\n    + 1. Tham mưu\n" in said.out
    assert "1. Tham mưu\n" in (tmp_path / "xem-thu-bao-cao-2022-01.txt").read_text()
    assert (Edition.objects.count(), OwnOutline.objects.count()) == (1, 0)
    assert "Thử được đề cương" in run("outline", "import", str(file), "--from", "14/01/2022", "--dry-run").out
    assert not OwnOutline.objects.exists()
    assert "Đã nhận đề cương" in run("outline", "import", str(file), "--from", "14/01/2022").out
    assert "ấn bản 2022-01/2" in run("compile", "2022-01").out
    run("outline", "export", "2022-01/1", "--out", str(tmp_path / "old.txt"))
    assert "Công tác tham mưu văn bản" in (tmp_path / "old.txt").read_text()


def test_a_folder_has_a_file_for_each_chapter(run: Run, owner: Agency, tmp_path: Path) -> None:
    run("outline", "export", "bao-cao-nam", "--out", str(tmp_path))
    assert {"de-cuong.toml", "advice.md", "assessment.md"} <= {file.name for file in tmp_path.iterdir()}
    assert "không ghi gì" in run("outline", "import", str(tmp_path), "--from", "14/01/2022").out


def test_faults_are_told_with_file_and_line_and_exit_code_2(run: Run, owner: Agency, tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    run("outline", "export", "bao-cao-dinh-ky", "--on", "14/01/2022", "--out", str(file))
    file.write_text(file.read_text().replace("document.advised", "document.advise"))
    line = next(n for n, text in enumerate(file.read_text().splitlines(), 1) if "document.advise " in text)
    for verb in (("import", str(file), "--from", "14/01/2022"), ("preview", str(file), "--period", "2022-01")):
        done = run("outline", *verb)
        assert done.code == 2
        assert f"a.txt, dòng {line}: Không có tên “document.advise”. Có phải “advised”?" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("outline", "export", "bao-cao-nem"), "Không có đề cương “bao-cao-nem”. Có phải “bao-cao-nam”?"),
        (("outline", "list", "--on", "32/1/2022"), "Không hiểu ngày “32/1/2022”."),
        (("compile", "2022-01", "--to", "boo"), "Chưa có đề cương cho báo cáo gửi “boo”. Có phải “bo”?"),
        (("export", "2022-Q1:bo", "--to", "txt"), "./sokhcn compile 2022-Q1 --to bo"),
        ((*SAVE, "--where", "Tình trạg = x"), "Sổ không có cột “Tình trạg”. Có phải “Tình trạng”?"),
        (("indicator", "drop", "own.x"), "Không có chỉ tiêu “own.x”."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(run: Run, owner: Agency, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert done.code == 2
    assert said in done.err


def test_an_own_indicator_is_saved_listed_asked_and_dropped(run: Run, owner: Agency) -> None:
    assert "{{ own.decisions }}" in run(*SAVE, "--where", "Loại văn bản = Quyết định").out
    listed = json.loads(run("indicator", "list", "--on", "14/01/2022", "--format", "json").out)
    assert [(one["key"], one["conditions"]) for one in listed] == [("own.decisions", "Loại văn bản = Quyết định")]
    assert json.loads(run("why", "own.decisions", "2022-01", "--format", "json").out)["value"] == 1
    assert "thùng rác" in run("indicator", "drop", "own.decisions", "--on", "14/01/2022").out
    assert "Chưa có chỉ tiêu riêng" in run("indicator", "list", "--on", "14/01/2022").out


def test_the_report_to_the_ministry_is_a_report_of_its_own(run: Run, owner: Agency, tmp_path: Path) -> None:
    assert "ấn bản 2022-Q1/1" in run("compile", "2022-Q1").out
    assert "ấn bản 2022-Q1:bo/1" in run("compile", "2022-Q1", "--to", "bo").out
    run("export", "2022-Q1:bo", "--to", "txt", "--out", str(tmp_path))
    text = (tmp_path / "bao-cao-2022-Q1-bo.txt").read_text()
    assert "Kính gửi: Bộ Khoa học và Công nghệ." in text
    assert "II. KẾT QUẢ HOẠT ĐỘNG KH&CN QUÝ I NĂM 2022" in text
