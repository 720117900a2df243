"""How a text breaks its counts down: in brackets, after "trong đó", "gồm" or a colon, and over the items of a list."""

from collections.abc import Sequence

from sokhcn.document.understood import Breakdown, Count, ItemList
from sokhcn.reader.counting.inline import inline
from sokhcn.reader.counting.listed import listed


def breakdowns(text: str, counts: Sequence[Count], items: Sequence[ItemList] = ()) -> tuple[Breakdown, ...]:
    """The breakdowns of ``counts`` in reading order; ``items`` are the lists of the text with their lead sentences."""
    found = [*inline(text, counts), *(one for one in (listed(text, counts, each) for each in items) if one)]
    return tuple(sorted(found, key=lambda one: (one.span, one.kind)))
