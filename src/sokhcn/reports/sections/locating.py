"""The findings of an edition by the chapter they lie in: each is told beside what has to be mended."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sokhcn.document.walk import all_sections, words
from sokhcn.figures.aspect import split_key
from sokhcn.kernel.finding import Finding, Severity
from sokhcn.kernel.folding import fold
from sokhcn.reports.checking import Checked
from sokhcn.reports.models import Edition

EVIDENCE = 60  # letters before and behind the place that are shown with it


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the number that people waive it by, the chapter it lies in (empty: none), the words at its place
    with some before and behind, and the figure there, if it is one."""

    number: int
    finding: Finding
    chapter: str
    before: str
    words: str
    behind: str
    key: str


def located(checked: Checked, edition: Edition) -> tuple[Located, ...]:
    """The open findings of ``edition``, what must be mended first and then in reading order."""
    begins = tuple(_begins(checked, edition))
    known = _figures(checked, edition)
    found = [_located(n, one, checked, begins, known) for n, one in zip(checked.numbers, checked.findings, strict=True)]
    order = list(Severity)
    return tuple(sorted(found, key=lambda one: (order.index(one.finding.severity), one.number)))


def by_chapter(found: Sequence[Located]) -> Mapping[str, Mapping[Severity, int]]:
    """How many of each severity a chapter has."""
    counted: dict[str, dict[Severity, int]] = {}
    for one in found:
        here = counted.setdefault(one.chapter, {})
        here[one.finding.severity] = here.get(one.finding.severity, 0) + 1
    return counted


def _begins(checked: Checked, edition: Edition) -> Iterator[tuple[int, str]]:
    """Where each chapter begins in the text that was examined; its headings stand in the same order."""
    letters, headings = checked.text.letters, list(checked.text.headings)
    for section in all_sections(edition.document().sections):
        title = fold(words(section.title))
        place = next((n for n, one in enumerate(headings) if fold(one.title).strip(" .") == title.strip(" .")), None)
        if place is not None:
            yield letters.in_source(*headings[place].span)[0], section.key
            del headings[: place + 1]


def _figures(checked: Checked, edition: Edition) -> Mapping[tuple[int, int], str]:
    letters, keys = checked.text.letters, {kept["key"] for kept in edition.figures_kept}
    return {letters.in_source(one.start, one.end): one.key for one in letters.known if split_key(one.key)[0] in keys}


def _located(
    number: int,
    finding: Finding,
    checked: Checked,
    begins: Sequence[tuple[int, str]],
    known: Mapping[tuple[int, int], str],
) -> Located:
    if finding.span is None:
        return Located(number, finding, "", "", "", "", "")
    start, end = finding.span
    chapter = next((key for place, key in reversed(begins) if place <= start), "")
    source = checked.text.letters.source
    before, behind = source[max(0, start - EVIDENCE) : start], source[end : end + EVIDENCE]
    said = source[start:end] if end - start <= 3 * EVIDENCE else f"{source[start : start + 3 * EVIDENCE]}…"
    # of the lines around only the one that the place stands on
    around = (_whole_words(before.rpartition("\n")[2]), said, _whole_words(behind.partition("\n")[0][::-1])[::-1])
    return Located(number, finding, chapter, *around, known.get((start, end), ""))


def _whole_words(text: str) -> str:
    """``text``, which may have been cut at its beginning, from its first whole word on."""
    return f"…{text.partition(' ')[2]}" if len(text) == EVIDENCE else text
