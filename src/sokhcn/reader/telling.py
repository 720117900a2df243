"""An understood document in plain values, with places in the file's own text: what JSON prints."""

from typing import Any

from sokhcn.document.letters import Letters, Span
from sokhcn.document.understood import Breakdown, Citation, Count, Header, Heading, Stretch, Title, Understood
from sokhcn.kernel.finding import Finding
from sokhcn.reader.originating import Origins

Told = dict[str, Any]
MARKS = " \t#*_>"


def told(text: Understood) -> dict[str, Any]:
    """Everything that was understood, and what was found on the way."""
    letters, origins = text.letters, Origins(text.letters)
    signature = text.signature
    return {
        "header": _header(text.header) | _origin(origins, text.header.number_span or text.header.date_span),
        "title": _title(text.title) | _origin(origins, text.title.span),
        "addressees": list(text.addressees),
        "sections": [_section(letters, heading) | origins.told(heading.span) for heading in text.headings],
        "items": [
            {"under": made.where, "kind": made.kind, "n": len(made.items)} | origins.told(made.items[0])
            for made in text.items
        ],
        "citations": [_citation(letters, citation) | origins.told(citation.span) for citation in text.citations],
        "other_references": [
            {"text": r.text, "kind": r.kind, "span": _span(letters, r.span)} | origins.told(r.span)
            for r in text.references
        ],
        "figures": [_count(letters, count) | origins.told(count.span) for count in text.counts],
        "breakdowns": [_breakdown(text, found) | origins.told(found.span) for found in text.breakdowns],
        "recipients": list(text.recipients),
        "signature": {
            "authority": signature.authority,
            "position": signature.position,
            "name": signature.name,
            "signed_mark": signature.signed_mark,
        }
        | _origin(origins, signature.span),
        "annexes": [
            {"label": a.label, "title": a.title, "span": _span(letters, a.span)} | origins.told(a.span)
            for a in text.annexes
        ],
        "findings": [finding_told(finding) for finding in text.findings],
    }


def _origin(origins: Origins, span: Span | None) -> dict[str, Any]:
    """Where something stands that may be absent."""
    return origins.told(span) if span else {}


def finding_told(finding: Finding) -> dict[str, Any]:
    """One finding in plain values."""
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "text": finding.template.format_map(dict(finding.values)),
        "where": finding.where,
        "suggest": finding.advice,
        "basis": finding.basis,
        "span": list(finding.span) if finding.span else None,
    }


def _span(letters: Letters, span: Span) -> list[int]:
    return list(letters.in_source(*span))


def _text(letters: Letters, span: Span) -> str:
    """The words at a place as the file has them, on one line."""
    start, end = letters.in_source(*span)
    return " ".join(letters.source[start:end].split())


def _header(header: Header) -> Told:
    return {
        "parent_agency": header.parent_agency,
        "agency": header.agency,
        "number": header.number,
        "symbol": header.symbol,
        "number_text": header.number_text,
        "place": header.place,
        "date": header.date.isoformat() if header.date else None,
        "date_text": header.date_text,
        "day": header.day,
        "month": header.month,
        "year": header.year,
        "motto": header.motto,
    }


def _title(title: Title) -> Told:
    return {
        "type": title.type,
        "type_text": title.type_text,
        "subject": title.subject,
        "period": _stretch(title.period),
        "next_period": _stretch(title.next_period),
    }


def _stretch(stretch: Stretch | None) -> Told | None:
    if stretch is None:
        return None
    days = {"from": stretch.first.isoformat(), "to": stretch.last.isoformat()}
    return {"kind": stretch.kind, **days, "note": stretch.note}


def _section(letters: Letters, heading: Heading) -> Told:
    """A heading's place takes in the marks of its line: of a Markdown file the ``#`` too."""
    start, end = letters.in_source(*heading.span)
    while start and letters.source[start - 1] in MARKS:
        start -= 1
    while end < len(letters.source) and letters.source[end] in MARKS:
        end += 1
    piece = letters.source[start:end]
    span = [start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))]
    return {"level": heading.level, "number": heading.number, "title": heading.title, "span": span}


def _citation(letters: Letters, citation: Citation) -> Told:
    return {
        "text": _text(letters, citation.span),
        "type": citation.type,
        "number": citation.number,
        "year": citation.year,
        "symbol": citation.symbol,
        "code": citation.code,
        "date": citation.date.isoformat() if citation.date else None,
        "issuer": citation.issuer,
        "subject": citation.subject,
        "refers_to": citation.refers_to,
        "span": _span(letters, citation.span),
    }


def _count(letters: Letters, count: Count) -> Told:
    value = int(count.value) if count.value == int(count.value) else str(count.value)
    more = {name: getattr(count, name) for name in ("approximate", "unsure") if getattr(count, name)}
    return {
        "text": _text(letters, count.span),
        "value": value,
        "noun": count.noun,
        "kind": count.kind.value,
        **more,
        "span": _span(letters, count.span),
    }


def _breakdown(text: Understood, found: Breakdown) -> Told:
    parts = [text.counts[place] for place in found.parts]
    return {
        "total": _count(text.letters, text.counts[found.total])["value"],
        "parts": [_count(text.letters, part)["value"] for part in parts] or [1] * len(found.items),
        "consistent": found.consistent,
        "kind": found.kind.value,
        "text": _text(text.letters, found.span),
        "span": _span(text.letters, found.span),
    }
