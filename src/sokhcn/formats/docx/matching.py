"""Which line of a file that came back is which line that was written, however people moved, cut and added."""

from collections.abc import Generator, Iterator, Sequence

from sokhcn.document.aligning import side_by_side
from sokhcn.document.strokes import ROWS, UNSEEN
from sokhcn.formats.docx.kept import Kept, frame_of, hashed
from sokhcn.formats.docx.parsing import part_by_style
from sokhcn.formats.docx.seen import Seen

Pair = tuple[Kept | None, Seen | None]


def pairs(kept: Sequence[Kept], seen: Sequence[Seen]) -> Iterator[Pair]:
    """Lines written and lines met, side by side in the order of the file. A line of one side stands alone."""
    wanted = [line for line in kept if line.part not in UNSEEN]
    met = [hashed(line.plain()) for line in seen]
    before = 0
    for there, here in side_by_side([line.plain for line in wanted], met, lambda i, j: likeness(wanted[i], seen[j])):
        if there is not None:
            before = yield from _unseen(kept, wanted[there], before)
        yield (None if there is None else wanted[there], None if here is None else seen[here])
    for line in kept[before:]:
        if line.part in UNSEEN:
            yield line, None


def _unseen(kept: Sequence[Kept], until: Kept, start: int) -> Generator[Pair, None, int]:
    """The lines nobody sees that stand before ``until``; returns the place after it."""
    place = start
    while kept[place] is not until:
        if kept[place].part in UNSEEN:
            yield kept[place], None
        place += 1
    return place + 1


def likeness(kept: Kept, seen: Seen) -> float:
    """How likely a line that was written is the line met with other words; 0 for lines that cannot be the same."""
    letters = len(seen.plain())
    if (kept.part in ROWS) is not seen.is_row or not letters or not kept.size:
        return 0.0
    if kept.frame == frame_of(seen):
        return 9.0
    tags = {piece.tag.partition("~")[0] for cell in seen.cells for piece in cell if piece.tag}
    shared = any(f"{identity.kind}:{identity.key}" in tags for identity, _ in kept.controls())
    same_part = part_by_style(seen) in (kept.part, None)
    length = min(letters, kept.size) / max(letters, kept.size)
    return 4.0 * shared + 2.0 * same_part + length if shared or same_part else 0.0
