"""A book as PDF to be bound: A4 across, headings and page numbers on every page."""

from calendar import timegm
from typing import Any

from sokhcn.document.ledger import Ledger
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.formats.pdf.render import Printed, pressed

MAIN = "ledger.typ"


def render(ledger: Ledger, profile: Profile = DECREE_30, *, own_font_only: bool = False) -> Printed:
    """``ledger`` as PDF/A-2a and PDF/UA-1; the same book and fonts give the same bytes."""
    day = ledger.until
    job = {
        "main": MAIN,
        "content": _content(ledger),
        "fonts": profile.fonts,
        "own_font_only": own_font_only,
        "timestamp": timegm((day.year, day.month, day.day, 0, 0, 0)),
    }
    font, pdf = pressed(job)
    return Printed(pdf, font)


def _content(ledger: Ledger) -> dict[str, Any]:
    names = ("parent_agency", "agency", "title", "lines", "remarks")
    columns = [{"title": c.title, "width": c.width, "align": c.align.value} for c in ledger.columns]
    return {**{name: getattr(ledger, name) for name in names}, "columns": columns, "rows": list(ledger.rows)}
