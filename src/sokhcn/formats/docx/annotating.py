"""A Word file with notes: each one a comment at its words, as a colleague would write it in the margin."""

import io
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from sokhcn.formats.docx.elements import writable

AUTHOR, INITIALS = "Sổ KH&CN", "KT"


@dataclass(frozen=True, slots=True)
class Note:
    """``text`` about ``words`` in the paragraph of that number, from 0 in the order of the file; about the whole file
    where there is none."""

    paragraph: int | None
    words: str
    text: str


def annotated(data: bytes, notes: Iterable[Note]) -> bytes:
    """The .docx in ``data`` with ``notes``. Words that are not found in their paragraph are noted at all of it."""
    return _noted(Document(io.BytesIO(data)), notes)


def annotated_lines(lines: Sequence[str], notes: Iterable[Note]) -> bytes:
    """A plain .docx of ``lines``, one paragraph each, with ``notes``: for what came in another form."""
    document = Document()
    for line in lines:
        document.add_paragraph(writable(line))
    return _noted(document, notes)


def _noted(document: Opened, notes: Iterable[Note]) -> bytes:
    found = [Paragraph(p, document) for p in document.element.body.iter(qn("w:p"))]
    for note in notes:
        place = note.paragraph if note.paragraph is not None and note.paragraph < len(found) else None
        paragraph = found[place] if place is not None else next((p for p in found if _runs(p)), None)
        runs = _runs_of(paragraph, note.words if place is not None else "") if paragraph is not None else []
        if not runs:
            runs = [document.add_paragraph().add_run("")]
        document.add_comment(runs, writable(note.text), author=AUTHOR, initials=INITIALS)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _runs(paragraph: Paragraph) -> list[Run]:
    """Runs with words, those in content controls and links among them."""
    elements: Iterable[Any] = paragraph._p.iter(qn("w:r"))
    return [Run(r, paragraph) for r in elements if any(t.text for t in r.iter(qn("w:t")))]


def _runs_of(paragraph: Paragraph, words: str) -> list[Run]:
    """The runs that say ``words``, cut so that they say nothing else; all of them where the words are not found."""
    runs = _runs(paragraph)
    start = "".join(run.text for run in runs).find(words) if words else -1
    if start < 0:
        return runs
    end, at, inside = start + len(words), 0, []
    for run in runs:
        size = len(run.text)
        first, last = max(start - at, 0), min(end - at, size)
        if first < last:
            inside.append(_cut(run, first, last))
        at += size
    return inside


def _cut(run: Run, first: int, last: int) -> Run:
    """``run`` parted so that one run has the letters from ``first`` to ``last``; with tabs or fields it stays whole."""
    text = run.text
    if (first, last) == (0, len(text)) or any(child.tag not in (qn("w:rPr"), qn("w:t")) for child in run._r):
        return run
    middle = run
    if last < len(text):
        behind = deepcopy(run._r)
        run._r.addnext(behind)
        Run(behind, run._parent).text = text[last:]
    if first > 0:
        element = deepcopy(run._r)
        run._r.addnext(element)
        middle = Run(element, run._parent)
        run.text = text[:first]
    middle.text = text[first:last]
    return middle
