"""Whose report a file is: by the agency lines of its head, which a draft may leave blank."""

from sokhcn.checker.papers import issuer_key
from sokhcn.document.understood import Understood
from sokhcn.kernel.folding import fold
from sokhcn.records.models import Agency


def stranger(text: Understood, agency: Agency) -> str | None:
    """The body that the head of ``text`` names, where it is not ``agency`` by any name it has or had."""
    head, names = text.header, Agency.objects.filter(code=agency.code)
    pairs = (
        (head.agency, [name for row in names for name in (row.heading, row.name)]),
        (head.parent_agency, [row.parent_heading for row in names]),
    )
    is_other = any(said and any(ours) and issuer_key(said) not in map(issuer_key, ours) for said, ours in pairs)
    return ", ".join(filter(None, (head.agency, head.parent_agency))) if is_other else None


def is_of(text: Understood, agency: Agency) -> bool:
    """Whether nothing in the head of ``text`` names another body than ``agency``. Where the agency lines are left out,
    the symbol and the place tell."""
    head, names = text.header, Agency.objects.filter(code=agency.code)
    if head.agency:
        return stranger(text, agency) is None
    symbol, place = fold(head.symbol or ""), fold(head.place or "")
    symbols, seats = [fold(row.symbol) for row in names], [fold(row.seat) for row in names if row.seat]
    return (not symbol or symbol.endswith(tuple(symbols))) and (not place or not seats or place in seats)
