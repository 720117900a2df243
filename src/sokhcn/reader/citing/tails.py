"""What follows a code and belongs to the mention: its date, its issuer, «được Quốc hội thông qua ngày …»."""

import re
from dataclasses import dataclass

from sokhcn.document.letters import Span
from sokhcn.reader.citing.dates import Printed, day_after, day_at
from sokhcn.reader.citing.issuers import agencies_at, agency_at
from sokhcn.reader.citing.plain import Plain
from sokhcn.reader.citing.stops import OPENING

_OF = re.compile(r"\s*,?\s*(?:của|do|giữa)\s+(?:các\s+)?")
_PASSED = re.compile(r"\s*,?\s+(?:(?:đã|vừa)\s+)?được\s+")
_PASSING = re.compile(
    r"[^.;:()\n]{0,60}?\s*(?:thông qua|ban hành|phê duyệt|ký)"
    r"(?:\s+tại\s+kỳ họp(?:\s+thứ)?\s+\w+)?\s*(?:,|vào|tại)?\s*(?=ngày)"
)
_BRACKET = re.compile(r"\s*\(\s*(?=ngày\s*[\d….]|của\s)")
_SPACE = re.compile(r"\s+")
_CLOSED = re.compile(r"\s*(?:[.;)”\"]|$|\n\s*\n)")


@dataclass(frozen=True, slots=True)
class Tail:
    """Where the mention ends, and what was found on the way."""

    end: int
    day: Printed | None = None
    issuer: Span | None = None


def tail(plain: Plain, at: int, joint: bool = False) -> Tail:
    """Date and issuer, in either order, behind the code that ends at ``at``."""
    if opened := _BRACKET.match(plain.lower, at):
        inner = _plain_tail(plain, opened.end(), joint)
        if inner.end > opened.end() and plain.text[inner.end : inner.end + 1] == ")":
            after = None if inner.issuer else _issuer(plain, inner.end + 1, joint)
            return Tail(after[1] if after else inner.end + 1, inner.day, inner.issuer or after)
    return _plain_tail(plain, at, joint)


def _plain_tail(plain: Plain, at: int, joint: bool) -> Tail:
    if passed := _passed(plain, at):
        return passed
    day = day_after(plain, at)
    end = day.end if day else at
    if day and (passed := _passed(plain, end)):
        return Tail(end, day, passed.issuer)
    issuer = _issuer(plain, end, joint) or (_appended(plain, end) if day else None)
    if issuer:
        end = issuer[1]
        if not day and (day := day_after(plain, end)):
            end = day.end
    return Tail(end, day, issuer)


def _issuer(plain: Plain, at: int, joint: bool) -> Span | None:
    of = _OF.match(plain.lower, at)
    if not of:
        return None
    end = (agencies_at if joint or "giữa" in of[0] else agency_at)(plain, of.end())
    return (of.end(), end) if end else None


def _appended(plain: Plain, at: int) -> Span | None:
    """An issuer without «của», right behind the date, if the sentence does not go on with what it does."""
    space = _SPACE.match(plain.text, at)
    if not space or "\n\n" in space[0]:
        return None
    end = agency_at(plain, space.end())
    if not end:
        return None
    after = _SPACE.match(plain.text, end)
    opens = (
        after and OPENING.match(plain.lower, after.end()) and plain.lower.startswith(("về", "v/v", "quy"), after.end())
    )
    return (space.end(), end) if opens or _CLOSED.match(plain.text, end) else None


def _passed(plain: Plain, at: int) -> Tail | None:
    """«được Quốc hội khóa XV, kỳ họp thứ 9 thông qua ngày 27/6/2025»."""
    opened = _PASSED.match(plain.lower, at)
    if not opened:
        return None
    end = agency_at(plain, opened.end())
    passing = _PASSING.match(plain.lower, end) if end else None
    day = day_at(plain, passing.end()) if passing else None
    return Tail(day.end, day, (opened.end(), end)) if day and end else None
