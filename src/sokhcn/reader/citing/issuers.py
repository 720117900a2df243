"""Where the name of an agency ends: by gazetteer, longest first, then by the shape of names, up to a verb."""

import re

from sokhcn.kernel.alphabet import UPPER
from sokhcn.reader.citing.agencies import (
    BARE_HEADS,
    BODIES,
    COUNCILS,
    FIELDS,
    HEADS,
    LEVELS,
    MINISTRIES,
    OFFICES,
    PROVINCES,
    WITHIN,
)
from sokhcn.reader.citing.kinds import TYPES
from sokhcn.reader.citing.plain import Plain
from sokhcn.reader.citing.stops import PARTICLE, VERB


def _any(words: tuple[str, ...]) -> str:
    spaced = (re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return "(?:" + "|".join(sorted(spaced, key=len, reverse=True)) + r")(?!\w)"


_OFFICE = re.compile(_any(OFFICES) + r"\s+")
_BODY = re.compile(_any(BODIES))
_COUNCIL = re.compile(_any(COUNCILS))
_LEVEL = re.compile(r"\s+" + _any(LEVELS).replace(r"(?!\w)", "") + r"(?!\w)")
# Syllables of other words: cơ sở y tế, cán bộ, tiến bộ khoa học.
_NO_HEAD = "".join(f"(?<!{word} )" for word in ("cơ", "trụ", "cán", "tiến", "nội", "toàn", "đồng", "cục"))
_FIELD = _any(FIELDS).replace(r"\s+và\s+", r"\s*(?:và|&)\s*")
_MINISTRY = re.compile(rf"{_NO_HEAD}{_any(MINISTRIES)}\s+{_FIELD}(?!\s*&)(?![-–]\w)")
_PROVINCE = re.compile(r"[^\S\n]+" + _any(PROVINCES))
_HEAD = re.compile(_any(HEADS))
_BARE = re.compile(_any(BARE_HEADS))
_NAME = re.compile(_any(BODIES + COUNCILS + HEADS + OFFICES + tuple(name.lower() for name in TYPES)))
_TYPE = re.compile(_any(tuple(name.lower() for name in TYPES)))
_FIRSTS = frozenset(name.split()[0] for name in BODIES + COUNCILS + HEADS + OFFICES + MINISTRIES) | {"đại"}
FIRST_SYLLABLE = re.compile(r"(?<!\w)" + _any(tuple(_FIRSTS)))  # with which every name of an agency begins
_WITHIN = re.compile(r"\s+(?:và\s+)?" + _any(WITHIN))
_SESSION = re.compile(
    r"(?:,?\s*\(?\s*(?:khóa|nhiệm kỳ)\s+(?:thứ\s+)?(?:[ivxl]+|\d{1,2}(?!\d|\s*-))(?!\w)\)?)?"
    r"(?:,?\s*\(?\s*(?:nhiệm kỳ|khóa)\s+\d{4}\s*-\s*\d{4}\)?)?"
    r"(?:,?\s+(?:tại\s+)?kỳ họp(?:\s+chuyên đề)?"
    r"(?:\s+(?:lần\s+)?thứ\s+(?:[ivxl]+|\d+|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))?)?"
)
_MEETING = re.compile(
    r"(?:hội nghị(?:\s+lần thứ\s+(?:\d+|[ivxl]+(?!\w)|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|"
    r"tư|lăm|sáu|bảy|tám|chín)(?!\w))?)|\s+trung ương\s+\d+)?,?"
    r"(?:\s+(?:của\s+)?ban chấp hành trung ương(?:\s+đảng)?)?"
    r"|đại hội(?:\s+đại biểu)?(?:\s+toàn quốc)?(?:\s+đảng bộ\s+tỉnh)?(?:\s+lần thứ)?\s+(?:[ivxl]+|\d+)"
    r"(?:\s+của đảng)?)(?!\w)"
)
_COMMITTEE = re.compile(r"(?:tỉnh|thành|huyện|quận|thị)\s+(?:ủy|đoàn)")
_ALSO = re.compile(r"\s*(?:,|-|và|;)\s*")
_INNER = re.compile(r"[^\S\n]+")
_OWN_LEVEL = re.compile(_any(("tỉnh", "huyện", "thành phố")))
_SYLLABLE = re.compile(r"[^\W_]+(?:&[^\W\d_]+)*")
_STEP = re.compile(r"\s*(?:-|–)\s*|\s+")
_COMMA = re.compile(
    rf",\s+(?=[{UPPER}][^\W\d_]*(?:\s+[^\W\d_]+){{0,2}}(?:,\s+[^\W\d_]+(?:\s+[^\W\d_]+){{0,2}})?\s+và\s+[{UPPER}])"
)
_AND = re.compile(rf"\s+và\s+(?=[{UPPER}])|\s*&\s*(?=[{UPPER}])")
_PARAGRAPH = re.compile(r"\n\s*\n|\n\s*[-+*•\d]")
_LONGEST = 180
_MOST_SYLLABLES = 18


def agency_at(plain: Plain, at: int, depth: int = 0) -> int | None:
    """Where the agency that is named at ``at`` ends, or None when none is."""
    lower, text = plain.lower, plain.text
    if depth > 3 or at >= len(text) or not text[at].isalpha():
        return None
    if found := _MEETING.match(lower, at):
        return _session(plain, found.end()) if found.end() - at > len("hội nghị") else None
    if found := _COUNCIL.match(lower, at):
        return _session(plain, _place(plain, found.end()))
    ends = [end for end in (_body(plain, at), _office(plain, at, depth), _headed(plain, at, depth)) if end]
    return max(ends, default=None)


def bare_agency_at(plain: Plain, at: int) -> int | None:
    """Where a bare «Sở», «Chi cục» ends, which names an agency only by what it does."""
    found = _BARE.match(plain.lower, at)
    return found.end() if found and plain.text[at].isupper() else None


def agencies_at(plain: Plain, at: int) -> int | None:
    """Where several agencies end that issue a joint paper: Bộ A và Bộ B; Bộ A - Bộ B."""
    end = agency_at(plain, at)
    while end and (joint := _ALSO.match(plain.lower, end)):
        further = agency_at(plain, joint.end())
        if not further:
            break
        end = further
    return end


def _body(plain: Plain, at: int) -> int | None:
    found = _BODY.match(plain.lower, at)
    if not found or (found[0] in ("đảng", "trung ương") and plain.text[at].islower()):
        return None
    if _COMMITTEE.match(found[0]):
        return _session(plain, _capitals(plain, found.end()))
    return _session(plain, _place(plain, found.end()))


def _office(plain: Plain, at: int, depth: int) -> int | None:
    found = _OFFICE.match(plain.lower, at)
    if not found:
        return None
    level = _OWN_LEVEL.match(plain.lower, found.end())
    if level and plain.lower.startswith(("đảng", "ban chấp hành", "bch", "thanh tra", "văn phòng"), at):
        return _session(plain, _place(plain, found.end() - 1))
    return agency_at(plain, found.end(), depth + 1)


def _headed(plain: Plain, at: int, depth: int) -> int | None:
    if found := _MINISTRY.match(plain.lower, at):
        return _place(plain, found.end())
    if not plain.text[at].isupper():
        return None
    found = _HEAD.match(plain.lower, at)
    if not found:
        return None
    end = _run(plain, found.end(), depth)
    if end == found.end() and not _LEVEL.match(plain.lower, end):
        return None
    return _place(plain, end)


def _place(plain: Plain, at: int) -> int:
    """After a name: its level and place (tỉnh Ninh Thuận, Thành phố Phan Rang - Tháp Chàm, Việt Nam)."""
    if province := _PROVINCE.match(plain.lower, at):
        return province.end()
    level = _LEVEL.match(plain.lower, at)
    broken = level and _PARAGRAPH.search(plain.text, at, level.end())
    if not level or (broken and plain.text[level.end() - 1].isupper()):
        return at
    return _capitals(plain, level.end())


def _capitals(plain: Plain, at: int) -> int:
    """Behind the capital syllables, at most six, that name a place."""
    end = at
    for _ in range(6):
        step = _STEP.match(plain.text, at)
        syllable = _SYLLABLE.match(plain.text, step.end()) if step else None
        if not step or not syllable or not _goes_on(plain, at, syllable):
            break
        end = at = syllable.end()
    return end


def _goes_on(plain: Plain, at: int, syllable: re.Match[str]) -> bool:
    start = syllable.start()
    if not (syllable[0][0].isupper() or (syllable[0].isdigit() and at == start - 1 and len(syllable[0]) <= 2)):
        return False
    if _PARAGRAPH.search(plain.text, at, start) or "\n\n" in plain.text[at:start]:
        return False
    return not _stops(plain, syllable) and not _NAME.match(plain.lower, start)


def _stops(plain: Plain, syllable: re.Match[str]) -> bool:
    start, word = syllable.span()[0], syllable[0]
    if VERB.match(plain.lower, start):
        return True
    shouted = len(word) > 1 and word.isupper()
    return (word[0].islower() or shouted) and bool(PARTICLE.match(plain.lower, start))


def _run(plain: Plain, at: int, depth: int) -> int:
    """Where a name ends that is told by its capitals: each may be followed by a small syllable of its own word."""
    end, small = at, 1
    for _ in range(_MOST_SYLLABLES):
        if nested := _nested(plain, end, depth, end > at):
            return nested
        syllable = _next(plain, end)
        if syllable is None or _stops(plain, syllable) or (end > at and _TYPE.match(plain.lower, syllable.start())):
            break
        if syllable[0][0].isupper():
            end, small = syllable.end(), 0
        elif small == 0:
            end, small = syllable.end(), 1
        elif within := _WITHIN.match(plain.lower, end) if end > at else None:
            end = within.end()
        else:
            break
    while within := _WITHIN.match(plain.lower, end) if end > at else None:
        end = within.end()
    return end


def _next(plain: Plain, end: int) -> re.Match[str] | None:
    text = plain.text
    step = _AND.match(text, end) or _COMMA.match(text, end) or _STEP.match(text, end)
    if not step or _PARAGRAPH.search(text, end, step.end()):
        return None
    if step[0].strip() in ("và", ",", "&") and _NAME.match(plain.lower, step.end()):
        return None
    return _SYLLABLE.match(text, step.end())


def _nested(plain: Plain, end: int, depth: int, named: bool) -> int | None:
    """An agency named inside another's name: Ban Chỉ đạo Cải cách hành chính | Tỉnh ủy."""
    step = _INNER.match(plain.text, end)
    if not step or depth > 2 or not plain.text[step.end() : step.end() + 1].isupper():
        return None
    head = _COUNCIL.match(plain.lower, step.end()) or _BODY.match(plain.lower, step.end())
    if not head and not (named and _MINISTRY.match(plain.lower, step.end())):
        return None
    return agency_at(plain, step.end(), depth + 1)


def _session(plain: Plain, at: int) -> int:
    found = _SESSION.match(plain.lower, at, min(len(plain.lower), at + _LONGEST))
    return found.end() if found else at
