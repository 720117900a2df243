"""Numbers that count nothing by their form: dates, codes, telephone numbers, clock times, list numbers, years."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from sokhcn.document.letters import Span
from sokhcn.reader.counting.tokens import BARRED, NUMBER, WORD, Token, words

_YEAR = r"(?:19|20)[0-9]{2}"
_FORMS = re.compile(
    r"(?<![\w.,/])(?=[0-9(+])(?:"
    + "|".join(
        (
            rf"[0-3]?[0-9]\s?[/.-]\s?[01]?[0-9]\s?[/.-]\s?{_YEAR}(?![0-9])",  # 10/01/2022
            rf"[01]?[0-9]\s?/\s?{_YEAR}(?![\w/])",  # tháng 01/2022
            rf"{_YEAR}\s?[-–—/]\s?{_YEAR}(?![\w])",  # 2022-2025
            rf"{_YEAR}{_YEAR}(?![\w.,])",  # the same, its hyphen lost
            r"[0-9]+[a-zA-ZđĐ]?\s?/\s?(?:[0-9]{4}\s?/\s?)?[A-ZĐ][\w&-]+",  # 844/QĐ-TTg
            r"[0-9]+\s?-\s?[A-ZĐ][A-ZĐa-z]*\s?/\s?[A-ZĐ]+",  # 14-NQ/TU
            r"[01]?[0-9]/[0-9]{1,2}/[0-9]+",
            r"\(?(?:\+84|0[1-9][0-9]{1,3})\)?[ .-]?[0-9]{3}[ .-]?[0-9]{3,4}(?!\w)",  # telephone
            r"0[0-9]{4,}",
            r"[0-2]?[0-9]\s?h(?:\s?[0-5][0-9](?:\s+phút)?)?(?!\w)",  # 7h30
            r"[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?!\w)",
            r"[0-2]?[0-9]\s+giờ\s+(?:[0-5]?[0-9](?!\w)(?:\s+phút)?|sáng|chiều|tối|ngày)",
            r"24/(?:24|7)(?:\s?h|\s+giờ)?(?!\w)",
            r"1\s?[/:]\s?(?:500|200|[1-9][0-9]?\.?000)(?!\w)",  # the scale of a map
            r"[0-9]{1,2}\s+tháng\s+(?:[0-9]{1,2}(?!\w|[.,][0-9])|đầu|cuối|năm)",  # 6 tháng đầu năm, 10 tháng 01
            rf"[0-9]{{1,2}}\s+(?:năm|quý)\s+(?:{_YEAR}|giai\s+đoạn|đầu|cuối)",
            r"[0-9]+(?:[.:][0-9]+)*:\s?(?:19|20)[0-9]{2}",  # 9001:2015
            r"\([0-9]{1,2}\)(?=\s|$)",  # (1) and (2) in a sentence
        )
    )
    + ")"
)
_OTHERS = re.compile(r"(?<![\w.+-])[\w.+-]{1,60}@[\w.-]{1,80}|(?:https?://|www\.)\S{1,200}|\[[0-9]{1,3}\]")
_LETTERED = re.compile(r"(?<=\s)[0-9]{1,2}\)(?=\s)")  # "1) … 2) …" inside a paragraph, unless a bracket is open
_BRACKETED = 200  # letters that a bracket may hold before it
# A paragraph begins with its number: "1.", "2.1.", "3)", "8.1 Kiểm định"; quotation marks and bullets may stand before.
_LIST_NUMBER = re.compile(
    r"[\s“\"'*•(+–—-]{0,6}(?:[0-9]{1,3}(?:\.[0-9]{1,2})*\s?[.)](?![0-9%])|[0-9]{1,2}\s?[-/]\s|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?(?=\s+[A-ZĐÂÁÀƯƠÔÊ]))"
)
_STRAY = re.compile(r"\W*[0-9]+(?:[.,/-][0-9]+)*\W*$")  # a page number, or a cell of a table
_CODE_LENGTH = 7  # so many digits without points are a code, not a quantity
# Damage in a file glues a number to these: "tăng1,36%", "có11 hồ sơ".
_STUCK = words("tăng | giảm | đạt | có | là | được | gồm | còn | cho | của | với | khoảng | gần | hơn | chiếm | bằng")
_YEARS_BEFORE = words("năm | từ | đến | đoạn | và | tháng | trước | sau | - | – | /")
_YEARS = range(1900, 2100)


def barred(text: str, paragraph: Span, line: Sequence[Token], skip: Sequence[Span]) -> list[Token]:
    """``line``, its numbers marked where a form above or ``skip`` covers them. ``skip`` is in order."""
    start, end = paragraph
    if _STRAY.match(text, start, end):
        return [token._replace(kind=BARRED) if token.kind == NUMBER else token for token in line]
    taken = sorted([*_forms(text, start, end), *_within(skip, start, end)])
    marked, reached, at = list(line), -1, 0
    for place, token in enumerate(line):
        if token.kind != NUMBER:
            continue
        while at < len(taken) and taken[at][0] < token.end:
            reached = max(reached, taken[at][1])
            at += 1
        if token.start < reached or _is_code(text, line, place) or _is_year(line, place):
            marked[place] = token._replace(kind=BARRED)
    return marked


def year_like(raw: str) -> bool:
    """Whether ``raw`` may be a year: 1900 to 2099, without points."""
    return len(raw) == 4 and raw.isdigit() and int(raw) in _YEARS


def _is_year(line: Sequence[Token], place: int) -> bool:
    return place > 0 and line[place - 1].low in _YEARS_BEFORE and year_like(line[place].low)


def _forms(text: str, start: int, end: int) -> list[Span]:
    found = [match.span() for form in (_FORMS, _OTHERS) for match in form.finditer(text, start, end)]
    found += [
        match.span() for match in _LETTERED.finditer(text, start, end) if not _is_open(text, start, match.start())
    ]
    first = _LIST_NUMBER.match(text, start, end)
    return [*found, first.span()] if first else found


def _is_open(text: str, start: int, at: int) -> bool:
    start = max(start, at - _BRACKETED)
    return text.rfind("(", start, at) > text.rfind(")", start, at)


def _within(skip: Sequence[Span], start: int, end: int) -> list[Span]:
    first = max(bisect_right(skip, (start, start)) - 1, 0)
    return list(skip[first : bisect_left(skip, (end, 0), first)])


def _is_code(text: str, line: Sequence[Token], place: int) -> bool:
    """Glued to letters before it (Covid-19, PM2.5), a long run of digits, or points that group nothing (1.014444)."""
    token = line[place]
    before = text[token.start - 1] if token.start else " "
    if before.isalpha() and place and line[place - 1].low in _STUCK:
        return False
    if before.isalpha() or before in "_#" or (token.low.isdigit() and len(token.low) > _CODE_LENGTH):
        return True
    if before in "-–/" and place > 1 and line[place - 2].end == token.start - 1:
        return line[place - 2].kind == WORD and text[token.start - 2].isalnum() and before != "/"
    return token.low.count(".") > 1 and any(len(group) != 3 for group in token.low.split(",")[0].split(".")[1:])
