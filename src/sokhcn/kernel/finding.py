"""A finding: what is wrong in data, where, and what to do. Wrong data is a value, never an exception."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any

NAMED = re.compile(r"\{(\w+)\}")


class Severity(StrEnum):
    """How much it matters; the value is the word that people read."""

    MUST = "phải sửa"
    LOOK = "cần xem"
    HINT = "gợi ý"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend. ``id`` is a promise (``intake.date``); the sentence may be reworded.

    ``template`` is a Vietnamese sentence with ``{names}``, filled from ``values``; doors translate the template
    and fill it afterwards; so is ``suggestion``. ``where`` is a place a person can go to: a file and line, a section,
    a column. In a text, ``span`` is the place of the fault itself: its first character, and the one after its last;
    None for what is absent. ``basis`` names the law that asks for it, where one does. ``about`` is the column that it
    speaks of, in a row.
    """

    id: str
    severity: Severity
    template: str
    values: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    where: str = ""
    suggestion: str = ""
    span: tuple[int, int] | None = None
    basis: str = ""
    about: str = ""

    def __str__(self) -> str:
        sentence = self.template.format_map(dict(self.values))
        place = f"{self.where}: " if self.where else ""
        return f"{place}{sentence} {self.advice}".rstrip()

    @property
    def advice(self) -> str:
        """What to do."""
        return self.filled(self.suggestion)

    def filled(self, advice: str) -> str:
        """``advice``, as declared or translated, with the values that it names; it may quote a text with braces."""
        return NAMED.sub(lambda name: str(self.values.get(name[1], name[0])), advice)


def must(
    id: str, template: str, /, *, where: str = "", suggestion: str = "", about: str = "", **values: object
) -> Finding:
    """A finding that has to be mended before anything goes on."""
    return Finding(id, Severity.MUST, template, MappingProxyType(values), where, suggestion, about=about)


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of ``findings`` that stop the work."""
    return tuple(f for f in findings if f.severity is Severity.MUST)
