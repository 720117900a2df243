"""All mentions of a text joined: by number, of laws and of congresses, with what stands around them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from sokhcn.reader.citing.before import standing_before
from sokhcn.reader.citing.brackets import around
from sokhcn.reader.citing.congress import resolutions
from sokhcn.reader.citing.drafts import Draft
from sokhcn.reader.citing.laws import Law, laws
from sokhcn.reader.citing.numbered import numbered
from sokhcn.reader.citing.plain import Plain
from sokhcn.reader.citing.subjects import subject_after
from sokhcn.reader.citing.tails import Tail, tail

_BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:và\s+)?|và\s+)(?:các\s+)?")
_PART = re.compile(r"[^\W\d_]+")
_TYPE_LETTERS = frozenset(
    (
        "BB",
        "BC",
        "BTT",
        "CL",
        "CT",
        "CTr",
        "CTHĐ",
        "CV",
        "CĐ",
        "DA",
        "ĐA",
        "GM",
        "HD",
        "HĐ",
        "KH",
        "KL",
        "NĐ",
        "NQ",
        "NQLT",
        "PA",
        "PL",
        "QC",
        "QĐ",
        "QyĐ",
        "QLĐ",
        "TB",
        "TC",
        "TT",
        "TTr",
        "TTLB",
        "TTLT",
        "VBHN",
    )
)


def mentions(plain: Plain) -> tuple[Draft, ...]:
    """All mentions in order, apart from each other."""
    found = [draft for draft in (_of_law(plain, law) for law in laws(plain)) if draft]
    found += [Draft("Nghị quyết", start, body[1], issuer=body) for start, body in resolutions(plain)]
    found += numbered(plain, frozenset(draft.code.start for draft in found if draft.code))
    apart = tuple(_apart(sorted(found, key=lambda draft: (draft.start, -draft.end))))
    starts = tuple(draft.start for draft in apart)
    floors = (0, *(draft.end for draft in apart))
    whole = [_surrounded(plain, draft, starts, floor) for draft, floor in zip(apart, floors, strict=False)]
    return _issuers_shared(plain, whole)


def _of_law(plain: Plain, law: Law) -> Draft | None:
    rest = tail(plain, law.end)
    if not (law.code or law.year or law.bare or rest.day):
        return None
    if law.bare and not rest.day:
        rest = Tail(law.end)  # «Luật Thủ đô của Quốc hội …»: no more is said of the law than its name
    return Draft(law.kind, law.start, rest.end, law.code, law.year, rest.day, rest.issuer, law.name, bare=law.bare)


def _apart(ordered: list[Draft]) -> Iterator[Draft]:
    end = -1
    for draft in ordered:
        if draft.start >= end:
            yield draft
            end = draft.end


def _surrounded(plain: Plain, draft: Draft, starts: tuple[int, ...], floor: int) -> Draft:
    """The mention with what stands before it, not further than ``floor``, and behind it."""
    if not draft.issuer or not draft.day:
        before = standing_before(plain, draft.start, floor)
        draft = replace(draft, issuer=draft.issuer or before.issuer, day=draft.day or before.day)
    if not draft.subject:
        full = draft.issuer is not None or draft.day is not None
        draft = replace(draft, subject=subject_after(plain, draft.end, full, starts))
    if not draft.subject and (bracket := around(plain, draft.start)):
        issuer = draft.issuer or bracket.issuer
        draft = replace(draft, subject=bracket.subject, words=bracket.words, issuer=issuer)
    return draft


def _issuers_shared(plain: Plain, found: list[Draft]) -> tuple[Draft, ...]:
    """One issuer may serve several mentions side by side: «Công văn A ngày … và Công văn B ngày … của UBND tỉnh»."""
    for place in range(len(found) - 2, -1, -1):
        here, there = found[place], found[place + 1]
        if not here.issuer and there.issuer and there.issuer[0] > there.start and _side_by_side(plain, here, there):
            found[place] = replace(here, issuer=there.issuer)
    for place in range(1, len(found)):
        here, there = found[place], found[place - 1]
        if not here.issuer and there.issuer and there.issuer[1] <= there.start and _side_by_side(plain, there, here):
            found[place] = replace(here, issuer=there.issuer)
    return tuple(found)


def _side_by_side(plain: Plain, first: Draft, second: Draft) -> bool:
    end = max(first.end, first.subject[1]) if first.subject else first.end
    if not any(_BETWEEN.fullmatch(plain.lower, at, second.start) for at in (first.end, end)):
        return False
    return bool(_organs(first) & _organs(second))


def _organs(draft: Draft) -> frozenset[str]:
    """The abbreviations of agencies in the symbol: of QĐ-UBND it is UBND."""
    symbol = draft.code.symbol if draft.code else None
    return frozenset(_PART.findall(symbol or "")) - _TYPE_LETTERS
