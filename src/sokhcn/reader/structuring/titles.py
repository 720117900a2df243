"""Type and subject of a document: a line that names a type, a letter's V/v, or what stands below the head."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sokhcn.document.letters import Letters, Line, Span
from sokhcn.document.understood import Title
from sokhcn.kernel.periods import Regime
from sokhcn.reader.structuring.columns import DATED, MOTTO, NATION, NUMBER
from sokhcn.reader.structuring.labels import Depth, label_of
from sokhcn.reader.structuring.paragraphs import ENDS, is_capital, one_line
from sokhcn.reader.structuring.stretches import stretches

TYPES = (
    *("BÁO CÁO", "TỜ TRÌNH", "KẾ HOẠCH", "QUYẾT ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ", "THÔNG BÁO", "CHƯƠNG TRÌNH", "ĐỀ ÁN"),
    *("KẾT LUẬN", "HƯỚNG DẪN", "QUY CHẾ", "QUY ĐỊNH", "BIÊN BẢN", "CÔNG ĐIỆN", "PHƯƠNG ÁN", "DỰ ÁN", "THÔNG TƯ"),
    *("NGHỊ ĐỊNH", "GIẤY MỜI", "GIẤY GIỚI THIỆU", "ĐỀ CƯƠNG", "TỔNG HỢP", "PHIẾU TRÌNH", "HỢP ĐỒNG", "LUẬT"),
)
ADDRESSED = re.compile(r"K[íi]nh\s+g[ửử]i\s*:?\s*", re.IGNORECASE)
ABOUT = re.compile(r"V/v\s*:?\s*", re.IGNORECASE)
RULED = re.compile(r"[\s\-–—_=*.|]+")
LONGEST_LINE = 200  # of a title; what is longer and ends as a sentence does is one
LONGEST_SUBJECT = 600
MOST_MORE = 5
MOST_ABOVE = 15  # lines between a letter's subject and its addressee
DRAFT = re.compile(r"^\(?DỰ THẢO\)?\s*")
OPEN_TYPES = ("BÁO CÁO", "BIÊN BẢN", "KẾ HOẠCH", "TỜ TRÌNH", "PHƯƠNG ÁN", "CÔNG ĐIỆN")  # whatever follows them
FEWEST_MORE = 12  # letters of a subject on the line of its type
# A title that begins a line of its own behind a blank one in copies that part all lines.
JOINS = re.compile(r"(?:VÀ|NĂM HỌC|NĂM|QUÝ|THÁNG|HỌC K[ỲÌ]|CỦA|TẠI|TRÊN|GIAI ĐOẠN|NHIỆM KỲ)\s")
# Symbols begin with letters of their type; those of an official letter do not, or with CV.
LETTERED = re.compile(r"(?:BC|TTr|KH|QĐ|NQ|TB|CT|CTr|ĐA|HD|KL|QC|QyĐ|BB|GM|PA|TT|CĐ)(?![\wĐ])")
# What a body begins with, also where no blank line parts it from the title.
OPENS = re.compile(r"(?:Căn cứ|Thực hiện|Thi hành|Xét|Theo|Trên cơ sở|Triển khai|Nhằm|Để|Ngày \d\S*|Trong|Qua)\s")
LEADING = re.compile(
    r"(?:Thực hiện|Thi hành|Theo|Triển khai|Tiếp theo|Phúc đáp)\s+(?:các\s+)?(?:[Cc]ông văn|[Kk]ế hoạch|[Qq]uyết định|"
    r"[Nn]ghị quyết|[Cc]hỉ thị|[Tt]hông tư|[Hh]ướng dẫn|[Vv]ăn bản|[Cc]hương trình|[Tt]hông báo|"
    r"[Nn]ghị định)\s+(?:số|của|\d)"
)
GROUNDS = re.compile(r"(?:Căn cứ|Xét)\s")
ENACTED = ("QUYẾT ĐỊNH", "NGHỊ QUYẾT", "CHỈ THỊ", "THÔNG TƯ", "NGHỊ ĐỊNH")
# Who enacts, in capitals above the grounds.
AUTHORITY = re.compile(
    r"(?:PHÓ )?(?:CHỦ TỊCH |TỔNG )?(?:[ỦU][YỶ]\s*BAN|UỶ\s*BAN|HỘI ĐỒNG|BỘ TRƯỞNG|BỘ |GIÁM ĐỐC|CỤC TRƯỞNG|"
    r"CHI CỤC TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|QUỐC HỘI|CHÁNH |CHỦ NHIỆM|HIỆU TRƯỞNG|VIỆN TRƯỞNG|TRƯỞNG |BAN )"
)
HANGS = (" CỦA", " DO", " TẠI", " VỚI", " VÀ", " GIỮA", " THUỘC", ",", " –", " -")


@dataclass(frozen=True, slots=True)
class Found:
    """The title, and the places in the lines at which the head ends and the body begins."""

    title: Title
    head: int
    body: int


def title(letters: Letters, lines: Sequence[Line], regime: Regime) -> Found:
    """The title among ``lines``. Without a line that names a type, a letter's ``V/v`` is its subject."""
    for place, line in enumerate(lines):
        text = one_line(letters.of(line))
        if (dated := DATED.match(text)) and (kind := _type(DRAFT.sub("", text[dated.end() :].strip(" .")))) is not None:
            return _typed(letters, lines, (place, place + 1), kind, regime)
        if place and (label := label_of(text)) and label.depth < Depth.DASH:
            break
        if (kind := _type(DRAFT.sub("", text))) is not None:
            return _typed(letters, lines, (place, place + 1), kind, regime)
        if (kind := _broken_type(letters, lines[place : place + 2])) is not None:
            return _typed(letters, lines, (place, place + 2), kind, regime)
    return _letter(letters, lines, regime)


def _broken_type(letters: Letters, two: Sequence[Line]) -> str | None:
    """A narrow column may break the type itself: QUYẾT above ĐỊNH."""
    said = one_line(" ".join(letters.of(line) for line in two))
    return said if said in TYPES else None


def _type(text: str) -> str | None:
    """The type that a line names, in capitals and alone or before its subject."""
    spaced = text.replace(" ", "")
    for name in TYPES:
        if name in (text, text.upper()) or (spaced == name.replace(" ", "") and text.upper() == text):
            return name
        more = 1 if name in OPEN_TYPES else FEWEST_MORE  # BÁO CÁO NHANH; but KẾT LUẬN THANH TRA is a type of its own
        if text.startswith(f"{name} ") and is_capital(text) and len(text) > len(name) + more:
            return name
        if text == f"{name} HÀNH ĐỘNG":
            return name
        if re.match(rf"{name}\s+(?:Kết quả|Tình hình|Công tác|Về|Sơ kết|Tổng kết|Kiểm tra|Hội nghị|Thực hiện)", text):
            return name
    return None


def _typed(letters: Letters, lines: Sequence[Line], at: Span, kind: str, regime: Regime) -> Found:
    place, below = at
    whole = one_line(" ".join(letters.of(line) for line in lines[place:below]))
    told = whole.upper().find(kind)  # behind a date, where a copy has both in one line; -1 where letters are spaced out
    own = whole[told + len(kind) :].strip() if told >= 0 else ""
    end = _subject_end(letters, lines, (below - bool(own), below), enacted=kind in ENACTED)
    parts = [own, *(one_line(letters.of(line)) for line in lines[below:end])]
    subject = one_line(" ".join(parts))
    start, stop = lines[place].start, lines[end - 1].end
    this, following = stretches(subject, regime)
    return Found(
        Title(kind.capitalize(), kind, subject or None, this, following, (start, stop)),
        place + (told > 0),
        _past_rules(letters, lines, end),
    )


def _past_rules(letters: Letters, lines: Sequence[Line], place: int) -> int:
    while place < len(lines) and RULED.fullmatch(letters.of(lines[place]) or " "):
        place += 1
    return place


def _subject_end(letters: Letters, lines: Sequence[Line], at: Span, *, enacted: bool) -> int:
    """Where the lines of the subject end: at a blank line, an addressee, a heading, a rule, who enacts, or another
    look. ``at`` is the line it begins on and the one from which it is looked for: it may begin beside the type."""
    first, place = at
    while place < len(lines):
        text = one_line(letters.of(lines[place]))
        if not text or RULED.fullmatch(text) or label_of(text) or ADDRESSED.match(text):
            break
        if place > first and not _goes_on(letters, lines[place - 1], lines[place]):
            break
        if place > first and enacted and _enacts(letters.of(lines[place - 1]), text):
            break
        if lines[place].end - lines[first].start > LONGEST_SUBJECT:
            break
        place += 1
    return place


def _enacts(before: str, text: str) -> bool:
    return is_capital(text) and bool(AUTHORITY.match(text)) and not before.rstrip().endswith(HANGS)


def _goes_on(letters: Letters, before: Line, line: Line) -> bool:
    said, text = letters.of(before).rstrip(), letters.of(line).strip()
    if GROUNDS.match(text) or LEADING.match(text) or (OPENS.match(text) and (said.isupper() or text.endswith(ENDS))):
        return False
    if len(text) > LONGEST_LINE and text.endswith(ENDS):
        return False
    alike = (before.hint.bold, before.hint.size_pt) == (line.hint.bold, line.hint.size_pt)
    gap = letters.text.count("\n", before.end, line.start) > 1
    if before.origin.paragraph is not None or before.origin.box is not None:
        return alike and (line.hint.bold or line.hint.centred) and not said.endswith(".")
    gap = gap and not (said.isupper() and text.isupper() and (said.endswith(HANGS) or JOINS.match(text)))
    bracketed = text.startswith("(") and text.endswith(")")
    return not gap and alike and (bracketed or not said.endswith((".", ":"))) and len(said) < 140


def _letter(letters: Letters, lines: Sequence[Line], regime: Regime) -> Found:
    """An official letter has no type in its title: its subject stands below the number."""
    for place, line in enumerate(lines[:30]):
        if found := ABOUT.search(letters.of(line)):
            subject = re.split(r"\t+|\s{3,}", letters.of(line)[found.end() :])[0]
            more = list(_runs_on(letters, lines[place + 1 : place + 1 + MOST_MORE]))
            end = more[-1].end if more else line.start + found.end() + len(subject)
            subject = one_line(" ".join([subject, *(letters.of(one) for one in more)]))
            this, following = stretches(subject, regime)
            made = Title("Công văn", None, subject, this, following, (line.start + found.start(), end))
            below = _addressed(letters, lines, place + 1 + len(more))
            return Found(made, below, below)
    body = next((n for n, line in enumerate(lines) if ADDRESSED.match(letters.of(line).strip())), None)
    head = max((n + 1 for n, line in enumerate(lines[:MOST_ABOVE]) if _names_head(letters.of(line))), default=0)
    first = next((n for n, line in enumerate(lines) if label_of(letters.of(line).strip())), 0)
    if body is None and head:
        return _untyped(letters, lines, head, regime)
    if body is None:
        first -= bool(first and _is_chapter(one_line(letters.of(lines[first - 1]))))
        first = next((n for n, line in enumerate(lines[:first]) if _is_told(letters.of(line).strip())), first)
        return Found(Title(), first, first)
    return Found(_unsaid(letters, lines[:body], min(head, body), regime), body, body)


def _is_told(text: str) -> bool:
    """Whether a line is a sentence of a body: an excerpt begins with it."""
    return len(text) > LONGEST_LINE and text.endswith(ENDS)


def _is_chapter(text: str) -> bool:
    """A part of a report begins with a heading and no head: capitals right above the first number, and no year."""
    return is_capital(text) and not any(c.isdigit() for c in text) and not AUTHORITY.match(text)


def _unsaid(letters: Letters, above: Sequence[Line], head: int, regime: Regime) -> Title:
    """An official letter that leaves out V/v: its symbol tells what it is, its subject stands below the head."""
    number = next((found for line in above if (found := NUMBER.search(letters.of(line)))), None)
    if number is None or LETTERED.match(number["symbol"]):
        return Title()
    below = [line for line in above[head:] if not RULED.fullmatch(letters.of(line) or " ")]
    subject = one_line(" ".join(letters.of(line) for line in below))
    this, following = stretches(subject, regime)
    return Title("Công văn", None, subject or None, this, following, (below[0].start, below[-1].end) if below else None)


def _untyped(letters: Letters, lines: Sequence[Line], place: int, regime: Regime) -> Found:
    """A copy may have lost the type: the capitals right below the head are the subject all the same."""
    end = place
    while end < len(lines) and _is_subject(one_line(letters.of(lines[end]))):
        end += 1
    subject = one_line(" ".join(letters.of(line) for line in lines[place:end]))
    this, following = stretches(subject, regime)
    span = (lines[place].start, lines[end - 1].end) if subject else None
    return Found(Title(None, None, subject or None, this, following, span), place, end)


def _is_subject(text: str) -> bool:
    return is_capital(text) and label_of(text) is None and not AUTHORITY.match(text)


def _names_head(text: str) -> bool:
    """Whether a line by itself belongs to a head: with the national name, the motto, or a number at its beginning."""
    return bool(
        NATION.search(text) or MOTTO.search(text) or NUMBER.match(text.strip()) or DATED.fullmatch(text.strip(" |"))
    )


def _addressed(letters: Letters, lines: Sequence[Line], place: int) -> int:
    """Where a letter's head ends: at the addressee soon behind its subject, else behind what may stand in a head."""
    for n, line in enumerate(lines[place : place + MOST_ABOVE], place):
        if ADDRESSED.match(letters.of(line).strip()):
            return n
    while place < len(lines) and _is_of_head(letters.of(lines[place])):
        place += 1
    return place


def _is_of_head(text: str) -> bool:
    return bool(RULED.fullmatch(text or " ")) or any(found.search(text) for found in (NATION, MOTTO, DATED))


def _runs_on(letters: Letters, lines: Sequence[Line]) -> Iterator[Line]:
    """The lines on which a letter's subject goes on in its narrow column: they begin small or with a figure."""
    for line in lines:
        text = letters.of(line).strip()
        if not text or ADDRESSED.match(text) or label_of(text) or not (text[0].islower() or text[0].isdigit()):
            return
        yield line
