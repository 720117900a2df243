"""What a file of ours keeps beside its text, so that it can be read back exactly and name what people changed.

It stands in a custom XML part: of each line what it is, how its words are cut into nodes, the figures and papers as
they were printed, and short hashes of its letters. The letters themselves are not kept: what somebody deletes in Word
is gone from the file too. The exception are figures, papers, numbers of sections, and letters that XML cannot hold.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from json.encoder import encode_basestring_ascii as _quoted
from math import isfinite
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from lxml import etree

from sokhcn.document.nodes import Align, RowKind
from sokhcn.document.strokes import UNSEEN, Part, Stroke
from sokhcn.formats.docx.elements import Element, writable
from sokhcn.formats.docx.names import Identity
from sokhcn.formats.docx.outlines import Outline, controls_in, outline_of, values_in
from sokhcn.formats.docx.seen import Piece, Pieces, Seen

NAMESPACE: Final = "urn:sokhcn:docx:kept:1"
ROOT: Final = f"{{{NAMESPACE}}}kept"
_HASH: Final = 12
_SHAPE: Final = 9


class Kept(NamedTuple):
    """One line as it was written. ``plain`` hashes its letters, ``whole`` also looks and controls, ``frame`` only the
    letters outside controls; ``before`` and ``after`` are the lengths of what print added; ``size`` its length."""

    part: Part
    facts: Mapping[str, Any]
    plain: str = ""
    whole: str = ""
    frame: str = ""
    before: int = 0
    after: int = 0
    size: int = 0
    outlines: tuple[Outline, ...] = ()

    def controls(self) -> tuple[tuple[Identity, str], ...]:
        """Its figures and papers, with the words they were printed as."""
        return tuple(found for outline in self.outlines for found in controls_in(outline))


def keep(strokes: Iterable[Stroke], lines: Iterable[Seen]) -> tuple[Kept, ...]:
    """What to keep of a document whose lines were written as ``lines``."""
    seen = iter(lines)
    kept = tuple(Kept(s.part, s.facts) if s.part in UNSEEN else _keep(s, next(seen)) for s in strokes)
    if next(seen, None) is not None:
        raise AssertionError("the writer wrote a line that the document does not have")
    return kept


def _keep(stroke: Stroke, line: Seen) -> Kept:
    plain = line.plain()
    return Kept(
        stroke.part,
        stroke.facts,
        hashed(plain),
        whole_of(line),
        frame_of(line),
        len(writable(stroke.before)),
        len(writable(stroke.after)),
        len(plain),
        tuple(outline_of(cell, stroke.part) for cell in stroke.cells),
    )


def hashed(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH]


def whole_of(line: Seen) -> str:
    """The hash of a line with its looks and controls."""
    cells = (", ".join(map(_looking, cell)) for cell in line.cells)
    return hashed(f"[{', '.join(f'[{cell}]' for cell in cells)}]")


def _looking(piece: Piece) -> str:
    """The piece in JSON, as ``json.dumps`` writes it, whose start alone takes longer than this."""
    bold, italic = ("true" if look else "false" for look in (piece.bold, piece.italic))
    return f"[{_quoted(piece.text)}, {bold}, {italic}, {_quoted(piece.tag)}]"


def frame_of(line: Seen) -> str:
    """The hash of a line with the words of its controls left open."""
    return hashed("\x1f".join(_frame(cell) for cell in line.cells))


def _frame(pieces: Pieces) -> str:
    result, last = "", 0
    for piece in pieces:
        if not piece.control:
            result += piece.text
        elif piece.control != last:
            result += "\x1e"
        last = piece.control
    return result


def part_of(lines: Iterable[Kept]) -> Element:
    """The XML part."""
    root = etree.Element(ROOT, nsmap={"kept": NAMESPACE})
    root.text = json.dumps([_told(line) for line in lines], separators=(",", ":"))
    return root


def _told(line: Kept) -> list[Any]:
    if line.part in UNSEEN:
        return [line.part, dict(line.facts)]
    hashes = [line.plain, line.whole, line.frame]
    return [line.part, dict(line.facts), *hashes, line.before, line.after, line.size, list(line.outlines)]


def lines_of(part: Element) -> tuple[Kept, ...]:
    """The lines in a part; none if it is not what a writer of ours wrote."""
    try:
        return tuple(_line(told) for told in json.loads(part.text or "[]"))
    except (ValueError, TypeError, ArithmeticError, RecursionError, AttributeError):
        return ()


def _line(told: list[Any]) -> Kept:
    if len(told) not in (2, _SHAPE):
        raise ValueError("a line of another shape")
    part, facts, *rest = told
    known = {name: _fact(name, value) for name, value in facts.items()}
    if not rest:
        return Kept(Part(part), known)
    plain, whole, frame, before, after, size, outlines = rest
    for outline in outlines:
        tuple(values_in(outline))  # a value that is no number is found out here
    lengths = (int(before), int(after), int(size))
    return Kept(Part(part), known, str(plain), str(whole), str(frame), *lengths, tuple(outlines))


def _fact(name: str, value: Any) -> Any:
    """The fact, if it is of its kind. Raises ``ValueError`` or ``TypeError``."""
    match name:
        case "widths" if all(isfinite(float(width)) and float(width) > 0 for width in value):
            return [float(width) for width in value]
        case "aligns":
            return [Align(align).value for align in value]
        case "kind":
            return RowKind(value).value
        case _ if isinstance(value, _KINDS.get(name, ())):
            return value
        case _:
            raise ValueError(f"{name} cannot be {value!r}")


_KINDS: Final[Mapping[str, tuple[type, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("key", "label", "symbol", "place", "language"), (str,)),
        **dict.fromkeys(("level", "depth", "month", "year"), (int,)),
        **dict.fromkeys(("first", "landscape"), (bool,)),
        "number": (str, type(None)),
        "day": (int, type(None)),
    }
)
