"""Logical paragraphs: what a page break, a page number or the end of a line cut in two is one paragraph again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import quantiles

from sokhcn.document.letters import Letters, Line, Role, Span
from sokhcn.reader.structuring.labels import Depth, label_of

ENDS = (".", ":", ";", "!", "?", "…")
FULL = 0.82  # of a line as wide as the text is wide; a shorter one ends its paragraph
LONGEST_BRACKET = 2_000
LONGEST_HANGING = 12
MIN_LINES = 5
NARROWEST, WIDEST, FEWEST_FULL = 60, 140, 4
# Behind these a line of text never ends a paragraph: "giai đoạn | 2021-2025", "Dân số - | Kế hoạch hóa gia đình". But
# "tồn tại", "đạt được", "nêu trên" are words that end one.
HANGING = re.compile(
    r"(?:\s[-–]|(?:^|\s)(?:của|và|về|các|những|theo|với|dưới|hơn|gần|khoảng|gồm|trong|(?<!tồn )(?<!hiện )tại|"
    r"(?<!đạt )(?<!làm )(?<!mặt )được|(?<!nêu )(?<!kể )(?<!ở )trên))$",
    re.IGNORECASE,
)
NUMBERED_WITHIN = re.compile(r"\((?:\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s")  # "(1) …" begins an item and is no aside
BASIS = re.compile(r"(?:Căn cứ|Xét|Theo đề nghị)\s")
HANGING_ON_FIGURE = re.compile(
    r"(?:^|\s)(?:ngày|tháng|năm|quý|giai đoạn|số|khoản|điểm|điều|từ|đến|có|là|cho)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``text`` is its letters on one line; ``bold``, ``centred`` and ``styled`` (the file calls it a heading) hold
    where all of its lines are so; ``run_in`` says that it is a title parted from the words behind it."""

    start: int
    end: int
    text: str
    bold: bool = False
    centred: bool = False
    cell: bool = False
    styled: bool = False
    run_in: bool = False

    @property
    def span(self) -> Span:
        return self.start, self.end


def is_capital(text: str) -> bool:
    """Whether the words of ``text`` are in capitals; at least four letters decide."""
    return sum(c.isalpha() for c in text) >= 4 and text.upper() == text


def one_line(text: str) -> str:
    return " ".join(text.split())


@dataclass(frozen=True, slots=True)
class _Wrapping:
    """How wide full lines are where each line of the file is one line of paper; None where lines are paragraphs."""

    width: float | None = None
    right: float | None = None
    left: float | None = None

    def is_full(self, line: Line) -> bool:
        if self.right is not None and line.origin.box is not None:
            return line.origin.box[2] >= self.right - (1 - FULL) * 100
        return self.width is not None and line.end - line.start >= FULL * self.width

    def is_indented(self, letters: Letters, line: Line) -> bool:
        if self.left is not None and line.origin.box is not None:
            return line.origin.box[0] > self.left + 12
        return letters.of(line)[:1].isspace()


def paragraphs(letters: Letters, lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs of ``lines``, which are of the body and its cells, in reading order. One pass."""
    wrapping = _wrapping(letters, lines)
    found: list[list[Line]] = []
    for line in lines:
        if line.role is Role.FOOTNOTE or not letters.of(line).strip(" \t\n|"):
            continue  # a footnote, or the bar of a table that became text
        if found and _joins(letters, found[-1], line, wrapping):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(_paragraph(letters, group) for group in found)


def _paragraph(letters: Letters, lines: Sequence[Line]) -> Paragraph:
    text = one_line(" ".join(letters.of(line) for line in lines))
    first, last = letters.of(lines[0]), letters.of(lines[-1])
    start = lines[0].start + len(first) - len(first.lstrip())
    end = lines[-1].end - (len(last) - len(last.rstrip()))
    bold, centred = (all(getattr(line.hint, name) for line in lines) for name in ("bold", "centred"))
    styled = all(line.hint.level is not None for line in lines)
    return Paragraph(start, end, text, bold, centred, lines[0].role is Role.CELL, styled)


def _joins(letters: Letters, before: Sequence[Line], line: Line, wrapping: _Wrapping) -> bool:
    """Whether ``line`` goes on with the paragraph that ``before`` began."""
    last, text = before[-1], letters.of(line).strip()
    if last.role is not line.role or label_of(text):
        return False
    said = letters.of(last).rstrip()
    gap = letters.text.count("\n", last.end, line.start) > 1
    if _is_cut_heading(letters, before, line) or (not gap and _is_cut(letters, before[0], line, said)):
        return True
    if is_capital(text) != is_capital(letters.of(last)):
        return False
    if _is_open(letters, before, line) and line.role is not Role.CELL:
        return True
    if _begins_small(text):
        return not said.endswith(ENDS)
    if said.endswith(ENDS) and line.origin.box is None:
        return False  # the end of a sentence is as likely the end of a paragraph, and parting there harms nobody
    return not gap and wrapping.is_full(last) and not wrapping.is_indented(letters, line)


def _is_cut(letters: Letters, first: Line, line: Line, said: str) -> bool:
    """Whether the end of a line cut its paragraph, by the words there; a Word paragraph is whole."""
    text = letters.of(line).strip()
    whole = line.role is not Role.BODY or line.origin.paragraph is not None
    if whole:
        return False
    return _hangs(said, text) or _is_cut_basis(letters, first, said, text) or _is_cut_title(letters, first, said, text)


def _hangs(said: str, text: str) -> bool:
    """Whether a line cannot end there: on a small word, before a figure that it announces, or before a bracket."""
    if is_capital(said):
        return False
    if text[:1] == "(" and not text.endswith(")"):
        return not said.endswith(ENDS) and not NUMBERED_WITHIN.match(text)
    end = said[-LONGEST_HANGING:]
    return bool(HANGING.search(end) or (text[:1].isdigit() and HANGING_ON_FIGURE.search(end)))


def _is_cut_basis(letters: Letters, first: Line, said: str, text: str) -> bool:
    """Whether a basis of a decision goes on: each ends in a mark, whatever its lines begin with."""
    begun = BASIS.match(letters.of(first).strip()) and not said.endswith((*ENDS, ","))
    return bool(begun) and not is_capital(text) and not BASIS.match(text)


def _is_cut_title(letters: Letters, first: Line, said: str, text: str) -> bool:
    """Whether a numbered title goes on with an abbreviation, which is no line of its own: "1. Công tác | PBGDPL"."""
    short = len(text.split()) == 1 and len(text) > 1 and text.isupper()
    return short and not said.endswith(ENDS) and label_of(letters.of(first).strip()) is not None


def _is_cut_heading(letters: Letters, before: Sequence[Line], line: Line) -> bool:
    """Whether a printed page or a narrow column broke a numbered heading in capitals: the next line is in capitals and
    bold as it is. A copy without pages has it right below, as far out; in Word a paragraph is whole, unless a comma or
    a line of one syllable tells otherwise."""
    first, text = letters.of(before[0]).strip(), letters.of(line)
    label = label_of(first)
    if label is None or label.depth is not Depth.ROMAN:
        return False
    alone = len(text.split()) == 1  # one syllable is no heading of its own
    if line.origin.box is None and not (alone or letters.of(before[-1]).rstrip().endswith(",")):
        right_below = letters.text.count("\n", before[-1].end, line.start) == 1 and not text[:1].isspace()
        if line.origin.paragraph is not None or not right_below:
            return False
    return is_capital(first) and text.isupper() and line.hint.bold == before[-1].hint.bold


def _begins_small(text: str) -> bool:
    first = next((c for c in text if c.isalpha()), "")
    return first.islower() and text[:1].isalpha()


def _is_open(letters: Letters, before: Sequence[Line], line: Line) -> bool:
    """Whether a bracket of the paragraph is still open, and shut again in ``line``."""
    if letters.of(line).find(")") < 0 or before[-1].end - before[0].start > LONGEST_BRACKET:
        return False
    said = letters.text[before[0].start : before[-1].end]
    return said.count("(") > said.count(")") and not said.rstrip().endswith(".")


def _wrapping(letters: Letters, lines: Sequence[Line]) -> _Wrapping:
    body = [line for line in lines if line.role is Role.BODY]
    if len(body) < MIN_LINES or body[0].origin.paragraph is not None:
        return _Wrapping()
    boxes = [line.origin.box for line in body if line.origin.box is not None]
    if len(boxes) == len(body):
        return _Wrapping(right=quantiles([box[2] for box in boxes], n=20)[-1], left=min(box[0] for box in boxes))
    sizes = [line.end - line.start for line in body]
    width = quantiles(sizes, n=20)[-1]
    full = sum(FULL * width <= size <= 1.15 * width for size in sizes)
    wrapped = NARROWEST <= width <= WIDEST and full >= FEWEST_FULL and 3 * full >= len(sizes)
    return _Wrapping(width=width) if wrapped else _Wrapping()


def flowed(letters: Letters, found: Sequence[Paragraph], skipped: Sequence[Line]) -> str:
    """``letters.text``, letter for letter in its place, with each paragraph on one line and ``skipped`` lines blank."""
    text = list(letters.text)
    for line in skipped:
        text[line.start : line.end] = " " * (line.end - line.start)
    for place in _inner_breaks(letters.text, found):
        text[place] = " "
    return "".join(text)


def _inner_breaks(text: str, found: Sequence[Paragraph]) -> Iterator[int]:
    for paragraph in found:
        place = text.find("\n", paragraph.start, paragraph.end)
        while place >= 0:
            yield place
            place = text.find("\n", place + 1, paragraph.end)
