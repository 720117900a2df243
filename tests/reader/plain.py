"""Letters made from a few lines written in a test."""

from datetime import date

from sokhcn.document.letters import Hint, Letters, Line, Role
from sokhcn.kernel.periods import PeriodKind, Regime
from sokhcn.reader.structure import Structure, structure

DECREE = Regime(
    "ND09-2019",
    "15 đến 14",
    15,
    "Nghị định số 09/2019/NĐ-CP, Điều 12",
    date(2019, 3, 12),
    by_convention=frozenset({PeriodKind.NINE_MONTHS}),
)


def letters(text: str, *, bold: tuple[str, ...] = (), roles: dict[str, Role] | None = None) -> Letters:
    """One line of the file for each line of ``text``; lines that contain a word of ``bold`` are bold."""
    lines, place = [], 0
    for row in text.split("\n"):
        if row.strip():
            hint = Hint(bold=any(word in row for word in bold))
            role = next((role for word, role in (roles or {}).items() if word in row), Role.BODY)
            lines.append(Line(place, place + len(row), hint=hint, role=role))
        place += len(row) + 1
    return Letters(text, text, tuple(lines))


def read(text: str, *, bold: tuple[str, ...] = (), roles: dict[str, Role] | None = None) -> Structure:
    return structure(letters(text, bold=bold, roles=roles), DECREE)
