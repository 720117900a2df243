"""Lines back to wording: a text that says them again, with its figures counted anew and its papers as they stand."""

import json
import re
from collections.abc import Iterable, Iterator

from sokhcn.document.nodes import Break, Cite, Emph, Inline, Num, Strong, Text
from sokhcn.document.strokes import Part, Stroke
from sokhcn.figures.aspect import Aspect, split_key

_SPECIAL = re.compile(r"\{\{|\{%|\{#|\*|\ue000|\ue001")
_ITEM = re.compile(r"[-+](?= )")
_TURN = re.compile(r"(?:tăng|giảm) $")
_TURNING = (Aspect.CHANGE, Aspect.GROWTH)


def source_of(strokes: Iterable[Stroke]) -> str:
    """The wording of paragraphs and items, one below the other."""
    return "\n\n".join(_line(stroke) for stroke in strokes)


def _line(stroke: Stroke) -> str:
    said = "".join(_sources(stroke.cells[0])).strip()
    if stroke.part is not Part.ITEM:
        return _ITEM.sub(lambda sign: f'{{{{ "{sign[0]}" }}}}', said, count=1)
    label, depth = stroke.facts.get("label", "-"), int(stroke.facts.get("depth", 0))
    if label in ("-", "+"):
        return f"{'  ' if depth else ''}{label} {said}"
    return f"{label} {said}".strip()


def _sources(inlines: Iterable[Inline]) -> Iterator[str]:
    """``tăng`` and ``giảm`` belong to the figure behind them: when it turns, they do."""
    before = ""
    for node in inlines:
        if isinstance(node, Num) and split_key(node.key)[1] in _TURNING and _TURN.search(before):
            yield _TURN.sub("", before)
            before = f"{{{{ {_name(node.key)} | compared }}}}"
            continue
        yield before
        before = _source(node)
    yield before


def _source(node: Inline) -> str:
    match node:
        case Text(text):
            return _SPECIAL.sub(_quoted, text)
        case Num(key=key):
            return f"{{{{ {_name(key)} | bare }}}}"
        case Cite(paper, text):
            return f"{{{{ papers[{_string(paper)}] | worded({_string(text)}) }}}}"
        case Emph(children):
            return f"*{''.join(_sources(children))}*"
        case Strong(children):  # wording knows no bold
            return "".join(_sources(children))
        case Break():
            return " "


def _quoted(found: re.Match[str]) -> str:
    return "" if found[0] in "\ue000\ue001" else f"{{{{ {_string(found[0])} }}}}"


def _string(text: str) -> str:
    """As templates write it."""
    return json.dumps(text, ensure_ascii=False)


def _name(key: str) -> str:
    base, aspect = split_key(key)
    return f"{base}.{aspect}" if aspect else base
