"""Words that registers, roles and periods are declared with, in the language of the screen."""

import re
from collections.abc import Iterable

from django.utils.translation import get_language, gettext, pgettext

HOME = "vi"
COLUMN, CHOICE = "column", "choice"  # where one Vietnamese word is several English ones
# How periods are called (`kernel/periods.py`), and the same in English.
PERIODS = (
    (re.compile(r"\btháng (\d\d?/\d{4})"), r"\1"),
    (re.compile(r"\bquý ([IV]+)/(\d{4})"), r"quarter \1/\2"),
    (re.compile(r"\btháng (\d\d?) năm (\d{4})"), r"\1/\2"),
    (re.compile(r"\bquý ([IV]+) năm (\d{4})"), r"quarter \1/\2"),
    (re.compile(r"\b6 tháng đầu năm (\d{4})"), r"first half of \1"),
    (re.compile(r"\b9 tháng(?: đầu)? năm (\d{4})"), r"first nine months of \1"),
    (re.compile(r"\b6 tháng cuối năm (\d{4})"), r"second half of \1"),
    (re.compile(r"\bnăm (\d{4})"), r"year \1"),
    (re.compile(r" \(thống kê\)"), " (statistics)"),
    (re.compile(r" \(quy ước\)"), " (by convention)"),
    (re.compile(r"\bấn bản "), "edition "),
    (re.compile(r"\bban hành ngày "), "issued on "),
    (re.compile(r"\bbáo cáo "), "report "),
)


# Where a finding stands, and names that it offers; their words are made where no language is known.
PLACES = (
    (re.compile(r"\bdòng tiêu đề\b"), "heading row"),
    (re.compile(r"\bdòng (\d+)"), r"line \1"),
    (re.compile(r"\btrang (\d+)"), r"page \1"),
    (re.compile(r"\b(cột|ô) “"), "column “"),
    (re.compile(r"\bmục “"), "section “"),
)
OFFERS = (
    (re.compile(r"^Có phải (“.+”)\?$"), r"Did you mean \1?"),
    (re.compile(r"^(?:Có|Các [^:“”]+): (.+)\.$"), r"There are: \1."),
)
# Why a row is proposed, where a value stands in it.
REASONS = ((re.compile(r"^báo cáo in ngày (.+)$"), r"the report prints the day \1"),)
# What is told beside a file.
NOTES = (
    (
        re.compile(r"Bản PDF dùng phông (.+?) vì máy in bản này không có phông (.+?)\."),
        r"The PDF is set in \1, because the machine that printed it lacks \2.",
    ),
    (
        re.compile(r"Tệp có (\d+) số ghi đè, không đánh dấu; xem: "),
        r"The file has \1 overridden figures, unmarked; see: ",
    ),
    (
        re.compile(r"(\d+) số ghi đè được đánh dấu và liệt kê ở trang cuối\."),
        r"\1 overridden figures are marked and listed on the last page.",
    ),
    (re.compile(r"Ấn bản (\S+) đã ban hành để đính chính ấn bản này\."), r"Edition \1 was issued to correct this one."),
    (re.compile(r"Ấn bản (\S+) đã ban hành để thay thế ấn bản này\."), r"Edition \1 was issued to replace this one."),
    (re.compile(r"Ấn bản (\S+) đã ban hành để thu hồi ấn bản này\."), r"Edition \1 was issued to recall this one."),
)


def spoken(text: object, kind: str = "") -> str:
    """``text`` in the language of the screen, as a word of its ``kind``; without a translation as declared."""
    told = str(text)
    if not told or get_language() == HOME:
        return told
    said = pgettext(kind, told) if kind else told
    return said if said != told else gettext(told)


def spoken_words(text: object, kind: str = "") -> str:
    """The same of several words with commas between them, or of a word with others behind a colon."""
    told = str(text)
    for mark in (": ", ", "):
        if (said := spoken(told, kind)) != told or mark not in told:
            return said
        parts = told.split(mark)
        if (all_said := mark.join(spoken_words(part, kind) for part in parts)) != told:
            return all_said
    return told


def spoken_place(text: object) -> str:
    """The same of the place where a finding stands."""
    return _put(str(text), PLACES)


def spoken_reasons(text: object) -> str:
    """The same of the reasons for which an old report's row is proposed."""
    return "; ".join(_put(spoken(part), REASONS) for part in str(text).split("; "))


def spoken_note(text: object) -> str:
    """The same of what is told beside a file."""
    return _put(str(text), NOTES)


def spoken_advice(text: str) -> str:
    """The same of what a finding advises, its values not yet filled in."""
    said = spoken(text)
    return said if said != text else _put(text, OFFERS)


def spoken_period(text: object) -> str:
    """The same of the name of a period, or of a report called after one."""
    return _put(str(text), PERIODS)


def _put(told: str, patterns: Iterable[tuple[re.Pattern[str], str]]) -> str:
    if get_language() == HOME:
        return told
    for named, put in patterns:
        told = named.sub(put, told)
    return told
