"""The noun behind a number: where its kernel ends (06 nhiệm vụ) and where its qualifier does (về đổi mới công nghệ)."""

from collections.abc import Sequence
from typing import NamedTuple

from sokhcn.reader.counting.ends import CLOSES, ENDS, JOINS, NO_NOUNS
from sokhcn.reader.counting.nouns_known import HEADS, LATER_RUNS, RUNS
from sokhcn.reader.counting.tokens import BARRED, NUMBER, SIGN, WORD, Token, matched

_CORE = 12  # words of a kernel
_WHOLE = 45  # and of kernel and qualifier
_AHEAD = 14  # how far a comma looks for the "và" that closes its enumeration
_ACRONYM = 8
CLASSIFIERS = frozenset(("cái", "chiếc", "cột", "bộ", "quả", "con", "cây", "chai", "bình"))  # count words
_PROVISIONS = frozenset(("điều", "khoản", "điểm", "mục", "chương", "phụ"))


class Noun(NamedTuple):
    """Places in the tokens: the kernel is ``line[at:core]``, with its qualifier ``line[at:end]``."""

    at: int
    core: int
    end: int
    known: bool


def noun(line: Sequence[Token], at: int, text: str) -> Noun | None:
    """The noun that begins at ``line[at]``, or None where no counted thing begins there."""
    taken = matched(HEADS, line, at)
    known = bool(taken)
    if not known and (
        at >= len(line) or line[at].kind != WORD or matched(ENDS, line, at) or matched(NO_NOUNS, line, at)
    ):
        return None
    if line[at].low in _PROVISIONS and at + 1 < len(line) and line[at + 1].kind in {NUMBER, BARRED}:
        return None  # "khoản 1, 2 và 3 Điều 5"
    core = _core(line, at, at + (taken or 1), text)
    return Noun(at, core, _whole(line, at, core), known)


def known(line: Sequence[Token], at: int) -> bool:
    """Whether a noun of the lexicon begins at ``line[at]``."""
    return matched(HEADS, line, at) > 0


def _core(line: Sequence[Token], at: int, end: int, text: str) -> int:
    bare = True  # nothing but nouns of the lexicon so far: a comma or "và" may add another
    while end < len(line) and end - at < _CORE:
        step = _step(line, end, bare, text)
        if not step:
            break
        bare = bare and line[end].low in {",", "và"}
        end += step
    return end


def _step(line: Sequence[Token], at: int, bare: bool, text: str) -> int:
    """How many tokens the kernel takes at ``at``; 0 ends it."""
    token = line[at]
    if bare and token.low in {",", "và", "hoặc"} and line[at - 1].low not in CLASSIFIERS:
        more = matched(HEADS, line, at + 1)
        turned = more and line[at + 1].capital and not line[at - 1].capital  # "12 giải, Quốc gia 01 giải"
        return more + 1 if more >= max(matched(ENDS, line, at + 1), 1) and not turned else 0
    if token.low == "(":
        return _acronym(line, at, text)
    run = matched(RUNS, line, at)
    if run:
        return run
    if token.kind != WORD or matched(ENDS, line, at):
        return 0
    head = matched(HEADS, line, at)
    return head or 1


def _acronym(line: Sequence[Token], at: int, text: str) -> int:
    """ "(PTĐ)" inside a noun: three tokens."""
    if at + 2 >= len(line) or line[at + 2].low != ")" or line[at + 1].kind != WORD:
        return 0
    inside = text[line[at + 1].start : line[at + 1].end]
    return 3 if inside.isupper() and 1 < len(inside) <= _ACRONYM else 0


def _whole(line: Sequence[Token], at: int, end: int) -> int:
    if not matched(JOINS, line, end):
        return end
    reached = end + (matched(LATER_RUNS, line, end) or matched(JOINS, line, end))
    while reached < len(line) and reached - at < _WHOLE:
        step = _further(line, reached)
        if not step:
            break
        reached += step
    return reached if line[reached - 1].kind != SIGN and reached > end + 1 else end


def _further(line: Sequence[Token], at: int) -> int:
    token = line[at]
    run = matched(RUNS, line, at) or matched(LATER_RUNS, line, at)
    if run:
        return run
    if token.low == ",":
        return 1 if _enumerates(line, at) else 0
    if token.low == "và":
        return 0 if at + 1 < len(line) and line[at + 1].kind in {NUMBER, BARRED} else 1
    if token.kind in {SIGN, NUMBER}:
        return 1 if token.low == "-" else 0
    return 0 if matched(CLOSES, line, at) else 1


def _enumerates(line: Sequence[Token], at: int) -> bool:
    """Whether a comma is one of "A, B và C": an "và" without a number comes before anything that ends the phrase."""
    for place in range(at + 1, min(at + _AHEAD, len(line) - 1)):
        token = line[place]
        if token.low == "và":
            return line[place + 1].kind == WORD
        if (
            token.kind in {NUMBER, BARRED}
            or (token.kind == SIGN and token.low not in ",-")
            or matched(CLOSES, line, place)
        ):
            return False
    return False
