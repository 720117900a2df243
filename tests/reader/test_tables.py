"""Tables of appendices are read by their headings; a line with one cell heads a group."""

from sokhcn.document.letters import Grid, Letters, Line
from sokhcn.reader.tables import annexed
from sokhcn.reader.understanding import understand
from tests.reader.plain import DECREE
from tests.reported import HEAD

ROWS = (("TT", "Văn bản", "Ngày ban hành"), ("A. Của tỉnh", "", ""), ("1", "Quyết định số 21/QĐ-UBND", "10/5/2023"))
ABOVE = f"{HEAD}1. Tham mưu\nCó phụ lục kèm theo.\nPhụ lục I\nDANH MỤC VĂN BẢN THAM MƯU\n"


def with_table() -> Letters:
    """A report whose appendix has a table, each cell a line."""
    text, lines, grid = ABOVE, [], []
    place = 0
    for row in ABOVE.split("\n"):
        lines += [Line(place, place + len(row))] if row.strip() else []
        place += len(row) + 1
    for row in ROWS:
        cells = []
        for cell in row:
            if cell:
                lines.append(Line(len(text), len(text) + len(cell)))
                text += f"{cell}\n"
            cells.append((len(lines) - 1,) if cell else ())
        grid.append(tuple(cells))
    return Letters(text, text, tuple(lines), (Grid(tuple(grid)),))


def test_a_line_has_its_cells_by_heading_its_place_and_its_group() -> None:
    text = understand(with_table(), DECREE)
    (line,) = annexed(text, "văn bản tham mưu")
    assert (line.cell("Số, ký hiệu", "Văn bản"), line.cell("ngày ban hành"), line.cell("Trích yếu")) == (
        "Quyết định số 21/QĐ-UBND",
        "10/5/2023",
        "",
    )
    assert line.group == "A. Của tỉnh"
    assert text.flow[slice(*line.span)].split("\n") == list(ROWS[2])


def test_tables_of_other_appendices_are_not_read() -> None:
    assert list(annexed(understand(with_table(), DECREE), "giấy phép")) == []


def test_a_report_without_appendices_has_no_tables() -> None:
    letters = with_table()
    assert list(annexed(understand(Letters(HEAD, HEAD, letters.lines[:6]), DECREE), "văn bản")) == []
