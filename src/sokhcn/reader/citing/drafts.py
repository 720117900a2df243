"""A mention while it is being joined from its parts."""

from dataclasses import dataclass

from sokhcn.document.letters import Span
from sokhcn.reader.citing.codes import Code
from sokhcn.reader.citing.dates import Printed


@dataclass(frozen=True, slots=True)
class Draft:
    """Type, place and parts; places are those of the plain text. ``year`` is one that stands apart from the number."""

    kind: str
    start: int
    end: int
    code: Code | None = None
    year: int | None = None
    day: Printed | None = None
    issuer: Span | None = None
    subject: Span | None = None
    words: str | None = None  # the subject, where it cannot be shown as one place
    listed: bool = False  # stands on the type word of the mention before
    bare: bool = False  # a law by nothing but its name
