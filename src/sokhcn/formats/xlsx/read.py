"""The sheets of a workbook (.xlsx, .xls, .ods) as grids of cells; what is no sound workbook is told in one finding."""

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from sokhcn.formats.xlsx.survey import MOST_UNZIPPED, Bomb, Surveyed, survey
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.grid import Area, Grid, UnreadableSheet

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_ROWS, MOST_COLUMNS, MOST_CELLS = 200_000, 300, 5_000_000
SPLIT = "Chia sổ tính thành nhiều tệp rồi nhập lần lượt."
OPEN_AGAIN = "Mở tệp bằng Excel, lưu lại thành .xlsx rồi thử lại."
BROKEN = (CalamineError, zipfile.BadZipFile, zlib.error, OSError, ValueError, KeyError)


def is_workbook(data: bytes) -> bool:
    """Whether ``data`` begins as a workbook does, whatever the file is called."""
    return data.startswith((ZIP, OLE))


def read_workbook(data: bytes, name: str) -> tuple[Grid, ...]:
    """Every visible sheet that holds something. Raises ``UnreadableSheet``."""
    if data.startswith(OLE) and ENCRYPTED in data:
        raise UnreadableSheet(_locked(name))
    try:
        surveyed = survey(data) if data.startswith(ZIP) else {}
        _must_be_small(surveyed, name)
        with CalamineWorkbook.from_object(io.BytesIO(data)) as book:
            grids = tuple(_grids(book, surveyed))
    except PasswordError as error:
        raise UnreadableSheet(_locked(name)) from error
    except Bomb as error:
        template, most = "Tệp nén phình ra quá {most} MB, không phải sổ tính thường.", MOST_UNZIPPED // 1_000_000
        raise UnreadableSheet(must("intake.bomb", template, where=name, suggestion=SPLIT, most=most)) from error
    except BROKEN as error:
        template = "Tệp hỏng, hoặc không phải sổ tính."
        raise UnreadableSheet(must("intake.damaged", template, where=name, suggestion=OPEN_AGAIN)) from error
    if not grids:
        advice = "Chọn tệp có dòng tiêu đề và các dòng số liệu."
        raise UnreadableSheet(must("intake.empty", "Sổ tính không có ô nào có chữ.", where=name, suggestion=advice))
    return grids


def _locked(name: str) -> Finding:
    advice = "Mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc), lưu lại rồi thử lại."
    return must("intake.password", "Tệp đặt mật khẩu nên không đọc được.", where=name, suggestion=advice)


def _must_be_small(surveyed: Mapping[str, Surveyed], name: str) -> None:
    """Reading takes memory for every cell of the area, empty or not: a lone cell at its far end would take it all."""
    for sheet in surveyed.values():
        rows, columns = sheet.rows, sheet.columns
        if rows > MOST_ROWS or columns > MOST_COLUMNS or rows * columns > MOST_CELLS:
            template = "Một trang tính trải ra {rows} dòng × {columns} cột; nhiều nhất {most} dòng, {wide} cột."
            advice = f"Xóa các dòng, cột thừa ở cuối trang tính. {SPLIT}"
            told: dict[str, Any] = {"rows": rows, "columns": columns, "most": MOST_ROWS, "wide": MOST_COLUMNS}
            raise UnreadableSheet(must("intake.size", template, where=name, suggestion=advice, **told))


def _grids(book: CalamineWorkbook, surveyed: Mapping[str, Surveyed]) -> Iterator[Grid]:
    for at, about in enumerate(book.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet or about.visible is not SheetVisibleEnum.Visible:
            continue
        sheet = book.get_sheet_by_index(at)
        if sheet.start is None:
            continue
        merged = tuple(Area(*first, *last) for first, last in sheet.merged_cell_ranges or ())
        # Programs of an office number the parts of a workbook as its sheets stand when it is made.
        hidden = surveyed[part].hidden if (part := f"xl/worksheets/sheet{at + 1}.xml") in surveyed else ()
        rows = sheet.to_python(skip_empty_area=False)
        _say_once(rows)
        yield Grid(about.name, rows, merged, tuple(sorted(hidden)))


def _say_once(rows: list[list[Any]]) -> None:
    """The same text in many cells is one text in memory: they wait there until the last row is written."""
    known: dict[str, str] = {}
    once = known.setdefault
    for row in rows:
        row[:] = [once(cell, cell) if type(cell) is str else cell for cell in row]
