"""What the registers know already: a paper is the same whatever a report calls its issuer, a name in whatever case."""

from collections.abc import Mapping
from dataclasses import replace

from django.db import models

from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.folding import fold
from sokhcn.kernel.papers import PaperCode, read_code
from sokhcn.reader.proposed import Proposed, filled
from sokhcn.records.models import Agency, Paper
from sokhcn.records.registering import Register

Numbered = Mapping[int, Proposed]


def as_known(register: Register, rows: Numbered, agency: Agency) -> Numbered:
    """``rows`` by the words of ``register``, where it has them in other letters, so that it meets its own rows."""
    names = {column.heading: _names(register, column, agency) for column in _keys(register)}
    known = {number: _paper_as_known(row) for number, row in rows.items()}
    return {number: replace(row, cells=_named(row.cells, names)) for number, row in known.items()}


def _keys(register: Register) -> list[Column]:
    """The columns of names that tell its rows apart."""
    return [column for column in register.columns if column.name in register.key and column.cell is Cell.TEXT]


def _names(register: Register, column: Column, agency: Agency) -> Mapping[str, str]:
    rows: models.QuerySet[models.Model] = register.model.objects.order_by("-pk")
    if any(field.name == "agency" for field in register.model._meta.fields):
        rows = rows.filter(agency=agency)
    return {fold(name): name for name in rows.values_list(column.name, flat=True) if name}


def _named(cells: Mapping[str, str], names: Mapping[str, Mapping[str, str]]) -> Mapping[str, str]:
    return {heading: names.get(heading, {}).get(fold(cell), cell) for heading, cell in cells.items()}


def _paper_as_known(row: Proposed) -> Proposed:
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
