"""The January report is compiled, not typed: its figures, headings and papers, and what happens when a row changes."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from django.apps import apps
from django.db import connection
from lxml import etree

from sokhcn.document.walk import all_sections, citations, numbers, sentences, words
from sokhcn.records.due import DueDate
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.demo import PERIOD, the_compiler
from sokhcn.reports.exporting import FORMS, export
from sokhcn.reports.keeping import keep
from sokhcn.reports.models import Commitment, Edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.reasons import reasons
from tests.seed.compiled import altered, compiled, january
from tests.seed.paragraphs import TRUTH

pytestmark = pytest.mark.django_db

# What the seed report says, figure by figure, in reading order.
FIGURES = [6, 44, 4, 30, 5, 25, 1, 11, 6, 3, 2, 3, 100, 80, 1, 2, 1, 18, 163, 50, 44]
HEADINGS = [
    "I. KẾT QUẢ HOẠT ĐỘNG KH&CN THÁNG 01 NĂM 2022",
    "1. Công tác tham mưu văn bản",
    "2. Công tác xây dựng, triển khai nhiệm vụ trọng tâm",
    "3. Công tác cải cách hành chính",
    "4. Hoạt động nghiên cứu khoa học",
    "5. Hỗ trợ doanh nghiệp, tổ chức, cá nhân trong hoạt động KH&CN và đổi mới sáng tạo",
    "6. Quản lý an toàn bức xạ và hạt nhân",
    "7. Hoạt động thanh tra, kiểm tra",
    "8. Hoạt động kiểm định, hiệu chuẩn và thử nghiệm",
    "ĐÁNH GIÁ CHUNG",
    "II. PHƯƠNG HƯỚNG NHIỆM VỤ TRỌNG TÂM THÁNG 02 NĂM 2022",
]
PAPERS = {
    "Nghị quyết số 14-NQ/TU": "10/01/2022",
    "Quyết định số 2367/QĐ-UBND": "21/12/2021",
    "Quyết định số 03/2022/QĐ-UBND": "11/01/2022",
    "Công văn số 7096/UBND-KTTH": "31/12/2021",
    "Báo cáo số 08/BC-UBND": "11/01/2022",
    "Báo cáo số 11/BC-UBND": "13/01/2022",
    "Quyết định số 21/QĐ-UBND": "10/01/2022",
    "Kế hoạch số 3680/KH-TĐC": "15/12/2021",
    "Quyết định số 4770/QĐ-UBND": "24/12/2021",
}


def body_numbers(edition: Edition) -> list[int]:
    """The figures printed before the appendix."""
    document = edition.document()
    return [int(num.value) for num in numbers(replace(document, appendices=()))]


def word_text(data: bytes) -> str:
    """The words of a .docx, one paragraph a line."""
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join(
        "".join(" " if t.tag == f"{w}br" else t.text or "" for t in p.iter(f"{w}t", f"{w}br"))
        for p in root.iter(f"{w}p")
    )


def pdf_text(data: bytes) -> str:
    """The words of a PDF on one line."""
    pages = pypdfium2.PdfDocument(data)
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())


def test_the_21_figures_and_11_headings_stand_in_the_document():
    edition = january()
    assert body_numbers(edition) == FIGURES
    titles = [(s.number, words(s.title)) for s in all_sections(edition.document().sections)]
    assert [f"{number}. {title}" if number else title for number, title in titles] == HEADINGS


@pytest.mark.needs("shared")
def test_the_figures_are_those_of_the_truth_file():
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))
    assert [figure["value"] for figure in truth["figures"]] == FIGURES


@pytest.mark.parametrize(("form", "read"), [("docx", word_text), ("pdf", pdf_text)])
def test_word_and_pdf_hold_every_heading_figure_and_paper_with_its_date(form, read):
    edition = january()
    said = " ".join(read(export(edition, form).data).replace("\xa0", " ").split())
    assert [heading for heading in HEADINGS if heading not in said] == []
    assert [paper for paper, day in PAPERS.items() if f"{paper} ngày {day}" not in said] == []
    assert "Chỉ thị số 57-CT/TU của Tỉnh ủy" in said
    paragraphs = [" ".join(words(s).split()) for s in sentences(edition.document()) if any(True for _ in s)]
    assert [p for p in paragraphs if p not in said] == []


def test_each_paper_is_whole_once_and_short_afterwards():
    said = [cite.text for cite in citations(january().document())]
    first = {text.split(" ngày ")[0] for text in said}
    assert all(sum(" ngày " in text for text in said if text.startswith(name)) <= 1 for name in first)
    assert said.count("Nghị quyết số 14-NQ/TU") == 2


@pytest.mark.parametrize(
    "code", ["14-NQ/TU", "2367/QĐ-UBND", "03/2022/QĐ-UBND", "7096/UBND-KTTH", "08/BC-UBND", "11/BC-UBND"]
)
def test_without_one_papers_row_the_report_says_five_and_lists_five(tmp_path: Path, code: str):
    edition = january(altered(tmp_path, "van-ban-tham-muu.csv", f",{code},", ""))
    advice = next(s for s in all_sections(edition.document().sections) if s.key == "advice")
    assert words(advice.blocks[0].children).startswith("Đã tham mưu cấp có thẩm quyền ban hành 05 văn bản")
    assert len(advice.blocks[1].items) == 5
    assert not any(f"số {code}" in words(item.children) for item in advice.blocks[1].items)


@pytest.mark.parametrize("column", ["Ngày cấp", "Ngày vào sổ"])
def test_a_licence_moved_past_the_cut_off_leaves_one_and_is_a_near_miss(column: str):
    january()
    register = catalogue.register("giay-phep-buc-xa")
    name = next(c.name for c in register.columns if c.heading == column)
    row = next(
        r for r in register.model.objects.order_by("pk") if r.agency.code == "SKHCN-NT" and "Ninh Hải" in str(r.holder)
    )
    outcome = keep(register, row, {name: "15/01/2022"}, by=the_compiler(), reason="chuyển sang kỳ sau")
    assert outcome.findings == ()
    found = reasons("radiation.licences", the_period("2022-01"), Agency.objects.get(code="SKHCN-NT"), the_compiler())
    assert found.figure.value == 1
    assert row.pk in [near["id"] for near in found.near]
    assert "Đã cấp 01 Giấy phép" in export(compiled(), "txt").data.decode()


def test_why_six_names_the_rows_by_paper_and_the_near_misses_by_what_they_failed():
    january()
    found = reasons("advice.issued", the_period("2022-01"), the_compiler().agency, the_compiler())
    assert found.figure.value == 6
    assert {row["paper"] for row in found.counted} == {name.split(" số ")[1] for name in list(PAPERS)[:6]}
    assert len(found.near) >= 2
    assert all(row["failed"] in found.conditions for row in found.near)


def test_the_same_data_compiled_twice_is_the_same_edition_and_the_same_bytes():
    first, second = january(), compiled()
    assert first.pk == second.pk
    for form in FORMS:
        assert export(first, form).data == export(second, form).data, form


def test_deleting_every_row_leaves_the_edition_untouched():
    edition = january()
    before = {form: export(edition, form).data for form in FORMS}
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # PostgreSQL looks at references when a transaction ends, as it is
            cursor.execute("PRAGMA defer_foreign_keys=ON")
        models = [model for model in apps.get_models() if issubclass(model, (Kept, DueDate))]
        links = [f.remote_field.through for model in models for f in model._meta.many_to_many]
        cursor.execute("UPDATE people_user SET agency_id=NULL, unit_id=NULL")
        for model in (DueDate, *links, *models):
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    kept = Edition.objects.get(pk=edition.pk)
    assert {form: export(kept, form).data for form in FORMS} == before


def test_a_report_prints_the_name_that_its_agency_had_at_the_time():
    january()
    agency = Agency.objects.get(code="SKHCN-NT")
    later = Agency(code=agency.code, name="Sở Khoa học và Công nghệ tỉnh Khánh Hòa", short="Sở KH&CN", symbol="SKHCN")
    later.heading, later.seat, later.valid_from = "SỞ KHOA HỌC VÀ CÔNG NGHỆ", "Khánh Hòa", date(2025, 7, 1)
    agency.valid_to, agency.successor = date(2025, 6, 30), later
    with writing(by=the_compiler(), reason="sáp nhập tỉnh") as pen:
        pen.save(later)
        pen.save(agency)
    again = compile_report(the_period(PERIOD), later, by=the_compiler())
    assert (again.edition.document().head.place, again.is_new) == ("Ninh Thuận", False)


@pytest.mark.parametrize(
    ("code", "title", "following", "issued"),
    [
        ("2022-01", "THÁNG 01 NĂM 2022", "THÁNG 02 NĂM 2022", 6),
        ("2022-Q1", "QUÝ I NĂM 2022", "QUÝ II NĂM 2022", 7),
        ("2022-6T1", "6 THÁNG ĐẦU NĂM 2022", "6 THÁNG CUỐI NĂM 2022", 7),
        ("2022-9T", "9 THÁNG ĐẦU NĂM 2022", "QUÝ IV NĂM 2022", 7),
        ("2022", "NĂM 2022", "NĂM 2023", 7),
    ],
)
def test_every_kind_of_period_has_its_report(code: str, title: str, following: str, issued: int):
    january()
    document = compile_report(the_period(code), the_compiler().agency, by=the_compiler()).edition.document()
    assert words(document.sections[0].title) == f"KẾT QUẢ HOẠT ĐỘNG KH&CN {title}"
    assert words(document.sections[-1].title) == f"PHƯƠNG HƯỚNG NHIỆM VỤ TRỌNG TÂM {following}"
    assert numbers(document)[0].value == issued


def test_a_plan_without_commitments_says_so_under_its_heading():
    january()
    with writing(by=the_compiler()) as pen:
        for row in list(Commitment.objects.all()):
            pen.trash(row)
    plan = compiled().document().sections[-1]
    assert words(plan.blocks[0].children) == "Chưa có nhiệm vụ nào được chọn đưa vào báo cáo."
