"""The bytes of a text file as letters: Unicode in its forms, else the encoding whose words are Vietnamese."""

import re
import unicodedata
from dataclasses import dataclass

from sokhcn.document.letters import Unreadable
from sokhcn.kernel.charsets import VISCII
from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.kernel.legacy import shown
from sokhcn.kernel.syllables import is_syllable

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 200_000
_DAMAGED = 1000  # one byte in so many may be broken in a file that is UTF-8 for the rest
_TOO_MANY_CONTROLS = 20  # one byte in so many


@dataclass(frozen=True, slots=True)
class Decoded:
    """The letters, and what is to be said of the encoding, if anything."""

    text: str
    findings: tuple[Finding, ...] = ()


def decoded(data: bytes) -> Decoded:
    """The text in ``data``; ``Unreadable`` where it is empty or no text at all."""
    found = _unicode(data) or _eight_bits(data)
    if not found.text.strip("\ufeff\u200b\x00 \t\r\n\f\v"):
        raise Unreadable(must("letters.empty", "Tệp không có chữ nào.", suggestion="Hãy chọn tệp có nội dung."))
    return found


def _unicode(data: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(name, "replace"), _damage(data[len(mark) :], name))
    if wide := _sixteen(data):
        return Decoded(data.decode(wide, "replace"))
    if _is_binary(data):
        raise Unreadable(
            must(
                "letters.binary",
                "Tệp không phải văn bản.",
                suggestion="Hãy chọn tệp .docx, .pdf, .md, .txt hoặc .html.",
            )
        )
    try:
        return Decoded(data.decode())
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken, whole = text.count("\ufffd"), sum(1 for letter in text[:_SAMPLE] if letter > "\u00ff")
    return Decoded(text, _damage(data, "utf-8")) if broken * _DAMAGED <= len(data) and whole > broken else None


def _damage(data: bytes, name: str) -> tuple[Finding, ...]:
    """What is lost where bytes make no letters in the encoding that the rest is in."""
    try:
        data.decode(name)
    except UnicodeDecodeError as error:
        broken = data.decode(name, "replace").count("\ufffd")
        template = "Tệp có {broken} chỗ hỏng, không đọc được chữ (chỗ đầu tiên: byte thứ {byte})."
        values = {"broken": broken, "byte": error.start + 1}
        return (Finding("letters.damaged", Severity.LOOK, template, values, suggestion="Đối chiếu với bản gốc."),)
    return ()


def _sixteen(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of most letters is 0 or 1E."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or b"\x00" not in sample:
        return None
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) * 3 > len(odd) and even.count(0) * 20 < len(even):
        return "utf-16-le"
    return "utf-16-be" if even.count(0) * 3 > len(even) and odd.count(0) * 20 < len(odd) else None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\x00" in sample or len(_CONTROL.findall(sample)) * _TOO_MANY_CONTROLS > len(sample)


def _eight_bits(data: bytes) -> Decoded:
    """One byte a letter: Windows' own Vietnamese encoding, an old font's, or what Western Europe uses."""
    western = _western(data)
    charset = shown(western[:_SAMPLE])
    latin = data.decode("latin-1")
    if charset in (None, VISCII) and shown(latin[:_SAMPLE]) is VISCII:
        return Decoded(latin)
    vietnamese = unicodedata.normalize("NFC", data[:_SAMPLE].decode("cp1258", "replace"))
    if charset is None and _syllables(vietnamese) > _syllables(western[:_SAMPLE]):
        return Decoded(data.decode("cp1258", "replace"), (_told("Windows-1258"),))
    if charset is None and not western.isascii():
        return Decoded(western, (_told("Windows-1252"),))
    return Decoded(western)


def _western(data: bytes) -> str:
    """Windows-1252; its five holes as the controls they are in Latin-1."""
    text = data.decode("latin-1")
    return re.sub("[\x80-\x9f]", lambda found: found[0].encode("latin-1").decode("cp1252", "ignore") or found[0], text)


def _syllables(text: str) -> int:
    """How many words with marks are Vietnamese, less those that are not."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(1 if is_syllable(word) else -1 for word in words)


def _told(name: str) -> Finding:
    template = "Tệp không ở dạng Unicode; đã đọc theo bảng mã {name}."
    return Finding("letters.encoding", Severity.LOOK, template, {"name": name}, suggestion="Đối chiếu với bản gốc.")
