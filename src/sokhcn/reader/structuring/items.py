"""Lists: items under their lead sentence, nested by the depth of their labels."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sokhcn.document.letters import Span
from sokhcn.document.understood import ItemList
from sokhcn.reader.structuring.labels import Depth
from sokhcn.reader.structuring.siblings import Marked

KINDS = {Depth.DASH: "bullet", Depth.PLUS: "bullet", Depth.LETTER: "lettered"}


@dataclass
class _List:
    """A list while it is being read; ``where`` is the path of what it stands under, such as ``II.1``."""

    depth: Depth
    where: str
    under: int | None
    lead: Span | None
    items: list[Span] = field(default_factory=list)
    last: str = ""

    def done(self) -> ItemList:
        kind = KINDS.get(self.depth, "numbered")
        return ItemList(kind, tuple(self.items), self.under, self.lead, self.where)


def item_lists(found: Sequence[Marked]) -> tuple[ItemList, ...]:
    """The lists in the order in which they begin."""
    return tuple(made.done() for made in sorted(_lists(found), key=lambda made: made.items[0]))


def _lists(found: Sequence[Marked]) -> Iterator[_List]:
    open_lists: list[_List] = []
    path: list[tuple[int, str]] = []
    under: int | None = None
    lead: Span | None = None
    for m in found:
        if m.heads:
            yield from open_lists
            open_lists.clear()
            under, lead = (0 if under is None else under + 1), m.paragraph.span
            _step_into(path, m)
        elif m.label is None:
            yield from _closed(open_lists, Depth.LETTER)
            lead = m.paragraph.span
        else:
            yield from _closed(open_lists, Depth(m.label.depth + 1) if m.label.depth < Depth.PLUS else None)
            if not _continues(open_lists, m):
                if open_lists and open_lists[-1].depth == m.label.depth:
                    yield open_lists.pop()
                open_lists.append(_List(m.label.depth, _where(path, open_lists), under, lead))
            open_lists[-1].items.append(m.paragraph.span)
            open_lists[-1].last = m.label.number
            lead = m.paragraph.span
    yield from open_lists


def _step_into(path: list[tuple[int, str]], m: Marked) -> None:
    depth = m.label.depth if m.label else Depth.ARABIC
    while path and path[-1][0] >= depth:
        path.pop()
    path.append((depth, m.label.number if m.label else m.rest))


def _where(path: Sequence[tuple[int, str]], open_lists: Sequence[_List]) -> str:
    outer = [made.last for made in open_lists if made.depth < Depth.DASH]
    return ".".join([*(number for _, number in path), *outer])


def _closed(open_lists: list[_List], deepest: Depth | None) -> Iterator[_List]:
    while open_lists and deepest is not None and open_lists[-1].depth >= deepest:
        yield open_lists.pop()


def _continues(open_lists: Sequence[_List], m: Marked) -> bool:
    """Whether an item goes on with the innermost list; a number that begins again begins another list."""
    if not open_lists or m.label is None or open_lists[-1].depth != m.label.depth:
        return False
    return m.label.depth in (Depth.DASH, Depth.PLUS) or m.label.order != 1
