"""Abbreviations that are never explained, and those that are explained and never used."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Set

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold, fold_in_place

SHORT = re.compile(r"(?<![\w/&.\-])(?:[A-ZĐ]{1,4}&[A-ZĐ]{1,4}|[A-ZĐ]{2,8})(?![\w/&]|-\d|\.[A-Z])")
INTRODUCED = re.compile(r"\(\s*(?:(?:sau đây )?(?:gọi tắt|viết tắt)(?: là)?:?\s*)?(?P<short>[A-ZĐ][A-ZĐ&]{1,8})\s*\)")
# Names of standards, forms and legal persons; numerals; words that stand in capitals anyway.
EXEMPT = ("TCVN", "QCVN", "ISO", "IEC", "OCOP", "TNHH", "COVID", "VT", "VP", "KT", "TM", "TL", "TUQ", "GDP", "ASEAN")
WELL_KNOWN = "UBND"
LINKS = ("va", "cua", "ve")
WORD = re.compile(r"\w+")
JOINED = re.compile(r"(?<!\w)\w++(?:&\w++)+")
BRACKETED = re.compile(rf"\((?:[^()]{{0,30}}\s)?\s{{0,9}}(?P<short>{SHORT.pattern})\s{{0,9}}\)")
ROMAN = re.compile(r"[IVXLC]+")


@rule("writing.abbreviations", "Chữ viết tắt được giải thích ở lần dùng đầu tiên.", Severity.HINT)
def abbreviations(subject: Subject) -> Iterator[Fault]:
    text, codes = subject.flow, _in_codes(subject)
    running = {found[0] for span in _running(subject) for found in SHORT.finditer(text, *span)}
    first: dict[str, Span] = {}
    for span in subject.text.paragraphs:
        for found in SHORT.finditer(text, *span):
            if found[0] in running and found.start() not in codes and not _is_exempt(text, found.span(), found[0]):
                first.setdefault(found[0], found.span())
    bracketed = {found["short"] for found in BRACKETED.finditer(text)}
    spelt = _spelt(text, {_initials(short) for short in first if "&" not in short})
    for short, span in first.items():
        words = spelt.get(_initials(short)) if "&" not in short else None
        if short not in bracketed and (words is None or (words > span[0] and short != WELL_KNOWN)):
            advice = "Viết đầy đủ ở lần đầu, kèm chữ viết tắt trong ngoặc."
            yield fault(span, "“{short}” chưa được giải thích.", short=short, suggestion=advice)


@rule("writing.unused-abbreviation", "Chữ viết tắt đã giới thiệu thì được dùng về sau.", Severity.HINT)
def unused_abbreviations(subject: Subject) -> Iterator[Fault]:
    text = subject.flow
    used = Counter(found[0] for pattern in (WORD, JOINED) for found in pattern.finditer(text))
    for found in INTRODUCED.finditer(text):
        short = found["short"]
        if used[short] < 2:
            first = expansion(text, found.start(), short)
            said = "Đã giới thiệu chữ viết tắt “{short}” mà không dùng lại."
            yield fault((first, found.end()), said, short=short, suggestion="Bỏ “({short})”.")


def _running(subject: Subject) -> Iterator[Span]:
    """Paragraphs that are not in capitals as a whole: among capitals no word is seen to be short for another."""
    for span in subject.text.paragraphs:
        if not subject.said(span).isupper():
            yield span


def _in_codes(subject: Subject) -> set[int]:
    """Where letters are those of a paper's number and symbol."""
    cited = ((c.code or "", SHORT.finditer(subject.flow, *c.span)) for c in subject.text.citations)
    return {found.start() for code, shorts in cited for found in shorts if found[0] in code}


def _is_exempt(text: str, span: Span, short: str) -> bool:
    in_capitals = text[max(span[0] - 12, 0) : span[1] + 12].isupper() and "&" not in short
    return short in EXEMPT or bool(ROMAN.fullmatch(short)) or in_capitals or text[span[1] : span[1] + 1] == "-"


def _initials(short: str) -> str:
    return "".join(letter for letter in fold(short) if letter.isalpha())


def _spelt(text: str, wanted: Set[str]) -> Mapping[str, int]:
    """Where words first end whose first letters are ``wanted``; small words between them may have none."""
    ends: dict[str, int] = {}
    open_runs: set[str] = set()
    beginnings = {short[:length] for short in wanted for length in range(1, len(short))}
    folded, last = fold_in_place(text), 0
    for word in WORD.finditer(folded):
        if not folded[last : word.start()].isspace():
            open_runs.clear()
        last = word.end()
        runs = {run + word[0][0] for run in (*open_runs, "")}
        for run in runs & wanted:
            ends.setdefault(run, word.end())
        open_runs = (runs & beginnings) | (open_runs if word[0] in LINKS else set())
    return ends


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
