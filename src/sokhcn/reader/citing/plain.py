"""The text that citations are looked for in: look-alike letters in their own codes, nothing unseen."""

import re
from array import array
from dataclasses import dataclass
from types import MappingProxyType

from sokhcn.document.letters import Span
from sokhcn.kernel.alphabet import UPPER
from sokhcn.kernel.folding import clean

# Letters of other scripts and dashes that stand in codes and look right on paper, one for one.
_FOREIGN = (
    "\u00d0\u0189\u00f0\u0256АВЕКМНОРСТУХІЅаеорсухіѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧ\u2010\u2011\u2012\u2013\u2014\u2212\u2044\u2215"
)
_OWN = "ĐĐđđABEKMHOPCTYXISaeopcyxisABEZHIKMNOPTYX------//"
_ALIKE = MappingProxyType(dict(zip(_FOREIGN, _OWN, strict=True)))
_ALIKE_ANY = re.compile(f"[{_FOREIGN}]")
_BLANKS = ("\n", "\t", "\r", "\u00a0", "\u2009", "\u202f")
_UNSEEN = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]+|\s{13,}")  # and long blanks, which patterns would retrace
_SOFT_HYPHEN = re.compile(f"(?<=[{UPPER}])\u00ad(?=[{UPPER}])")  # QĐ­UBND: the hyphen of a code, kept as a soft one
_OLD_TONE = re.compile(r"(?:o[àáảãạ]|(?<!q)u[ỳýỷỹỵ])(?![^\W\d_])")
_NEW_TONE = MappingProxyType(dict(zip("àáảãạỳýỷỹỵ", "òóỏõọùúủũụ", strict=True)))


@dataclass(frozen=True, slots=True)
class Plain:
    """``text`` is what patterns see; ``lower`` is the same in small letters, on one line, tones in their new places
    (ủy, hóa): both run side by side. ``places`` says where each letter stood in ``source``, if any was left out."""

    text: str
    lower: str
    source: str
    places: "array[int] | None" = None

    def span(self, start: int, end: int) -> Span:
        """The place in ``source`` of ``text[start:end]``."""
        if self.places is None or end <= start:
            return start, end
        return self.places[start], self.places[end - 1] + 1

    def said(self, start: int, end: int) -> str:
        """What stands there, on one line."""
        there, until = self.span(start, end)
        return clean(self.source[there:until])


def plain(source: str) -> Plain:
    """``source`` made plain, in linear time."""
    text, places = _seen(_SOFT_HYPHEN.sub("-", source))
    text = _ALIKE_ANY.sub(lambda found: _ALIKE[found[0]], text)
    lower = _OLD_TONE.sub(_moved, _lower(text))
    for blank in _BLANKS:
        lower = lower.replace(blank, " ")
    return Plain(text, lower, source, places)


def _seen(text: str) -> "tuple[str, array[int] | None]":
    if not _UNSEEN.search(text):
        return text, None
    parts, places, start = [], array("l"), 0
    for unseen in _UNSEEN.finditer(text):
        parts.append(text[start : unseen.start()])
        places.extend(range(start, unseen.start()))
        kept = _of_blank(unseen)
        parts.extend(text[place] for place in kept)
        places.extend(kept)
        start = unseen.end()
    parts.append(text[start:])
    places.extend(range(start, len(text)))
    return "".join(parts), places


def _of_blank(unseen: re.Match[str]) -> list[int]:
    """Of a long blank its first space, and two ends of lines if it has as many: it parts what it parted."""
    if not unseen[0].isspace():
        return []
    ends = [unseen.start() + place for place, letter in enumerate(unseen[0]) if letter == "\n"]
    return ends[:2] or [unseen.start()]


def _lower(text: str) -> str:
    """Small letters, as many as there were: İ alone would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)


def _moved(found: re.Match[str]) -> str:
    return _NEW_TONE[found[0][1]] + ("a" if found[0][0] == "o" else "y")
