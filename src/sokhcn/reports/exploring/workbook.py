"""The table of the explorer as a workbook: the values as numbers, how each is counted, and why a cell has none."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.translation import gettext as _

from sokhcn.compiler.words import NOTHING
from sokhcn.figures.derived import Derived
from sokhcn.formats.xlsx.render import render_sheets
from sokhcn.formats.xlsx.sheet import Cell as Written
from sokhcn.formats.xlsx.sheet import Sheet
from sokhcn.kernel.dates import written
from sokhcn.kernel.periods import Period
from sokhcn.reports.exploring.cells import Asked, Line
from sokhcn.reports.exploring.naming import heading, unit_name


def as_xlsx(asked: Asked, lines: Sequence[Line], day: date) -> bytes:
    """``lines`` as sheets; the same lines on the same day give the same bytes."""
    note = _("%(regime)s; lập ngày %(day)s") % {"regime": asked.periods[0].regime.name, "day": written(day)}
    headings = tuple(heading(period) for period in asked.columns)
    values = Sheet(
        _("Thống kê"),
        (_("Chỉ tiêu"), _("Đơn vị"), *headings, _("Đơn vị tính"), _("Cách cộng"), _("Mã")),
        tuple(_values(line) for line in lines),
        note,
        (44, 20, *(11,) * len(headings), 16, 22, 26),
    )
    defined = Sheet(
        _("Cách tính"),
        (_("Mã"), _("Chỉ tiêu"), _("Căn cứ, cách tính")),
        tuple(_defined(asked, lines)),
        note,
        (28, 50, 80),
    )
    days = Sheet(_("Các kỳ"), (_("Kỳ"), _("Từ ngày"), _("Đến ngày"), _("Căn cứ")), tuple(map(_days, asked.columns)))
    untold = tuple(_untold(asked, lines))
    why = Sheet(_("Ô không có số"), (_("Chỉ tiêu"), _("Đơn vị"), _("Kỳ"), _("Vì sao")), untold)
    return render_sheets((values, defined, days, *((why,) if untold else ())))


def _values(line: Line) -> tuple[Written, ...]:
    one = line.declared
    told = (NOTHING if cell.value is None else cell.value for cell in line.cells)
    kind = _("tính từ các số khác") if isinstance(one, Derived) else str(one.kind)
    return (one.label, unit_name(line.share), *told, one.unit, kind, one.key)


def _defined(asked: Asked, lines: Sequence[Line]) -> Iterator[tuple[Written, ...]]:
    known = {line.declared.key: line.declared for line in lines}
    yield from ((one.key, one.label, one.basis_in(asked.periods[-1])) for one in known.values())


def _days(period: Period) -> tuple[Written, ...]:
    return period.name, period.start, period.end, period.basis


def _untold(asked: Asked, lines: Sequence[Line]) -> Iterator[tuple[Written, ...]]:
    for line in lines:
        for period, cell in zip(asked.columns, line.cells, strict=True):
            if cell.value is None:
                yield line.declared.label, unit_name(line.share), heading(period), cell.because
