"""Every rule over one document: findings in reading order, each at its place in the file's own text."""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from heapq import nsmallest
from importlib import import_module
from pkgutil import iter_modules

from sokhcn.checker import rules as folder
from sokhcn.checker.rule import Fault, Rule, fault
from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.document.understood import Understood
from sokhcn.kernel.finding import Finding, Severity

ABSENT = 1 << 62
MOST_SAID = 50  # places that one rule names; nobody mends more before checking again
REST = "Còn {n} chỗ nữa như vậy, chỗ kế tiếp ở đây. Yêu cầu: {about}"


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the folder, by id."""
    modules = [import_module(f"{folder.__name__}.{found.name}") for found in iter_modules(folder.__path__)]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda rule: rule.id))


def check(subject: Subject, asked: Iterable[Rule] | None = None) -> tuple[Finding, ...]:
    """What the rules find, those without a place last. Spans are places in ``Letters.source``. Of a rule that finds
    very much the first places are named, and how many more there are."""
    found = [(rule, fault) for rule in (rules() if asked is None else asked) for fault in _told(rule, subject)]
    found.sort(key=lambda pair: (_place(pair[1]), pair[0].id))
    breaks = [place for place, letter in enumerate(subject.text.letters.source) if letter == "\n"]
    return tuple(_finding(subject.text, breaks, rule, fault) for rule, fault in found)


def _told(rule: Rule, subject: Subject) -> Iterator[Fault]:
    """The faults by their places; one for all that are too many, as grave as the gravest of them."""
    found: Counter[Severity] = Counter()
    first = nsmallest(MOST_SAID + 1, _counted(rule, subject, found), key=_place)
    if found.total() <= len(first):
        yield from first
        return
    rest = found - Counter(one.severity or rule.severity for one in first[:MOST_SAID])
    yield from first[:MOST_SAID]
    yield fault(
        first[MOST_SAID].span,
        REST,
        suggestion="Sửa các chỗ đã nêu rồi kiểm tra lại.",
        severity=min(rest, key=list(Severity).index),
        n=rest.total(),
        about=rule.about,
    )


def _counted(rule: Rule, subject: Subject, found: Counter[Severity]) -> Iterator[Fault]:
    """The faults one by one, counted by severity: nobody keeps two hundred thousand of them."""
    for one in rule.examine(subject):
        found[one.severity or rule.severity] += 1
        yield one


def _place(fault: Fault) -> Span:
    return fault.span or (ABSENT, ABSENT)


def _finding(text: Understood, breaks: Sequence[int], rule: Rule, fault: Fault) -> Finding:
    span = text.letters.in_source(*fault.span) if fault.span else None
    return Finding(
        rule.id,
        fault.severity or rule.severity,
        fault.template,
        fault.values,
        where=f"dòng {bisect_left(breaks, span[0]) + 1}" if span else "",
        suggestion=fault.suggestion,
        span=span,
        basis=rule.basis,
    )


def fingerprint(finding: Finding, text: Understood) -> str:
    """What a waiver remembers: the rule, the words at its place and the paragraph around them. A changed paragraph is
    examined again, and so are other places too many to name; 16 hexadecimal digits."""
    source = text.letters.source
    if finding.span is None:
        words = ["", text.title.subject or ""]
    else:
        start, end = finding.span
        first, last = source.rfind("\n", 0, start) + 1, source.find("\n", end)
        words = [source[start:end], source[first : last if last >= 0 else len(source)]]
    if finding.template == REST:
        words.append(str(finding.values["n"]))
    said = "\0".join([finding.id, *(" ".join(part.split()) for part in words)])
    return hashlib.sha256(said.encode()).hexdigest()[:16]
