"""An edition is found by its name, and handed out under a name that every system can store."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from sokhcn.figures.figure import Figure
from sokhcn.figures.frozen import freeze
from sokhcn.figures.indicator import Kind
from sokhcn.formats.json.render import dump
from sokhcn.kernel.runs import Runs
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports.exporting import NoEdition, UnknownForm, export, the_edition
from sokhcn.reports.models import Edition
from tests.documents import every_node
from tests.formats.xlsx.opened import opened
from tests.rows import OFFICER, agency

pytestmark = pytest.mark.django_db


NONE = Runs()


def edition(number: int = 1, period_code: str = "2022-01") -> Edition:
    days = {"starts_on": date(2021, 12, 15), "ends_on": date(2022, 1, 14)}
    regime = {"id": "r", "name": "R", "first_day": 15, "basis": "Điều 12", "valid_from": "2019-03-12"}
    kept = {"regime": regime, "rules": {}, "figures_kept": [], "document_kept": dump(every_node())}
    about = {"agency": "SKHCN", "period_code": period_code, "number": number, "compiled_by": "Người tổng hợp"}
    return Edition(digest="d" * 64, compiled_at=timezone.now(), **about, **days, **kept)


@pytest.fixture
def ours() -> Agency:
    with writing(by=OFFICER) as pen:
        for number in (1, 2, 10):
            pen.freeze(edition(number))
    return agency("SKHCN")


@pytest.mark.parametrize(("name", "number"), [("2022-01", 10), ("2022-01/2", 2), ("2022-01/10", 10)])
def test_an_edition_is_found_by_its_name_or_is_the_latest(ours: Agency, name: str, number: int) -> None:
    assert the_edition(name, ours).number == number


def test_only_the_edition_that_is_wanted_is_read_whole(ours: Agency) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        the_edition("2022-01/2", ours)
    whole = [query["sql"] for query in asked if "figures_kept" in query["sql"]]
    assert len(whole) == 1
    assert '"id" = ' in whole[0]


def test_a_missing_edition_is_told_with_those_there_are(ours: Agency) -> None:
    with pytest.raises(NoEdition, match="Có: 2022-01/10, 2022-01/2, 2022-01/1"):
        the_edition("2022-01/3", ours)
    with pytest.raises(NoEdition, match="Chưa có báo cáo tháng 02 năm 2022"):
        the_edition("2022-02", ours)


def test_an_unknown_form_is_told_with_those_there_are() -> None:
    with pytest.raises(UnknownForm, match="docx, pdf"):
        export(edition(), "doc")


@pytest.mark.parametrize(
    ("period", "name"),
    [
        ("2022-01", "bao-cao-2022-01.txt"),
        ("2022-01-01..2022-01-31", "bao-cao-2022-01-01_2022-01-31.txt"),
        ("2022-01@lich", "bao-cao-2022-01-lich.txt"),
    ],
)
def test_the_name_of_a_file(period: str, name: str) -> None:
    assert export(edition(period_code=period), "txt").name == name


def test_the_workbook_has_the_figures_with_year_to_date_and_last_year_as_numbers() -> None:
    told = Figure("a.b", "Văn bản", "văn bản", Kind.FLOW, "", 6, NONE, "r", ("trong kỳ",), to_date=20, last_year=4)
    share = Figure("a.c", "Tỷ lệ", "%", Kind.DERIVED, "", Decimal("87.50"), NONE, "", (), formula="[A] ÷ [B] × 100")
    kept = edition()
    kept.figures_kept = [freeze(told), freeze(share)]
    kept.regime = {"basis": "Điều 12", "by_convention": True}
    book = opened(export(kept, "xlsx").data)
    values, defined = book.rows("Chỉ tiêu"), book.rows("Cách tính")
    assert values[1] == ["Kỳ 15/12/2021 – 14/01/2022 theo quy ước; Điều 12."]
    assert values[2][:5] == ["Chỉ tiêu", "Giá trị", "Lũy kế từ đầu năm", "Cùng kỳ năm trước", "Đơn vị tính"]
    assert values[3][:5] == ["Văn bản", 6, 20, 4, "văn bản"]
    assert values[4][:5] == ["Tỷ lệ", 87.5, "–", "–", "%"]
    assert [row[3] for row in defined[3:]] == ["trong kỳ", "[A] ÷ [B] × 100"]
