"""Reference data that ships with the program: rules of terms, each with its source, put in the department's registers
once; what the department changed since stays as it is."""

from datetime import date
from pathlib import Path

from django.db import transaction

from sokhcn.intake.mapping import take
from sokhcn.intake.sheet import read_csv
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.records.filling import Filling
from sokhcn.records.terms import Term
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue

TERMS = "thoi-han"
FILE = "terms.csv"


class BadShipment(Exception):
    """A file that ships with the program is wrong: an error of the program; ``findings`` name the lines."""

    def __init__(self, file: Path, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{file}: {'; '.join(str(finding) for finding in findings)}")
        self.findings = findings


def ship(*, by: User) -> int:
    """Add the rules that the areas ship and the department does not have yet; returns how many were added."""
    with transaction.atomic():
        return sum(_add(file, by) for file in shipped())


def shipped() -> tuple[Path, ...]:
    """The files of rules, in the order of the areas."""
    files = (Path(area.path) / FILE for area in catalogue.areas())
    return tuple(file for file in files if file.exists())


def _add(file: Path, by: User) -> int:
    register = catalogue.register(TERMS)
    taken = take(read_csv(file.read_bytes(), str(file)), register.columns)
    if taken.all_findings:
        raise BadShipment(file, taken.all_findings)
    known = set(Term.everything.values_list("rule", "subject", "valid_from"))
    new = [(line.where, line.values) for line in taken.lines if _identity(line.values) not in known]
    with writing(by=by, reason="Danh mục kèm theo chương trình") as pen:
        filled = Filling(register, pen, {}).fill(new)
        if findings := tuple(finding for row in filled for finding in row.findings):
            raise BadShipment(file, findings)
        return pen.save_many(row.row for row in filled)


def _identity(values: dict[str, object]) -> tuple[object, object, date | None]:
    day = values.get("valid_from")
    return values["rule"], values.get("subject", ""), day if isinstance(day, date) else None
