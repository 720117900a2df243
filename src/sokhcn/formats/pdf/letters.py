"""A PDF with text to letters: words put into lines, columns and tables, each with its page and box."""

from collections.abc import Iterator, Sequence

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from sokhcn.document.gathering import Gathering
from sokhcn.document.letters import Grid, Hint, Letters, Origin, Role, Unreadable
from sokhcn.formats.pdf.furniture import Furniture, Sheet
from sokhcn.formats.pdf.glyphs import Letterer, drawn, has_picture
from sokhcn.formats.pdf.grids import Ruled, ruled
from sokhcn.formats.pdf.rows import Piece, Row, flows, rows
from sokhcn.kernel.finding import Finding, Severity, must

MOST_PAGES = 200
_MOST_DRAWN = 3000
_MOST_LETTERS = 40_000  # on one page
_CENTRED = 12.0  # points that the middle of a centred line may be off
_INDENTED = 30.0
_OCR = "Hãy nhận dạng chữ (OCR) rồi lưu lại, hoặc dùng bản .docx."


def letters(data: bytes) -> Letters:
    """The letters of a PDF, its first 200 pages. ``source`` is ``text``; places are pages and boxes.

    Not for two threads at once: the library is not made for it.
    """
    document = _opened(data)
    try:
        count = len(document)
        if not count:
            raise Unreadable(must("letters.empty", "Tệp PDF không có trang nào.", suggestion="Hãy chọn tệp khác."))
        letterer = Letterer()
        pages = [_read(document, number, letterer) for number in range(min(count, MOST_PAGES))]
    finally:
        document.close()
    sheets = [sheet for sheet, _, _ in pages]
    pictures = [sheet.number for sheet, tables, picture in pages if picture and not sheet.rows and not tables]
    if not any(sheet.rows or tables for sheet, tables, _ in pages):
        raise Unreadable(must("letters.image", "Tệp PDF chỉ có ảnh, không có chữ để đọc.", suggestion=_OCR))
    made = Gathering()
    furniture = Furniture.of(sheets)
    for sheet, tables, _ in pages:
        _page(sheet, tables, furniture, made)
    made.findings += _findings(count, pictures, "".join(made.pieces))
    return made.letters()


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            locked = "Tệp PDF có mật khẩu, không mở được."
            raise Unreadable(must("letters.password", locked, suggestion="Hãy bỏ mật khẩu rồi thử lại.")) from error
        broken = "Tệp PDF hỏng, không mở được."
        raise Unreadable(must("letters.damaged", broken, suggestion="Hãy lấy lại bản khác của tệp.")) from error


def _read(document: pdfium.PdfDocument, number: int, letterer: Letterer) -> tuple[Sheet, list[Ruled], bool]:
    """One page: its rows, its ruled tables, and whether a picture stands on it. A page that is broken is empty."""
    try:
        page = document[number]
    except pdfium.PdfiumError:
        return Sheet(number + 1, 0, 0, 0, ()), [], False
    text = page.get_textpage()
    try:
        found = letterer.words(text) if raw.FPDFText_CountChars(text.raw) <= _MOST_LETTERS else []
        tables, free = ruled(drawn(page, _MOST_DRAWN), found) if found else ([], [])
        picture = has_picture(page) if not found else False
        left, right = min((w.left for w in found), default=0.0), max((w.right for w in found), default=0.0)
        return Sheet(number + 1, page.get_height(), left, right, tuple(rows(free))), tables, picture
    finally:
        text.close()
        page.close()


def _page(sheet: Sheet, tables: Sequence[Ruled], furniture: Furniture, made: Gathering) -> None:
    """The lines of a page, its tables between them where they stand."""
    waiting = sorted(tables, key=lambda table: -table.box[3])
    notes = furniture.notes(sheet)
    run: list[Row] = []
    for place, row in enumerate(sheet.rows):
        while waiting and waiting[0].box[3] > row.top:
            _body(sheet, run, made)
            run = []
            _table(sheet, waiting.pop(0), made)
        role = Role.FOOTNOTE if place in notes else furniture.role(sheet, row)
        if role is Role.BODY:
            run.append(row)
        else:
            _body(sheet, run, made)
            run = []
            for piece in row.pieces:
                _line(sheet, piece, role, made)
    _body(sheet, run, made)
    for table in waiting:
        _table(sheet, table, made)


def _body(sheet: Sheet, run: Sequence[Row], made: Gathering) -> None:
    for flow in flows(run):
        for piece in flow.pieces:
            _line(sheet, piece, Role.BODY, made)
        if flow.table:
            cells = [[(_line(sheet, piece, Role.CELL, made),) for piece in row.pieces] for row in flow.table]
            made.grids.append(Grid(tuple(map(tuple, cells)), ruled=False))


def _table(sheet: Sheet, table: Ruled, made: Gathering) -> None:
    made.grids.append(
        Grid(
            tuple(
                tuple(
                    tuple(_line(sheet, piece, Role.CELL, made) for row in rows(cell) for piece in row.pieces)
                    for cell in cells
                )
                for cells in table.rows
            )
        )
    )


def _line(sheet: Sheet, piece: Piece, role: Role, made: Gathering) -> int:
    start = made.size
    made.put(piece.text)
    style = piece.style
    hint = Hint(style.bold, style.italic, _is_centred(sheet, piece), style.size, font=style.font)
    left, bottom, right, top = (round(side, 1) for side in piece.box)
    place = made.line(start, Origin(page=sheet.number, box=(left, bottom, right, top)), hint, role)
    made.put("\n")
    return place


def _is_centred(sheet: Sheet, piece: Piece) -> bool:
    """Whether a line stands in the middle between the outermost words of its page, and away from both."""
    middle = abs((piece.left + piece.right) / 2 - (sheet.left + sheet.right) / 2)
    return middle < _CENTRED and piece.left - sheet.left > _INDENTED


def _findings(count: int, pictures: Sequence[int], text: str) -> Iterator[Finding]:
    if count > MOST_PAGES:
        template = "Tệp PDF có {pages} trang; chỉ đọc {most} trang đầu."
        advice = "Hãy tách tệp nếu cần đọc phần sau."
        yield Finding("letters.long", Severity.LOOK, template, {"pages": count, "most": MOST_PAGES}, suggestion=advice)
    if pictures:
        which = ", ".join(map(str, pictures[:10])) + (", …" if len(pictures) > 10 else "")
        template = "Trang {which} chỉ có ảnh, chưa đọc được."
        yield Finding("letters.picture_page", Severity.LOOK, template, {"which": which}, suggestion=_OCR)
    if lost := text.count("\ufffd"):
        template = "Phông chữ trong PDF không cho biết mã của {lost} chữ; các chỗ đó hiện là “\ufffd”."
        advice = "Đối chiếu với bản gốc."
        yield Finding("letters.unmapped", Severity.LOOK, template, {"lost": lost}, suggestion=advice)
