"""The commands that take files into registers and give registers out as files."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sokhcn.formats.xlsx.read import read_workbook
from sokhcn.interfaces.cli.commands import app_for
from sokhcn.interfaces.cli.registers import BadMeaning, NotTaken
from sokhcn.people.demo import make_people
from sokhcn.records.models import Meaning, Place, Unit
from sokhcn.reports.exporting import UnknownForm
from tests.areas.registers import agency

pytestmark = pytest.mark.django_db
BY = ("--by", "tonghop")
UNITS = "Mã,Tên,Gọi tắt,Cơ quan\nVP,Văn phòng Sở,VP,{agency}\n"
PLACES = "Mã,Tên,Có hiệu lực từ\n1,Xã A,01/01/2022\n2,Xã B,hôm qua\n"


def run(*words):
    return CliRunner().invoke(app_for(words), [*map(str, words), *BY], catch_exceptions=False)


@pytest.fixture(autouse=True)
def _people():
    make_people(agency())


@pytest.fixture
def places(tmp_path: Path) -> Path:
    file = tmp_path / "dia-ban.csv"
    file.write_text(PLACES, encoding="utf-8-sig")
    return file


def test_a_file_with_a_fault_is_refused_whole_and_comes_back_with_it(places: Path):
    with pytest.raises(NotTaken) as refused:
        run("import", "dia-ban", places, "--errors", places.with_name("loi.xlsx"))
    assert "không ghi dòng nào. Tệp kèm cột Lỗi:" in str(refused.value)
    assert "dia-ban.csv, ô C3" in str(refused.value.findings[0])
    (grid,) = read_workbook(places.with_name("loi.xlsx").read_bytes(), "loi.xlsx")
    assert (grid.rows[0][-1], grid.rows[1][-1]) == ("Lỗi", "")
    assert "không phải ngày" in str(grid.rows[2][-1])
    assert Place.objects.count() == 0


def test_the_good_rows_are_written_and_the_others_stand_in_a_file_beside(places: Path):
    told = json.loads(run("import", "dia-ban", places, "--good-only", "--format", "json").output)
    assert (told["added"], told["wrong"], Path(told["errors_in"]).name) == (1, 1, "dia-ban-loi.xlsx")
    (grid,) = read_workbook(Path(told["errors_in"]).read_bytes(), "x")
    assert [row[0] for row in grid.rows] == ["Mã", "2"]


def test_what_a_heading_means_is_remembered(tmp_path: Path):
    file = tmp_path / "don-vi.csv"
    file.write_text(UNITS.format(agency=agency().name), encoding="utf-8")
    with pytest.raises(NotTaken):
        run("import", "don-vi", file)
    said = run("import", "don-vi", file, "--means", "Gọi tắt = Tên gọi tắt").output
    assert "thêm 1, sửa 0" in said
    assert "thêm 0, sửa 0, giữ nguyên 1" in run("import", "don-vi", file).output
    assert (Unit.objects.count(), Meaning.objects.count()) == (1, 1)


def test_a_meaning_that_says_nothing_is_refused(places: Path):
    with pytest.raises(BadMeaning, match="Viết: Cột: chữ trong tệp"):
        run("import", "dia-ban", places, "--means", "Gọi tắt")


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_a_register_goes_out_and_comes_back_in_unchanged(places: Path, form: str):
    run("import", "dia-ban", places, "--good-only")
    out = places.with_name(f"so.{form}")
    assert "Đã ghi 1 dòng" in run("rows", "dia-ban", "--out", out).output
    assert "thêm 0, sửa 0, giữ nguyên 1" in run("import", "dia-ban", out).output


def test_files_are_asked_for_by_their_ending(tmp_path: Path):
    for words in (("rows", "dia-ban", "--out", tmp_path / "a.doc"), ("import", "dia-ban", "x", "--errors", "a.txt")):
        with pytest.raises(UnknownForm, match=r"\.xlsx hoặc \.csv"):
            run(*words)
