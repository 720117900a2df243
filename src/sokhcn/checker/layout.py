"""The parts of a measured page to which Decree 30/2020/NĐ-CP gives a look of their own, and the lines that are they."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from sokhcn.checker.subject import Subject
from sokhcn.document.letterhead import MOTTO, NATIONAL_NAME, RECIPIENTS
from sokhcn.document.look import Set, Spot
from sokhcn.document.profile import ALLOWED
from sokhcn.kernel.folding import fold

BASIS = "Nghị định số 30/2020/NĐ-CP, Phụ lục I"
RANGES = MappingProxyType({name: (low, high) for name, low, high in ALLOWED})
LONG = 90  # letters: a shorter paragraph may stand on one line, where it looks the same however it is aligned

Lines = tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """``sizes`` are the least and the greatest in points. None where the decree leaves ``bold`` or ``italic`` open."""

    name: str
    sizes: tuple[float, float]
    find: Callable[[Subject], Lines]
    bold: bool | None = None
    italic: bool | None = None


def body(subject: Subject) -> Lines:
    """The paragraphs of the running text: no headings, no captions, nothing of tables and appendices."""
    headings = {heading.span[0] for heading in subject.text.headings}
    running = [span for span in subject.text.paragraphs if span[0] not in headings]
    if not running:
        return ()
    first, last = running[0][0], running[-1][1]
    inside = (line for line in lines(subject, Spot.BODY) if first <= line.text[0] < last)
    return tuple(line for line in inside if line.text[0] not in headings and not _is_caption(line))


def lines(subject: Subject, spot: Spot) -> Lines:
    """The lines at ``spot`` that have letters; none where nobody measured the file."""
    return tuple(line for line in subject.appearance.at(spot) if line.letters) if subject.appearance else ()


def said(subject: Subject, line: Set) -> str:
    """The words of a line, with spaces as one."""
    return " ".join(subject.text.letters.text[slice(*line.text)].split())


def _is_caption(line: Set) -> bool:
    return line.align == "center" and line.letters < LONG


def _at(spot: Spot, holds: Callable[[Subject, str], bool]) -> Callable[[Subject], Lines]:
    return lambda subject: tuple(line for line in lines(subject, spot) if holds(subject, said(subject, line)))


def _key(words: str) -> str:
    """Letters alone: how its hyphens stand makes a motto no other."""
    return "".join(letter for letter in fold(words) if letter.isalnum())


def _is_agency(subject: Subject, words: str) -> bool:
    """A long name stands on two lines."""
    return len(words) > 3 and words in (subject.text.header.agency or "")


def _is_dated(_: Subject, words: str) -> bool:
    return all(word in fold(words).split() for word in ("ngay", "thang", "nam"))


def _signature(subject: Subject) -> Lines:
    """Who signs, in a table or not; what a copy prints in place of the signature is set as an office likes."""
    block = subject.text.signature
    first, last = block.span or (0, 0)
    inside = (line for spot in (Spot.SIGNATURE, Spot.BODY) for line in lines(subject, spot))
    return tuple(
        line for line in inside if first <= line.text[0] < last and said(subject, line) != (block.signed_mark or "")
    )


PARTS = (
    Part(
        "Quốc hiệu",
        RANGES["national_name_pt"],
        _at(Spot.HEAD, lambda _, words: _key(words) == _key(NATIONAL_NAME)),
        bold=True,
        italic=False,
    ),
    Part(
        "Tiêu ngữ",
        RANGES["motto_pt"],
        _at(Spot.HEAD, lambda _, words: _key(words) == _key(MOTTO)),
        bold=True,
        italic=False,
    ),
    Part(
        "Tên cơ quan chủ quản",
        RANGES["agency_pt"],
        _at(Spot.HEAD, lambda subject, words: words == subject.text.header.parent_agency),
        bold=False,
        italic=False,
    ),
    Part("Tên cơ quan ban hành", RANGES["agency_pt"], _at(Spot.HEAD, _is_agency), bold=True, italic=False),
    Part(
        "Số, ký hiệu",
        RANGES["serial_pt"],
        _at(Spot.HEAD, lambda _, words: words.startswith("Số")),
        bold=False,
        italic=False,
    ),
    Part("Địa danh và thời gian", RANGES["dated_pt"], _at(Spot.HEAD, _is_dated), bold=False, italic=True),
    Part("Tên loại và trích yếu", RANGES["title_pt"], _at(Spot.TITLE, lambda *_: True), bold=True, italic=False),
    Part("Nội dung", RANGES["body_pt"], body),
    Part(
        "“Nơi nhận:”",
        RANGES["recipients_word_pt"],
        _at(Spot.RECIPIENTS, lambda _, words: words.startswith(RECIPIENTS)),
        bold=True,
        italic=True,
    ),
    Part(
        "Tên nơi nhận",
        RANGES["recipients_pt"],
        _at(Spot.RECIPIENTS, lambda _, words: words.startswith(("-", "–"))),
        bold=False,
        italic=False,
    ),
    Part("Người ký", RANGES["signature_pt"], _signature, bold=True, italic=False),
)


def measured_parts(subject: Subject) -> Iterator[tuple[Part, Lines]]:
    """Each part that the file has, with the lines that are it in reading order."""
    for part in PARTS:
        if found := part.find(subject):
            yield part, found
