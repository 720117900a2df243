"""Words that registers, roles and periods are declared with, in the language of the screen."""

import re

from django.utils.translation import get_language, gettext, pgettext

HOME = "vi"
COLUMN, CHOICE = "column", "choice"  # where one Vietnamese word is several English ones
# How periods are called (`kernel/periods.py`), and the same in English.
PERIODS = (
    (re.compile(r"\btháng (\d\d/\d{4})"), r"\1"),
    (re.compile(r"\bquý ([IV]+)/(\d{4})"), r"quarter \1/\2"),
    (re.compile(r"\btháng (\d\d) năm (\d{4})"), r"\1/\2"),
    (re.compile(r"\bquý ([IV]+) năm (\d{4})"), r"quarter \1/\2"),
    (re.compile(r"\b6 tháng đầu năm (\d{4})"), r"first half of \1"),
    (re.compile(r"\b9 tháng(?: đầu)? năm (\d{4})"), r"first nine months of \1"),
    (re.compile(r"\bnăm (\d{4})"), r"year \1"),
    (re.compile(r" \(thống kê\)"), " (statistics)"),
)


def spoken(text: object, kind: str = "") -> str:
    """``text`` in the language of the screen, as a word of its ``kind``; without a translation as declared."""
    told = str(text)
    if not told or get_language() == HOME:
        return told
    said = pgettext(kind, told) if kind else told
    return said if said != told else gettext(told)


def spoken_period(text: object) -> str:
    """The same of the name of a period, or of a report called after one."""
    told = str(text)
    if get_language() == HOME:
        return told
    for named, put in PERIODS:
        told = named.sub(put, told)
    return told.replace("báo cáo ", "report ")
