"""Issuer and date that stand before the mention: «Ngày 24/7/2024, UBND tỉnh có Công văn số …»."""

import re
from dataclasses import dataclass

from sokhcn.document.letters import Span
from sokhcn.reader.citing.dates import Printed, day_at
from sokhcn.reader.citing.issuers import FIRST_SYLLABLE, agencies_at, agency_at, bare_agency_at
from sokhcn.reader.citing.plain import Plain

_BACK = 220
_BREAK = re.compile(r"[;!?“”\"(]|\.(?=\s)|\n\s*\n|\n\s*[-+*•]")
_HINTS = re.compile(
    r"(?:ban\s+hành|có|ra|ký|thông\s+qua|phê\s+duyệt|phát\s+hành|công\s+bố|nhận|gửi|trình|tại|bằng|theo|các|những|một\s+số|thêm|:)\s+$"
)
_SENDS = re.compile(r"(?<!\w)(?:gửi|trình|báo cáo|tham mưu)\s")
_MODAL = r"(?:(?:đã|vừa|mới|cũng|kịp thời|tiếp tục|sẽ|còn|đang|luôn|tỉnh)\s+)*"
_MANY = r"(?:(?:các|những|một số|kèm theo|thêm)\s+|:\s*)*"
_ISSUING = re.compile(
    rf"\s*{_MODAL}(?:(?:ký|xây dựng và)\s+ban hành|ban hành|có|ra|ký|thông qua|phê duyệt|phát hành|công bố|nhận|"
    r"gửi|trình)\s+"
    rf"(?:(?:tại|theo|bằng)\s+)?{_MANY}"
)
_SENDING = re.compile(rf"\s*{_MODAL}(?:có\s+)?(?:gửi|trình|báo cáo|tham mưu)\s+")
_TOGETHER = re.compile(rf"\s*{_MODAL}(?:chủ trì,?\s+)?phối hợp\s+(?:chặt chẽ\s+)?(?:cùng\s+)?(?:với\s+)?")
_BESIDES = re.compile(r"(?<!\w)(?:phối hợp|với|cùng)\s+$")
_SENT = re.compile(rf"\s*(?:(?:tại|bằng|theo|ở)\s+)?{_MANY}")
_SAYING = re.compile(
    rf"\s*{_MODAL}(?:có ý kiến|cho ý kiến|giao|yêu cầu|chỉ đạo|đề nghị|hướng dẫn|phê duyệt|chấp thuận|thống nhất|"
    r"kết luận|phân công|nêu|thông báo|trả lời|báo cáo|trình|công nhận|đồng ý)"
    r"(?:\s+(?!tại|bằng|quy)[^\s,.;:()]+){0,7}?\s+(?:tại|bằng)\s+" + _MANY
)
_AT = re.compile(rf"\s*,?\s*(?:tại|theo|bằng)\s+{_MANY}")
_WORD_OF = re.compile(
    r"(?:đề nghị|ý kiến|chỉ đạo|kết luận|yêu cầu|giao|hướng dẫn|phê duyệt|thống nhất|báo cáo|thông báo|đề xuất|"
    r"kiến nghị)[^.;:]{0,40}?\s+của\s+(?:đồng chí\s+|ông\s+|bà\s+)?$"
)
_DAY_WORD = re.compile(r"(?<!\w)ngày\s*\d")
_COMMA = re.compile(r"\s*,?\s*(?:của\s+)?")
_DAY_GAP = re.compile(r"\s*,?\s*(?:tại|(?:đã\s+)?ban hành|có)\s+")


@dataclass(frozen=True, slots=True)
class Before:
    """What the words before a mention say of it."""

    issuer: Span | None = None
    day: Printed | None = None


def standing_before(plain: Plain, at: int, floor: int) -> Before:
    """Issuer and date before the mention at ``at``, in its own sentence; what lies before ``floor`` is another's."""
    start = max(floor, sentence_start(plain, at))
    issuer = _issuer(plain, start, at)
    return Before(issuer, _day(plain, start, issuer[0] if issuer else at, issuer is not None))


def sentence_start(plain: Plain, at: int) -> int:
    """Where the clause of ``at`` starts: behind the last end of sentence, semicolon, bracket or quote."""
    start = max(0, at - _BACK)
    for found in _BREAK.finditer(plain.text, start, at):
        start = found.end()
    return start


def _issuer(plain: Plain, start: int, at: int) -> Span | None:
    if not _HINTS.search(plain.lower, max(start, at - 20), at) and not _SENDS.search(plain.lower, start, at):
        return None
    for name in FIRST_SYLLABLE.finditer(plain.lower, start, at):
        first = name.start()
        if end := agency_at(plain, first):
            for until in sorted({end, agencies_at(plain, first) or end}):
                if until < at and _issues(plain, first, until, at):
                    return first, until
        elif (bare := bare_agency_at(plain, first)) and _ISSUING.fullmatch(plain.lower, bare, at):
            return first, bare
    return None


def _issues(plain: Plain, first: int, end: int, at: int) -> bool:
    lower = plain.lower
    if together := _TOGETHER.match(lower, end, at):
        partner = agency_at(plain, together.end())
        return partner is not None and partner < at and _ISSUING.fullmatch(lower, partner, at) is not None
    if _BESIDES.search(lower, max(0, first - 12), first):
        return False
    if _ISSUING.fullmatch(lower, end, at) or _SAYING.fullmatch(lower, end, at):
        return True
    if _AT.fullmatch(lower, end, at):
        return _WORD_OF.search(lower[max(0, first - 80) : first]) is not None
    if sending := _SENDING.match(lower, end, at):
        receiver = agency_at(plain, sending.end())
        return receiver is not None and receiver < at and _SENT.fullmatch(lower, receiver, at) is not None
    return False


def _day(plain: Plain, start: int, until: int, issued: bool) -> Printed | None:
    for found in reversed(list(_DAY_WORD.finditer(plain.lower, start, until))):
        day = day_at(plain, found.start())
        if day and day.end <= until and day.day:
            return day if (_COMMA if issued else _DAY_GAP).fullmatch(plain.lower, day.end, until) else None
    return None
