"""A workbook of a year of verifications, as the department's Excel file has them: one line for an instrument served."""

import io
from datetime import date, datetime, timedelta

import xlsxwriter

HEADINGS = (
    "Cơ sở",
    "Loại phương tiện đo",
    "Tên phương tiện đo",
    "Hãng sản xuất",
    "Kiểu",
    "Số sản xuất",
    "Dịch vụ",
    "Chế độ kiểm định",
    "Ngày thực hiện",
    "Kết quả",
    "Số giấy chứng nhận",
    "Số tem",
    "Hiệu lực đến",
    "Tình trạng",
    "Ghi chú",
)
KINDS = ("Cột đo xăng dầu", "Taximet", "Công tơ điện", "Đồng hồ nước lạnh", "Cân đồng hồ lò xo", "Cân bàn", "Quả cân")
ESTABLISHMENTS = 500
FIRST = date(2021, 1, 1)


def workbook(rows: int, first: int = 0) -> bytes:
    """``rows`` lines about instruments whose serial numbers begin at ``first``."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"constant_memory": True})
    days, sheet = book.add_format({"num_format": "dd/mm/yyyy"}), book.add_worksheet("Kiểm định")
    sheet.write_row(0, 0, HEADINGS)
    for at in range(rows):
        for place, value in enumerate(_line(first + at)):
            if isinstance(value, datetime):
                sheet.write_datetime(at + 1, place, value, days)
            else:
                sheet.write_string(at + 1, place, value)
    book.close()
    return made.getvalue()


def _line(n: int) -> tuple[str | datetime, ...]:
    kind, day = KINDS[n % len(KINDS)], datetime.combine(FIRST + timedelta(n // 140 % 365), datetime.min.time())
    result = "Không đạt" if n % 25 == 0 else "Đạt"
    about = (f"Cơ sở {n // 100 % ESTABLISHMENTS}", kind, f"{kind} điện tử", "Tatsuno", "Sunny-GX", f"SN-{n:07d}")
    numbers = (f"KĐ-{n:07d}/2021", f"T{n:08d}")
    until = "" if result == "Không đạt" else day + timedelta(365)  # what failed is valid for no time
    return (
        *about,
        "Kiểm định",
        "Định kỳ",
        day,
        result,
        *numbers,
        until,
        "Đã thực hiện",
        "Ghi chú" if n % 10 == 0 else "",
    )
