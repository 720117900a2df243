"""A paragraph cut into words, numbers and signs, and the paragraphs of a text whose lines may break anywhere."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from sokhcn.document.letters import Span

WORD, NUMBER, BARRED, SIGN = "word", "number", "barred", "sign"

_TOKEN = re.compile(r"([đĐ][/.]c(?!\w)|[^\W\d_]+(?:[&-][^\W\d_]+)*)|([0-9]+(?:[.,][0-9]+)*)|\S")
_BREAK = re.compile(r"\n\s*")
_ENDS = (".", ";", ":", "!", "?", "/", "…")
# A line that ends with one of these goes on in the next, whatever that begins with.
_GOES_ON = re.compile(r"(?:[,(]|(?<!\w)(?:của|và|về|cho|với|tại|từ|đến|là|có|các|những|được|theo|trên|số|ngày|tháng))$")
_ITEM = re.compile(r"[-–—+*•]|[0-9]{1,2}[.)/]|[a-zđ][.)]\s|\(?[0-9a-zđ]{1,2}\)")
_NUMBERED = re.compile(r"\s*(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)/]|[IVX]{1,4}[.)/-]|[a-zđ]\))\s")
_TITLE = 70  # a shorter numbered line that no sign ends is a heading
_LONG = 40  # a shorter line that no sign ends is a heading or a cell
_OLD_TONE = re.compile(r"o[àáảãạèéẻẽẹ]$|(?<!q)u[ỳýỷỹỵ]$")
_PLAIN = str.maketrans("àáảãạèéẻẽẹỳýỷỹỵ", "aaaaaeeeeeyyyyy")
_MARKED = MappingProxyType({"o": "òóỏõọ", "u": "ùúủũụ"})
_SPELT_BY_Y = MappingProxyType({"tỉ": "tỷ", "kĩ": "kỹ", "lí": "lý", "kì": "kỳ", "quí": "quý", "mĩ": "mỹ"})


class Token(NamedTuple):
    """``low`` is a word as the lexicon spells it (ủy, tỷ, lower-case), a number or sign as it stands."""

    kind: str
    start: int
    end: int
    low: str
    capital: bool = False


def paragraphs(text: str) -> Iterator[Span]:
    """Where each paragraph stands. A line break inside a sentence ends no paragraph, a page break neither."""
    start = last = 0
    for broken in _BREAK.finditer(text):
        line = text[last : broken.start()].rstrip()
        last = broken.end()
        if _goes_on(line, text[last : last + 6]):
            continue
        yield start, broken.start()
        start = last
    if start < len(text):
        yield start, len(text)


def _goes_on(line: str, following: str) -> bool:
    if not line or not following or line.endswith(_ENDS) or _ITEM.match(following):
        return False
    if following[0].isdigit() and len(line) < _TITLE and _NUMBERED.match(line):
        return False
    if following[0].islower() or following[0] in "%)" or _GOES_ON.search(line[-8:]):
        return True
    return following[0].isdigit() and len(line) > _LONG and line[-1].islower()


def tokens(text: str, span: Span) -> list[Token]:
    """The tokens of ``text`` within ``span``."""
    found = []
    for match in _TOKEN.finditer(text, *span):
        written = match.group()
        if match.lastindex == 1:
            found.append(Token(WORD, match.start(), match.end(), spelt(written), written[0].isupper()))
        else:
            found.append(Token(NUMBER if match.lastindex else SIGN, match.start(), match.end(), written))
    return found


@lru_cache(maxsize=20_000)
def spelt(word: str) -> str:
    """``word`` in lower case and in one spelling: hoá as hóa, uỷ as ủy, tỉ as tỷ."""
    low = word.lower()
    if _OLD_TONE.search(low):
        bare = low[-1].translate(_PLAIN)
        tone = "àáảãạèéẻẽẹỳýỷỹỵ".index(low[-1]) % 5
        return low[:-2] + _MARKED[low[-2]][tone] + bare
    return _SPELT_BY_Y.get(low, low)


Lexicon = Mapping[str, tuple[tuple[str, ...], ...]]


def words(written: str) -> frozenset[str]:
    """The phrases of a list written "a | b | c"."""
    return frozenset(" ".join(phrase.split()) for phrase in written.split("|"))


def lexicon(*lists: str) -> Lexicon:
    """The phrases of lists written "a | b | c", by their first token, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(frozenset[str]().union(*(words(each) for each in lists))):
        sequence = tuple(token.low for token in tokens(phrase, (0, len(phrase))))
        found.setdefault(sequence[0], []).append(sequence)
    return MappingProxyType({first: tuple(sorted(them, key=len, reverse=True)) for first, them in found.items()})


def matched(phrases: Lexicon, line: Sequence[Token], at: int) -> int:
    """How many tokens the longest phrase at ``at`` takes; 0 where none stands."""
    for sequence in phrases.get(line[at].low, ()) if at < len(line) else ():
        length = len(sequence)
        if length == 1 or tuple([token.low for token in line[at : at + length]]) == sequence:
            return length
    return 0
