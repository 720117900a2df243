"""Print a document: start the press for one job, take the PDF, and say in which font it was set."""

import json
import re
import subprocess
import sys
from calendar import timegm
from dataclasses import dataclass
from typing import Any

from sokhcn.document.nodes import DateLine, Document
from sokhcn.document.profile import DECREE_30, Profile
from sokhcn.formats.pdf.content import content

OFFICIAL_FONT = "Times New Roman"
LETTER_MISSING = re.compile(r"the text `\"(?P<letter>.+?)\"` could not be displayed with font `\"(?P<font>.+?)\"`")
SECONDS = 60  # a report of 17 pages takes well under one second


class PrintingError(Exception):
    """The press gave no PDF; the sentence says why."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF and the font it is set in."""

    pdf: bytes
    font: str

    @property
    def note(self) -> str:
        """One line for the officer; empty when the font is the one the decree names."""
        return font_note(self.font)


def font_note(font: str) -> str:
    """What to say of a font; nothing of Times New Roman."""
    if font == OFFICIAL_FONT:
        return ""
    return f"Bản PDF dùng phông {font} vì máy in bản này không có phông {OFFICIAL_FONT}."


def render(document: Document, profile: Profile = DECREE_30, *, own_font_only: bool = False) -> Printed:
    """The document as PDF/A-2a and PDF/UA-1; the same document, profile and fonts give the same bytes."""
    job = {
        "content": content(document, profile),
        "fonts": profile.fonts,
        "own_font_only": own_font_only,
        "timestamp": _timestamp(document.head.dated),
    }
    font, pdf = pressed(job)
    return Printed(pdf, font)


def font_used(profile: Profile = DECREE_30) -> str:
    """The font this machine would print ``profile`` in."""
    return pressed({"content": None, "fonts": profile.fonts, "own_font_only": False})[0]


def _timestamp(dated: DateLine) -> int:
    """Midnight of the date in the head, of the first of the month while that is blank: no clock, same bytes."""
    return timegm((dated.year, dated.month, dated.day or 1, 0, 0, 0))


def pressed(job: dict[str, Any]) -> tuple[str, bytes]:
    """The font that a job was printed in, and the PDF. Raises ``PrintingError``."""
    command = [sys.executable, "-m", "sokhcn.formats.pdf.press"]
    order = json.dumps(job).encode()
    try:
        done = subprocess.run(command, input=order, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as late:
        raise PrintingError(f"Không in được PDF: quá {SECONDS} giây.") from late
    if done.returncode:
        raise PrintingError(f"Không in được PDF: {_reason(done.stderr.decode(errors='replace').strip())}.")
    font, _, pdf = done.stdout.partition(b"\n")
    return font.decode(), pdf


def _reason(said: str) -> str:
    """The press's error in the officer's words where an officer can mend it."""
    if letter := LETTER_MISSING.search(said):
        return f"phông {letter['font']} không có ký tự “{letter['letter']}”, hãy thay ký tự này"
    return said.rstrip(".") or "trình in dừng đột ngột"
