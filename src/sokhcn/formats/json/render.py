"""A document to JSON: keys always in the same order, figures exact, Vietnamese letters as they are."""

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, assert_never

from sokhcn.document.nodes import (
    Appendix,
    Block,
    Break,
    Cite,
    Document,
    Emph,
    Head,
    Inline,
    Item,
    Items,
    Num,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)
from sokhcn.formats.json.names import FORMAT, BlockKind, InlineKind

Written = dict[str, Any]


def render(document: Document) -> bytes:
    """The document as a UTF-8 JSON file; the same document always gives the same bytes."""
    return json.dumps(dump(document), ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def dump(document: Document) -> Written:
    """The document as plain dicts and lists, for a JSON column."""
    closing = document.closing
    return {
        "format": FORMAT,
        "language": document.language,
        "head": _head(document.head),
        "sections": [_section(s) for s in document.sections],
        "closing": {
            "recipients": list(closing.recipients),
            "signature": {"lines": list(closing.signature.lines), "name": closing.signature.name},
        },
        "appendices": [_appendix(a) for a in document.appendices],
    }


def _head(head: Head) -> Written:
    return {
        "parent_agency": head.parent_agency,
        "agency": head.agency,
        "number": head.number,
        "symbol": head.symbol,
        "place": head.place,
        "dated": {"day": head.dated.day, "month": head.dated.month, "year": head.dated.year},
        "type_name": head.type_name,
        "subject": _inlines(head.subject),
        "addressees": list(head.addressees),
    }


def _section(section: Section) -> Written:
    return {
        "key": section.key,
        "level": section.level,
        "number": section.number,
        "title": _inlines(section.title),
        "blocks": [_block(b) for b in section.blocks],
        "sections": [_section(s) for s in section.sections],
    }


def _appendix(appendix: Appendix) -> Written:
    return {
        "key": appendix.key,
        "label": appendix.label,
        "title": appendix.title,
        "reference": appendix.reference,
        "blocks": [_block(b) for b in appendix.blocks],
        "landscape": appendix.landscape,
    }


def _block(block: Block) -> Written:
    match block:
        case Paragraph(children):
            return {"kind": BlockKind.PARAGRAPH.value, "children": _inlines(children)}
        case Items(items):
            return {"kind": BlockKind.ITEMS.value, "items": [_item(i) for i in items]}
        case Table():
            return {"kind": BlockKind.TABLE.value} | _table(block)
    assert_never(block)


def _item(item: Item) -> Written:
    return {"label": item.label, "children": _inlines(item.children), "below": [_item(i) for i in item.below]}


def _table(table: Table) -> Written:
    return {
        "unit": table.unit,
        "columns": [{"title": c.title, "width": float(c.width), "align": c.align.value} for c in table.columns],
        "rows": [{"kind": r.kind.value, "cells": [_inlines(c) for c in r.cells]} for r in table.rows],
    }


def _inlines(inlines: Iterable[Inline]) -> list[Written]:
    return [_inline(node) for node in inlines]


def _inline(node: Inline) -> Written:
    match node:
        case Text(text):
            return {"kind": InlineKind.TEXT.value, "text": text}
        case Emph(children):
            return {"kind": InlineKind.EMPH.value, "children": _inlines(children)}
        case Strong(children):
            return {"kind": InlineKind.STRONG.value, "children": _inlines(children)}
        case Num(key, value, text, counted):
            overridden = {} if counted is None else {"counted": _exact(counted)}
            return {"kind": InlineKind.NUM.value, "key": key, "value": _exact(value), "text": text} | overridden
        case Cite(paper, text):
            return {"kind": InlineKind.CITE.value, "paper": paper, "text": text}
        case Break():
            return {"kind": InlineKind.BREAK.value}
    assert_never(node)


def _exact(value: int | Decimal) -> int | str:
    """A Decimal is a string, so that 2.50 stays 2.50 whatever reads the file; an int stays a JSON number."""
    return str(value) if isinstance(value, Decimal) else value
