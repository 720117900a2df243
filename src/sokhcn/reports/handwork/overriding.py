"""Figures printed otherwise than they are counted: each at its place, with the counted value beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sokhcn.document.nodes import Document, Emph, Inline, Num, Section, Strong
from sokhcn.document.walk import changed, changed_section
from sokhcn.kernel.numerals import amount, count
from sokhcn.reports.models import Override

Value = int | Decimal


@dataclass(frozen=True, slots=True)
class Printed:
    """An override as it stands: how often it was printed (0: nowhere), and what the registers count now."""

    row: Override
    times: int
    counted: Value | None

    def told(self) -> dict[str, Any]:
        row = self.row
        about = {"row": [row.pk, row.version], "chapter": row.chapter, "key": row.key, "by": row.by}
        values = {"value": str(plain(row.value)), "counted": _text(self.counted), "was_counted": _text(row.counted)}
        return {**about, **values, "times": self.times, "reason": row.reason}


def overridden(document: Document, rows: Iterable[Override]) -> tuple[Document, tuple[Printed, ...]]:
    """``document`` with the figures of ``rows``: those of one chapter there, those of none wherever they stand.

    One that says what the registers count by now changes nothing.
    """
    printed = []
    for row in sorted(rows, key=lambda row: not row.chapter):  # that of a chapter goes before that of all
        put = _Putting(row)
        if row.chapter:
            sections = tuple(_within(section, row.chapter, put) for section in document.sections)
            document = replace(document, sections=sections)
        else:
            document = changed(document, put)
        printed.append(Printed(row, put.times, put.counted))
    return document, tuple(printed)


def _within(section: Section, key: str, put: "_Putting") -> Section:
    if section.key == key:
        return changed_section(section, put)
    return replace(section, sections=tuple(_within(inner, key, put) for inner in section.sections))


@dataclass(slots=True)
class _Putting:
    """Prints one override wherever it is called."""

    row: Override
    times: int = 0
    counted: Value | None = None

    def __call__(self, inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(self._node(node) for node in inlines)

    def _node(self, node: Inline) -> Inline:
        if isinstance(node, Emph | Strong):
            return replace(node, children=self(node.children))
        if not isinstance(node, Num) or node.key != self.row.key or node.counted is not None:
            return node
        self.times, self.counted = self.times + 1, node.value
        value = plain(self.row.value)
        return node if value == node.value else Num(node.key, value, figure_text(value), node.value)


def figure_text(value: Value) -> str:
    """As sentences print it."""
    return count(value) if isinstance(value, int) else amount(value)


def plain(value: Decimal) -> Value:
    """A whole quantity as a count, another without the idle zeros that its column stores."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def _text(value: Value | None) -> str | None:
    return None if value is None else str(plain(Decimal(value)))
