"""The commands that people rely on when something is doubted or lost: audit, issue, backup, restore, shell."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from django.db import connection

from sokhcn.interfaces.cli.main import main
from sokhcn.people.appointing import appoint
from sokhcn.people.models import Role, User
from sokhcn.records.models import Paper
from tests.own_file import own_database
from tests.rows import OFFICER, agency, paper, write

pytestmark = pytest.mark.django_db(transaction=True)
BY = ("--by", "quantri", "--reason", "sửa theo công văn")


class Done(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def home(settings: Any, tmp_path: Path) -> Iterator[Path]:
    """A department with an administrator, a row that was changed once, and a folder of its own."""
    settings.VAR = tmp_path / "var"
    with own_database(tmp_path):
        owner = agency()
        roles = {"tonghop": Role.COMPILER, "quantri": Role.ADMINISTRATOR}
        people = [User(username=login, first_name="Minh Họa", role=role, agency=owner) for login, role in roles.items()]
        appoint(people, by=OFFICER, reason="")
        row = paper("21")
        row.subject = "về kế hoạch"
        write(row, reason="bổ sung")
        yield tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path) -> Run:
    """Runs ``sokhcn`` with the given words."""

    def command(*words: str) -> Done:
        monkeypatch.setattr("sys.argv", ["sokhcn", *words])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return Done(int(stop.value.code or 0), out, err)

    return command


def by_hand(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_verify_says_that_nothing_was_altered(run: Run) -> None:
    done = run("audit", "verify")
    assert done.code == 0
    assert "Đã soát 5 bản trong lịch sử và 4 dòng trong " in done.out
    assert "không có chỗ nào bị sửa" in done.out


def test_verify_names_the_altered_row_and_leaves_with_one(run: Run) -> None:
    by_hand("UPDATE records_paper SET subject = 'lén'")
    done = run("audit", "verify")
    row = Paper.objects.get()
    assert done.code == 1
    assert f"1. Dòng {row.pk} của văn bản khác với bản 2 trong lịch sử của nó, ở: Trích yếu." in done.out
    assert "1 chỗ bị sửa" in done.out


def test_verify_names_the_altered_version_for_programs(run: Run) -> None:
    by_hand("UPDATE records_version SET after = '{}' WHERE number = 1 AND register = 'records.paper'")
    done = run("audit", "verify", "--format", "json")
    told = json.loads(done.out)
    assert (done.code, [one["id"] for one in told["altered"]]) == (1, ["history.version"])
    assert "bản 1 của dòng" in told["altered"][0]["sentence"]


def test_verify_finds_that_the_end_of_all_was_cut_off_by_what_a_backup_told(run: Run, home: Path) -> None:
    run("backup", str(home / "a.zip"))
    assert run("audit", "verify", "--against", str(home / "a.zip")).code == 0
    for statement in (
        "DELETE FROM records_version WHERE number = 2",
        "DELETE FROM records_seal WHERE number = 2",
        "DELETE FROM records_batch WHERE id = (SELECT max(id) FROM records_batch)",
        "UPDATE records_paper SET subject = '', version = 1",
    ):
        by_hand(statement)
    assert "phần để tra cứu khác với nội dung" in run("audit", "verify").out
    run("reindex")
    assert run("audit", "verify").code == 0  # nothing here tells it
    done = run("audit", "verify", "--against", str(home / "a.zip"))
    assert (done.code, "Sổ văn bản: niêm phong số 2 có lúc sao lưu nay không còn" in done.out) == (1, True)


def test_changes_are_printed_in_sentences_and_counted(run: Run, home: Path) -> None:
    out = run("audit", "changes", "--register", "van-ban-vien-dan").out
    assert "Trích yếu từ (trống) thành “về kế hoạch”. Lý do: bổ sung." in out
    assert "2 thay đổi, ngày " in out
    assert "Không có thay đổi nào" in run("audit", "changes", "--from", "01/01/2020", "--to", "31/01/2020").out
    run("audit", "changes", "--out", str(home / "so.txt"))
    assert "SỔ THAY ĐỔI" in (home / "so.txt").read_text()


def test_a_backup_is_made_and_put_back(run: Run, home: Path) -> None:
    made = run("backup", str(home / "a.zip"))
    assert (made.code, "Đã sao lưu ra" in made.out) == (0, True)
    by_hand("UPDATE records_paper SET subject = 'hỏng'")
    refused = run("restore", str(home / "a.zip"))
    assert (refused.code, "thêm --replace" in refused.err, refused.out) == (2, True, "")
    done = run("restore", str(home / "a.zip"), "--replace")
    assert (done.code, "Đã khôi phục a.zip, do Sổ KH&CN" in done.out) == (0, True)
    assert Paper.objects.get().subject == "về kế hoạch"
    assert run("audit", "verify").code == 0


@pytest.mark.parametrize("words", [("backup",), ("reindex",), ("shell", "-c", "1"), ("restore", "a.zip", "--replace")])
def test_what_the_page_gives_the_administrator_the_command_gives_nobody_else(run: Run, words: tuple[str, ...]) -> None:
    refused = run(*words, "--by", "tonghop")
    assert (refused.code, refused.out, refused.err) == (2, "", "tonghop: Chỉ quản trị được làm việc này.\n")


def test_a_disk_that_has_nothing_is_restored_by_whoever_has_the_machine(
    run: Run, home: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("backup", str(home / "a.zip"))
    monkeypatch.setenv("LOGNAME", "maychu")
    (home / "moi").mkdir()
    settings.VAR = home / "moi"
    with own_database(home / "moi"):
        by_hand("DELETE FROM people_user")
        done = run("restore", str(home / "a.zip"), "--replace", "--by", "tonghop")
        assert (done.code, "Người khôi phục: tài khoản “maychu” của máy." in done.out) == (0, True)
        assert User.objects.filter(username="quantri").exists()
        again = run("restore", str(home / "a.zip"), "--replace", "--by", "quantri")
        assert (again.code, "Người khôi phục: Minh Họa (quantri)." in again.out) == (0, True)


def test_a_backup_goes_into_a_folder_under_its_moment(run: Run, home: Path) -> None:
    told = json.loads(run("backup", "--format", "json").out)
    file = Path(told["file"])
    assert (file.parent, file.name[:8], file.stat().st_size) == (home / "var" / "sao-luu", "sao-luu-", told["bytes"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("restore", "không-có.zip"), "không có tệp"),
        (("shell", "--write", "-c", "1"), "phải có tên và lý do"),
        (("shell", "--write", "--by", "quantri", "-c", "1"), "phải có tên và lý do"),
        (("shell", "-c", "User.objects.create(username='x')"), "Chỉ được đọc"),
        (("shell", "-c", "connection.cursor().execute('DELETE FROM records_batch')"), "Chỉ được đọc"),
        (("shell", "-c", "Paper.objects.update(subject='x')"), "Chỉ được đọc"),
        (("issue", "2022-01"), "Chưa có báo cáo tháng 01 năm 2022"),
        (("audit", "changes", "--from", "32/01/2022"), "Không hiểu ngày"),
        (("audit", "changes", "--out", "so.xls"), "tên tệp phải kết thúc"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_two(run: Run, words: tuple[str, ...], said: str) -> None:
    done = run(*words)
    assert (done.code, said in done.err, len(done.err.splitlines())) == (2, True, 1)


def test_the_shell_reads(run: Run) -> None:
    assert run("shell", "-c", "print(Paper.objects.get().subject)").out == "về kế hoạch\n"


def test_the_shell_writes_with_a_name_and_a_reason(run: Run) -> None:
    run("shell", "--write", *BY, "-c", "r = Paper.objects.get(); r.subject = 'x'\nwith writing() as pen: pen.save(r)")
    row = Paper.objects.get()
    assert (row.subject, row.version) == ("x", 3)
    assert "Lý do: sửa theo công văn." in run("audit", "changes", "--by", "quantri").out


def test_a_role_that_was_taken_past_the_program_is_named_and_a_command_asks_for_the_role(run: Run, home: Path) -> None:
    sheet = home / "dv.csv"
    sheet.write_text("Mã,Tên,Tên gọi tắt,Cơ quan\nVP,Văn phòng,VP,SKHCN\n")
    by_hand("UPDATE people_user SET role = 'leader' WHERE username = 'tonghop'")
    assert "“tonghop” khác với lần giao quyền cuối trong lịch sử, ở: Vai trò." in run("audit", "verify").out
    refused = run("import", "don-vi", str(sheet), "--by", "tonghop")
    assert (refused.code, "Danh mục dùng chung do người tổng hợp và quản trị ghi." in refused.err) == (2, True)
    assert run("import", "don-vi", str(sheet), "--by", "quantri").code == 0


def test_people_are_let_in_by_the_administrator_with_a_password(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOKHCN_PASSWORD", "ngan")
    words = ("person", "set", "moi", "--name", "Người Mới", "--role", "chuyen vien")
    assert "Chỉ quản trị" in run(*words, "--by", "tonghop").err
    assert "Mật khẩu" in run(*words, "--by", "quantri").err
    monkeypatch.setenv("SOKHCN_PASSWORD", "mot mat khau dai")
    assert run(*words, "--by", "quantri").code == 0
    assert "là quản trị cuối cùng" in run("person", "set", "quantri", "--access", "off", "--by", "quantri").err
    assert User.objects.get(username="moi").check_password("mot mat khau dai")
    assert run("audit", "verify").code == 0
