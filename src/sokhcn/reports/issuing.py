"""What it means that an edition was issued: it left the house, so from now on its rows change with a reason only."""

from collections.abc import Iterable, Mapping
from datetime import date

from sokhcn.compiler.outline import PROVINCE
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.kernel.runs import Run, Runs
from sokhcn.records.locks import lock
from sokhcn.records.models import Agency, Issued
from sokhcn.records.registering import Register
from sokhcn.records.writing import Pen
from sokhcn.reports import catalogue
from sokhcn.reports.models import Edition, report_name

AT_ONCE = 1000
Ids = Mapping[str, Mapping[int, int]]


def is_issued(edition: Edition) -> bool:
    """Whether it left the house."""
    return Issued.objects.filter(agency=edition.agency, report=edition.label).exists()


def record(pen: Pen, edition: Edition, on: date) -> Issued:
    """Lock the rows that ``edition`` counted, issued ``on`` a day; ``pen`` is the gate that the verb opened."""
    counted = _with_parts(_counted(edition.figures()))
    name = f"báo cáo {edition.period.name}"
    issued = Issued(agency=edition.agency, report=edition.label, name=name, issued_on=on)
    lock(pen, issued, {register: _runs(ids) for register, ids in counted.items()})
    return issued


def issued_edition(agency: str, report: str) -> Edition | None:
    """The edition of ``report`` (``2022-01``, ``2022-01:bo``) that is in force: issued last; None where none was, or
    where the last one recalls it."""
    found = issued_last(agency, report)
    return None if found is None or found.recalls else found


def reported(agency: Agency, period_code: str, addressee: str = PROVINCE) -> Edition | None:
    """What is said of a period: the edition in force, or the latest draft while there is none; never what was recalled,
    nor the notice that recalls it."""
    last = issued_last(agency.code, report_name(period_code, addressee))
    if last is not None and not last.recalls:
        return last
    drafts = Edition.objects.of(agency, period_code, addressee).filter(number__gt=last.number if last else 0)
    found: Edition | None = drafts.first()
    return found


def issued_last(agency: str, report: str) -> Edition | None:
    """The edition that left the house last, be it a notice that recalls the one before."""
    last = Issued.objects.filter(agency=agency, report__startswith=f"{report}/").order_by("issued_on", "pk").last()
    if last is None:
        return None
    period_code, _, addressee = report.partition(":")
    about = {"period_code": period_code, "addressee": addressee or PROVINCE, "agency": agency}
    found: Edition | None = Edition.objects.filter(**about, number=last.report.rpartition("/")[2]).first()
    return found


def _counted(figures: Iterable[FrozenFigure]) -> dict[str, dict[int, int]]:
    """The version of each row that some figure counted, by register."""
    counted: dict[str, dict[int, int]] = {}
    for figure in figures:
        for first, last, version in figure.rows.runs:
            counted.setdefault(figure.register, {}).update(dict.fromkeys(range(first, last + 1), version))
    return counted


def _with_parts(counted: Ids) -> Ids:
    """The same with the parts of those rows, such as the paper of an advisory document: the report says them too."""
    found = {register: dict(ids) for register, ids in counted.items()}
    registers = {register.model._meta.label_lower: register for register in catalogue.registers()}
    for label in counted.keys() & registers.keys():
        for part, ids in _parts(registers[label], list(counted[label])):
            found.setdefault(part, {}).update(ids)
    return found


def _parts(register: Register, ids: list[int]) -> Iterable[tuple[str, dict[int, int]]]:
    for part in register.parts:
        label, names = part.model._meta.label_lower, (f"{part.field}_id", f"{part.field}__version")
        for start in range(0, len(ids), AT_ONCE):
            rows = register.model.everything.filter(pk__in=ids[start : start + AT_ONCE]).exclude(**{part.field: None})
            yield label, dict(rows.order_by().values_list(*names))


def _runs(ids: Mapping[int, int]) -> Runs:
    return Runs(Run(row, row, version) for row, version in ids.items())
