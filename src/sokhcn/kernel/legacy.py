"""Text repair: old encodings and false conversions recognised by the statistics of letters, and undone word by word."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from sokhcn.kernel import misconverted
from sokhcn.kernel.charsets import CHARSETS, UTF8_MISREAD, Charset, of_font
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.kernel.seeming import tidied
from sokhcn.kernel.syllables import is_syllable
from sokhcn.kernel.tracing import Edit, Pairs, Trace, edited

# What old encodings make words of: letters, and the signs and controls that stand for letters there.
_WORD = re.compile("[A-Za-z\x02\x05\x06\x14\x19\x1e\u0080-\u009f\u00a1-\u00ff\u0100-\u024f\u0300-\u036f\u1e00-\u1eff]+")
_STRANGE = re.compile("[\x02\x05\x06\x14\x19\x1e\u0080-\u009f\u00a1-\u00ff]")
_MISREAD = re.compile("\u00e1[\u00ba\u00bb]")
_LINE = re.compile("[^\n]+")
_ASCII_ONLY = re.compile("[A-Za-z]+")
ENOUGH = 3  # words that show an encoding, in a text as a whole
FEW = 12  # a text of so few words may show it by one
SURE = 10
MANY_TIMES = 10


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text mended, the way back to the text as it was (``jumps`` and ``wide`` of a ``Trace``), and what was done."""

    text: str
    jumps: Pairs = ((0, 0),)
    wide: Pairs = ()
    findings: tuple[Finding, ...] = ()

    @property
    def trace(self) -> Trace:
        return Trace(self.jumps, self.wide)


class _Word(NamedTuple):
    start: int
    text: str


def repair(text: str, font: str | None = None) -> Repaired:
    """``text`` in NFC, its letters in their own codes. ``font``, where known, tells the encoding, if the text does not
    speak against it."""
    charset = of_font(font) if font else None
    edits, findings = _decoding(text, charset if charset and not contradicted(text, charset) else None)
    decoded, first = edited(text, edits)
    tidy, small, seen = tidied(decoded)
    whole = small.through(first)
    placed = [replace(finding, span=_here(finding.span, whole, len(tidy))) for finding in findings]
    return Repaired(tidy, whole.jumps, whole.wide, (*placed, *seen))


def _here(span: tuple[int, int] | None, trace: Trace, length: int) -> tuple[int, int] | None:
    return None if span is None else (trace.back(span[0], length), trace.back(span[1], length))


def _decoding(text: str, known: Charset | None) -> tuple[list[Edit], list[Finding]]:
    if text.isascii():
        return [], []
    misread = UTF8_MISREAD.letters(text) if _MISREAD.search(text) else []
    if len(misread) >= ENOUGH:
        return misread, [_told(UTF8_MISREAD, [_Word(at, text[at:end]) for at, end, _ in misread])]
    counted = Counter(_WORD.findall(text))
    charset = known or _shown(counted)
    if charset:
        whole = known is not None or _is_whole(counted, charset)
        edits, words = _decoded(_lines(text), charset, whole)
        if edits:
            return edits, [_told(charset, words)]
    return _false_vni(text, counted)


def _lines(text: str) -> Iterator[list[_Word]]:
    """The words of each line that has letters beyond ASCII."""
    for line in _LINE.finditer(text):
        if not line[0].isascii():
            yield [_Word(found.start(), found[0]) for found in _WORD.finditer(text, *line.span())]


def _decoded(lines: Iterable[Sequence[_Word]], charset: Charset, whole: bool) -> tuple[list[Edit], list[_Word]]:
    edits: list[Edit] = []
    words: list[_Word] = []
    for line in lines:
        for place in _old_words(line, charset, whole):
            word = line[place]
            shouted = charset.capitals_lost and _shouted(line, place)
            edits += [(word.start + at, word.start + end, made) for at, end, made in _plan(word.text, charset, shouted)]
            words.append(word)
    return edits, words


def shown(text: str) -> Charset | None:
    """The old encoding that ``text`` shows, or None."""
    return _shown(Counter(_WORD.findall(text)))


def _shown(counted: Mapping[str, int]) -> Charset | None:
    """Signs such as © and µ stand in clean text too: one word is no proof, and the words that stay nonsense, or that
    are Vietnamese already, speak against an encoding."""
    strange = {word: times for word, times in counted.items() if _STRANGE.search(word)}
    clean = sum(times for word, times in strange.items() if is_syllable(word))
    (good, bad), charset = max(
        ((_score(strange, one), one) for one in CHARSETS), key=lambda said: said[0][0] - said[0][1]
    )
    few = not clean and sum(counted.values()) <= FEW and good > 1
    return charset if (good >= ENOUGH or few) and good > 2 * bad else None


def _score(counted: Mapping[str, int], charset: Charset) -> tuple[int, int]:
    """How many words become Vietnamese by ``charset``, and how many only other nonsense."""
    good = bad = 0
    for word, times in counted.items():
        verdict = _becomes(word, charset)
        good += times if verdict else 0
        bad += times if verdict is False else 0
    return good, bad


def contradicted(text: str, charset: Charset) -> bool:
    """Whether ``text`` is Unicode already, whatever its font says: its words have letters that ``charset`` lacks."""
    counted = Counter(_WORD.findall(text))
    return _modern(counted, charset) > _score(counted, charset)[0]


def _modern(counted: Mapping[str, int], charset: Charset) -> int:
    return sum(times for word, times in counted.items() if not _is_readable(word, charset) and is_syllable(word))


def _is_whole(counted: Mapping[str, int], charset: Charset) -> bool:
    """Whether all of a text is in ``charset``: hardly a word in it has a letter that the encoding lacks."""
    good, _ = _score(counted, charset)
    return good > MANY_TIMES * _modern(counted, charset)


@lru_cache(maxsize=1 << 16)
def _becomes(word: str, charset: Charset) -> bool | None:
    """True where only decoding makes ``word`` Vietnamese, None where it is as it stands or has no say."""
    if is_syllable(word) or len(word) < 2:
        return None
    decoded = charset.decoded(word)
    return None if decoded == word else is_syllable(decoded)


def _old_words(line: Sequence[_Word], charset: Charset, whole: bool) -> Iterator[int]:
    """Which words are in ``charset``: each that becomes Vietnamese, and beside them whatever the table can read."""
    verdicts = [_becomes(word.text, charset) for word in line]
    if not whole:
        modern = sum(1 for word in line if not _is_readable(word.text, charset) and is_syllable(word.text))
        whole = verdicts.count(True) > modern
    for place, (word, verdict) in enumerate(zip(line, verdicts, strict=True)):
        if verdict or (whole and not word.text.isascii() and _is_readable(word.text, charset)):
            yield place


@lru_cache(maxsize=1 << 16)
def _is_readable(word: str, charset: Charset) -> bool:
    """Whether every strange letter of ``word`` has a meaning in ``charset``, and none is beyond it."""
    rest = list(word)
    for start, end, _ in charset.letters(word):
        rest[start:end] = [""] * (end - start)
    return "".join(rest).isascii()


@lru_cache(maxsize=1 << 16)
def _plan(word: str, charset: Charset, shouted: bool) -> tuple[Edit, ...]:
    """The edits inside one word; one for all of it where each code is one letter."""
    edits = [(at, end, letter.upper() if shouted else letter) for at, end, letter in charset.letters(word)]
    if all(end - at == len(letter) for at, end, letter in edits):
        made = list(word)
        for at, _, letter in edits:
            made[at] = letter
        return ((0, len(word), "".join(made)),)
    return tuple(edits)


def _shouted(line: Sequence[_Word], place: int) -> bool:
    """Whether a word is in capitals, as far as its plain letters show; one letter alone follows the words beside it."""
    plain = _plain(line[place].text)
    if len(plain) > 1:
        return plain.isupper()
    beside = [_plain(word.text) for word in line[max(place - 1, 0) : place + 2] if _adjoins(word, line[place])]
    if plain.islower() or not beside or not all(map(_shouts, beside)):
        return False
    return sum(1 for word in line if _shouts(_plain(word.text)) and not _is_acronym(word.text)) > 1


def _is_acronym(word: str) -> bool:
    """KHCN and UBND are in capitals wherever they stand, and say nothing of the words beside them."""
    return word.isascii() and not is_syllable(word.lower())


def _adjoins(one: _Word, other: _Word) -> bool:
    """Whether nothing but one space stands between both."""
    first, second = sorted((one, other))
    return first.start + len(first.text) + 1 == second.start


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    return "".join(_ASCII_ONLY.findall(word))


def _shouts(plain: str) -> bool:
    return len(plain) > 1 and plain.isupper()


def _told(charset: Charset, words: Sequence[_Word]) -> Finding:
    good = len(words) if charset is UTF8_MISREAD else sum(1 for word in words if _becomes(word.text, charset))
    bad = 0 if charset is UTF8_MISREAD else sum(1 for word in words if _becomes(word.text, charset) is False)
    sure = "chắc" if good >= SURE and bad * 10 <= len(words) else "cần xem"
    lost = " Chữ hoa có dấu không có mã riêng, suy ra từ các chữ bên cạnh." if charset.capitals_lost else ""
    return Finding(
        "letters.legacy",
        Severity.LOOK,
        "Văn bản gõ bằng bảng mã cũ {charset}: đã đổi {words} từ sang Unicode (mức tin: {sure}), "
        "ví dụ “{before}” thành “{after}”.{lost}",
        {
            "charset": charset.name,
            "words": len(words),
            "sure": sure,
            "before": words[0].text,
            "after": charset.decoded(words[0].text),
            "lost": lost,
        },
        suggestion="Đối chiếu với bản gốc.",
        span=(words[0].start, words[0].start + len(words[0].text)),
    )


def _false_vni(text: str, counted: Mapping[str, int]) -> tuple[list[Edit], list[Finding]]:
    """Lines with nothing contrary, in a text that has witnesses enough."""
    witnesses = sum(times for word, times in counted.items() if misconverted.is_witness(word))
    contrary = sum(times for word, times in counted.items() if misconverted.is_contrary(word))
    if not witnesses or (witnesses < ENOUGH and contrary):
        return [], []
    edits = [edit for line in _lines(text) for edit in _undone(line, clean=not contrary)]
    return edits, [_told_false(edits, text, witnesses)] if edits else []


def _undone(line: Sequence[_Word], *, clean: bool) -> Iterator[Edit]:
    if any(misconverted.is_contrary(word.text) for word in line):
        return
    if not clean and not any(misconverted.is_witness(word.text) for word in line):
        return
    for place, word in enumerate(line):
        before = line[place - 1].text if place else ""
        after = line[place + 1].text if place + 1 < len(line) else ""
        made = misconverted.mended(word.text, before, after)
        if made is not None:
            yield word.start, word.start + len(word.text), made


def _told_false(edits: Sequence[Edit], text: str, witnesses: int) -> Finding:
    start, end, after = edits[0]
    return Finding(
        "letters.false_vni",
        Severity.LOOK,
        "Văn bản Unicode từng bị đổi nhầm như VNI: đã sửa {words} từ (mức tin: {sure}), "
        "ví dụ “{before}” thành “{after}”.",
        {
            "words": len(edits),
            "sure": "chắc" if witnesses >= SURE else "cần xem",
            "before": text[start:end],
            "after": after,
        },
        suggestion="Đối chiếu với bản gốc.",
        span=(start, end),
    )
