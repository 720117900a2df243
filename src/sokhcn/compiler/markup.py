"""The light markup of wording: blank lines part paragraphs, ``- `` begins an item, ``*…*`` is italic.

Only the template's own letters are markup. A value stands in the text as a private mark and comes back as the inlines
that it was said as.
"""

import re
from collections.abc import Iterator, Sequence

from sokhcn.document.build import inlines
from sokhcn.document.nodes import Block, Break, Emph, Inline, Item, Items, Paragraph, Text
from sokhcn.document.walk import words

OPEN, SHUT = "\ue000", "\ue001"
PIECES = re.compile(rf"{OPEN}(\d+){SHUT}|(\*)|([^{OPEN}*]+)")
BROUGHT = (".", "%")  # signs that a value may bring along
ITEM = re.compile(r"(?P<indent>\s*)(?P<label>[-+]) (?P<rest>.*)")

Said = Sequence[tuple[Inline, ...]]


def one_line(text: str, said: Said) -> tuple[Inline, ...]:
    """``text`` as one run of inlines; a new line in it is a break."""
    lines = [_inlines(line, said) for line in text.strip().splitlines() if line.strip()]
    broken: list[Inline] = []
    for number, line in enumerate(lines):
        broken += [Break(), *line] if number else line
    return tuple(broken)


def blocks(text: str, said: Said) -> tuple[Block, ...]:
    """``text`` as paragraphs and lists. Items of one list may have blank lines between them."""
    result: list[Block] = []
    for kind, label, line in _chunks(text):
        words = _inlines(line, said)
        if not words:
            continue
        if kind == "paragraph":
            result.append(Paragraph(words))
        else:
            _append(result, Item(label, words), below=kind == "below")
    return tuple(result)


def _append(result: list[Block], item: Item, *, below: bool) -> None:
    last = result[-1] if result else None
    if not isinstance(last, Items):
        result.append(Items((item,)))
    elif below:
        owner = last.items[-1]
        result[-1] = Items((*last.items[:-1], Item(owner.label, owner.children, (*owner.below, item))))
    else:
        result[-1] = Items((*last.items, item))


def _chunks(text: str) -> Iterator[tuple[str, str, str]]:
    """Kind, label and words of each paragraph or item; lines that follow without a blank line belong to it."""
    kind, label, lines = "paragraph", "", list[str]()
    for line in [*text.splitlines(), ""]:
        item = ITEM.fullmatch(line)
        if (item or not line.strip()) and lines:
            yield kind, label, " ".join(lines)
            lines = []
        if item:
            kind = "below" if item["indent"] else "item"
            label, lines = item["label"], [item["rest"].strip()]
        elif line.strip():
            if not lines:
                kind, label = "paragraph", ""
            lines.append(line.strip())


def _inlines(text: str, said: Said) -> tuple[Inline, ...]:
    """Marks become what was said, ``*`` opens and shuts italics, runs of spaces become one.

    A value that brings its own full stop, as people type subjects, or its per cent keeps it, and the text's own is
    left out.
    """
    ends = ""
    outer: list[Inline] = []
    inner: list[Inline] | None = None
    for mark, star, plain in PIECES.findall(text.strip()):
        if star:
            if inner is None:
                inner = []
            else:
                outer.append(Emph(inlines(*inner)))
                inner = None
            continue
        if mark:
            pieces: Sequence[Inline] = said[int(mark)]
        else:
            pieces = (Text(re.sub(r"[ \t\n]+", " ", plain.removeprefix(ends))),)
        (outer if inner is None else inner).extend(pieces)
        last = words(pieces)[-1:] if mark else ""
        ends = last if last in BROUGHT else ""
    unshut = () if inner is None else (Text("*"), *inner)  # a star alone is a star
    return inlines(*outer, *unshut)
