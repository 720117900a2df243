"""Everything above the title: agencies, number and symbol, place and date, in one column or two."""

import re
from collections.abc import Sequence

from sokhcn.document.letters import Letters, Line, Span
from sokhcn.document.understood import Header
from sokhcn.kernel.folding import fold
from sokhcn.reader.structuring.columns import DATED, MOTTO, NATION, NUMBER, UNPLACED, Piece, pieces
from sokhcn.reader.structuring.paragraphs import one_line
from sokhcn.reader.structuring.titles import TYPES

# What stands in a head and is no name: rules, the mark of a draft, the end of the national name in a narrow column.
IDLE = re.compile(
    r"[\s\-–—_=*.]*|\(?DỰ THẢO[^)]{0,20}\)?|(?:Số)?[\s:.…-]*/\s*[A-ZĐ-]{1,12}|NAM|MẬT|TỐI MẬT|KHẨN|HỎA TỐC|HOẢ TỐC",
    re.IGNORECASE,
)
CODED = re.compile(r"\d\s*/\s*[A-ZĐ]")  # a line that names a paper by its code is no agency
UNION = re.compile(r"ĐOÀN\s+(?:TNCS|THANH NIÊN CỘNG SẢN)\s+HỒ\s+CHÍ\s+MINH")
RUN_INTO = re.compile(
    r"(?P<parent>(?:UBND|[ỦU][YỶ] BAN NHÂN DÂN|SỞ|PHÒNG GD|PHÒNG GIÁO DỤC|BỘ|ĐẢNG BỘ|HUYỆN ỦY|TỈNH ỦY|"
    r"ĐOÀN TNCS)\W.{2,60}?)\s"
    r"(?P<agency>(?:TRƯỜNG (?:THPT|THCS|TH|TIỂU|TRUNG|MẦM|MN|MG|MẪU|PTDT|PHỔ|CAO|ĐẠI|CHÍNH TRỊ)"
    r"|(?:VĂN )?PHÒNG|SỞ|CHI CỤC|TỔNG CỤC|TRUNG TÂM|THANH TRA|BAN QUẢN LÝ|ĐẢNG [ỦU][YỶ]|CHI BỘ|BCH)(?!\w).*)"
)
SUPERIOR = (
    *("ubnd", "uy ban nhan dan", "bo ", "tinh uy", "dang bo", "tong cuc", "chinh phu", "hdnd", "hoi dong"),
    *("so ", "cuc ", "thanh uy", "huyen uy", "dang uy", "tong cong ty", "dai hoc", "vien han lam"),
    *("doan dbqh", "doan dai bieu", "doan tncs", "doan thanh nien", "lien doan lao dong", "hoi lien hiep"),
)
OWN = (
    *("so ", "chi cuc", "trung tam", "phong", "ban ", "van phong", "cuc ", "vien", "truong", "thanh tra", "quy "),
    *(
        "ubnd",
        "uy ban ",
        "tong cuc",
        "bo ",
        "cong ty",
        "hoi ",
        "doan ",
        "tong cong ty",
        "chi nhanh",
        "tram ",
        "dang uy",
        "dang bo",
        "chi bo",
        "bch",
        "tieu ban",
        "chi doan",
        "lien doi",
        "cong doan",
        "to ",
        "to:",
        "bcd ",
        "vksnd",
        "tand",
        "ubmttq",
        "mttq",
    ),
)


def header(letters: Letters, lines: Sequence[Line]) -> Header:
    """The head in ``lines``, those above the title. What is absent or blank is None."""
    found = pieces(letters, lines)
    number, dated = _first(NUMBER, found), _first(DATED, found)
    motto = _first(MOTTO, found)
    above = _above_number(found)
    names = [piece for piece in above if _is_name(piece.text)] or [p for p in above if _is_small_name(p.text)]
    parent, agency = _agencies([piece for n, piece in enumerate(names) if n == 0 or not _is_union(names[0], piece)])
    day, month, year = _day(dated, found)
    return Header(
        parent_agency=parent,
        agency=agency,
        number=_code(number),
        symbol=number["symbol"].replace(" ", "").rstrip(".") if number else None,
        number_text=one_line(number[0]) if number else None,
        place=(one_line(dated["place"]).strip(".…_") or None) if dated else None,
        day=day,
        month=month,
        year=year,
        date_text=one_line(dated[0]) if dated else None,
        motto=one_line(motto[0]) if motto else None,
        number_span=_span(found, NUMBER),
        date_span=_span(found, DATED),
    )


def _day(dated: re.Match[str] | None, found: Sequence[Piece]) -> tuple[int | None, int | None, int | None]:
    """Day, month and year: blank ones are None. A line may have nothing but a date."""
    if dated and dated["slashed"]:
        day, month, year = (int(part) for part in re.findall(r"\d+", dated["slashed"]))
        return day, month, year
    said = dated or next((bare for piece in found if (bare := UNPLACED.search(piece.text))), None)
    return (_number(said["day"]), _number(said["month"]), _number(said["year"])) if said else (None, None, None)


def _code(number: re.Match[str] | None) -> str | None:
    written = number["number"].strip(" .…_") if number else ""
    return written or None


def _number(written: str) -> int | None:
    digits = written.strip(" .…_")
    return int(digits) if digits.isdecimal() and len(digits) <= 4 else None


def _above_number(found: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces above the number: names of agencies stand there, if any do."""
    place = next((n for n, piece in enumerate(found) if NUMBER.search(piece.text)), len(found))
    named = any(_is_name(piece.text) or _is_small_name(piece.text) for piece in found[:place])
    return found[:place] if named else found


def _first(pattern: re.Pattern[str], pieces: Sequence[Piece]) -> re.Match[str] | None:
    return next((found for piece in pieces if (found := pattern.search(piece.text))), None)


def _span(pieces: Sequence[Piece], pattern: re.Pattern[str]) -> Span | None:
    for piece in pieces:
        if found := pattern.search(piece.text):
            return piece.start + found.start(), piece.start + found.end()
    return None


def _is_name(text: str) -> bool:
    """Whether a piece may be a line of an agency's name: in capitals, and nothing else that stands in a head."""
    text = text.replace("Xà", "XÃ")  # copies lose this one capital
    return sum(c.isalpha() for c in text) > 1 and text.upper() == text and _is_no_other(text)


def _is_small_name(text: str) -> bool:
    """Old encodings have no capitals with accents: names of agencies in small letters, told by their first words."""
    return _is_no_other(text) and f"{fold(text)} ".startswith((*SUPERIOR, *OWN))


def _is_no_other(text: str) -> bool:
    return (
        not IDLE.fullmatch(text)
        and text not in TYPES
        and not any(p.search(text) for p in (NATION, MOTTO, NUMBER, DATED, CODED))
    )


def _is_union(first: Piece, piece: Piece) -> bool:
    """Papers of the Youth Union have its name where others have the national one: on the right."""
    return bool(UNION.fullmatch(piece.text)) and first.text.upper().find("ĐOÀN") >= 0


def _agencies(pieces: Sequence[Piece]) -> tuple[str | None, str | None]:
    """The superior body and the issuing one. A name may run over several lines; the issuer begins where a line names
    a body of its own kind below the superior, or turns bold."""
    if not pieces:
        return None, None
    start = next((n for n in range(1, len(pieces)) if _begins_issuer(pieces[0], pieces[n - 1], pieces[n])), 0)
    names = [one_line(piece.text) for piece in pieces]
    if not start and (inner := RUN_INTO.match(" ".join(names))):
        return inner["parent"], inner["agency"]  # a copy has both in one line
    return " ".join(names[:start]) or None, " ".join(names[start:])


def _begins_issuer(first: Piece, before: Piece, piece: Piece) -> bool:
    if len(first.text.split()) == 1:
        return False  # "ỦY" above "BAN NHÂN DÂN": a narrow column broke a name
    turned = piece.bold and not before.bold
    superior = f"{fold(first.text)} ".startswith(SUPERIOR)
    return turned or ((superior or not first.bold) and f"{fold(piece.text)} ".startswith(OWN))
