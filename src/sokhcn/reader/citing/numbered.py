"""Mentions by number: a type word and a code, «Quyết định của … số …», several codes on one type word, bare numbers."""

import re
from dataclasses import replace
from types import MappingProxyType

from sokhcn.reader.citing.codes import Code, blanks, codes
from sokhcn.reader.citing.drafts import Draft
from sokhcn.reader.citing.issuers import agency_at
from sokhcn.reader.citing.kinds import NUMBERED, Kind, kind_before, number_word
from sokhcn.reader.citing.plain import Plain
from sokhcn.reader.citing.tails import tail

_BESIDE = re.compile(r"\s*(?:[,;]\s*(?:và\s+)?|(?:và|hoặc|đến)\s+)(?:số:?\s*)?")
_LATER = re.compile(r"(?:[,;]|(?<!\w)(?:và|hoặc))\s*$")
_SEMICOLON = re.compile(r";\s*$")
_BY_LETTERS = MappingProxyType(
    {"QĐ": "Quyết định", "NQ": "Nghị quyết", "NĐ": "Nghị định", "TT": "Thông tư", "CT": "Chỉ thị", "KL": "Kết luận"}
    | {"KH": "Kế hoạch", "TB": "Thông báo", "BC": "Báo cáo", "TTr": "Tờ trình", "TTLT": "Thông tư liên tịch"}
)
_SENTENCE = re.compile(r"[.!?](?=\s)|\n\s*\n|\n\s*[-+*•]")
_FOLLOWED = re.compile(
    r"\s*(?:[.,;:)(”\"“]|$)|\s+(?:của|ngày|và|về|đã|được|là|cho|tại|theo|trong|có|này|nêu|trên|thì|ra|đang|do|cũng|với|hoặc|"
    r"vào|năm\s+(?:19|20)\d\d(?!\d|\s*-)|khóa|sẽ|đến|đối|để|không|vẫn|còn)(?!\w)"
)
_YEAR_AFTER = re.compile(r"\s+năm\s+(?P<y>(?:19|20)\d\d)(?!\d|\s*-)|\s*\((?:năm\s+)?(?P<y2>(?:19|20)\d\d)\)")
_DATED = re.compile(r"\s+ngày\s+\d{1,2}(?:/|\s+tháng\s)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_JOINT = re.compile(r"liên|phối hợp|TTL[TB]|NQLT", re.IGNORECASE)
_WITH_ITSELF = re.compile(r"\(\s*kèm theo\s+$")  # a draft's own blank number, above its appendix
_OF = re.compile(r"\s+của\s+")
_BY = re.compile(r"(?<!\w)theo\s+$")
_LED = re.compile(r"(?:QĐ|NQ|NĐ|TTLT|TTr|TT|CT|KL|KH|TB|BC)(?=[-/]|UB)")
_RUN = re.compile(
    r"(?:\d{1,6}[a-zđ]?\s*(?:,|;|và)\s*(?:số\s*)?){1,12}(?=\d{1,6}[a-zđ]?\s?[/-]\s?(?:(?:19|20)\d\d\s?/\s?)?[^\W\d_])"
)
# Named by their bare number without «số»; the others count what follows (Kế hoạch 5 năm, Báo cáo 6 tháng).
_BARELY = (
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Chỉ thị",
    "Kết luận",
    "Thông tư",
    "Kế hoạch",
    "Công văn",
    "Quy định",
)
_WIDEST_LIST = 400


def numbered(plain: Plain, taken: frozenset[int]) -> list[Draft]:
    """All mentions by number, in order; the codes that start at ``taken`` belong to others already."""
    found: list[Draft] = []
    for code in sorted([*codes(plain), *blanks(plain)], key=lambda code: code.start):
        if code.start in taken or (found and code.start < found[-1].end):
            continue
        draft = _with_kind(plain, code) or (_listed(plain, code, found[-1]) if found else None)
        if draft:
            found.append(draft)
    return _shared_symbols(found)


def _with_kind(plain: Plain, code: Code) -> Draft | None:
    kind = kind_before(plain, code.start)
    if kind and not code.number and _WITH_ITSELF.search(plain.lower, max(0, kind.start - 12), kind.start):
        return None
    if kind:
        return _joined(plain, code, kind.name, kind.start) if _holds(plain, code, kind) else None
    return _by_agency(plain, code)


def _joined(plain: Plain, code: Code, name: str, start: int) -> Draft:
    joint = bool(_JOINT.search(f"{name} {code.symbol or ''}"))
    rest, year = tail(plain, code.end, joint), None
    if rest.end == code.end and (after := _YEAR_AFTER.match(plain.lower, code.end)):
        further = tail(plain, after.end(), joint)
        if not code.symbol or further.issuer:  # Nghị quyết 01 năm 2019; Kế hoạch số 5/KH-UBND năm 2022 của UBND tỉnh
            rest = further
        if not code.symbol and not code.year:
            year = int(after["y"] or after["y2"])
    return Draft(name, start, rest.end, code, year, rest.day, rest.issuer)


def _holds(plain: Plain, code: Code, kind: Kind) -> bool:
    """Whether type and number belong together: a number without symbol may as well count something."""
    if code.symbol:
        return True
    if not kind.adjacent or kind.name not in NUMBERED:
        return False
    return kind.numbered or _stands_alone(plain, code, kind)


def _stands_alone(plain: Plain, code: Code, kind: Kind) -> bool:
    number = code.number or ""
    if kind.lettered:
        return False
    gap = plain.text[kind.end : code.start]
    if plain.text[kind.start].islower() or "\n" in gap:
        return False
    if kind.name not in _BARELY:
        return _DATED.match(plain.lower, code.end) is not None  # Báo cáo 123 ngày 4/5/2021
    if code.year:
        return kind.name != "Kế hoạch" or int(number.rstrip("abcdđ") or 0) > 12
    if _YEAR.fullmatch(number) or (kind.name == "Kế hoạch" and len(number) < 2):
        return False
    if plain.text.startswith("\n", code.end):
        return True
    follows = _FOLLOWED.match(plain.lower, code.end)
    return follows is not None and not (kind.name == "Kế hoạch" and "năm" in follows[0])


def _by_agency(plain: Plain, code: Code) -> Draft | None:
    """«Quyết định của Thủ tướng Chính phủ số 145/QĐ-TTg»."""
    so = number_word(plain, code.start)
    if so is None or not code.symbol:
        return None
    if (led := _LED.match(code.symbol)) and _BY.search(plain.lower, max(0, so - 10), so):
        return _joined(plain, code, _BY_LETTERS[led[0]], so)  # thành lập theo số 21/QĐ-UBND
    for of in _OF.finditer(plain.lower, max(0, so - 120), so):
        end = agency_at(plain, of.end())
        kind = kind_before(plain, of.start() + 1) if end and not plain.text[end:so].strip() else None
        if kind and end and kind.adjacent:
            return replace(_joined(plain, code, kind.name, kind.start), issuer=(of.end(), end))
    return None


def _listed(plain: Plain, code: Code, last: Draft) -> Draft | None:
    """A further code on the type word of the mention before: «Nghị quyết số A và số B», «số 12, 13/QĐ-UBND»."""
    so = number_word(plain, code.start)
    start = code.start if so is None else so
    if code.start - last.end > _WIDEST_LIST or not (code.symbol or code.year or _RUN.match(plain.lower, code.start)):
        return None
    beside = _BESIDE.fullmatch(plain.lower, last.end, code.start)
    later = so is not None and code.symbol and _LATER.search(plain.lower, last.end, so)
    apart = code.symbol and _SEMICOLON.search(plain.lower, last.end, code.start)
    if not beside and (not (later or apart) or _SENTENCE.search(plain.text, last.end, code.start)):
        return None
    made = replace(_joined(plain, code, _kind_of(code, last), start), listed=True)
    return made if beside or later or made.day else None


def _kind_of(code: Code, last: Draft) -> str:
    """The type of a further code: that of the one before, unless its symbol says another."""
    letters, before = _type_letters(code), _type_letters(last.code)
    return _BY_LETTERS.get(letters, last.kind) if letters != before else last.kind


def _type_letters(code: Code | None) -> str:
    return re.split(r"[-/]", code.symbol or "")[0] if code else ""


def _shared_symbols(found: list[Draft]) -> list[Draft]:
    """In «số 12, 13 và 14/QĐ-UBND» the symbol at the end is that of all."""
    for place in range(len(found) - 1, 0, -1):
        here, before = found[place], found[place - 1]
        if here.listed and here.code and before.code and here.code.symbol and not before.code.symbol:
            number, year, symbol = before.code.number, before.code.year or here.code.year, here.code.symbol
            whole = (
                f"{number}-{symbol}"
                if "/" in symbol
                else "/".join(str(part) for part in (number, year, symbol) if part)
            )
            code: Code = replace(before.code, year=year, symbol=symbol, code=whole)
            found[place - 1] = replace(before, code=code)
    return found
