"""Reference data that ships with the program: rules of terms and dated lists, each with its source, put in the
department's registers once; what the department changed since stays as it is."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_noop

from sokhcn.intake.mapping import take
from sokhcn.intake.sheet import read_csv
from sokhcn.kernel.finding import Finding
from sokhcn.people.models import User
from sokhcn.records.filling import Filling
from sokhcn.records.registering import Register
from sokhcn.records.writing import Pen, writing
from sokhcn.reports import catalogue

TERMS = "thoi-han"
SHIPPED = gettext_noop("Danh mục kèm theo chương trình")  # the reason that history tells
FILE = "terms.csv"
FOLDER = "shipped"  # of an area, and of the reports: files for its own registers, each named after one


class BadShipment(Exception):
    """A file that ships with the program is wrong: an error of the program; ``findings`` name the lines."""

    def __init__(self, file: Path, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{file}: {'; '.join(str(finding) for finding in findings)}")
        self.findings = findings


def ship(*, by: User) -> int:
    """Add the rows that the areas ship and the department does not have yet; returns how many were added.

    All through one gate: rules that change make every due date be reckoned anew, once.
    """
    with writing(by=by, reason=SHIPPED) as pen:
        return sum(_add(file, pen) for file in shipped())


def shipped() -> tuple[Path, ...]:
    """The files of rules and of dated lists, in the order of the areas; the reports' own last."""
    folders = [Path(app.path) for app in (*catalogue.areas(), apps.get_app_config("reports"))]
    found = (file for folder in folders for file in (folder / FILE, *sorted((folder / FOLDER).glob("*.csv"))))
    return tuple(file for file in found if file.exists())


def _add(file: Path, pen: Pen) -> int:
    register = catalogue.register(TERMS if file.name == FILE else file.stem)
    taken = take(read_csv(file.read_bytes(), str(file)), register.columns)
    if taken.all_findings:
        raise BadShipment(file, taken.all_findings)
    known = set(register.model.everything.values_list(*register.key))
    new = [(line.where, line.values) for line in taken.lines if _identity(register, line.values) not in known]
    filled = Filling(register, pen, {}).fill(new)
    if findings := tuple(finding for row in filled for finding in row.findings):
        raise BadShipment(file, findings)
    return pen.save_many(row.row for row in filled)


def _identity(register: Register, values: Mapping[str, Any]) -> tuple[Any, ...]:
    """What the row of ``values`` is known by; what the file does not tell is as a new row has it."""
    new = register.model()
    return tuple(values.get(name, getattr(new, name)) for name in register.key)
