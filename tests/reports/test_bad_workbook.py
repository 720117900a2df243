"""A bad workbook is told of whole: two hundred errors of twenty kinds, each at its cell, and nothing written."""

import csv
import subprocess
from datetime import date
from pathlib import Path

import pytest

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.people.models import User
from sokhcn.records.models import Batch, Establishment
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import receive, receive_good, try_out
from sokhcn.reports.sheets import faults_as_xlsx
from tests.needs import program
from tests.reports.planted import KINDS, OF_EACH, planted
from tests.rows import agency, unit, user, write

pytestmark = pytest.mark.django_db
METROLOGY = REGISTERS[0]
TODAY = date(2022, 1, 14)


@pytest.fixture
def officer() -> User:
    ours = agency("SKHCN")
    unit(ours, "VP", name="Văn phòng Sở", short="Văn phòng")
    write(Establishment(name="Cơ sở A"))
    return user(ours)


def test_two_hundred_errors_of_twenty_kinds_are_told_at_once_and_nothing_is_written(officer: User) -> None:
    data, expected = planted()
    assert (len(expected), len({kind.name for kind in KINDS})) == (200, 20)
    before = Batch.objects.count()
    for take in (try_out, receive):
        receipt = take(METROLOGY, open_sheet(METROLOGY, data, "xau.xlsx"), by=officer, today=TODAY)
        assert {(mark.line, mark.place, mark.finding.id) for mark in receipt.marks} == expected
        assert (len(receipt.marks), receipt.wrong) == (200, 200)
    assert (Job.everything.count(), Instrument.everything.count(), Batch.objects.count()) == (0, 0, before)


def test_each_error_names_its_cell_and_says_what_to_do(officer: User) -> None:
    data, _ = planted()
    receipt = try_out(METROLOGY, open_sheet(METROLOGY, data, "xau.xlsx"), by=officer, today=TODAY)
    said = {mark.finding.where: str(mark.finding) for mark in receipt.marks}
    assert said["xau.xlsx, ô B5"] == "xau.xlsx, ô B5: Thiếu “Cơ sở”."
    assert any("Cân tiểu ly" in one and "giá trị có trong tệp mẫu" in one and len(one) < 200 for one in said.values())


def test_the_good_rows_alone_are_written(officer: User) -> None:
    data, _ = planted()
    receipt = receive_good(METROLOGY, open_sheet(METROLOGY, data, "xau.xlsx"), by=officer, today=TODAY)
    assert (receipt.wrong, receipt.added) == (200, Job.objects.count())
    assert Instrument.objects.count() == receipt.added > OF_EACH


@pytest.mark.needs("calc")
def test_the_file_with_the_errors_opens_in_libreoffice(officer: User, tmp_path: Path) -> None:
    data, expected = planted()
    sheet = open_sheet(METROLOGY, data, "xau.xlsx")
    receipt = try_out(METROLOGY, sheet, by=officer, today=TODAY)
    (tmp_path / "loi.xlsx").write_bytes(faults_as_xlsx(sheet, receipt.marks))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    command = [program("soffice"), profile, "--headless", "--convert-to", as_csv, "--outdir", tmp_path, "loi.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    with (tmp_path / "loi.csv").open(encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[3][:2] == ["TT", "Cơ sở"]
    marked = {number for number, row in enumerate(rows, 1) if row[-1] not in ("", "Lỗi")}
    assert marked == {line for line, _, _ in expected}
