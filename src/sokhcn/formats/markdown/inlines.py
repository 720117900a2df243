"""Marks inside a paragraph of Markdown, as CommonMark has them: which letters go, and what is bold or italic."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from sokhcn.kernel.tracing import Edit, Span

_SPECIAL = re.compile(r"[\\`*_~\[\]<&!]")
_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_TICKS = re.compile("`+")
_RUN = re.compile(r"\*+|_+|~{2}")
_TARGET = re.compile(
    r"\]\(\s*(?:<[^<>\n]{0,500}>|[^\s()<>]{0,500}(?:\([^\s()]{0,200}\)[^\s()<>]{0,200})?)(?:\s+[\"'(][^\"')]{0,300}[\"')])?\s*\)"
)
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,1000}>|<!--(?:(?!-->)[\s\S]){0,2000}-->")
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^<>\s]{0,500}|[^<>\s@]{1,64}@[^<>\s@]{1,255})>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


@dataclass(slots=True)
class Inlines:
    """What a paragraph's marks are: edits that take them away, and spans, both in places of the file."""

    edits: list[Edit] = field(default_factory=list)
    bold: list[Span] = field(default_factory=list)
    italic: list[Span] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    """A run of the same mark: how much of it is left, and on which sides it may stand."""

    start: int
    end: int
    mark: str
    opens: bool
    closes: bool
    whole: int


def read(text: str, start: int, end: int, into: Inlines) -> None:
    """The marks in ``text[start:end]``, a paragraph, added to ``into``."""
    runs: list[_Run] = []
    brackets: list[int] = []
    ticks = _ticks(text, start, end)
    place = start
    while found := _SPECIAL.search(text, place, end):
        place = _one(text, found.start(), end, _State(into, runs, brackets, ticks))
    _pair(runs, into)


@dataclass(frozen=True, slots=True)
class _State:
    into: Inlines
    runs: list[_Run]
    brackets: list[int]
    ticks: dict[int, list[int]]


def _ticks(text: str, start: int, end: int) -> dict[int, list[int]]:
    """Where runs of backticks stand, by their length, the last first."""
    places: dict[int, list[int]] = {}
    for found in _TICKS.finditer(text, start, end):
        places.setdefault(len(found[0]), []).append(found.start())
    return {size: found[::-1] for size, found in places.items()}


def _one(text: str, at: int, end: int, state: _State) -> int:
    """Read what begins at ``at``; the place after it."""
    mark = text[at]
    if mark in "*_~":
        return _delimiter(text, at, end, state)
    if mark == "`":
        return _code(text, at, end, state)
    if mark in "[]!":
        return _link(text, at, end, state)
    return _replaced(text, at, end, state)


def _replaced(text: str, at: int, end: int, state: _State) -> int:
    """Escapes, tags and entities."""
    edits = state.into.edits
    if found := _ESCAPED.match(text, at, end):
        edits.append((at, at + 1, ""))
    elif found := _ADDRESS.match(text, at, end):
        edits += [(at, at + 1, ""), (found.end() - 1, found.end(), "")]
    elif found := _TAG.match(text, at, end):
        edits.append((at, found.end(), "\n" if _BREAK.fullmatch(found[0]) else ""))
    elif (found := _ENTITY.match(text, at, end)) and unescape(found[0]) != found[0]:
        edits.append((at, found.end(), unescape(found[0])))
    return found.end() if found else at + 1


def _code(text: str, at: int, end: int, state: _State) -> int:
    found = _TICKS.match(text, at, end)
    assert found is not None
    later = state.ticks[len(found[0])]
    while later and later[-1] <= at:
        later.pop()
    if not later:
        return found.end()
    close = later.pop()
    state.into.edits += [(at, found.end(), ""), (close, close + len(found[0]), "")]
    return close + len(found[0])


def _link(text: str, at: int, end: int, state: _State) -> int:
    """``[words](target)``: the words stay; of a picture its description."""
    if text[at] == "[":
        state.brackets.append(at)
    elif text[at] == "]" and state.brackets:
        opened = state.brackets.pop()
        if found := _TARGET.match(text, at, end):
            first = opened - 1 if opened and text[opened - 1] == "!" else opened
            state.into.edits += [(first, opened + 1, ""), (at, found.end(), "")]
            return found.end()
    return at + 1


def _delimiter(text: str, at: int, end: int, state: _State) -> int:
    found = _RUN.match(text, at, end)
    if found is None:
        return at + 1
    before = text[at - 1] if at else " "
    after = text[found.end()] if found.end() < len(text) else " "
    left = not after.isspace() and (_is_word(after) or not _is_word(before))
    right = not before.isspace() and (_is_word(before) or not _is_word(after))
    mark = text[at]
    opens = left and (mark != "_" or not right or not _is_word(before))
    closes = right and (mark != "_" or not left or not _is_word(after))
    state.runs.append(_Run(at, found.end(), mark, opens, closes, found.end() - at))
    return found.end()


def _is_word(letter: str) -> bool:
    return letter.isalnum()


def _pair(runs: list[_Run], into: Inlines) -> None:
    """Match closing runs with the nearest opening ones; what finds no partner stays as letters."""
    open_runs: list[_Run] = []
    hopeless = dict.fromkeys("*_~", 0)  # below this height of the stack no partner stands
    for run in runs:
        while run.closes and run.end > run.start:
            height = _partner(open_runs, run, hopeless[run.mark])
            if height is None:
                hopeless[run.mark] = len(open_runs)
                break
            del open_runs[height + 1 :]
            hopeless = {mark: min(low, len(open_runs)) for mark, low in hopeless.items()}
            _join(open_runs[height], run, into)
            if open_runs[height].end == open_runs[height].start:
                open_runs.pop()
        if run.opens and run.end > run.start:
            open_runs.append(run)


def _partner(open_runs: list[_Run], run: _Run, lowest: int) -> int | None:
    for height in range(len(open_runs) - 1, lowest - 1, -1):
        other = open_runs[height]
        both = (other.closes or run.opens) and (other.whole + run.whole) % 3 == 0
        if other.mark == run.mark and not (both and (other.whole % 3 or run.whole % 3)):
            return height
    return None


def _join(opening: _Run, closing: _Run, into: Inlines) -> None:
    size = 2 if min(opening.end - opening.start, closing.end - closing.start) > 1 else 1
    into.edits += [(opening.end - size, opening.end, ""), (closing.start, closing.start + size, "")]
    span = opening.end, closing.start
    opening.end -= size
    closing.start += size
    if opening.mark != "~":
        (into.bold if size == 2 else into.italic).append(span)


def sorted_edits(edits: list[Edit]) -> Iterator[Edit]:
    """Edits in order; of two that touch the same letters, the one that begins first."""
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if edit[0] >= done:
            yield edit
            done = edit[1]
