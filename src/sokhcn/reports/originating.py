"""Where a row was read: written with the row when somebody accepts it, told wherever the row is shown."""

from bisect import bisect_right
from dataclasses import dataclass

from sokhcn.document.letters import Letters, Span
from sokhcn.reader.proposed import Proposed
from sokhcn.records.kept import Kept
from sokhcn.reports.models import Origin

MOST_WORDS = 1_000


@dataclass(frozen=True, slots=True)
class Source:
    """The file that rows were read in: its name, hash and letters."""

    name: str
    sha256: str
    letters: Letters


def origin(row: Kept, proposed: Proposed, source: Source) -> Origin:
    """Where ``row``, now written, was read. Places are those in the text of the file."""
    start, end = source.letters.in_source(*proposed.span)
    about = {
        "register": row._meta.label_lower,
        "row": row.pk,
        "version": row.version,
        "file": source.name[-Origin._meta.get_field("file").max_length :],  # type: ignore[operator]
        "sha256": source.sha256,
        "start": start,
        "end": end,
        "where": place_said(source.letters, proposed.span),
        "words": " ".join(source.letters.source[start:end].split())[:MOST_WORDS],
        "confidence": proposed.confidence.value,
    }
    made = Origin(**about)
    made.digest = made.proof()
    return made


def origin_of(row: Kept) -> Origin | None:
    """Where ``row`` was read; None for a row that came in otherwise."""
    found: Origin | None = Origin.objects.filter(register=row._meta.label_lower, row=row.pk).first()
    return found


def place_said(letters: Letters, span: Span) -> str:
    """A place as people look for it: the page of a PDF, the paragraph of a Word file, else the line."""
    number = bisect_right(letters.lines, span[0], key=lambda line: line.start) - 1
    stands = letters.lines[number].origin if number >= 0 else None
    if stands is not None and stands.page is not None:
        return f"trang {stands.page}"
    if stands is not None and stands.paragraph is not None:
        return f"đoạn {stands.paragraph + 1}"
    return f"dòng {letters.source.count(chr(10), 0, letters.in_source(*span)[0]) + 1}"
