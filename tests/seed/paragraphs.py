"""The paragraphs of the seed report and of ours, in reading order, as plain text."""

import re
from collections.abc import Iterator
from pathlib import Path

from sokhcn.document.letterhead import ADDRESSED_TO, MOTTO, NATIONAL_NAME, RECIPIENTS, dated, listed, serial
from sokhcn.document.nodes import Block, Document, Item, Items, Paragraph, Section, Table
from sokhcn.document.walk import words

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEED = SHARED / "seed" / "bao-cao-2022-01.md"
TRUTH = SHARED / "seed" / "bao-cao-2022-01.truth.json"


def seed_paragraphs() -> list[str]:
    """One line for each paragraph, heading and list line; Markdown marks and line breaks are gone."""
    text = SEED.read_text(encoding="utf-8")
    lines = [line for part in re.split(r"\n\s*\n", text) for line in _lines(part)]
    return [line for line in lines if line]


def _lines(part: str) -> list[str]:
    pieces = part.strip().split("\n")
    return [re.sub(r"\s+", " ", re.sub(r"^#+\s*|\*+", "", piece)).strip() for piece in pieces]


def document_paragraphs(document: Document) -> list[str]:
    """One line for each paragraph of the document as printed, appendices left out."""
    head, closing = document.head, document.closing
    lines = [head.parent_agency, head.agency, NATIONAL_NAME, MOTTO, " ".join(serial(head)), " ".join(dated(head))]
    lines += [head.type_name, words(head.subject), f"{ADDRESSED_TO} {', '.join(head.addressees)}."]
    for section in document.sections:
        lines += _section(section)
    lines += [RECIPIENTS, *listed(closing.recipients)]
    return [re.sub(r"\s+", " ", line).strip() for line in [*lines, *closing.signature.lines, closing.signature.name]]


def _section(section: Section) -> Iterator[str]:
    yield f"{section.number}. {words(section.title)}" if section.number else words(section.title)
    for block in section.blocks:
        yield from _block(block)
    for inner in section.sections:
        yield from _section(inner)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(children):
            yield words(children)
        case Items(items):
            yield from (line for item in items for line in _item(item))
        case Table():
            raise AssertionError("the body of a monthly report has no table")


def _item(item: Item) -> Iterator[str]:
    yield f"{item.label} {words(item.children)}"
    for below in item.below:
        yield from _item(below)
