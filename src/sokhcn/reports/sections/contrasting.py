"""Two editions against each other: figures, words with what was taken out and put in, and paragraphs copied."""

from collections.abc import Iterator
from dataclasses import dataclass

from sokhcn.document.blackline import Marked, blackline
from sokhcn.document.changes import Change, compare
from sokhcn.document.copying import Copied, copied
from sokhcn.figures.figure import Value
from sokhcn.formats.docx.blackline import render as docx
from sokhcn.formats.html.blackline import render as html
from sokhcn.records.models import Agency
from sokhcn.reports.exporting import NoEdition
from sokhcn.reports.issuing import reported
from sokhcn.reports.models import Edition
from sokhcn.reports.testifying import before as period_before


@dataclass(frozen=True, slots=True)
class Against:
    """A figure in both editions; None where one of them has none."""

    key: str
    label: str
    unit: str
    before: Value | None
    after: Value | None

    @property
    def difference(self) -> Value | None:
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True, slots=True)
class Contrast:
    """``this`` edition against ``other``. ``figures`` are all that both have in common or one has; ``lines`` are both
    texts as one; ``copied`` paragraphs stand in both but for dates and numbers."""

    this: Edition
    other: Edition
    figures: tuple[Against, ...]
    changes: tuple[Change, ...]
    lines: tuple[Marked, ...]
    copied: tuple[Copied, ...]

    @property
    def moved(self) -> tuple[Against, ...]:
        """The figures that differ."""
        return tuple(one for one in self.figures if one.before != one.after)

    @property
    def title(self) -> str:
        return f"So sánh {self.this.label} với {self.other.label}"


def contrast(this: Edition, other: Edition) -> Contrast:
    """``this`` against ``other``, which is older or of another period."""
    before, after = other.document(), this.document()
    return Contrast(
        this,
        other,
        tuple(figures_against(this, other)),
        compare(before, after),
        blackline(before, after),
        copied(before, after),
    )


def reported_before(edition: Edition, agency: Agency) -> Edition:
    """What was reported on the period before: the edition issued last, else the latest draft. Raises ``NoEdition``."""
    last = period_before(edition.period)
    if last is None:
        raise NoEdition(f"Báo cáo {edition.label} không có kỳ liền trước để so. Ghi ấn bản để so sau tên ấn bản này.")
    found = reported(agency, last.code, edition.addressee)
    if found is None:
        raise NoEdition(f"Chưa có báo cáo {last.name} để so. Ghi ấn bản để so sau tên ấn bản này.")
    return found


def as_html(made: Contrast) -> bytes:
    """The two texts as one page, insertions underlined and deletions struck."""
    return html(made.title, made.lines)


def as_docx(made: Contrast) -> bytes:
    """The two texts as one Word file with tracked changes, by nobody in particular and on the day it was compiled."""
    return docx(made.title, made.lines, made.this.document().head, made.this.compiled_at)


def figures_against(this: Edition, other: Edition) -> Iterator[Against]:
    """Every figure that one of them has."""
    old, new = {f.key: f for f in other.figures()}, {f.key: f for f in this.figures()}
    for key in dict.fromkeys((*new, *old)):
        figure = new.get(key) or old[key]
        before, after = old.get(key), new.get(key)
        yield Against(key, figure.label, figure.unit, before.value if before else None, after.value if after else None)
