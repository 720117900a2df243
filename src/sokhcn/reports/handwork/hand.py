"""The hand-written texts and the overridden figures of one report, and the document with both in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sokhcn.compiler.outline import PROVINCE
from sokhcn.compiler.wording import Wording
from sokhcn.document.nodes import Document, Section
from sokhcn.document.walk import all_sections
from sokhcn.reports.handwork.mentions import papers_said
from sokhcn.reports.handwork.overriding import Printed, overridden
from sokhcn.reports.handwork.placing import Placed, put
from sokhcn.reports.models import Override, OwnText


@dataclass(frozen=True, slots=True)
class Hand:
    """What stands by hand in one report."""

    texts: tuple[OwnText, ...] = ()
    overrides: tuple[Override, ...] = ()


@dataclass(frozen=True, slots=True)
class Handed:
    """A document with what stands by hand in it, and where; ``beside`` is what else its edition keeps."""

    document: Document
    placed: tuple[Placed, ...] = ()
    printed: tuple[Printed, ...] = ()
    beside: Mapping[str, Any] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        """What an edition keeps of it; a report without handwork says nothing."""
        texts = {"own_texts": [one.told() for one in self.placed]} if self.placed else {}
        figures = {"overrides": [one.told() for one in self.printed]} if self.printed else {}
        return {**self.beside, **texts, **figures}


def hand_of(agency: str, period_code: str, addressee: str = PROVINCE) -> Hand:
    """What stands by hand in the report of the agency with that code; two queries."""
    about = {"agency__code": agency, "period_code": period_code, "addressee": addressee}
    texts = OwnText.objects.filter(**about).order_by("chapter", "line", "position", "pk")
    return Hand(tuple(texts), tuple(Override.objects.filter(**about).order_by("chapter", "key", "pk")))


def by_hand(document: Document, hand: Hand, wording: Wording) -> Handed:
    """``document`` with texts at their places and figures overridden. Raises ``BadWording``."""
    placed: list[Placed] = []
    if hand.texts:
        document, placed = _with_texts(document, hand.texts, wording)
    printed: tuple[Printed, ...] = ()
    if hand.overrides:
        document, printed = overridden(document, hand.overrides)
    return Handed(document, tuple(placed), printed)


def _with_texts(document: Document, rows: Iterable[OwnText], wording: Wording) -> tuple[Document, list[Placed]]:
    by_chapter: dict[str, list[OwnText]] = {}
    for row in rows:
        by_chapter.setdefault(row.chapter, []).append(row)
    papers = papers_said(row.text for own in by_chapter.values() for row in own)
    last = list(all_sections(document.sections))[-1].key if document.sections else ""
    placed: list[Placed] = []

    def say(row: OwnText) -> Any:
        return wording.chapter(row.text, f"Đoạn viết tay, mục {row.chapter}", papers=papers)

    def filled(section: Section) -> Section:
        own = by_chapter.get(section.key, ())
        if own:
            blocks, found = put(section.blocks, own, say, closes=section.key == last)
            placed.extend(found)
            section = replace(section, blocks=blocks)
        return replace(section, sections=tuple(map(filled, section.sections)))

    sections = tuple(map(filled, document.sections))
    here = {section.key for section in all_sections(sections)}
    placed += _homeless(row for chapter, own in by_chapter.items() if chapter not in here for row in own)
    return replace(document, sections=sections), placed


def _homeless(rows: Iterable[OwnText]) -> Iterator[Placed]:
    """Texts of chapters that the outline has no more: nowhere in the document, and told."""
    return (Placed(row, None, 0, False) for row in rows)
