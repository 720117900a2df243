"""A compiled report as it leaves the house, understood again: an edition never changes, so that is done once."""

import json
from dataclasses import dataclass, replace
from functools import lru_cache

from sokhcn.document.letters import Letters
from sokhcn.document.look import Appearance
from sokhcn.document.understood import Understood
from sokhcn.formats.docx.letters import letters as letters_of_docx
from sokhcn.formats.docx.looking import look
from sokhcn.formats.json.read import load
from sokhcn.records.dated import DECREE_09
from sokhcn.reports.models import Edition

KEPT = 8  # reports that an office looks at on one day


@dataclass(frozen=True, slots=True)
class Printed:
    """The Word file of an edition, what a reader understands of it, and how its pages look."""

    data: bytes
    text: Understood
    appearance: Appearance | None


def printed(edition: Edition) -> Printed:
    """``edition`` as it is printed."""
    return _printed(json.dumps(edition.document_kept))


@lru_cache(KEPT)
def _printed(document: str) -> Printed:
    # What others wrote needs neither: it is understood in the process that reads it.
    from sokhcn.formats.docx.render import render as docx
    from sokhcn.reader.understanding import understand

    data = docx(load(json.loads(document)))
    text = understand(letters_of_docx(data), DECREE_09)
    return Printed(data, text, appearance_of(data, text.letters))


def appearance_of(data: bytes, letters: Letters) -> Appearance | None:
    """How a .docx looks, its lines at their places in letters that may have been mended since; nothing where it has
    other lines. The reading that this repeats has just been done."""
    seen = look(data)
    if len(seen.lines) != len(letters.lines):
        return None
    pairs = zip(seen.lines, letters.lines, strict=True)
    return replace(seen, lines=tuple(replace(line, text=(at.start, at.end)) for line, at in pairs))
