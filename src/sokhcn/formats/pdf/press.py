"""One print job in a process of its own, since typst's cache never shrinks: the job on stdin, the PDF on stdout."""

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typst

INSIDE_TYPST = "Libertinus Serif"
STANDARDS = ["a-2a", "ua-1"]
MAIN = "report.typ"
FONT_FOLDER = "SOKHCN_FONTS"


class FontMissingError(Exception):
    """typst did not find a font it was told to print with."""


def fonts_of(own_font_only: bool) -> typst.Fonts:
    """The fonts inside typst, unless told otherwise those of the system, and those in the folder the office names."""
    folder = os.environ.get(FONT_FOLDER, "")
    folders = [folder] if folder and not own_font_only else []
    return typst.Fonts(include_system_fonts=not own_font_only, font_paths=folders)


def chosen(wanted: Iterable[str], found: Iterable[str]) -> str:
    """The first wanted font that is there, else the one inside typst, which always is."""
    there = set(found)
    return next((name for name in wanted if name in there), INSIDE_TYPST)


def printed(job: dict[str, Any], font: str, fonts: typst.Fonts) -> bytes:
    """The PDF. A single letter that ``font`` lacks is taken from the font inside typst; a missing font is an error.

    A job may name another template than the report's, which then follows no standard, and bring a picture.
    """
    here, main = Path(__file__).parent, job.get("main", MAIN)
    files = {path.name: path.read_bytes() for path in here.glob("*.typ") if path.name != main}
    files["main.typ"] = (here / main).read_bytes()
    files["content.json"] = json.dumps(job["content"]).encode()
    files["fonts.json"] = json.dumps([font, INSIDE_TYPST]).encode()
    files["picture.svg"] = job.get("picture", "").encode()
    ours: dict[str, Any] = {"pdf_standards": STANDARDS} if main == MAIN else {"pdf_tags": False}
    pdf, warnings = typst.compile_with_warnings(
        files,
        format="pdf",
        font_paths=fonts,
        timestamp=job["timestamp"],
        **ours,
    )
    missing = [w.message for w in warnings if "unknown font family" in w.message]
    if missing:
        raise FontMissingError(missing[0])
    return bytes(pdf)


def main() -> int:
    """Read a job, print it: the font in the first line, the PDF after it; or one error on stderr."""
    job = json.load(sys.stdin.buffer)
    fonts = fonts_of(job["own_font_only"])
    font = chosen(job["fonts"], fonts.families())
    if job["content"] is None:
        sys.stdout.buffer.write(font.encode() + b"\n")
        return 0
    try:
        pdf = printed(job, font, fonts)
    except (typst.TypstError, FontMissingError) as error:
        sys.stderr.buffer.write(str(error).encode())
        return 1
    sys.stdout.buffer.write(font.encode() + b"\n" + pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
