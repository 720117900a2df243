"""A file or a pasted block for a register, whatever its form: opened, and the sheet found that its headings fit."""

from sokhcn.formats.xlsx.read import is_workbook, read_workbook
from sokhcn.intake.heading import find_sheet
from sokhcn.intake.mapping import NOTHING_TAUGHT, Meanings
from sokhcn.intake.pasted import is_page, read_page
from sokhcn.intake.separated import read_separated
from sokhcn.intake.sheet import Sheet
from sokhcn.kernel.finding import must
from sokhcn.kernel.grid import Grid, UnreadableSheet
from sokhcn.records.registering import Register
from sokhcn.reports.lately import digest_of, lately

MOST_MEGABYTES = 30


def open_sheet(
    register: Register, data: bytes, name: str, taught: Meanings = NOTHING_TAUGHT, *, bare: bool = False
) -> Sheet:
    """The sheet in ``data``. ``bare``: lines without headings stand in the order of the register's columns.

    The same again costs nothing: the sheet that was read last is kept. Raises ``UnreadableSheet``.
    """
    if not data.strip():
        raise UnreadableSheet(must("intake.empty", "Tệp rỗng.", where=name, suggestion="Chọn lại tệp có số liệu."))
    if len(data) > MOST_MEGABYTES * 1_000_000:
        advice = "Chia làm nhiều tệp rồi nhập lần lượt."
        raise UnreadableSheet(
            must("intake.large", "Tệp lớn hơn {most} MB.", where=name, suggestion=advice, most=MOST_MEGABYTES)
        )
    asked = (register.slug, digest_of(data), name, taught, bare)
    return lately.read(
        asked, lambda: find_sheet(_grids(data, name), name, register.columns, taught.headings, bare=bare)
    )


def _grids(data: bytes, name: str) -> tuple[Grid, ...]:
    if is_workbook(data):
        return read_workbook(data, name)
    if data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"Version:")):
        text = data.decode("utf-8-sig", "replace")
        if is_page(text):
            return read_page(text, name)
    return (read_separated(data, name),)
