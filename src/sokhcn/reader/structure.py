"""The structure of one file's letters, joined from its parts."""

from collections.abc import Sequence
from dataclasses import dataclass

from sokhcn.document.letters import Grid, Letters, Line, Role, Span
from sokhcn.document.understood import Annex, Header, Heading, ItemList, SignatureBlock, Title
from sokhcn.kernel.periods import Regime
from sokhcn.reader.structuring.annexes import annexes
from sokhcn.reader.structuring.columns import MOTTO, NATION
from sokhcn.reader.structuring.endings import RECIPIENTS, Ending, ending
from sokhcn.reader.structuring.headings import headings, marked
from sokhcn.reader.structuring.heads import header
from sokhcn.reader.structuring.items import item_lists
from sokhcn.reader.structuring.paragraphs import Paragraph, flowed, one_line, paragraphs
from sokhcn.reader.structuring.shaping import shaped
from sokhcn.reader.structuring.titles import ADDRESSED, title
from sokhcn.reader.structuring.unrolling import parted, unrolled

DASHES = ("-", "–", "—")
FURNITURE = (Role.RUNNING_HEAD, Role.PAGE_NUMBER)


@dataclass(frozen=True, slots=True)
class Structure:
    """What a file is made of. ``flow`` is its text, letter for letter in place, with each paragraph on one line."""

    header: Header
    title: Title
    addressees: tuple[str, ...]
    headings: tuple[Heading, ...]
    paragraphs: tuple[Span, ...]
    items: tuple[ItemList, ...]
    recipients: tuple[str, ...]
    signature: SignatureBlock
    annexes: tuple[Annex, ...]
    flow: str


def structure(letters: Letters, regime: Regime) -> Structure:
    """The structure of ``letters``; ``regime`` says which days the periods of its title have. Linear in the text."""
    lines = unrolled(letters, running := _running(letters))
    top = title(letters, lines, regime)
    below = lines[top.body :]
    foot = ending(letters, below)
    found = paragraphs(letters, below[: foot.body])
    addressed, rest = _addressed(found)
    body = shaped(letters, rest)
    head = header(letters, lines[: top.head])
    known = marked(body, (head.parent_agency, head.agency))
    behind = below[foot.body :]
    furniture = [line for line in letters.lines if line.role in FURNITURE]
    flow = flowed(letters, [*found, *body, *paragraphs(letters, behind)], furniture)
    return Structure(
        header=head,
        title=top.title,
        addressees=addressed,
        headings=headings(known),
        paragraphs=tuple(paragraph.span for paragraph in body),
        items=(*item_lists(known), *_recipients(foot)),
        recipients=foot.recipients,
        signature=foot.signature,
        annexes=annexes(letters, [*below[: foot.body], *behind]),
        flow=flow if len(lines) == len(running) else parted(flow, lines),
    )


def _running(letters: Letters) -> tuple[Line, ...]:
    """Lines of the text itself: neither running heads nor page numbers, nor cells of a table with borders."""
    ruled = {
        n
        for grid in letters.grids
        if grid.ruled and not _is_frame(letters, grid)
        for row in grid.rows
        for cell in row
        for n in cell
    }
    return tuple(line for n, line in enumerate(letters.lines) if line.role not in FURNITURE and n not in ruled)


def _is_frame(letters: Letters, grid: Grid) -> bool:
    """Whether a table holds the head or the ending side by side, whatever its borders."""
    said = [letters.of(letters.lines[n]) for row in grid.rows for cell in row for n in cell]
    return any(MOTTO.search(text) or NATION.search(text) or RECIPIENTS.match(text.strip()) for text in said)


def _addressed(found: Sequence[Paragraph]) -> tuple[tuple[str, ...], tuple[Paragraph, ...]]:
    """The addressees behind ``Kính gửi``, on its line or in a list below it, and the paragraphs after them."""
    if not found or not (word := ADDRESSED.match(found[0].text)):
        return (), tuple(found)
    beside = found[0].text[word.end() :].strip()
    count = 0
    for paragraph in found[1:] if not beside or beside.startswith(DASHES) else ():
        if not paragraph.text.startswith(DASHES):
            break
        count += 1
    below = [one_line(paragraph.text.lstrip("-–— ")).rstrip(" .;") for paragraph in found[1 : count + 1]]
    return (*_names(beside), *below), tuple(found[count + 1 :])


def _names(beside: str) -> list[str]:
    parts = beside.split(";") if ";" in beside else [beside]
    return [name for part in parts if (name := part.strip(" -–—.;"))]


def _recipients(foot: Ending) -> tuple[ItemList, ...]:
    spans = foot.recipient_spans
    return (ItemList("bullet", spans, where="recipients"),) if spans else ()
