"""What rules examine: an understood document, and what others testify about it where somebody can."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from sokhcn.checker.witness import NOBODY, Witness
from sokhcn.document.letters import Span
from sokhcn.document.look import Appearance
from sokhcn.document.understood import Claim, Heading, Understood


@dataclass(frozen=True, slots=True)
class Subject:
    """``text`` is the document. ``chapters`` are the titles that its outline asks for; empty where none is known.
    ``appearance`` is how its pages look, where the file tells; places in it are those of ``Letters.text``. ``claims``
    are its counts that speak of indicators."""

    text: Understood
    witness: Witness = field(default=NOBODY)
    chapters: tuple[str, ...] = ()
    appearance: Appearance | None = None
    claims: tuple[Claim, ...] = ()

    @property
    def flow(self) -> str:
        """The text in which sentences run on over the ends of lines; places are those of ``Letters.text``."""
        return self.text.flow

    def said(self, span: Span) -> str:
        """The words at ``span``, on one line."""
        return " ".join(self.flow[span[0] : span[1]].split())

    def paragraphs(self) -> Iterator[tuple[Span, str]]:
        """Logical paragraphs with their words, headings among them."""
        for span in self.text.paragraphs:
            yield span, self.flow[span[0] : span[1]]

    def paragraph_of(self, place: int) -> Span:
        """The logical paragraph in which ``place`` stands; an empty stretch where it stands in none."""
        paragraphs = self.text.paragraphs
        above = bisect_right(paragraphs, (place, len(self.flow))) - 1
        inside = above >= 0 and paragraphs[above][0] <= place < paragraphs[above][1]
        return paragraphs[above] if inside else (place, place)

    def heading_of(self, place: int) -> Heading | None:
        """The heading under which ``place`` stands."""
        above = bisect_right(self.text.headings, place, key=lambda heading: heading.span[0])
        return self.text.headings[above - 1] if above else None
