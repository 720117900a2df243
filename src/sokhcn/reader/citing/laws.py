"""Laws as they are cited: by name and number, by name and date, by name and year, by their bare name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from sokhcn.document.letters import Span
from sokhcn.reader.citing.codes import Code, code_at
from sokhcn.reader.citing.lawnames import CODES, LAWS, ORDINANCES
from sokhcn.reader.citing.plain import Plain
from sokhcn.reader.citing.stops import PARTICLE, VERB


def _any(names: tuple[str, ...]) -> str:
    spaced = (re.escape(name.lower()).replace(r"\ ", r"\s+").replace(",", ",?") for name in names)
    return "(?:" + "|".join(sorted(spaced, key=len, reverse=True)) + r")(?!\w)"


_KIND = re.compile(r"(?<!\w)(?:bộ\s+luật|luật|pháp\s+lệnh|hiến\s+pháp)(?!\w)")
_NAMES = MappingProxyType(
    {
        "Luật": re.compile(_any(LAWS)),
        "Bộ luật": re.compile(_any(CODES)),
        "Pháp lệnh": re.compile(_any(ORDINANCES)),
        "Hiến pháp": re.compile(r"nước\s+cộng\s+hòa\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam"),
    }
)
_NORMAL = MappingProxyType({name.lower(): name for name in _NAMES})
# "Luật PBGDPL": a law by the first letters of its name.
_LETTERS = re.compile(r"[A-ZĐ](?:&?[A-ZĐ]){2,9}(?!\w)")
_CHANGING = re.compile(
    r"sửa\s+đổi(?:,?\s+(?:và\s+)?bổ\s+sung)?(?:\s+một\s+số)?(?:\s+điều)?(?:\s+của)?(?:\s+các)?"
    r"\s+(?=\d{0,2}\s*(?:bộ\s+)?luật|pháp)"
)
_ONE_LAW = re.compile(r"(?:\d{1,2}\s+)?(?:bộ\s+luật|luật|pháp\s+lệnh)\s+")
_LISTED = re.compile(r"\s*(?:,|;|và)\s+(?=(?:bộ\s+)?luật\s|pháp\s+lệnh\s)")
_SHAPE = re.compile(
    r"[^\W\d_]+(?:,?\s+[^\W\d_]+){0,18}?(?:\s*\(sửa đổi\))?"
    r"(?=,?\s+số:?\s*\d|,?\s+(?:công bố\s+)?ngày\s*\d|\s+(?:năm\s+)?(?:19|20)\d\d(?!\d)"
    r"|\s*\(\s*(?:sửa đổi|năm|(?:19|20)\d\d))"
)
_NUMBER_WORD = re.compile(r"\s*,?\s*\(?số\s*:?\s*(?=\d)|\s+(?=\d{1,3}/(?:19|20)\d\d/qh)")
_YEAR = re.compile(
    r"\s*,?\s+(?:năm\s+)?(?P<y>(?:19|20)\d\d)(?![\d/]|[.\-]\d|\s?-\s?\d)|\s*\(\s*(?:năm\s+)?(?P<y2>(?:19|20)\d\d)\s*\)"
)
_CHANGED = re.compile(
    r",?\s*\(?\s*(?:đã\s+)?(?:được\s+)?sửa\s+đổi(?:,?\s+(?:và\s+)?bổ\s+sung)?"
    r"(?P<years>(?:(?:\s|,|các|và|năm){1,9}(?:19|20)\d\d){1,9})?\s*(?P<close>\))?"
)
_GIVEN_YEAR = re.compile(r"(?:19|20)\d\d")
_DRAFT = re.compile(r"(?:dự\s+thảo|dự\s+án|xây\s+dựng|trường|đại\s+học|ngành|khoa|ngày)\s+(?:các\s+)?$")
_OF = re.compile(r"(?<!\w)(?:của|thi hành|căn cứ|điều|theo|quy định tại|thực hiện)\s+(?:các\s+)?$")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Law:
    """One law where it is named: ``end`` is behind name, code and year; ``code`` where a number was given."""

    kind: str
    start: int
    end: int
    name: Span | None
    code: Code | None
    year: int | None
    bare: bool  # nothing but the name, so it must be one known by it


def laws(plain: Plain) -> Iterator[Law]:
    """Every law named in the text, in order; one named inside the name of another that changes it is part of that."""
    at = 0
    for word in _KIND.finditer(plain.lower):
        if word.start() < at or not plain.text[word.start()].isupper():
            continue
        law = _law(plain, word)
        if law:
            at = law.end
            yield law


def _law(plain: Plain, word: re.Match[str]) -> Law | None:
    kind = _NORMAL[" ".join(word[0].split())]
    space = _SPACE.match(plain.text, word.end())
    if not space:
        return None
    known = _known(plain, kind, space.end())
    end = known or (_shaped(plain, space.end()) if kind != "Hiến pháp" else None)
    name = (space.end(), end) if end else None
    end = end or word.end()
    if end == word.end() and kind != "Hiến pháp":
        return None
    if number := _NUMBER_WORD.match(plain.lower, end):
        code = code_at(plain, number.end())
        if code and code.symbol:
            return Law(kind, word.start(), code.end, name, code, None, False)
    year, end = _year(plain, end)
    if not year and not name:
        return None
    bare = year is None
    if bare and _DRAFT.search(plain.lower, max(0, word.start() - 20), word.start()):
        return None
    # «Luật đầu tư» without more may be any law; «Luật sửa đổi …» and «thi hành Luật đầu tư» are not
    plainly = known is not None and (
        plain.text[space.end()].isupper()
        or _CHANGING.match(plain.lower, space.end()) is not None
        or _OF.search(plain.lower, max(0, word.start() - 12), word.start()) is not None
    )
    return Law(kind, word.start(), end, name, None, year, bare and plainly)


def _known(plain: Plain, kind: str, at: int) -> int | None:
    if changing := _CHANGING.match(plain.lower, at):
        return _changed_laws(plain, changing.end())
    found = _NAMES[kind].match(plain.lower, at) or _lettered(plain, at)
    return found.end() if found else None


def _lettered(plain: Plain, at: int) -> re.Match[str] | None:
    """A law by its first letters; in a line of capitals every short word looks so."""
    return None if plain.text[max(at - 12, 0) : at].rstrip()[-1:].isupper() else _LETTERS.match(plain.text, at)


def _changed_laws(plain: Plain, at: int) -> int | None:
    """Behind the last of the laws that one law changes."""
    end = None
    while word := _ONE_LAW.match(plain.lower, at):
        kind = _NORMAL[" ".join(word[0].split()).lstrip("0123456789 ")]
        found = _NAMES[kind].match(plain.lower, word.end()) or _SHAPE.match(plain.text, word.end())
        end = found.end() if found else end
        listed = _LISTED.match(plain.lower, end) if found and end else None
        if not listed:
            break
        at = listed.end()
    return end


def _shaped(plain: Plain, at: int) -> int | None:
    """A name that is not known, if a number, a date or a year tells where it ends and no verb stands in it."""
    found = _SHAPE.match(plain.text, at)
    if not found or PARTICLE.match(plain.lower, at) or VERB.search(plain.lower, at + 1, found.end()):
        return None
    words = found[0].lower()
    return None if " luật " in words or " nghị " in words or "\n\n" in words else found.end()


def _year(plain: Plain, at: int) -> tuple[int | None, int]:
    """The year that stands for a number (2024; năm 2015; (2019); (sửa đổi, bổ sung năm 2017)) and where it ends."""
    year = None
    if found := _YEAR.match(plain.lower, at):
        year, at = int(found["y"] or found["y2"]), found.end()
    changed = _CHANGED.match(plain.lower, at)
    if changed and (changed["years"] or changed["close"]) and ("(" in changed[0]) == bool(changed["close"]):
        given = _GIVEN_YEAR.search(changed["years"] or "")
        return year or (int(given[0]) if given else None), changed.end()
    return year, at
