"""Cited papers as values: the code with number, year and symbol, and the words of a mention.

Codes come in two forms: ``2367/QĐ-UBND`` or, for legal normative documents, ``03/2022/QĐ-UBND``; and ``14-NQ/TU``, the
form of Party papers, where a hyphen follows the number and the symbol holds the slash.
"""

import re
from dataclasses import dataclass
from datetime import date

from sokhcn.kernel.dates import read_date, written
from sokhcn.kernel.folding import clean

STATE = re.compile(r"(\d+[a-zđ]?)\s*/(?:((?:19|20)\d{2})/)?\s*([^\d\s/][^\s/]*)")
PARTY = re.compile(r"(\d+[a-zđ]?)\s*-\s*([^\d\s/-][^\s/]*/[^\s/]+)")
MENTION = re.compile(
    r"(?P<type>[^\d]+?)\s+(?:số:?\s*)?(?P<code>\d\S*?[/-]\S+?)"
    r"(?:,?\s+ngày\s+(?P<date>\d{1,2}/\d{1,2}/\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}))?"
    r"(?:\s+của\s+(?P<issuer>[^;]+?))?"
    r"(?:,?\s+(?P<subject>(?:về|quy định|ban hành|phê duyệt|đề nghị|kiểm tra)\s.+))?",
    re.IGNORECASE,
)
LONGEST_MENTION = 2_000  # a longer text is no citation, and would cost more than its length to find that out


@dataclass(frozen=True, slots=True)
class PaperCode:
    """Number (text: ``08``, ``2074a``), year in the number if it has one, and symbol (``QĐ-UBND``, ``NQ/TU``)."""

    number: str
    year: int | None
    symbol: str

    def __str__(self) -> str:
        if "/" in self.symbol:
            return f"{self.number}-{self.symbol}"
        return f"{self.number}/{self.year}/{self.symbol}" if self.year else f"{self.number}/{self.symbol}"


def read_code(text: str) -> PaperCode | None:
    """The code in ``text``, or None when it is none."""
    text = clean(text).rstrip(" .,;")
    if found := STATE.fullmatch(text):
        return PaperCode(found[1], int(found[2]) if found[2] else None, found[3])
    if found := PARTY.fullmatch(text):
        return PaperCode(found[1], None, found[2])
    return None


@dataclass(frozen=True, slots=True)
class Mention:
    """What a sentence can say of a paper. ``key`` is its identity in the citation register."""

    key: str
    type: str
    code: str
    issued_on: date | None
    issuer: str
    subject: str

    @property
    def short(self) -> str:
        """Type, number and symbol: every mention after the first (Decree 30/2020/NĐ-CP, Annex I, Part II, 6.b)."""
        return f"{self.type} số {self.code}" if self.code else self.type

    @property
    def dated(self) -> str:
        """The short form with its date, where the paper has one."""
        return f"{self.short} ngày {written(self.issued_on)}" if self.issued_on else self.short

    @property
    def full(self) -> str:
        """Type, number, symbol, date and issuer: the first mention, to be followed by the subject."""
        return f"{self.dated} của {self.issuer}" if self.issuer else self.dated


def read_mention(text: str) -> Mention | None:
    """A whole citation (``Quyết định số 21/QĐ-UBND ngày 10/01/2022 của … về …``) as values, else None."""
    text = clean(text)
    found = MENTION.fullmatch(text) if len(text) <= LONGEST_MENTION else None
    code = read_code(found["code"]) if found else None
    if not found or not code:
        return None
    day = read_date(found["date"]) if found["date"] else None
    kind = found["type"].strip()
    return Mention("", kind[0].upper() + kind[1:], str(code), day, found["issuer"] or "", found["subject"] or "")
