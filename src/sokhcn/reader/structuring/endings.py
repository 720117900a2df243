"""What follows the body: recipients and signature, below each other or in two columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sokhcn.document.letters import Letters, Line, Span
from sokhcn.document.understood import SignatureBlock
from sokhcn.kernel.alphabet import LOWER, UPPER
from sokhcn.reader.structuring.paragraphs import is_capital, one_line

RECIPIENTS = re.compile(r"N[ơờớ]i\s+nh[ậạâ]n\s*:?", re.IGNORECASE)
AUTHORITY = re.compile(rf"(?:KT|TM|TL|TUQ|T/M|K/T|T/L)\s*\.?\s*(?=[{UPPER}])")
ACTING = re.compile(r"^(?:Q\.|QUYỀN|Q\.\s?T)\s*")
POSITIONS = (
    *("PHÓ GIÁM ĐỐC", "GIÁM ĐỐC", "PHÓ CHỦ TỊCH", "CHỦ TỊCH", "PHÓ CỤC TRƯỞNG", "CỤC TRƯỞNG", "CHI CỤC TRƯỞNG"),
    *("PHÓ CHI CỤC TRƯỞNG", "TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "BỘ TRƯỞNG"),
    *("THỨ TRƯỞNG", "TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "BÍ THƯ", "PHÓ BÍ THƯ", "CHÁNH THANH TRA", "VIỆN TRƯỞNG"),
    *("CHỦ NHIỆM", "PHÓ CHỦ NHIỆM", "QUYỀN GIÁM ĐỐC", "TỔNG THƯ KÝ", "TRƯỞNG ĐOÀN", "CỬA HÀNG TRƯỞNG"),
    *("THỦ TƯỚNG", "PHÓ THỦ TƯỚNG"),
    *("THƯ KÝ", "HIỆU TRƯỞNG", "TỔNG CỤC TRƯỞNG", "PHÓ TỔNG CỤC TRƯỞNG", "VỤ TRƯỞNG", "THỦ TRƯỞNG", "TỔNG GIÁM ĐỐC"),
)
SIGNED = re.compile(r"\(?\s*(?:đã\s+)?ký\s*(?:tên|,?\s*đóng dấu)?\s*\)?\.?", re.IGNORECASE)
NAME = re.compile(rf"(?:(?:TS|ThS|Ths|PGS|GS|KS|CN|BS)\.?\s*)*([{UPPER}][{LOWER}]*(?:[ \-][{UPPER}][{LOWER}]*){{1,5}})")
COLUMNS = re.compile(r"\t+|\s{3,}|\s\|(?=\s|$)")
COLUMN = re.compile(r"[^\s|](?:(?!\t|\s{3,}|\s\|(?:\s|$)).)*")
DASH = re.compile(r"[-–—•*+]\s*")
LAST = re.compile(r"(?:L[ưu]u\s*:|^[-–—•*+\s]*L[ưu]u\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ending:
    """Recipients without dash and mark, the signature, and the place in the lines where the body ends."""

    recipients: tuple[str, ...]
    recipient_spans: tuple[Span, ...]
    signature: SignatureBlock
    body: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """A column of a line: the left one of the two holds recipients."""

    start: int
    text: str
    left: bool
    end: int


def ending(letters: Letters, lines: Sequence[Line]) -> Ending:
    """The ending in ``lines``, those below the title."""
    start = _start(letters, lines)
    pieces = [piece for line in lines[start:] for piece in _pieces(letters, line)]
    listed = tuple(_recipients(pieces))
    taken = [(piece.start, piece.end) for piece in listed]
    said = tuple(_recipient(piece.text) for piece in listed)
    spans = tuple((piece.start, piece.end) for piece in listed)
    others = [
        piece
        for piece in pieces
        if not any(a <= piece.start < b for a, b in taken) and not RECIPIENTS.match(piece.text)
    ]
    return Ending(said, spans, _signature(others), start)


def _start(letters: Letters, lines: Sequence[Line]) -> int:
    """Where the ending begins: at the recipients or at the signature, whichever comes first."""
    for place in range(len(lines)):
        text = letters.of(lines[place]).strip()
        columns = [part.strip() for part in COLUMNS.split(text) if part.strip()]
        if any(RECIPIENTS.match(column) for column in columns[:1]):
            return _before_signature(letters, lines, place)
        if any(_is_authority(column) for column in columns) and _is_short_to_the_end(letters, lines, place):
            return place
    return len(lines)


def _before_signature(letters: Letters, lines: Sequence[Line], place: int) -> int:
    """A PDF may give the signature's first lines before the recipients beside it."""
    while place and _is_authority(letters.of(lines[place - 1]).strip()):
        place -= 1
    return place


def _is_short_to_the_end(letters: Letters, lines: Sequence[Line], place: int) -> bool:
    """Whether what follows is a signature and not a text that names a director in capitals."""
    following = [letters.of(line).strip() for line in lines[place : place + 8]]
    return all(len(text) < 90 for text in following)


def _is_authority(text: str) -> bool:
    first = text.split("\n")[0].strip()
    bare = ACTING.sub("", one_line(AUTHORITY.sub("", first, count=1)))
    if bare.upper() in POSITIONS:  # old encodings have no capitals with accents
        return True
    return is_capital(first) and len(first) < 70 and (bool(AUTHORITY.match(first)) or bare.startswith(POSITIONS))


def _pieces(letters: Letters, line: Line) -> Iterator[_Piece]:
    start, text = line.start, letters.of(line)
    for row in text.split("\n"):
        parts = [(m.start(), m[0]) for m in COLUMN.finditer(row)]
        for n, (at, part) in enumerate(parts):
            left = n == 0 and (len(parts) > 1 or not row[:1].isspace() or at < 20)
            yield _Piece(start + at, part.strip(), left, start + at + len(part.rstrip()))
        start += len(row) + 1


def _recipients(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The recipients, each with the lines that it runs on over: its bracket is open, or they begin small."""
    last: _Piece | None = None
    for piece, alone in _candidates(pieces):
        if last is not None and not DASH.match(piece.text) and _runs_on(last, piece):
            last = replace(last, text=f"{last.text} {piece.text}", end=piece.end)
            continue
        if alone:
            if last is not None:
                yield last
            last = piece
    if last is not None:
        yield last


def _runs_on(last: _Piece, piece: _Piece) -> bool:
    opened = last.text.count("(") > last.text.count(")")
    small = piece.text[:1].islower() and not last.text.endswith((";", "."))
    return piece.left and (opened or small)


def _candidates(pieces: Sequence[_Piece]) -> Iterator[tuple[_Piece, bool]]:
    """Pieces below the words Nơi nhận, and whether each is a recipient by itself: it has a dash, or stands above the
    archive and ends as a recipient does."""
    begun = done = False
    for piece in pieces:
        if not begun:
            begun = bool(RECIPIENTS.match(piece.text))
            continue
        if _is_authority(piece.text):
            continue
        plain = piece.left and not done and not is_capital(piece.text) and piece.text.endswith((";", "."))
        alone = bool(DASH.match(piece.text)) or plain
        yield piece, alone
        if alone:
            done = done or bool(LAST.search(piece.text))


def _recipient(text: str) -> str:
    return one_line(DASH.sub("", text, count=1)).rstrip(" .;,")


def _signature(pieces: Sequence[_Piece]) -> SignatureBlock:
    lines = [n for n, piece in enumerate(pieces) if _is_office(piece.text)]
    if not lines:
        return SignatureBlock()
    first = lines[0]
    offices: list[_Piece] = []
    for piece in pieces[first:]:
        if not _is_office(piece.text):
            break
        offices.append(piece)
    authority = [piece.text for piece in offices if AUTHORITY.match(piece.text)]
    position = next((piece.text for piece in reversed(offices) if not AUTHORITY.match(piece.text)), None)
    signer = _name(pieces[first + len(offices) :])
    end = signer or offices[-1]
    span = offices[0].start, end.end
    name = NAME.fullmatch(one_line(signer.text)) if signer else None
    mark = next((one_line(piece.text) for piece in pieces[first:] if SIGNED.fullmatch(piece.text)), None)
    return SignatureBlock(" ".join(authority) or None, position, name[1] if name else None, mark, span)


def _is_office(text: str) -> bool:
    return _is_authority(text) or (
        is_capital(text) and len(text) < 70 and ACTING.sub("", one_line(text)).startswith(POSITIONS)
    )


def _name(pieces: Sequence[_Piece]) -> _Piece | None:
    """The first piece that is a full name; the mark that the paper is signed stands before it."""
    for piece in pieces[:8]:
        text = one_line(piece.text)
        if NAME.fullmatch(text) and not SIGNED.fullmatch(text):
            return piece
    return None
