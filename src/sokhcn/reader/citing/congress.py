"""Resolutions of congresses and plenums, named without a number: Nghị quyết Hội nghị Trung ương 7 (khóa X)."""

import re
from collections.abc import Iterator

from sokhcn.document.letters import Span
from sokhcn.reader.citing.plain import Plain

_ORDINAL = (
    r"(?:lần\s+)?(?:thứ\s+)?(?:[ivxl]+|\d{1,2}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s+(?:một|hai|ba))?)"
    r"(?!\w)"
)
_TERM = r"(?:,?\s*\(?\s*(?:khóa|nhiệm\s+kỳ)\s+(?:[ivxl]+|\d{1,2}|\d{4}\s*-\s*\d{4})(?!\w)\)?){0,2}"
_CENTRAL = r"(?:ban\s+chấp\s+hành\s+)?trung\s+ương(?:\s+đảng)?"
_RESOLUTION = re.compile(
    rf"(?<!\w)nghị\s+quyết\s+(?:của\s+)?(?P<body>(?:"
    rf"hội\s+nghị\s+(?:{_ORDINAL},?\s+)?{_CENTRAL}(?:\s+{_ORDINAL})?"
    rf"|(?:trung\s+ương\s+|tw\s?){_ORDINAL}"
    rf"|đại\s+hội(?:\s+đại\s+biểu)?(?:\s+toàn\s+quốc)?(?:\s+đảng\s+bộ\s+(?:tỉnh|huyện|thành\s+phố|xã|phường)(?:\s+(?!lần|nhiệm|khóa)[^\W\d_]+){{0,4}}?)?"
    rf"(?:\s+của\s+đảng)?(?:\s+{_ORDINAL})"
    rf"(?:\s+của\s+đảng)?(?:\s+đảng\s+bộ\s+(?:tỉnh|huyện|thành\s+phố)(?:\s+(?!lần|nhiệm|khóa)[^\W\d_]+){{0,4}}?)?"
    rf"){_TERM})(?!\s+số)"
)
_TOLD = re.compile(r"khóa|nhiệm|thứ|\s[ivxl]+(?!\w)|\d")


def resolutions(plain: Plain) -> Iterator[tuple[int, Span]]:
    """Where such a mention starts, and the body that resolved; it must say which meeting it was."""
    for found in _RESOLUTION.finditer(plain.lower):
        if plain.text[found.start()].isupper() and _TOLD.search(found["body"]):
            yield found.start(), found.span("body")
