"""A workbook with planted errors: twenty kinds, ten of each, among good rows; and the cell where each is told."""

import io
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import xlsxwriter

HEADINGS = (
    "TT",
    "Cơ sở",
    "Loại PTĐ",
    "Tên PTĐ",
    "Số máy",
    "Dịch vụ",
    "Chế độ kiểm định",
    "Ngày kiểm định",
    "Kết quả",
    "Số GCN",
    "Số tem",
    "Hiệu lực đến",
    "Tình trạng",
    "Đơn vị",
    "Ngày vào sổ",
)
TITLES = 3  # lines above the headings
PLACES = {heading: place for place, heading in enumerate(HEADINGS)}
DAY = datetime(2022, 1, 10)
Cell = str | int | datetime


@dataclass(frozen=True)
class Kind:
    """One kind of error: what is changed in a good row, the heading of the cell that is at fault (none: the line), and
    the id of the finding."""

    name: str
    changed: dict[str, Cell]
    at: str
    id: str


KINDS = (
    Kind("no establishment", {"Cơ sở": ""}, "Cơ sở", "intake.required"),
    Kind("unknown establishment", {"Cơ sở": "Công ty không có thật"}, "Cơ sở", "reference.unknown"),
    Kind("no kind", {"Loại PTĐ": ""}, "Loại PTĐ", "intake.required"),
    Kind("unknown kind", {"Loại PTĐ": "Cân tiểu ly"}, "Loại PTĐ", "intake.choice"),
    Kind("name too long", {"Tên PTĐ": "x" * 201}, "Tên PTĐ", "register.field"),
    Kind("no serial number", {"Số máy": " \u00a0"}, "Số máy", "intake.required"),
    Kind("serial number too long", {"Số máy": "9" * 75 + "{n:06}"}, "Số máy", "register.field"),
    Kind("unknown service", {"Dịch vụ": "Sửa chữa"}, "Dịch vụ", "intake.choice"),
    Kind("unknown mode", {"Chế độ kiểm định": "Đột xuất"}, "Chế độ kiểm định", "intake.choice"),
    Kind("no such day", {"Ngày kiểm định": "31/02/2022"}, "Ngày kiểm định", "intake.date"),
    Kind("a word for a day", {"Ngày kiểm định": "hôm qua"}, "Ngày kiểm định", "intake.date"),
    Kind("a number that is no day", {"Hiệu lực đến": 12}, "Hiệu lực đến", "intake.date"),
    Kind("unknown result", {"Kết quả": "Tạm được"}, "Kết quả", "intake.choice"),
    Kind("certificate too long", {"Số GCN": "K" * 41}, "Số GCN", "register.field"),
    Kind("unknown state", {"Tình trạng": "Gần xong"}, "Tình trạng", "intake.choice"),
    Kind("unknown unit", {"Đơn vị": "Phòng Bay"}, "Đơn vị", "reference.unknown"),
    Kind("performed on no day", {"Ngày kiểm định": ""}, "", "register.integrity"),
    Kind("verified without result", {"Kết quả": ""}, "", "register.integrity"),
    Kind("mode of a calibration", {"Dịch vụ": "Hiệu chuẩn"}, "", "register.integrity"),
    Kind("twice", {}, "", "register.twice"),
)
OF_EACH = 10


def planted() -> tuple[bytes, set[tuple[int, int | None, str]]]:
    """The workbook, and the line, column and finding of every error in it."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made)
    sheet, days = book.add_worksheet("Tháng 01"), book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range(0, 0, 0, len(HEADINGS) - 1, "SỔ THEO DÕI KIỂM ĐỊNH THÁNG 01/2022")
    sheet.write_row(TITLES, 0, HEADINGS)
    expected: set[tuple[int, int | None, str]] = set()
    line = TITLES + 1
    for kind in KINDS * OF_EACH:
        good = _good(line)
        if not kind.changed or line % 3 == 0:
            line = _write(sheet, line, good, days)
        changed = {h: v.format(n=line) if isinstance(v, str) else v for h, v in kind.changed.items()}
        wrong = {**_good(line), **changed} if changed else good
        line = _write(sheet, line, wrong, days)
        expected.add((line, PLACES.get(kind.at), kind.id))
    book.close()
    return made.getvalue(), expected


def _write(sheet: xlsxwriter.worksheet.Worksheet, at: int, row: dict[str, Cell], days: object) -> int:
    """The row written; the number of its line, which is the place of the next."""
    for heading, value in row.items():
        if isinstance(value, datetime):
            sheet.write_datetime(at, PLACES[heading], value, days)
        elif value != "":
            sheet.write(at, PLACES[heading], value)
    sheet.write_number(at, 0, at)
    return at + 1


def _good(n: int) -> dict[str, Cell]:
    told = (
        "",
        "Cơ sở A",
        "Cân bàn",
        "Cân bàn 60 kg",
        f"SN-{n}",
        "Kiểm định",
        "Định kỳ",
        DAY,
        "Đạt",
        f"KĐ-{n}",
        f"T{n}",
    )
    rest = (DAY + timedelta(365), "Đã thực hiện", "Văn phòng", datetime.combine(date(2022, 1, 11), datetime.min.time()))
    return dict(zip(HEADINGS, (*told, *rest), strict=True))
