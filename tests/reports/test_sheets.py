"""What registers give out as files comes back in and changes nothing; a template is filled in and taken."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from sokhcn.people.models import User
from sokhcn.records.models import Batch
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.demo import the_compiler
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import Receipt, receive, try_out
from sokhcn.reports.sheets import all_rows, as_csv, as_xlsx, faults_as_csv, faults_as_xlsx, template
from tests.rows import agency, user, write_all
from tests.seed.compiled import loaded

pytestmark = pytest.mark.django_db
LATER = date(2022, 6, 1)


def files_of(register: Register, by: User) -> Iterator[tuple[str, bytes]]:
    rows = all_rows(register)
    yield f"{register.slug}.xlsx", as_xlsx(register, rows, by)
    yield f"{register.slug}.csv", "".join(as_csv(register, rows, by)).encode()


def taken(register: Register, name: str, data: bytes, by: User) -> Receipt:
    return receive(register, open_sheet(register, data, name), by=by, today=LATER)


def test_every_register_of_the_demonstration_goes_out_and_comes_back_unchanged() -> None:
    loaded()
    by, batches = the_compiler(), Batch.objects.count()
    filled = [register for register in catalogue.registers() if all_rows(register).exists()]
    assert len(filled) >= 25
    for register in filled:
        for name, data in files_of(register, by):
            receipt = taken(register, name, data, by)
            told = [str(finding) for finding in receipt.findings]
            assert (name, told, receipt.added, receipt.changed) == (name, [], 0, 0)
            assert (name, receipt.same) == (name, all_rows(register).count())
    assert Batch.objects.count() == batches


def filled_in(register: Register, *lines: dict[str, Any]) -> bytes:
    """The template as an officer fills it: the example gone, ``lines`` below the headings."""
    rows = CalamineWorkbook.from_object(io.BytesIO(template(register))).get_sheet_by_index(0).to_python()
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(rows[0])
    writer.writerows([[line.get(str(heading), "") for heading in rows[0]] for line in lines])
    return text.getvalue().encode()


@pytest.mark.parametrize("slug", [register.slug for register in catalogue.registers()])
def test_the_example_of_a_template_is_refused_as_a_row_and_nothing_else_is_wrong_with_the_headings(slug: str) -> None:
    register = catalogue.register(slug)
    sheet = open_sheet(register, template(register), "mau.xlsx")
    assert (len(sheet.lines), sheet.headings[-1]) == (1, "Lỗi")
    receipt = try_out(register, sheet, by=user(agency()), today=LATER)
    assert "intake.example" in {finding.id for finding in receipt.findings}
    assert not {"intake.heading", "intake.missing", "intake.twice"} & {finding.id for finding in receipt.findings}


def test_a_template_that_was_filled_in_is_taken() -> None:
    register = catalogue.register("dia-ban")
    data = filled_in(register, {"Mã": "58", "Tên": "tỉnh Ninh Thuận"}, {"Mã": "584", "Tên": "Bác Ái", "Thuộc": "58"})
    receipt = taken(register, "mau.csv", data, user(agency()))
    assert (receipt.added, [str(finding) for finding in receipt.findings]) == (2, [])


def test_a_file_with_its_faults_comes_back_in_without_the_column_of_faults() -> None:
    register, by = catalogue.register("dia-ban"), user(agency())
    sheet = open_sheet(register, "Mã,Tên,Có hiệu lực từ\n1,Xã A,hôm qua\n2,Xã B,01/01/2022\n".encode(), "a.csv")
    marks = try_out(register, sheet, by=by, today=LATER).marks
    for name, back in (("loi.xlsx", faults_as_xlsx(sheet, marks)), ("loi.csv", faults_as_csv(sheet, marks).encode())):
        again = open_sheet(register, back, name)
        assert (again.headings[-1], len(again.lines)) == ("Lỗi", 2)
        assert [mark.finding.where for mark in try_out(register, again, by=by, today=LATER).marks] == [f"{name}, ô C2"]
    only = open_sheet(register, faults_as_xlsx(sheet, marks, wrong_only=True), "loi.xlsx")
    assert [row[0] for _, row in only.lines] == ["1"]


def test_a_text_like_a_formula_goes_out_as_a_text_and_comes_back_unchanged() -> None:
    register, by = catalogue.register("co-so"), user(agency())
    names = ["=HYPERLINK(1)", "-1+1", "@x", "'=y", "+84912345678"]
    write_all(register.model(name=name) for name in names)
    csv_file = "".join(as_csv(register, all_rows(register), by))
    assert {line[:1] for line in csv_file.splitlines()[1:]} == {"'", "+"}
    for name, data in files_of(register, by):
        receipt = taken(register, name, data, by)
        assert (receipt.added, receipt.changed, receipt.same) == (0, 0, len(names)), name
