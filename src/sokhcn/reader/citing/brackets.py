"""A mention in brackets behind what it is about: «… ban hành Đề án X (Quyết định số …)»."""

import re
from dataclasses import dataclass

from sokhcn.document.letters import Span
from sokhcn.reader.citing.issuers import FIRST_SYLLABLE, agency_at
from sokhcn.reader.citing.plain import Plain

_BACK = 500
_OPENED = re.compile(r"\(\s*(?:(?:tại|theo|ban hành (?:kèm theo|tại)|được ban hành tại)\s+)?$")
_BREAK = re.compile(r"[;:!?)]|\.(?=\s)|\n\s*\n|\n(?=\s*[-+*•])")
_DECREED = re.compile(
    r"\s*(?:(?:đã|vừa|mới|sẽ)\s+)?(?P<deed>(?:ban hành|phê duyệt|thành lập|công bố|thông qua|công nhận)\s)"
)
_CARRIED = re.compile(r"(?<!\w)(?:(?:tổ chức\s+)?triển khai\s+thực hiện|triển khai|thực hiện)\s+")
_TEAM = re.compile(r"đoàn\s+(?P<work>kiểm tra|thanh tra|giám sát|khảo sát)(?=\s)")
_LED = re.compile(r"\s+do\s")


@dataclass(frozen=True, slots=True)
class Around:
    """What the words before the bracket say: subject as a place, or in words where it must be said anew; issuer."""

    subject: Span | None = None
    words: str | None = None
    issuer: Span | None = None


def around(plain: Plain, at: int) -> Around | None:
    """What stands before the bracket in which the mention at ``at`` comes first; None outside brackets."""
    opened = _OPENED.search(plain.lower, max(0, at - 40), at)
    if not opened:
        return None
    end = opened.start()
    while end and plain.text[end - 1].isspace():
        end -= 1
    start = max(0, end - _BACK)
    for found in _BREAK.finditer(plain.text, start, end):
        start = found.end()
    return _decreed(plain, start, end) or _team(plain, start, end) or _carried(plain, start, end)


def _decreed(plain: Plain, start: int, end: int) -> Around | None:
    for name in FIRST_SYLLABLE.finditer(plain.lower, start, end):
        until = agency_at(plain, name.start())
        deed = _DECREED.match(plain.lower, until, end) if until else None
        if deed:
            return Around(subject=(deed.start("deed"), end), issuer=(name.start(), until or 0))
    return None


def _team(plain: Plain, start: int, end: int) -> Around | None:
    """A decision sets up a team: its subject is what the team looks at."""
    teams = tuple(_TEAM.finditer(plain.lower, start, end))
    if not teams or "," in plain.text[teams[-1].end() : end]:
        return None
    led = _LED.search(plain.lower, teams[-1].end(), end)
    if led and not plain.lower.endswith("chủ trì", 0, end):
        return None
    work = teams[-1]["work"]
    return Around(words=f"{plain.said(teams[-1].start('work'), led.start() if led else end)} (đoàn {work})")


def _carried(plain: Plain, start: int, end: int) -> Around | None:
    carried = _CARRIED.search(plain.lower, start, end)
    return Around(subject=(carried.end(), end)) if carried and end - carried.end() > 12 else None
