"""A place that is spelt otherwise than the register spells it, or in two ways in one text."""

import re
from collections.abc import Iterator, Mapping

from sokhcn.checker.rule import Fault, fault, rule
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.kernel.finding import Severity
from sokhcn.kernel.folding import fold

UNIT = re.compile(r"(?<!\w)(?:thành phố|thị xã|thị trấn|tỉnh|huyện|quận|phường|xã)[^\S\n]+(?=\w)", re.IGNORECASE)
CAPITAL = re.compile(rf"[{UPPER}][{LOWER}]*(?:(?: ?[-–] ?| )[{UPPER}][{LOWER}]*){{0,4}}")
WORD = re.compile(r"[ \-–]*[^\W\d_]+")
MOST_WORDS = 5


@rule("writing.places", "Địa danh viết theo một cách, đúng như trong danh mục địa bàn.", Severity.LOOK)
def place_spellings(subject: Subject) -> Iterator[Fault]:
    known = {_key(name): name for name in (UNIT.sub("", place, 1) for place in subject.witness.places())}
    units = list(UNIT.finditer(subject.flow))
    named = (CAPITAL.match(subject.flow, unit.end()) for unit in units)
    keys = {**dict.fromkeys(_key(name[0]) for name in named if name), **known}
    found = [(unit.start(), name) for unit in units if (name := _name(subject.flow, unit.end(), keys))]
    spelt: dict[str, dict[str, Span]] = {}
    for start, (first, last) in found:
        spelling = subject.flow[first:last]
        if not spelling.isupper():  # a line in capitals spells every name so
            spelt.setdefault(_key(spelling), {}).setdefault(spelling, (start, last))
    for key, spellings in spelt.items():
        right = known.get(key)
        as_capitals = {name.upper() for name in (*spellings, *filter(None, [right])) if not name.isupper()}
        for spelling, span in spellings.items():
            if spelling in as_capitals:
                continue  # a line all in capitals spells no other way
            if spelling != right and (right is not None or len(spellings) > 1):
                others = " và ".join(f"“{other}”" for other in spellings if other != spelling)
                said = (
                    "Địa danh “{name}” viết khác danh mục." if right else "Địa danh “{name}”, chỗ khác viết {others}."
                )
                advice = right or "Viết thống nhất theo danh mục địa bàn."
                yield fault(span, said, name=spelling, others=others, suggestion=advice)


def _name(text: str, start: int, keys: Mapping[str, str | None]) -> Span | None:
    """The longest run of words from ``start`` whose letters are those of a name in ``keys``, whatever their case."""
    end, longest = start, None
    for _ in range(MOST_WORDS):
        word = WORD.match(text, end)
        if word is None:
            break
        end = word.end()
        if _key(text[start:end]) in keys:
            longest = start, end
    return longest


def _key(name: str) -> str:
    """Letters alone: how a name is hyphenated, spaced or capitalised makes it no other place."""
    return re.sub(r"[^a-z]", "", fold(name))
