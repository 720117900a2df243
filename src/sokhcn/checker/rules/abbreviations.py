"""Abbreviations that are never explained, and those that are explained and never used."""

import re
from collections.abc import Iterator

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold

SHORT = re.compile(r"(?<![\w/&.\-])(?:[A-ZĐ]{1,4}&[A-ZĐ]{1,4}|[A-ZĐ]{2,8})(?![\w/&]|-\d|\.[A-Z])")
INTRODUCED = re.compile(r"\(\s*(?:(?:sau đây )?(?:gọi tắt|viết tắt)(?: là)?:?\s*)?(?P<short>[A-ZĐ][A-ZĐ&]{1,8})\s*\)")
# Names of standards, forms and legal persons; numerals; words that stand in capitals anyway.
EXEMPT = ("TCVN", "QCVN", "ISO", "IEC", "OCOP", "TNHH", "COVID", "VT", "VP", "KT", "TM", "TL", "TUQ", "GDP", "ASEAN")
WELL_KNOWN = "UBND"
LINKS = ("va", "cua", "ve")
ROMAN = re.compile(r"[IVXLC]+")


@rule("writing.abbreviations", "Chữ viết tắt được giải thích ở lần dùng đầu tiên.", Severity.HINT)
def abbreviations(subject: Subject) -> Iterator[Fault]:
    text = subject.flow
    told: set[str] = set()
    running = {found[0] for span in _running(subject) for found in SHORT.finditer(text, *span)}
    for span in subject.text.paragraphs:
        for found in SHORT.finditer(text, *span):
            short = found[0]
            if short in told or short not in running or _is_exempt(subject, found.span(), short):
                continue
            told.add(short)
            if not _is_explained(text, short, found.start()):
                said = "“{short}” chưa được giải thích."
                advice = "Viết đầy đủ ở lần đầu, kèm chữ viết tắt trong ngoặc."
                yield fault(found.span(), said, short=short, suggestion=advice)


@rule("writing.unused-abbreviation", "Chữ viết tắt đã giới thiệu thì được dùng về sau.", Severity.HINT)
def unused_abbreviations(subject: Subject) -> Iterator[Fault]:
    text = subject.flow
    for found in INTRODUCED.finditer(text):
        short = found["short"]
        if len(re.findall(rf"(?<!\w){re.escape(short)}(?!\w)", text)) < 2:
            first = expansion(text, found.start(), short)
            said = "Đã giới thiệu chữ viết tắt “{short}” mà không dùng lại."
            yield fault((first, found.end()), said, short=short, suggestion=f"Bỏ “({short})”.")


def _running(subject: Subject) -> Iterator[Span]:
    """Paragraphs that are not in capitals as a whole: among capitals no word is seen to be short for another."""
    for span in subject.text.paragraphs:
        if not subject.said(span).isupper():
            yield span


def _is_exempt(subject: Subject, span: Span, short: str) -> bool:
    in_code = any(c.span[0] <= span[0] < c.span[1] and short in (c.code or "") for c in subject.text.citations)
    behind = subject.flow[span[1] : span[1] + 1]
    in_capitals = subject.flow[max(span[0] - 12, 0) : span[1] + 12].isupper() and "&" not in short
    return short in EXEMPT or bool(ROMAN.fullmatch(short)) or in_code or in_capitals or behind == "-"


def _is_explained(text: str, short: str, place: int) -> bool:
    """Whether it stands in brackets behind its words, or its words stand before it; of UBND, anywhere."""
    if re.search(rf"\(\s*(?:[^()]{{0,30}}\s)?{re.escape(short)}\s*\)", text):
        return True
    initials = [letter for letter in fold(short) if letter.isalpha()]
    words = r"\s+".join(rf"{letter}\w*(?:\s+(?:va|cua|ve|&))?" for letter in initials)
    before = fold(text if short == WELL_KNOWN else text[:place])
    return "&" not in short and bool(re.search(rf"(?<!\w){words}(?!\w)", before))


def expansion(text: str, end: int, short: str) -> int:
    """Where the words before ``end`` begin whose first letters make ``short``; small words between them have none."""
    before = list(re.finditer(r"\w+", text[max(end - 120, 0) : end]))
    place = max(end - 120, 0)
    wanted = [letter for letter in fold(short) if letter.isalpha()]
    for word in reversed(before):
        first = fold(word[0])
        if wanted and first[:1] == wanted[-1]:
            wanted.pop()
        elif first not in LINKS:
            break
        if not wanted:
            return place + word.start()
    return place + before[-1].start() if before else end
