"""Letters that only seem to be what they are: loose marks, look-alikes, spaces and hyphens nobody sees."""

import re
import unicodedata
from collections.abc import Iterator

from sokhcn.kernel.finding import Finding, Severity
from sokhcn.kernel.tracing import Edit, Trace, edited

_LOOSE = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_HIDDEN = re.compile("[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\x00-\x08\x0e-\x1b\x7f]+")
# Between capitals and figures a soft hyphen was a hyphen once: QĐ-UBND.
_HYPHEN = re.compile("(?<=[A-ZĐ0-9])\u00ad+(?=[A-ZĐ])")
_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LIGATURE = re.compile("[\ufb00-\ufb06]")
_FOREIGN = re.compile("[\u00d0\u00f0\u0189\u0256\u0391-\u03c9\u0400-\u04ff]")
_CODE = re.compile("[\\w/&.\u0391-\u03c9\u0400-\u04ff-]+")
_LATIN = re.compile("[A-Za-z]")
_ALIKE = str.maketrans("АВЕЗІЈКМНОРСТУХаеіјорсухΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABE3IJKMHOPCTYXaeijopcyxABEZHIKMNOPTYXo")
_CROSSED = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ", "\u00f0": "đ", "\u0256": "đ"})
_ICELANDIC = re.compile("[þÞæÆ]")


def tidied(text: str) -> tuple[str, Trace, tuple[Finding, ...]]:
    """``text`` in NFC without what only seems, the way back, and what was found."""
    if text.isascii() and not _HIDDEN.search(text):
        return text, Trace(), ()
    composed, first = edited(text, _composed(text))
    seen, second = edited(composed, _replaced(composed))
    loose = len(first.wide)
    alike = [found for found in _foreign(composed) if _as_latin(found[0]) != found[0]]
    whole = second.through(first)
    return seen, whole, tuple(_told(loose, alike, whole, len(seen)))


def _composed(text: str) -> Iterator[Edit]:
    if unicodedata.is_normalized("NFC", text):
        return
    for found in _LOOSE.finditer(text):
        made = unicodedata.normalize("NFC", found[0])
        if made != found[0]:
            yield found.start(), found.end(), made


def _replaced(text: str) -> Iterator[Edit]:
    edits = [
        *((m.start(), m.end(), "-") for m in _HYPHEN.finditer(text)),
        *((m.start(), m.end(), "") for m in _HIDDEN.finditer(text)),
        *((m.start(), m.end(), " ") for m in _SPACE.finditer(text)),
        *((m.start(), m.end(), unicodedata.normalize("NFKC", m[0])) for m in _LIGATURE.finditer(text)),
        *_latin_letters(text),
    ]
    done = -1
    for start, end, made in sorted(edits, key=lambda edit: (edit[0], -len(edit[2]))):
        if start >= done:
            yield start, end, made
            done = end


def _foreign(text: str) -> Iterator[re.Match[str]]:
    """The words and codes that have a letter of another alphabet."""
    if _FOREIGN.search(text):
        yield from (found for found in _CODE.finditer(text) if _FOREIGN.search(found[0]))


def _latin_letters(text: str) -> Iterator[Edit]:
    for found in _foreign(text):
        made = _as_latin(found[0])
        for place, (old, new) in enumerate(zip(found[0], made, strict=True), found.start()):
            if old != new:
                yield place, place + 1, new


def _as_latin(word: str) -> str:
    """``word`` with Đ in its own code, and Cyrillic and Greek letters among Latin ones in Latin."""
    crossed = word if _ICELANDIC.search(word) else word.translate(_CROSSED)
    made = crossed.translate(_ALIKE)
    return made if made.isascii() or (_only_latin(made) and _LATIN.search(crossed)) else crossed


def _only_latin(word: str) -> bool:
    return not re.search("[\u0370-\u03ff\u0400-\u04ff]", word)


def _told(loose: int, alike: list[re.Match[str]], trace: Trace, length: int) -> Iterator[Finding]:
    if loose:
        template = "Văn bản có {letters} chữ rời dấu (Unicode tổ hợp), đã ghép lại thành chữ dựng sẵn."
        yield Finding("letters.decomposed", Severity.HINT, template, {"letters": loose})
    if alike:
        first = alike[0]
        yield Finding(
            "letters.look_alike",
            Severity.HINT,
            "{words} chỗ có chữ của bảng chữ khác trông như chữ Việt, đã đổi lại, ví dụ “{after}”.",
            {"words": len(alike), "before": first[0], "after": _as_latin(first[0])},
        )
