"""What differs between two versions of a document, in the order of the paper: figures, papers, text, structure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sokhcn.document.aligning import side_by_side
from sokhcn.document.nodes import Cite, Document, Num
from sokhcn.document.strokes import UNSEEN, Part, Stroke, flat
from sokhcn.document.walk import flat as leaves_of
from sokhcn.document.walk import words

_ALIKE = 0.3


class ChangeKind(StrEnum):
    """What sort of thing changed; the value is the word that people read."""

    FIGURE = "số liệu"
    PAPER = "văn bản"
    TEXT = "câu chữ"
    HEADING = "đề mục"
    MOVED = "chuyển chỗ"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``before`` is None for what was added, ``after`` for what was removed; ``where`` is the section
    or appendix it stands in; ``key`` the figure or paper."""

    kind: ChangeKind
    part: Part
    where: str
    before: str | None
    after: str | None
    key: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its words and the section it belongs to: ``where`` as people read it, ``chapter`` by its key, empty
    in the head and in appendices. ``place`` is its number in that section."""

    stroke: Stroke
    text: str
    where: str
    bag: Counter[str]
    chapter: str = ""
    place: int = 0


Pair = tuple[Line | None, Line | None]


def compare(original: Document, returned: Document) -> tuple[Change, ...]:
    """What ``returned`` says otherwise than ``original``; empty exactly where their lines and figures are the same."""
    found = (change for pair in paired(original, returned) for change in _differences(*pair))
    return tuple(_moves(found))


def paired(original: Document, returned: Document) -> tuple[Pair, ...]:
    """The lines of both side by side, in order; None where one of them has no such line."""
    old, new = tuple(_lines(original)), tuple(_lines(returned))
    places = side_by_side([o.text for o in old], [n.text for n in new], lambda i, j: _likeness(old[i], new[j]))
    return tuple((None if there is None else old[there], None if here is None else new[here]) for there, here in places)


def says_the_same(pair: Pair) -> bool:
    """Whether both lines are there, and only figures and papers differ, if anything does."""
    before, after = pair
    return before is not None and after is not None and _frame(before.stroke) == _frame(after.stroke)


def _lines(document: Document) -> Iterator[Line]:
    where, chapter, place = "phần đầu", "", 0
    for stroke in flat(document):
        if stroke.part in UNSEEN:
            continue
        text = stroke.before + " | ".join(words(cell) for cell in stroke.cells) + stroke.after
        if stroke.part in (Part.SECTION, Part.APPENDIX):
            where, place = text, -1
            chapter = stroke.facts.get("key", "") if stroke.part is Part.SECTION else ""
        elif stroke.part is Part.FIXED:  # the distribution list follows the body
            chapter = ""
        yield Line(stroke, text, where, Counter(text.split()), chapter, place)
        place += 1


def _likeness(one: Line, other: Line) -> float:
    """Words shared by both, from 0 to 1; the same place in the head or closing is the same line."""
    if one.stroke.part is not other.stroke.part:
        return 0.0
    if one.stroke.part in (Part.SERIAL, Part.DATED, Part.SUBJECT, Part.SIGNATURE_NAME):
        return 1.0
    shared, total = (one.bag & other.bag).total(), max(one.bag.total(), other.bag.total())
    share = shared / total if total else 1.0
    return share if share >= _ALIKE else 0.0


def _differences(before: Line | None, after: Line | None) -> Iterator[Change]:
    line = after or before
    if line is None:
        return
    yield from controls_changed((before, after))
    if says_the_same((before, after)):
        return
    kind = ChangeKind.HEADING if line.stroke.part is Part.SECTION else ChangeKind.TEXT
    was, now = (None if side is None else side.text for side in (before, after))
    yield Change(kind, line.stroke.part, line.where, was, now)


def controls_changed(pair: Pair) -> Iterator[Change]:
    """Figures and papers of the two lines, each met by the next of the same key."""
    before, after = pair
    line = after or before
    where = line.where if line else ""
    left = list(_identified(after))
    for node in _identified(before):
        same = next((other for other in left if _key(other) == _key(node)), None)
        if same is not None:
            left.remove(same)
        if same is None or same.text != node.text:
            yield _changed(node, node.text, None if same is None else same.text, where)
    for node in left:
        yield _changed(node, None, node.text, where)


def _changed(node: Num | Cite, before: str | None, after: str | None, where: str) -> Change:
    kind = ChangeKind.FIGURE if isinstance(node, Num) else ChangeKind.PAPER
    return Change(kind, Part.PARAGRAPH, where, before, after, _key(node)[1])


def _identified(line: Line | None) -> Iterator[Num | Cite]:
    cells = line.stroke.cells if line else ()
    return (node for cell in cells for node in leaves_of(cell) if isinstance(node, Num | Cite))


def _key(node: Num | Cite) -> tuple[type, str]:
    return type(node), node.key if isinstance(node, Num) else node.paper


def _frame(stroke: Stroke) -> tuple[str, tuple[str, ...], str]:
    """The line with its figures and papers left open."""
    opened = (
        "".join(f"\x1e{_key(n)[1]}\x1e" if isinstance(n, Num | Cite) else words((n,)) for n in leaves_of(cell))
        for cell in stroke.cells
    )
    return stroke.before, tuple(opened), stroke.after


def _moves(found: Iterable[Change]) -> Iterator[Change]:
    """What is removed in one place and added in another with the same words has moved, with the figures in it."""
    changes = tuple(found)
    gone = Counter((c.key, c.before) for c in changes if c.after is None)
    come = Counter((c.key, c.after) for c in changes if c.before is None)
    moved = gone & come
    left = Counter(moved)
    for change in changes:
        if change.after is None and moved[change.key, change.before]:
            moved[change.key, change.before] -= 1
        elif change.before is None and left[change.key, change.after]:
            left[change.key, change.after] -= 1
            if not change.key:
                yield replace(change, kind=ChangeKind.MOVED, before=change.after)
        else:
            yield change
