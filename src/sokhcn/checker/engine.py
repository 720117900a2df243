"""Every rule over one document: findings in reading order, each at its place in the file's own text."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from sokhcn.checker import rules as folder
from sokhcn.checker.rule import Fault, Rule
from sokhcn.checker.subject import Subject
from sokhcn.document.understood import Understood
from sokhcn.kernel.finding import Finding

ABSENT = 1 << 62


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the folder, by id."""
    modules = [import_module(f"{folder.__name__}.{found.name}") for found in iter_modules(folder.__path__)]
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return tuple(sorted(found, key=lambda rule: rule.id))


def check(subject: Subject, asked: Iterable[Rule] | None = None) -> tuple[Finding, ...]:
    """What the rules find, those without a place last. Spans are places in ``Letters.source``."""
    found = [(rule, fault) for rule in (rules() if asked is None else asked) for fault in rule.examine(subject)]
    found.sort(key=lambda pair: (pair[1].span or (ABSENT, ABSENT), pair[0].id))
    breaks = [place for place, letter in enumerate(subject.text.letters.source) if letter == "\n"]
    return tuple(_finding(subject.text, breaks, rule, fault) for rule, fault in found)


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
    examined again; 16 hexadecimal digits."""
    source = text.letters.source
    if finding.span is None:
        words = ["", text.title.subject or ""]
    else:
        start, end = finding.span
        first, last = source.rfind("\n", 0, start) + 1, source.find("\n", end)
        words = [source[start:end], source[first : last if last >= 0 else len(source)]]
    said = "\0".join([finding.id, *(" ".join(part.split()) for part in words)])
    return hashlib.sha256(said.encode()).hexdigest()[:16]
