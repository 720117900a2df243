"""What files say and registers do not know: asked of an officer once, kept, and understood from then on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sokhcn.intake.mapping import NOT_TAKEN, Meanings
from sokhcn.intake.marking import Mark
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.folding import fold
from sokhcn.people.models import User
from sokhcn.records.models import Meaning
from sokhcn.records.registering import Register
from sokhcn.records.stepping import lacking
from sokhcn.records.writing import writing

UNKNOWN = ("reference.unknown", "intake.choice")
HEADINGS = ""  # the column of a meaning that is about a heading of the file


@dataclass(frozen=True, slots=True)
class Unknown:
    """A text that a column does not take: its heading, the text, how often it comes, and what is advised."""

    column: str
    text: str
    times: int
    advice: str


def taught_for(register: Register) -> Meanings:
    """What was told of the files for ``register``. One query."""
    named = {column.heading: column.name for column in register.columns}
    headings: dict[str, str] = {}
    values: dict[tuple[str, str], str] = {}
    for meaning in Meaning.objects.filter(register=register.slug).order_by("pk"):
        if meaning.column == HEADINGS:
            headings[fold(meaning.text)] = named.get(meaning.means, NOT_TAKEN)
        elif meaning.column in named:
            values[named[meaning.column], fold(meaning.text)] = meaning.means
    return Meanings(headings, values)


def unknown_values(register: Register, marks: Iterable[Mark]) -> tuple[Unknown, ...]:
    """Each text that no row and no choice is called, once, the commonest first."""
    headings = {column.name: column.heading for column in register.columns}
    found: dict[tuple[str, str], list[Finding]] = {}
    for mark in marks:
        finding = mark.finding
        if finding.id in UNKNOWN and finding.about in headings and "text" in finding.values:
            found.setdefault((headings[finding.about], fold(str(finding.values["text"]))), []).append(finding)
    told = [
        Unknown(heading, str(some[0].values["text"]), len(some), next((f.advice for f in some if f.suggestion), ""))
        for (heading, _), some in found.items()
    ]
    return tuple(sorted(told, key=lambda one: (-one.times, one.column, one.text)))


def teach(register: Register, told: Mapping[tuple[str, str], str], *, by: User, today: date) -> tuple[Finding, ...]:
    """Keep what each (heading of a column, text) means, in place of what was kept before; ``HEADINGS`` for headings.

    Nothing is kept where something is wrong.
    """
    columns = {fold(column.heading): column.heading for column in register.columns}
    findings = [f for (column, _), means in told.items() for f in _faults(columns, column, means)]
    if findings:
        return tuple(findings)
    old = {(row.column, fold(row.text)): row for row in Meaning.objects.filter(register=register.slug)}
    rows = []
    for (column, text), means in told.items():
        heading = columns.get(fold(column), HEADINGS)
        row = old.get((heading, fold(text))) or Meaning(register=register.slug, column=heading, text=text)
        row.means = means if heading else columns.get(fold(means), NOT_TAKEN)
        row.told_by, row.told_on = str(by), today
        rows.append(row)
    if findings := [finding for row in rows for finding in lacking(row)]:
        return tuple(findings)
    with writing(by=by, reason="Ghi nhớ cách hiểu khi nhập tệp") as pen:
        for row in rows:
            pen.save(row)
    return ()


def _faults(columns: Mapping[str, str], column: str, means: str) -> Iterable[Finding]:
    named = column if column != HEADINGS else means
    if fold(named) not in columns and not (column == HEADINGS and means == NOT_TAKEN):
        advice = "Các cột: " + ", ".join(columns.values()) + "."
        yield must("teach.column", "Sổ không có cột “{name}”.", suggestion=advice, name=named)
