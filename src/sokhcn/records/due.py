"""What falls due: a deadline as a question about a period, and the entries that answer it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sokhcn.kernel.reading import Question


@dataclass(frozen=True, slots=True)
class Deadline:
    """A named question whose listing yields ``Due`` entries for the period of the ``figures.Scope`` it is given."""

    key: str
    label: str
    ask: Callable[[Any], Question]


@dataclass(frozen=True, slots=True)
class Due:
    """One row that falls due: its title, its day, its unit's short name, and where it stands."""

    title: str
    due_on: date | None
    unit: str
    register: str
    row: int
