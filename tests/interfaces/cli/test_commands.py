"""The commands on the January registers: what they answer, and how they refuse."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, ProgrammingError

from sokhcn.interfaces.cli.damage import is_damage, said_of
from sokhcn.interfaces.cli.main import main
from sokhcn.people.demo import make_people
from tests.formats.docx import word_variants as word
from tests.rows import agency
from tests.seed.compiled import DEMO, january

pytestmark = pytest.mark.django_db


class Done(NamedTuple):
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs ``sokhcn`` with the given words."""

    def command(*words: str) -> Done:
        monkeypatch.setattr("sys.argv", ["sokhcn", *words])
        with pytest.raises(SystemExit) as stop:
            main()
        out, err = capsys.readouterr()
        return Done(int(stop.value.code or 0), out, err)

    return command


def test_why_answers_with_the_rows_and_the_near_misses_as_json(run: Run):
    january()
    told = json.loads(run("why", "advice.issued", "2022-01", "--format", "json").out)
    assert (told["value"], len(told["counted"])) == (6, 6)
    assert "7096/UBND-KTTH" in [row["paper"] for row in told["counted"]]
    assert len(told["near"]) >= 2
    assert all(row["failed"] in told["conditions"] for row in told["near"])


def test_why_in_words_says_definition_rows_and_near_misses(run: Run):
    january()
    said = run("why", "metrology.instruments", "2022-01").out
    for words in (
        "163 phương tiện đo",
        "15/12/2021 – 14/01/2022",
        "Căn cứ, cách tính:",
        "Điều kiện:",
        "suýt được tính",
    ):
        assert words in said
    assert "164 dòng được tính, gồm 163 phương tiện đo khác nhau" in said


def test_figures_and_compile_answer_as_json(run: Run):
    january()
    figures = json.loads(run("figures", "2022-01", "--format", "json").out)
    assert {f["key"]: f["value"] for f in figures["figures"]}["metrology.establishments"] == 50
    again = json.loads(run("compile", "2022-01", "--format", "json").out)
    assert (again["edition"], again["new"]) == ("2022-01/1", False)


def test_figures_tell_the_year_to_date_and_last_year(run: Run):
    january()
    told = json.loads(run("figures", "2022-03", "--format", "json").out)
    issued = next(figure for figure in told["figures"] if figure["key"] == "advice.issued")
    assert (issued["value"], issued["to_date"], issued["last_year"]) == (0, 7, 0)
    said = run("figures", "2022-9T").out
    assert "Lũy kế từ đầu năm" in said
    assert "15/12/2021 – 14/09/2022 (quy ước, phỏng theo Điều 12 Nghị định số 09/2019/NĐ-CP)" in said


def test_a_regime_for_statistics_counts_the_same_rows_by_the_calendar(run: Run):
    january()
    told = json.loads(run("figures", "2022-01", "--regime", "lich", "--format", "json").out)
    assert (told["period"], told["days"]) == ("2022-01@lich", ["2022-01-01", "2022-01-31"])
    assert {f["key"]: f["value"] for f in told["figures"]}["advice.issued"] == 5
    assert run("why", "advice.issued", "2022-01", "--regime", "lich").out.startswith("Văn bản Sở tham mưu")


@pytest.mark.parametrize(
    ("option", "value", "days"), [("--to-date", 7, "15/12/2021"), ("--last-year", 0, "15/02/2021")]
)
def test_why_answers_for_the_columns_beside_the_value(run: Run, option: str, value: int, days: str):
    january()
    told = json.loads(run("why", "advice.issued", "2022-03", option, "--format", "json").out)
    assert (told["value"], len(told["counted"])) == (value, value)
    assert f"Đếm các dòng của {days}" in run("why", "advice.issued", "2022-03", option).out


def test_why_of_a_share_says_formula_and_operands(run: Run):
    january()
    said = run("why", "metrology.share_passed", "2022-01").out
    assert "Công thức: ([Phương tiện đo được kiểm định" in said
    assert "metrology.failed" in said


def test_an_estimate_is_always_told_as_one(run: Run):
    january()
    assert "nghiệm thu trong kỳ, ước: ước 11 nhiệm vụ" in run("why", "research.accepted@estimate", "2022").out


@pytest.mark.parametrize("form", ["docx", "html", "xlsx", "json", "txt"])
def test_export_writes_a_whole_file(run: Run, tmp_path: Path, form: str):
    january()
    target = tmp_path / f"a.{form}"
    assert run("export", "2022-01/1", "--to", form, "--out", str(target)).code == 0
    assert target.stat().st_size > 5000
    assert list(tmp_path.iterdir()) == [target]


def test_a_dry_run_says_what_it_would_do_and_writes_nothing(run: Run):
    january()
    file = str(DEMO / "kiem-dinh.csv")
    told = json.loads(run("import", "kiem-dinh", file, "--dry-run", "--format", "json").out)
    assert (told["added"], told["changed"], told["dry_run"]) == (0, 0, True)


def test_a_bad_file_is_refused_whole_with_every_fault_and_its_line(run: Run, tmp_path: Path):
    january()
    file = tmp_path / "sai.csv"
    file.write_text('"Số, ký hiệu",Ngày ban hành\n12,30/02/2022\nabc,01/01/2022\n', encoding="utf-8-sig")
    done = run("import", "van-ban-tham-muu", str(file))
    assert (done.code, done.out) == (2, "")
    assert "không ghi dòng nào" in done.err.splitlines()[0]
    assert "sai.csv, ô B2" in done.err
    assert "dòng 3" in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("why", "advice.nope", "2022-01"), "Không có chỉ tiêu “advice.nope”"),
        (("figures", "2022-13"), "Không hiểu kỳ “2022-13”"),
        (("compile", "hôm nay"), "Không hiểu kỳ “hôm nay”"),
        (("figures", "0001"), "Năm 0001 nằm ngoài các năm 1900 – 9000"),
        (("why", "advice.issued", "9999-12-01..9999-12-31"), "Năm 9999 nằm ngoài"),
        (("compile", "2022-01-01..2022-01-31"), "Chưa có đề cương cho báo cáo từ 01/01/2022 đến 31/01/2022"),
        (("figures", "2022-01", "--regime", "x"), "Không có chế độ báo cáo “x”. Các chế độ: ND09-2019, lich."),
        (("export", "2022-02", "--to", "pdf"), "Tổng hợp trước: ./sokhcn compile 2022-02"),
        (("import", "so-la", "a.csv"), "Không có sổ “so-la”"),
        (("import", "kiem-dinh", "/khong/co.csv"), "/khong/co.csv"),
        (("compile", "2022-01", "--by", "ai"), "Không có người dùng “ai”"),
        (("why", "advice.issued"), "Thiếu KỲ"),
        (("figures", "2022-01", "--la"), "Không có tùy chọn --la"),
        (("figures", "2022-01", "--format", "xml"), "--format"),
        (("serve", "--port", "99999"), "--port"),
        (("figures", "2022-01", "--format", "xml"), "chỉ nhận text, json."),
        (("serve", "--port", "99999"), "chỉ nhận số nguyên từ 1 đến 65535."),
        (("serve", "--port", "tám"), "chỉ nhận số nguyên từ 1 đến 65535."),
        (("serve", "--on", "13/01/2022"), "--on 13/01/2022: sổ minh họa đã ghi đến"),
        (("serve", "--on", "hôm qua"), "Không hiểu ngày “hôm qua”"),
        (("export", "2022-01", "--to"), "Thiếu giá trị sau --to."),
        (("figures", "2022-01", "thừa"), "Lệnh thừa “thừa”."),
        (("outline", "import", "x"), "Thiếu NGÀY. Xem cách dùng: ./sokhcn outline import --help"),
        (("indicator",), "Thiếu tên lệnh. Xem cách dùng: ./sokhcn indicator --help"),
        (("why", "advice.isued", "2022-01"), "Có phải “advice.issued”?"),
        (("import", "kiem-din", "a.csv"), "Có phải “kiem-dinh”?"),
        (("lenh-la",), "Không có lệnh “lenh-la”."),
        (("demo", "--from", "/khong/co"), "Không có thư mục /khong/co"),
        (("demo", "--year", "2023"), "Dùng: ./sokhcn demo --year 2022"),
        (("demo", "--year", "nay"), "--year"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_two(run: Run, words: tuple[str, ...], said: str):
    make_people(agency())
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert "Traceback" not in done.err


def test_an_edition_or_a_form_that_is_not_there_is_named(run: Run):
    january()
    assert "Không có ấn bản “2022-01/9”. Có: 2022-01/1." in run("export", "2022-01/9", "--to", "pdf").err
    assert "Không có dạng tệp “doc”" in run("export", "2022-01", "--to", "doc").err


def test_without_words_the_commands_are_listed(run: Run):
    done = run()
    assert done.code == 0
    for command in ("demo", "compile", "figures", "why", "export", "import", "serve"):
        assert command in done.out


@pytest.mark.parametrize("asked", [("--format", "json"), ("--format=json",)])
def test_a_refusal_is_json_where_the_answer_would_have_been(run: Run, asked: tuple[str, ...]):
    make_people(agency())
    done = run("figures", "2022-13", *asked)
    assert done.code == 2
    assert "2022-13" in json.loads(done.out)["error"]
    assert run("export", "2022-13", "--to", "json").out == ""


def test_a_file_that_cannot_be_written_is_named_and_leaves_nothing_behind(run: Run, tmp_path: Path):
    january()
    done = run("export", "2022-01", "--to", "txt", "--out", str(tmp_path / "không có" / "a.txt"))
    assert (done.code, done.out) == (2, "")
    assert f"{tmp_path}/không có/a.txt:" in done.err
    assert run("export", "2022-01", "--to", "txt", "--out", str(tmp_path)).code == 0
    assert [file.name for file in tmp_path.iterdir()] == ["bao-cao-2022-01.txt"]


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("database is locked", "đang bận"),
        ("database disk image is malformed", "bị hỏng"),
        ("attempt to write a readonly database", "quyền ghi"),
        ("something unheard of", "báo lỗi: something unheard of"),
    ],
)
def test_what_is_wrong_with_the_database_is_said_in_vietnamese(told: str, said: str):
    assert said in said_of(OperationalError(told))


@pytest.mark.parametrize(
    ("state", "told", "said"),
    [
        ("55P03", "hủy câu lệnh", "đang bận"),
        ("40001", "không tuần tự được", "đang bận"),
        ("42P01", "thiếu bảng", "chưa đủ bảng"),
        (None, "connection failed: connection to server at 127.0.0.1 failed: Connection refused", "không kết nối được"),
        (None, 'connection failed: FATAL:  database "so" does not exist', "chưa có trên máy chủ"),
        (None, 'connection failed: FATAL:  password authentication failed for user "so"', "mật khẩu"),
    ],
)
def test_what_postgresql_says_is_said_in_vietnamese(state: str | None, told: str, said: str):
    error = ProgrammingError(told) if state == "42P01" else OperationalError(told)
    error.__cause__ = type("Error", (Exception,), {"sqlstate": state})()
    assert is_damage(error)
    assert said in said_of(error)


def test_an_error_of_the_program_is_not_blamed_on_the_database():
    assert not is_damage(IntegrityError("UNIQUE constraint failed"))
    assert is_damage(DatabaseError("file is not a database"))


def test_returned_says_what_differs_from_the_edition_that_the_file_names(run: Run, tmp_path: Path):
    january()
    file = tmp_path / "ve.docx"
    run("export", "2022-01/1", "--to", "docx", "--out", str(file))
    assert run("returned", str(file)).out == "ve.docx không khác ấn bản 2022-01/1.\n"
    file.write_bytes(word.edited(file.read_bytes(), word.retype("num:advice.issued", "07")))
    said = run("returned", str(file)).out
    assert "ve.docx khác ấn bản 2022-01/1 ở 1 chỗ:" in said
    assert "số liệu advice.issued" in said
    told = json.loads(run("returned", str(file), "--format", "json").out)
    assert (told["changes"][0]["before"], told["changes"][0]["after"]) == ("06", "07")


def test_returned_refuses_what_is_no_word_file(run: Run, tmp_path: Path):
    january()
    file = tmp_path / "a.docx"
    file.write_text("không phải")
    done = run("returned", str(file))
    assert (done.code, done.err) == (2, "Tệp không phải tài liệu Word (.docx).\n")


STRANGERS = (
    (("compile", "2022-01", "--by", "vanthu"), "vanthu: Chỉ người tổng hợp được tổng hợp báo cáo."),
    (("compile", "2022-01", "--preview", "--by", "quantri"), "quantri: Chỉ người tổng hợp được tổng hợp báo cáo."),
    (("waive", "2022-01/1", "1", "--reason", "a", "--by", "chuyenvien"), "Chỉ trưởng đơn vị và người tổng hợp"),
    (("unwaive", "2022-01/1", "1", "--reason", "a", "--by", "lanhdao"), "Chỉ trưởng đơn vị và người tổng hợp"),
    (("audit", "verify", "--by", "tonghop"), "tonghop: Nhật ký và niêm phong do lãnh đạo Sở và quản trị xem."),
    (("audit", "changes", "--as", "chuyenvien"), "Nhật ký và niêm phong do lãnh đạo Sở và quản trị xem."),
    (("evidence", "2022-01/1", "--by", "truongdonvi"), "truongdonvi: Gói minh chứng có dòng của mọi đơn vị"),
    (("issue", "2022-01", "--by", "tonghop"), "là việc của Văn thư; bạn là Người tổng hợp"),
)


def test_a_command_asks_for_the_role_that_a_page_would(run: Run):
    january()
    for words, said in STRANGERS:
        done = run(*words)
        assert (done.code, done.out, said in done.err) == (2, "", True), words
