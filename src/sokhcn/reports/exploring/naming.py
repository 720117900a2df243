"""What the lines and columns of the explorer are called: periods as short as a heading, units by the office's names."""

from django.utils.translation import gettext as _

from sokhcn.kernel.numerals import roman
from sokhcn.kernel.periods import Period, PeriodKind
from sokhcn.reports.exploring.shares import Share


def heading(period: Period) -> str:
    """``01/2022``, ``Quý I/2022``, ``6 tháng đầu năm 2022``, ``Năm 2022``."""
    match period.kind:
        case PeriodKind.MONTH:
            return f"{period.index:02}/{period.year}"
        case PeriodKind.QUARTER:
            return _("Quý %(n)s/%(year)s") % {"n": roman(period.index), "year": period.year}
        case PeriodKind.HALF if period.index == 1:
            return _("6 tháng đầu năm %(year)s") % {"year": period.year}
        case PeriodKind.HALF:
            return _("6 tháng cuối năm %(year)s") % {"year": period.year}
        case PeriodKind.NINE_MONTHS:
            return _("9 tháng đầu năm %(year)s") % {"year": period.year}
        case PeriodKind.YEAR:
            return _("Năm %(year)s") % {"year": period.year}
        case PeriodKind.WINDOW:
            return period.dates


def unit_name(share: Share | None) -> str:
    """The unit's name; the whole agency, where none is named."""
    return share.name if share else _("Cả cơ quan")
