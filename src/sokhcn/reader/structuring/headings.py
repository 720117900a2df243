"""Which paragraphs are headings, and how deep each stands: by number, wording and capitals, never by style."""

import re
from collections.abc import Collection, Iterator, Sequence

from sokhcn.document.understood import Heading
from sokhcn.reader.structuring.annexes import LABEL as ANNEX
from sokhcn.reader.structuring.columns import NATION
from sokhcn.reader.structuring.labels import Depth, Label, label_of
from sokhcn.reader.structuring.paragraphs import ENDS, Paragraph, is_capital
from sokhcn.reader.structuring.siblings import LONGEST, LONGEST_BOLD, Marked, decided
from sokhcn.reader.structuring.titles import TYPES

LONGEST_RUN_ON = 90
UNNUMBERED = 120
ALWAYS = (Depth.PART, Depth.ROMAN, Depth.CAPITAL)
QUOTED = ("“", '"', "(", "[", "*")
TITLED = re.compile(r"[“\"][^“”\"]{4,80}[”\"][:.]?")  # 1. “Tuổi trẻ sáng tạo”: the title is a name
# Capitals that head nothing: cells of tables, greetings, the national name of a second paper.
IDLE = re.compile(
    r"TỔNG (?:CỘNG|SỐ)|GHI CHÚ|HỌ (?:VÀ )?TÊN|ĐƠN VỊ TÍNH|SỐ LƯỢNG|ĐÃ KÝ|DỰ THẢO"
    r"|(?:KÍNH|XIN) .*|.*!|SỐ\s*:.*|.*:\s*\d+",
    re.DOTALL,
)
ENACTING = re.compile(r"(?:QUYẾT|NGHỊ)\s+(?:ĐỊNH|NGHỊ|QUYẾT)\s*:?|CHỈ\s+THỊ\s*:")  # the words before the articles
GROUNDS = "Căn cứ "
# "Tổng số hồ sơ: 45 hồ sơ, trong đó:" and "Số trường có sân chơi: 01" count and head nothing.
COUNTING = re.compile(r"(?<!\w)trong đó\s*:$|:\s*(?!(?:19|20)\d\d$)\d[\d.,]*$")


def marked(found: Sequence[Paragraph], agencies: Collection[str | None] = ()) -> tuple[Marked, ...]:
    """Paragraphs with their labels; among numbered siblings the greater part decides whether they are headings. The
    names of ``agencies`` below the title head nothing."""
    alone = [_marked(paragraph) for paragraph in found]
    raised, lowered = decided(alone)
    lowered |= {*_enactors(alone), *_annexed(alone)}
    lowered |= {n for n, m in enumerate(alone) if m.label is None and m.paragraph.text in agencies}
    return tuple(
        Marked(m.paragraph, m.label, n in raised or (m.heads and n not in lowered)) for n, m in enumerate(alone)
    )


def _marked(paragraph: Paragraph) -> Marked:
    label = None if paragraph.cell else label_of(paragraph.text)
    return Marked(paragraph, label, not paragraph.cell and _heads(paragraph, label))


def _heads(paragraph: Paragraph, label: Label | None) -> bool:
    text = paragraph.text[label.size :] if label else paragraph.text
    if not any(c.isalpha() for c in text) or (text.startswith(QUOTED) and not (label and TITLED.fullmatch(text))):
        return label is not None and label.depth is Depth.PART
    if label is None:
        return len(text) <= UNNUMBERED and (_is_alone(text) or (paragraph.styled and _is_title(text)))
    if label.depth in (Depth.DASH, Depth.PLUS):
        return False
    if label.depth in ALWAYS and is_capital(text):
        return True
    return _reads_as_heading(paragraph, text) and text.lstrip('“"')[:1].isupper()


def _is_alone(text: str) -> bool:
    """Whether a line in capitals is a heading without a number. One word is a code that a line begins with."""
    if not is_capital(text) or " " not in text or text.endswith((";", ",")) or not text[0].isalpha():
        return False
    return not (ENACTING.fullmatch(text) or IDLE.fullmatch(text) or NATION.search(text) or _names_type(text))


def _is_title(text: str) -> bool:
    """Whether words that the file itself calls a heading read as one."""
    return text[:1].isupper() and not text.endswith((*ENDS, ",")) and not _names_type(text.upper())


def _names_type(text: str) -> bool:
    """Whether a line in capitals is the title once more, as behind a cover: ``BÁO CÁO``, ``BÁO CÁO CỦA CHÍNH PHỦ``."""
    return text in TYPES or any(text.startswith(f"{name} CỦA ") for name in TYPES)


def _reads_as_heading(paragraph: Paragraph, text: str) -> bool:
    """A heading is short and ends in no mark; in bold it may end in one."""
    if text.endswith(";") or COUNTING.search(text) or (". " in text.rstrip(".") and not paragraph.bold):
        return False
    if paragraph.bold:
        return len(text) <= LONGEST_BOLD
    if text.endswith(":"):
        return len(text) <= LONGEST_RUN_ON
    return len(text) <= LONGEST and not text.endswith((*ENDS, ","))


def _enactors(alone: Sequence[Marked]) -> Iterator[int]:
    """Lines in capitals right above the grounds say who enacts: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH … Căn cứ …"""
    waiting: list[int] = []
    for place, m in enumerate(alone):
        if m.heads and m.label is None:
            waiting.append(place)
            continue
        if m.paragraph.text.lstrip("-–—• ").startswith(GROUNDS):
            yield from waiting
        waiting.clear()


def _annexed(alone: Sequence[Marked]) -> Iterator[int]:
    """The label of an appendix and its title in capitals below: they head no part of the body."""
    inside = False
    for place, m in enumerate(alone):
        plain = m.label is None and m.heads
        inside = plain and (inside or ANNEX.fullmatch(m.paragraph.text) is not None)
        if inside:
            yield place


def headings(found: Sequence[Marked]) -> tuple[Heading, ...]:
    """The headings, each at its logical level: how many headings it stands under, and one.

    A line in capitals without a number belongs to the part it stands in.
    """
    above: list[tuple[int, int]] = []  # depth and level of the headings that hold the next one
    numbered = any(m.heads and m.label and m.label.depth <= Depth.ROMAN for m in found)
    result = []
    for m in found:
        if not m.heads:
            continue
        depth = m.label.depth if m.label else _depth_of_unnumbered(above) if numbered else Depth.ROMAN
        while above and above[-1][0] >= depth:
            above.pop()
        above.append((depth, above[-1][1] + 1 if above else 1))
        title = m.rest.rstrip(" :") if m.rest else m.paragraph.text
        number = m.label.number if m.label else None
        result.append(Heading(m.paragraph.span, above[-1][1], number, title))
    return tuple(result)


def _depth_of_unnumbered(above: Sequence[tuple[int, int]]) -> int:
    """Below the Roman number it stands under; by itself it is as a Roman number is."""
    under = any(depth in (Depth.ROMAN, Depth.CAPITAL, Depth.PART) and level == 1 for depth, level in above[:1])
    return Depth.ARABIC if under else Depth.ROMAN
