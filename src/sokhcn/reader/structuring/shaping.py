"""Headings in paragraphs of their own: a number joined with the title below it, a run-in title parted from its text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sokhcn.document.letters import Letters
from sokhcn.kernel.alphabet import UPPER
from sokhcn.reader.structuring.labels import Depth, Label, label_of
from sokhcn.reader.structuring.paragraphs import ENDS, Paragraph, is_capital, one_line
from sokhcn.reader.structuring.parting import parted

NUMBERED = (Depth.ROMAN, Depth.CAPITAL, Depth.ARABIC, Depth.ARABIC_2, Depth.ARABIC_3, Depth.LETTER)
# "Công tác thanh tra: Đã thanh tra …": a few words without a mark, and a sentence behind the colon.
# Of figures a title has years, months, terms of school and classes: "Kết quả thi vào lớp 10: …".
_FIGURES = (
    r"(?<=lớp )\d{1,2}|(?<=khối )\d{1,2}|(?<=quý )\d|(?<=tháng )\d{1,2}|(?<=[Đđ]ợt )\d"
    r"|(?<=[Bb]ước )\d|(?<= vụ )\d|(?<= số )\d{1,2}|(?<!\d)(?:19|20)\d\d(?!\d)"
)
RUN_IN = re.compile(
    rf"(?P<title>[{UPPER}](?:[^.:;!?()“”\d]|{_FIGURES}|\([^()\n]{{2,60}}\)){{4,100}}):\s+(?:[-+*•]\s*)?(?:(?P<whole>[{UPPER}\d“\x22\[(])|\w)"
)
# "Dự phòng: 50 triệu đồng": a line of a list of amounts.
AMOUNT = re.compile(r"[\d.,]+\s*(?:%|(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s+)?(?:đồng|đ)(?!\w))")
AMOUNT_OF = re.compile(rf"[^.:;]{{2,100}}:\s*{AMOUNT.pattern}")
LEADS = re.compile(r"(?:sau|sau đây|gồm|cụ thể|là|đó)$", re.IGNORECASE)
MOST_WORDS = 16
# What a plan says of each of its steps, though only a few words or a figure follow.
FIELD = re.compile(
    r"(?:Thời gian|Địa điểm|Đối tượng|Thành phần|Chỉ tiêu|Nội dung|Hình thức|Kinh phí|Nguồn kinh phí"
    r"|Mục đích|Mục tiêu|Yêu cầu|Số lượng|Chủ trì|Chủ tọa|Thư ký|Tiến độ|Phạm vi|Phương pháp|Cách thức|Biện pháp"
    r"|Chủ đề)(?!\w)"
)
FEWEST = 2
FEW_WORDS = 7
FEW_SENTENCES = 4  # of so many siblings one may be a sentence


def shaped(letters: Letters, found: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """``found`` with run-in titles parted and numbers that stand alone joined with the title below them."""
    joined = tuple(_joined(letters, [part for one in found for part in parted(letters, one)]))
    run_in = set(_run_in(joined))
    return tuple(part for n, one in enumerate(joined) for part in (_parted(letters, one) if n in run_in else (one,)))


def _joined(letters: Letters, found: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """``PHẦN THỨ NHẤT`` on one line and its title in capitals on the next are one heading, and so are the lines that
    the title goes on over right below."""
    waiting: Paragraph | None = None
    titled = False
    for paragraph in found:
        capital = waiting is not None and is_capital(paragraph.text) and label_of(paragraph.text) is None
        if waiting is not None and capital and (not titled or letters.text[waiting.end : paragraph.start] == "\n"):
            waiting, titled = _with(waiting, paragraph), True
            continue
        if waiting is not None:
            yield waiting
        waiting, titled = paragraph if _is_bare(paragraph) else None, False
        if waiting is None:
            yield paragraph
    if waiting is not None:
        yield waiting


def _with(first: Paragraph, more: Paragraph) -> Paragraph:
    return replace(first, end=more.end, text=f"{first.text} {more.text}", bold=first.bold and more.bold)


def _is_bare(paragraph: Paragraph) -> bool:
    label = None if paragraph.cell else label_of(paragraph.text)
    if label is None or label.size < len(paragraph.text):
        return False
    return label.depth in (Depth.PART, Depth.ROMAN) or paragraph.text.upper().startswith("MỤC")


def _run_in(found: Sequence[Paragraph]) -> Iterator[int]:
    """Places of paragraphs that begin with their title, where their numbered siblings do so too or are headings."""
    for run in _runs(found):
        titles = {n: _title(found[n], label) for n, label in run}
        titled = [n for n, title in titles.items() if title]
        others = [n for n, title in titles.items() if not title]
        sentences = sum(found[n].text.endswith(ENDS) and not found[n].text.endswith(":") for n in others)
        whole = all(title["whole"] for title in titles.values() if title)  # a sentence of its own behind each colon
        amounts = any(
            AMOUNT_OF.match(found[n].text, label.size) and not FIELD.match(found[n].text, label.size)
            for n, label in run
        )
        if all(title and FIELD.match(title["title"]) for title in titles.values()):
            yield from titled
            continue
        if amounts or FEW_SENTENCES * sentences > len(run) or not (whole or len(others) > sentences):
            continue
        if run[0][1].depth is Depth.LETTER and len(others) == sentences:
            continue  # a letter with words and a colon is an item, unless its siblings are headings
        if len(run) >= FEWEST or _is_lone_title(titles, run):
            yield from titled


def _is_lone_title(titles: Mapping[int, re.Match[str] | None], run: Sequence[tuple[int, Label]]) -> bool:
    """ "1. Hình thức: Theo quy định …", where the text breaks off or no second number follows."""
    place, label = run[0]
    title = titles[place]
    if title is None or not (title["whole"] or "").isupper():
        return False
    return label.order == 1 and len(title["title"].split()) <= FEW_WORDS


def _runs(found: Sequence[Paragraph]) -> Iterator[list[tuple[int, Label]]]:
    """Numbered siblings: consecutive numbers of one depth under one heading."""
    open_runs: dict[Depth, list[tuple[int, Label]]] = {}
    for n, paragraph in enumerate(found):
        label = None if paragraph.cell else label_of(paragraph.text)
        if label is None or label.depth > Depth.LETTER:
            continue
        for depth in [depth for depth in open_runs if depth > label.depth]:
            yield open_runs.pop(depth)
        run = open_runs.setdefault(label.depth, [])
        if run and (label.order or 0) <= (run[-1][1].order or 0):
            yield open_runs.pop(label.depth)
            run = open_runs.setdefault(label.depth, [])
        run.append((n, label))
    yield from open_runs.values()


def _title(paragraph: Paragraph, label: Label) -> re.Match[str] | None:
    found = RUN_IN.match(paragraph.text, label.size) if label.depth in NUMBERED else None
    if found is None:
        return None
    if AMOUNT.match(paragraph.text, found.end() - 1) and not FIELD.match(found["title"]):
        return None
    return found if len(found["title"].split()) <= MOST_WORDS and not LEADS.search(found["title"]) else None


def _parted(letters: Letters, paragraph: Paragraph) -> tuple[Paragraph, Paragraph]:
    end = letters.text.index(":", paragraph.start) + 1
    rest = letters.text[end : paragraph.end]
    start = end + len(rest) - len(rest.lstrip())
    said = one_line(letters.text[paragraph.start : end])
    return replace(paragraph, end=end, text=said, run_in=True), replace(
        paragraph, start=start, text=one_line(rest), bold=False
    )
