"""Figures that a document prints and whose indicator is known: marked by ourselves in an edition of ours."""

from collections.abc import Iterator
from dataclasses import dataclass

from sokhcn.checker.subject import Subject
from sokhcn.checker.witness import Value
from sokhcn.document.letters import Span
from sokhcn.kernel.numerals import read_number


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """An indicator's key, the value printed for it, and where."""

    key: str
    value: Value
    span: Span


def printed_figures(subject: Subject) -> Iterator[PrintedFigure]:
    """In reading order; a place that holds no number any more is not told."""
    for known in subject.text.letters.known:
        if known.kind != "num":
            continue
        value = read_number(subject.said((known.start, known.end)).removesuffix("%"))
        if value is not None:
            yield PrintedFigure(known.key, value, (known.start, known.end))


def where_printed(subject: Subject, key: str) -> Span | None:
    """The first place that prints the figure of ``key``."""
    return next((figure.span for figure in printed_figures(subject) if figure.key == key), None)
