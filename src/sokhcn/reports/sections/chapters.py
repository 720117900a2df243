"""The chapters of an edition: whose each is, what its lines say, which figures it is made of."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sokhcn.compiler.asked import figures_named
from sokhcn.compiler.outline import Chapter as Outlined
from sokhcn.compiler.outline import Outline, outline_of
from sokhcn.document.anchoring import anchor_of
from sokhcn.document.nodes import Num, Section
from sokhcn.document.strokes import Stroke, lines_of
from sokhcn.document.walk import all_sections, block_sentences, flat, words
from sokhcn.figures.aspect import split_key
from sokhcn.kernel.meant import meant_or
from sokhcn.records.models import Agency, Unit
from sokhcn.reports.models import Edition


class NoChapter(LookupError):
    """The report has no such chapter, or the chapter no such line; the message names those there are."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a chapter: its number for people, its words, and where a text put at it is anchored.

    ``own`` is the hand-written text that it is a line of.
    """

    number: int
    text: str
    anchor: str
    line: int
    own: int | None
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of an edition. ``keys`` are its figures, those that it prints and those that its wording asks for."""

    key: str
    number: str
    title: str
    unit: str
    unit_name: str
    unit_id: int | None
    agency_id: int | None
    keys: tuple[str, ...]
    lines: tuple[Line, ...]

    @property
    def is_nobodys(self) -> bool:
        """Whether the outline names an owner that the register of units has not."""
        return bool(self.unit) and self.unit_id is None


def outline_kept(edition: Edition) -> Outline:
    """The outline that ``edition`` was compiled by."""
    return outline_of({"valid_from": edition.ends_on, **tomllib.loads(edition.rules["outline"]["text"])})


def chapters(edition: Edition) -> tuple[Chapter, ...]:
    """Every chapter of ``edition`` in reading order; two queries."""
    outlined = {one.key: one for one in outline_kept(edition).all_chapters()}
    agency = agency_of(edition)
    units = Unit.objects.filter(agency__code=edition.agency, code__in=[one.unit for one in outlined.values()])
    by_code = {unit.code: unit for unit in units.order_by("valid_from", "pk")}
    about = {"agency": agency.pk if agency else None, "units": by_code}
    sections = all_sections(edition.document().sections)
    return tuple(_chapter(edition, section, outlined.get(section.key), about) for section in sections)


def agency_of(edition: Edition) -> Agency | None:
    """The agency of ``edition``, by the name that it had then."""
    named = Agency.objects.filter(code=edition.agency).order_by("pk").first()
    return named.as_of(edition.ends_on) if named else None


def the_chapter(edition: Edition, key: str) -> Chapter:
    """The chapter called ``key``, or by its title. Raises ``NoChapter``."""
    every = chapters(edition)
    for chapter in every:
        if key in (chapter.key, chapter.title):
            return chapter
    advice = meant_or(key, [chapter.key for chapter in every], "Các mục")
    raise NoChapter(f"Báo cáo {edition.label} không có mục “{key}”. {advice}")


def the_line(chapter: Chapter, number: int) -> Line:
    """The line of that number. Raises ``NoChapter``."""
    if not 1 <= number <= len(chapter.lines):
        raise NoChapter(f"Mục “{chapter.title}” có {len(chapter.lines)} dòng, không có dòng {number}.")
    return chapter.lines[number - 1]


def _chapter(edition: Edition, section: Section, outlined: Outlined | None, about: Mapping[str, Any]) -> Chapter:
    code = outlined.unit if outlined else ""
    unit = about["units"].get(code)
    return Chapter(
        section.key,
        section.number or "",
        words(section.title),
        code,
        (unit.short or unit.name) if unit else code,
        unit.pk if unit else None,
        about["agency"],
        _keys(edition, section, outlined),
        tuple(_lines(edition, section)),
    )


def _keys(edition: Edition, section: Section, outlined: Outlined | None) -> tuple[str, ...]:
    sentences = (sentence for block in section.blocks for sentence in block_sentences(block))
    printed = [split_key(node.key)[0] for s in sentences for node in flat(s) if isinstance(node, Num)]
    known = {kept["key"] for kept in edition.figures_kept}
    wording = edition.rules.get("wording", {})
    texts = [wording[key]["text"] for key in (outlined.keys if outlined else ()) if key in wording]
    named = [key for text in texts for key in figures_named(text, known)]
    return tuple(key for key in dict.fromkeys((*printed, *named)) if key in known)


def _lines(edition: Edition, section: Section) -> Iterator[Line]:
    """Lines as they stand; one that was compiled keeps the number that it had before any text was put in."""
    own = [one for one in edition.rules.get("own_texts", ()) if one["chapter"] == section.key]
    rows = {n: one["row"][0] for one in own if one["first"] is not None for n in _range(one)}
    left_out = [one["first"] for one in own if one["place"] == "instead" and one["first"] is not None]
    for n, stroke in enumerate(lines_of(section.blocks)):
        put_in, gone = sum(place < n for place in rows), sum(place <= n for place in left_out)
        text = stroke.before + " | ".join(map(words, stroke.cells))
        yield Line(n + 1, text, anchor_of(stroke), max(n - put_in + gone, 0), rows.get(n), stroke)


def _range(one: Mapping[str, Any]) -> range:
    return range(one["first"], one["first"] + one["size"])
