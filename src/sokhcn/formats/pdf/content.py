"""A document as plain data for the page template: text enters as strings and is never read as markup."""

import re
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, assert_never

from sokhcn.document.letterhead import MOTTO, NATIONAL_NAME, dated, serial
from sokhcn.document.nodes import (
    Appendix,
    Block,
    Break,
    Cite,
    Closing,
    Column,
    Document,
    Emph,
    Head,
    Inline,
    Item,
    Items,
    Num,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from sokhcn.document.profile import Profile
from sokhcn.document.walk import words

Data = dict[str, Any]
Runs = list[str | Data]

PAGE_MM = {"short": 210.0, "long": 297.0}
KEPT_IN_TEXT = 20  # letters: a longer code kept whole would tear holes into a justified line
CELL_INSET_MM = 3.0
WIDE_LETTER_MM = 3.0  # the width of a capital in a table: a code is kept whole only where it surely fits
CODE = re.compile(r"(\S*\d\S*[-/]\S+|\S+[-/]\S*\d\S*)")  # 14-NQ/TU, 03/2022/QĐ-UBND, 10/01/2022
NOT_PRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def content(document: Document, profile: Profile) -> Data:
    """Everything the template prints, in reading order."""
    sections = list(_sections(document.sections, _across(profile, PAGE_MM["short"])))
    return {
        "title": words(document.head.subject),
        "author": document.head.agency,
        "language": document.language,
        "profile": asdict(profile),
        "head": _head(document.head),
        "sections": sections,
        "last_line": _last_line(sections),
        "closing": _closing(document.closing),
        "appendices": [_appendix(a, profile) for a in document.appendices],
    }


# --- inside a sentence ------------------------------------------------------------------------------------------


def _runs(inlines: Iterable[Inline], longest: int = KEPT_IN_TEXT) -> Runs:
    return [run for node in inlines for run in _run(node, longest)]


def _run(node: Inline, longest: int) -> Runs:
    match node:
        case Num(text=text, counted=counted) if counted is not None:
            return [{"kind": "framed", "text": text}]
        case Text(text) | Num(text=text) | Cite(text=text):
            return list(_words(text, longest))
        case Emph(children):
            return [{"kind": "emph", "runs": _runs(children, longest)}]
        case Strong(children):
            return [{"kind": "strong", "runs": _runs(children, longest)}]
        case Break():
            return [{"kind": "break"}]
    assert_never(node)


def _words(text: str, longest: int) -> Iterable[str | Data]:
    """Codes and dates apart from the rest: a line must not end inside them."""
    for place, part in enumerate(CODE.split(NOT_PRINTED.sub(" ", text))):
        if place % 2 and len(part) <= longest:
            yield {"kind": "whole", "text": part}
        elif part:
            yield part


# --- blocks -----------------------------------------------------------------------------------------------------


def _block(block: Block, width_mm: float) -> Data:
    match block:
        case Paragraph(children):
            return {"kind": "paragraph", "runs": _runs(children)}
        case Items(items):
            return {"kind": "items", "items": [_item(i) for i in items]}
        case Table():
            return _table(block, width_mm)
    assert_never(block)


def _item(item: Item) -> Data:
    return {"label": item.label, "runs": _runs(item.children), "below": [_item(i) for i in item.below]}


def _table(table: Table, width_mm: float) -> Data:
    share = width_mm / sum(c.width for c in table.columns)
    rooms = [int((c.width * share - CELL_INSET_MM) / WIDE_LETTER_MM) for c in table.columns]
    return {
        "kind": "table",
        "unit": table.unit,
        "columns": [_column(c) for c in table.columns],
        "rows": [_row(row, rooms) for row in table.rows],
    }


def _column(column: Column) -> Data:
    return {"title": column.title, "width": column.width, "align": column.align.value}


def _row(row: Row, rooms: list[int]) -> Data:
    spans = len(row.cells) == 1
    cells = [_runs(c, KEPT_IN_TEXT if spans else r) for c, r in zip(row.cells, rooms, strict=False)]
    return {"kind": row.kind.value, "spans": spans, "cells": cells}


def _sections(sections: Iterable[Section], width_mm: float, above: int = 0) -> Iterable[Data]:
    """Sections one after the other; ``depth`` is the place in the outline, which must not skip a level (PDF/UA-1)."""
    for section in sections:
        depth = min(section.level, above + 1)
        yield {
            "level": section.level,
            "depth": depth,
            "title": [*_number(section.number), *_runs(section.title)],
            "blocks": [_block(b, width_mm) for b in section.blocks],
        }
        yield from _sections(section.sections, width_mm, depth)
        above = max(above, depth)


def _last_line(sections: list[Data]) -> Runs:
    """The words of the paragraph above the closing; it and the one before it are marked: they may have to hold room."""
    lines: list[Data] = []
    for block in sections[-1]["blocks"] if sections else ():
        lines = [] if block["kind"] == "table" else [*lines, *_lines(block)]
    for from_end, line in enumerate(reversed(lines[-2:]), 1):
        line["from_end"] = from_end
    return [f"{lines[-1].get('label', '')} ", *lines[-1]["runs"]] if lines else []


def _lines(block: Data) -> Iterable[Data]:
    """The paragraphs and items of a block, each before what stands below it."""
    if block.get("kind") == "paragraph":
        yield block
    for item in (*block.get("items", ()), *block.get("below", ())):
        yield item
        yield from _lines(item)


def _number(number: str | None) -> Runs:
    if number is None:
        return []
    return [f"{number} " if number.endswith((".", ")")) else f"{number}. "]


# --- around the body --------------------------------------------------------------------------------------------


def _head(head: Head) -> Data:
    return {
        "national_name": NATIONAL_NAME,
        "motto": MOTTO,
        "parent_agency": head.parent_agency,
        "agency": head.agency,
        "serial": list(serial(head)),
        "dated": list(dated(head)),
        "type_name": head.type_name,
        "subject": _runs(head.subject),
        "addressees": list(head.addressees),
    }


def _closing(closing: Closing) -> Data:
    return {
        "recipients": list(closing.recipients),
        "lines": list(closing.signature.lines),
        "name": closing.signature.name,
    }


def _appendix(appendix: Appendix, profile: Profile) -> Data:
    across = _across(profile, PAGE_MM["long" if appendix.landscape else "short"])
    return {
        "label": appendix.label,
        "title": appendix.title,
        "reference": appendix.reference,
        "landscape": appendix.landscape,
        "blocks": [_block(b, across) for b in appendix.blocks],
    }


def _across(profile: Profile, page_mm: float) -> float:
    return page_mm - profile.left_mm - profile.right_mm
