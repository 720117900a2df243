"""The mentions of legal and administrative papers in a text, with all that is said of each: the door to ``citing``."""

from sokhcn.document.understood import Citation
from sokhcn.reader.citing.drafts import Draft
from sokhcn.reader.citing.mentions import mentions
from sokhcn.reader.citing.plain import Plain, plain
from sokhcn.reader.citing.referring import referring


def citations(text: str) -> tuple[Citation, ...]:
    """All citations of ``text``, in order. It is clean (``Letters.text``); its lines may break within a citation."""
    seen = plain(text)
    return referring([_citation(seen, draft) for draft in mentions(seen)])


def _citation(seen: Plain, draft: Draft) -> Citation:
    code, day, issuer, subject = draft.code, draft.day, draft.issuer, draft.subject
    return Citation(
        span=seen.span(draft.start, draft.end),
        text=seen.said(draft.start, draft.end),
        type=draft.kind,
        number=code.number if code else None,
        year=(code.year if code else None) or draft.year,
        symbol=code.symbol if code else None,
        code=code.code if code else None,
        date=day.day if day else None,
        issuer=seen.said(*issuer) if issuer else None,
        subject=draft.words or (_paired(seen.said(*subject)) if subject else None),
        date_text=seen.said(day.start, day.end) if day else "",
        code_span=seen.span(code.start, code.end) if code else None,
        date_span=seen.span(day.start, day.end) if day else None,
        issuer_span=seen.span(*issuer) if issuer else None,
        subject_span=seen.span(*subject) if subject else None,
    )


def _paired(subject: str) -> str:
    """Without quotes that nothing opens or closes."""
    if subject.count("“") == subject.count("”"):
        return subject
    return subject.replace("“", "").replace("”", "")
