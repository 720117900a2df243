"""The counts and breakdowns of the seed report, as two careful readers wrote them down."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sokhcn.document.letters import Span
from sokhcn.document.understood import Breakdown, Count, ItemList
from sokhcn.reader.counting import breakdowns, counts
from tests.needs import SHARED

pytestmark = pytest.mark.needs("shared")

_MARKS = re.compile(r"^#{1,6} |\*+", re.MULTILINE)
_ELSEWHERE = re.compile(
    r"số [0-9]+(?:/[0-9]{4})?[-/][\w-]+(?:/\w+)?(?: ngày [0-9/]+)?|ngày [0-9]+ tháng [0-9]+ năm [0-9]+"
)


class Seed(NamedTuple):
    text: str
    places: list[int]  # of each letter of the text in the file
    truth: dict[str, Any]

    def there(self, span: Span) -> Span:
        return self.places[span[0]], self.places[span[1] - 1] + 1


def _seed() -> Seed:
    source = (SHARED / "seed" / "bao-cao-2022-01.md").read_text("utf-8")
    marked = {place for mark in _MARKS.finditer(source) for place in range(*mark.span())}
    places = [place for place in range(len(source)) if place not in marked]
    truth = json.loads(Path(SHARED / "seed" / "bao-cao-2022-01.truth.json").read_text("utf-8"))
    return Seed("".join(source[place] for place in places), places, truth)


def _counts(seed: Seed) -> tuple[Count, ...]:
    return counts(seed.text, [match.span() for match in _ELSEWHERE.finditer(seed.text)])


def _lists(text: str) -> list[ItemList]:
    """Bullets in a row under the line before them."""
    found = []
    for lead in re.finditer(r"^(?!- ).+:[ ]*\n\n((?:- .+\n+)+)", text, re.MULTILINE):
        items = tuple(item.span() for item in re.finditer(r"^- .+", lead.group(1), re.MULTILINE))
        start = lead.start(1)
        found.append(
            ItemList("bullet", tuple((start + a, start + z) for a, z in items), lead=(lead.start(), lead.start(1) - 2))
        )
    return found


def test_every_figure_is_found_and_none_besides() -> None:
    seed = _seed()
    found = [(*seed.there(count.span), count.value, str(count.kind)) for count in _counts(seed)]
    assert found == [(*each["span"], each["value"], each["kind"]) for each in seed.truth["figures"]]


def test_nouns_are_those_of_the_readers() -> None:
    seed = _seed()
    for count, each in zip(_counts(seed), seed.truth["figures"], strict=True):
        # In brackets the readers add what the sentence says elsewhere: "nhiệm vụ cấp tỉnh (đã nghiệm thu)".
        assert count.noun == each["noun"].split(" (")[0]


def test_every_breakdown_is_found_and_none_besides() -> None:
    seed = _seed()
    found = _counts(seed)
    assert [_told(seed, found, one) for one in breakdowns(seed.text, found, _lists(seed.text))] == [
        (str(each["kind"]), each["total"], each["parts"], each["consistent"])
        for each in sorted(seed.truth["breakdowns"], key=lambda each: each["span"])
    ]


def _told(seed: Seed, found: tuple[Count, ...], one: Breakdown) -> tuple[str, int, list[int], bool]:
    parts = [int(found[part].value) for part in one.parts] or [1] * len(one.items)
    return str(one.kind), int(found[one.total].value), parts, one.consistent
