"""Numbers and symbols of papers as they are typed: 21/QĐ-UBND, 57-NQ/TW, 93/2025/QH15, 01-CP, spaces and all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sokhcn.kernel.alphabet import UPPER
from sokhcn.reader.citing.plain import Plain

_ABBREVIATED = "BB|BC|CĐ|CL|CT|CTr|CV|ĐA|GM|HD|HĐ|KH|KL|NĐ|NQ|PA|PL|QC|QĐ|QyĐ|TB|TC|TT|TTr|TTLT|VBHN"
_ORGANS = rf"UBND|UBTVQH|HĐND|HĐBT|TTg|CP|TU|TW|HU|ĐU|QH|B[{UPPER}]{{2,}}|S[{UPPER}]{{2,}}|VP[{UPPER}]*"
_LETTERS = rf"(?:(?!ngày|của|về)[^\W_]|&|\.(?=[{UPPER}]{{2}}))*"
_FIRST = rf"(?:[{UPPER}]{_LETTERS}|(?:qđ|nđ|tt|kh|bc|ct|nq|tb|ttr|ctr)(?=-))"
# A hyphen may have a break on one side (NĐ- CP); between two spaces only a known organ follows it, else a new thought.
_JOIN = (
    rf"(?:[-/_](?=[^\W_])|\s?[-/_]\s{{0,2}}(?=[{UPPER}]{{2}}|TTg)(?<!\s[-/_]\s)|\s[-/]\s(?=(?:{_ORGANS})(?!\w))"
    rf"|(?<=[{UPPER}])\s(?=(?:UBND|HĐND|TTg|BKHCN|SKHCN)(?!\w)))"
)
_SYMBOL = rf"{_FIRST}(?:{_JOIN}{_LETTERS}){{0,8}}"
_NUMBER = r"(?<![\d/\-])(?P<number>\d{1,3}\.\d{1,2}(?=/)|\d{1,6}[a-zđA-ZĐ]?)"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CODE = re.compile(
    rf"{_NUMBER}(?:"
    rf"\s{{0,2}}/\s{{0,2}}(?:{_YEAR}\s{{0,2}}/\s{{0,2}})?(?P<symbol>{_SYMBOL})"
    rf"|\s{{0,2}}-\s{{0,2}}(?P<party>{_FIRST}\s?/\s?(?:[{UPPER}]{_LETTERS}|tw|tu)(?:-[{UPPER}]{_LETTERS}){{0,3}})"
    rf"|-(?P<old>[{UPPER}]{{2,}}[{UPPER}a-z]*(?:-[{UPPER}]{{2,}}\w*)?)(?!\w)"
    rf"|\s(?P<spaced>(?:{_ABBREVIATED})\s?/\s?[{UPPER}]{{2}}{_LETTERS}(?:-[{UPPER}]{_LETTERS}){{0,2}})"
    rf"|\s?/\s?(?P<only>(?:19|20)\d\d)(?![\d/\-])"
    r")"
)
_BLANK = re.compile(rf"(?<=[ốỐ])[:.]?(?P<gap>[….\s_]{{1,40}})[/-]\s?(?:{_YEAR}\s?/\s?)?(?P<symbol>{_SYMBOL})")
_BARE = re.compile(r"(?<![\w/\-.,])(?P<number>\d{1,6}[a-zđ]?)(?![\w/%]|[.,:]\d|\s?-\s?\d)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Code:
    """One number with its place. ``code`` is the whole as written, without spaces; None where a draft left a blank."""

    start: int
    end: int
    number: str | None
    year: int | None
    symbol: str | None
    code: str | None


def codes(plain: Plain) -> Iterator[Code]:
    """Everything shaped like a code, in order: whole codes, number with year, and bare numbers."""
    at = 0
    text = plain.text
    for bare in _BARE_OR_CODE.finditer(text):
        if bare.start() < at:
            continue
        code = code_at(plain, bare.start())
        if code:
            at = code.end
            yield code


def code_at(plain: Plain, at: int) -> Code | None:
    """The code or bare number that starts at ``at``."""
    if found := _CODE.match(plain.text, at):
        return _read(found)
    if found := _BARE.match(plain.text, at):
        return Code(at, found.end(), found["number"], None, None, found["number"])
    return None


def blanks(plain: Plain) -> Iterator[Code]:
    """Codes of drafts whose number is not given yet: Thông tư số …/2026/TT-BCT."""
    for found in _BLANK.finditer(plain.text):
        symbol, end = _trimmed(found["symbol"], found.end())
        if len(symbol) > 1:
            yield Code(found.start(), end, None, int(found["year"]) if found["year"] else None, symbol, None)


_BARE_OR_CODE = re.compile(r"(?<![\d/\-])\d")


def _read(found: re.Match[str]) -> Code | None:
    number, start, end = found["number"], found.start(), found.end()
    if found["only"]:
        return Code(start, end, number, int(found["only"]), None, f"{number}/{found['only']}")
    symbol, end = _trimmed(found["symbol"] or found["party"] or found["old"] or found["spaced"], end)
    if len(symbol) < 2:
        return None
    if not found["symbol"]:
        return Code(start, end, number, None, symbol, f"{number}{' ' if found['spaced'] else '-'}{symbol}")
    year = found["year"]
    return Code(start, end, number, int(year) if year else None, symbol, "/".join(filter(None, (number, year, symbol))))


def _trimmed(symbol: str, end: int) -> tuple[str, int]:
    """The symbol without what follows it by accident, and without spaces, and where it ends."""
    kept = symbol.rstrip("._&-/ \n\t")
    return _SPACES.sub("" if not _PARTED.search(kept) else " ", kept), end - (len(symbol) - len(kept))


_PARTED = re.compile(rf"(?:{_ABBREVIATED})\s(?:UBND|HĐND|TTg|BKHCN|SKHCN)$")
