"""Which mention introduced the paper that another one means."""

from collections.abc import Sequence
from dataclasses import replace

from sokhcn.document.understood import Citation
from sokhcn.kernel.folding import fold

_Key = tuple[str, ...]


def referring(found: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations, each with the place of the first one that names the same paper."""
    known: dict[_Key, list[int]] = {}
    told: list[Citation] = []
    for place, citation in enumerate(found):
        keys = _keys(citation)
        first = next((at for key in keys for at in known.get(key, ()) if _same(told[at], citation)), None)
        told.append(replace(citation, refers_to=first))
        if first is None:
            for key in keys:
                known.setdefault(key, [])
                if len(known[key]) < _MOST:
                    known[key].append(place)
    return tuple(told)


_NAMED = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_MOST = 40  # papers that share a number; one of more is introduced anew


def _keys(citation: Citation) -> tuple[_Key, ...]:
    """Names under which a paper is looked for, the surest first: its code, its type and number, its law's name."""
    kind = citation.type.lower()
    if citation.number is None:
        name = citation.subject if kind in _NAMED else citation.issuer
        return ((kind, "named", fold(name)),) if name and citation.symbol is None else ()
    number = citation.number.lower().lstrip("0") or "0"
    by_kind = (kind, number)
    if citation.symbol is None:
        return (by_kind,)
    by_code = ("code", number, str(citation.year or ""), citation.symbol.lower())
    named = ((kind, "named", fold(citation.subject)),) if kind in _NAMED and citation.subject else ()
    return (by_code, by_kind, *named)


def _same(first: Citation, other: Citation) -> bool:
    """Numbers start anew each year, so a paper of another year is another paper; a year left out may be any.

    Legal papers, with the year in their number, are counted apart from others: these may share a number, not a day."""
    if first.symbol and other.symbol and first.symbol.lower() != other.symbol.lower():
        return False
    if first.number and other.number and first.year and other.year and first.year != other.year:
        return False
    apart = first.symbol and other.symbol and (first.year is None) != (other.year is None)
    if apart and first.date and other.date and first.date != other.date:
        return False
    one, two = _year(first), _year(other)
    return one is None or two is None or one == two or (first.year is not None and first.year == other.year)


def _year(citation: Citation) -> int | None:
    return citation.year or (citation.date.year if citation.date else None)
