"""A rule: what it looks for, how much that matters, and on whose word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sokhcn.checker.subject import Subject
from sokhcn.document.letters import Span
from sokhcn.kernel.finding import Severity


class Family(StrEnum):
    """What a rule is about; the value is the word that people read."""

    SUMS = "số liệu"
    TIME = "thời gian"
    CITATIONS = "viện dẫn"
    STRUCTURE = "cấu trúc"
    FORM = "thể thức"
    WRITING = "câu chữ"
    REGISTERS = "đối chiếu sổ"
    CONTINUITY = "liên tục"


@dataclass(frozen=True, slots=True)
class Fault:
    """One place that a rule objects to, in ``Letters.text``; ``span`` is None for what is absent.

    ``template`` is a Vietnamese sentence with ``{names}``, filled from ``values``. ``severity`` departs from the rule's
    own where a case is milder.
    """

    span: Span | None
    template: str
    values: MappingProxyType[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    suggestion: str = ""
    severity: Severity | None = None


def fault(
    span: Span | None, template: str, /, *, suggestion: str = "", severity: Severity | None = None, **values: object
) -> Fault:
    """A fault whose sentence is filled from ``values``."""
    return Fault(span, template, MappingProxyType(values), suggestion, severity)


@dataclass(frozen=True, slots=True)
class Rule:
    """``id`` is a promise (``time.after-report``); ``about`` says in Vietnamese what the rule asks for."""

    id: str
    about: str
    severity: Severity
    basis: str
    examine: Callable[[Subject], Iterable[Fault]]

    @property
    def family(self) -> Family:
        return Family[self.id.split(".", 1)[0].upper()]


def rule(
    id: str, about: str, severity: Severity, *, basis: str = ""
) -> Callable[[Callable[[Subject], Iterable[Fault]]], Rule]:
    """Turn a function from a subject to its faults into a ``Rule`` of the same name in its module."""

    def declare(examine: Callable[[Subject], Iterable[Fault]]) -> Rule:
        return Rule(id, about, severity, basis, examine)

    return declare
