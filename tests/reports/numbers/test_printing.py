"""The outgoing book: ten columns, voided numbers with their reason, headings on every page."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from python_calamine import CalamineWorkbook

from sokhcn.reports.exporting import UnknownForm
from sokhcn.reports.numbers.books import the_book
from sokhcn.reports.numbers.entering import enter
from sokhcn.reports.numbers.finding import deliver, the_paper, type_and_symbol
from sokhcn.reports.numbers.printing import COLUMNS, outgoing_book, writer_of
from sokhcn.reports.numbers.taking import void
from tests.reports.numbers.numbered import book, department, home, plan, take

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 17)


def test_the_book_says_every_number_in_its_order() -> None:
    by = department()
    ours = book(by)
    for n in range(1, 4):
        take(plan(f"Việc {n}"), by=by, clock=lambda: DAY)
    void(the_paper("02/KH-SKHCN", 2022, home(by)), "gửi nhầm", by=by, on=date(2022, 1, 18))
    deliver(the_paper("3/KH-SKHCN", 2022, home(by)), {"sent_on": date(2022, 1, 18), "copies": 5}, by=by)
    told = outgoing_book(ours, 2022, home(by))
    assert told.lines == ("Năm 2022", "Sổ chung: từ số 01 đến số 03")
    assert told.remarks == ("Cộng: 3 văn bản, trong đó 1 số đã hủy.",)
    assert [row[0] for row in told.rows] == ["01/KH-SKHCN", "02/KH-SKHCN", "03/KH-SKHCN"]
    assert told.rows[1][9] == "Đã hủy ngày 18/01/2022: gửi nhầm"
    assert told.rows[2][1:3] == ("17/01/2022", "Kế hoạch Việc 3")
    assert told.rows[2][6:8] == ("5", "18/01/2022")


def test_both_forms_have_the_ten_columns_and_the_same_bytes_each_time() -> None:
    by = department()
    for number in ("01", "04"):
        enter(number, DAY, plan(f"Việc {number}"), by=by, today=DAY)
    told = outgoing_book(the_book(home(by), "", DAY), 2022, home(by))
    assert told.remarks[1] == "Số không có trong sổ: 02–03."
    pages = pdfium.PdfDocument(writer_of(Path("so.pdf"))(told))
    text = " ".join(pages[0].get_textpage().get_text_bounded().split())
    assert "(10)" in text
    assert "Trang 1/1" in text
    sheet = CalamineWorkbook.from_filelike(BytesIO(writer_of(Path("so.xlsx"))(told)))
    rows = sheet.get_sheet_by_index(0).to_python()
    at = rows.index([column.title for column in COLUMNS])
    assert rows[at + 2][:3] == ["01/KH-SKHCN", "17/01/2022", "Kế hoạch Việc 01"]
    for name in ("so.pdf", "so.xlsx"):
        assert writer_of(Path(name))(told) == writer_of(Path(name))(told)
    with pytest.raises(UnknownForm, match=r"\.pdf hoặc \.xlsx"):
        writer_of(Path("so.doc"))


def test_types_by_name_or_abbreviation() -> None:
    ours = home(department())
    assert type_and_symbol("TTr", ours) == ("Tờ trình", "TTr")
    assert type_and_symbol("kế hoạch", ours) == ("Kế hoạch", "KH")
    assert type_and_symbol("công văn", ours) == ("Công văn", "")
    with pytest.raises(LookupError, match="Không có loại văn bản “Thơ”"):
        type_and_symbol("Thơ", ours)
