"""What the registers know already of a paper that a report cites: it is one paper, whatever the report calls its issuer."""

from collections.abc import Mapping
from dataclasses import replace

from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.papers import PaperCode, read_code
from sokhcn.reader.proposed import Proposed, filled
from sokhcn.records.models import Paper


def as_known(row: Proposed) -> Proposed:
    """``row`` with its paper by the words of the register, where it has one of that number, symbol and day."""
    code = code_of(row.cells)
    known = _paper(code, row.cells.get("Ngày ban hành", "")) if code else None
    if known is None:
        return row
    told = {
        "Tên loại": known.type,
        "Cơ quan ban hành": known.issuer,
        "Ngày ban hành": written(known.issued_on),
        "Trích yếu": known.subject or row.cells.get("Trích yếu", ""),
    }
    return replace(row, cells=filled({**row.cells, **told}))


def code_of(cells: Mapping[str, str]) -> PaperCode | None:
    """The number and symbol of the paper that a row is about; None where it is about none."""
    if "Tên loại" not in cells:
        return None
    if "Ký hiệu" in cells:
        year = cells.get("Năm trong số", "")
        return PaperCode(cells.get("Số", ""), int(year) if year else None, cells["Ký hiệu"])
    return read_code(cells.get("Số, ký hiệu", ""))


def _paper(code: PaperCode, day: str) -> Paper | None:
    """An undated mention means the only paper of that number."""
    told = {"issued_on": read_date(day)} if day else {}
    papers = list(Paper.objects.filter(number=code.number, year_in_number=code.year, symbol=code.symbol, **told)[:2])
    return papers[0] if len(papers) == 1 else None
