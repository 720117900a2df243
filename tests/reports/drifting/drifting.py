"""An agency whose reports of two months were issued, and what is noticed of them afterwards."""

from datetime import date

from sokhcn.people.models import Role, User
from sokhcn.records.models import Agency
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import Drift, Edition
from sokhcn.reports.periods import the_period
from tests.reports.issued import issue
from tests.reports.reporting import reporting
from tests.rows import user

JANUARY, FEBRUARY = "2022-01", "2022-02"


def office() -> tuple[Agency, User]:
    """An agency that reports, and its compiler."""
    ours = reporting()
    return ours, user(ours, Role.COMPILER, "tonghop")


def issued(ours: Agency, by: User, code: str) -> Edition:
    """The report of a period, compiled and issued."""
    edition = compile_report(the_period(code), ours, by=by).edition
    issue(edition, on=max(edition.ends_on, date(2022, 3, 1)), by=by)
    return edition


def entries() -> set[tuple[str, str, str, object, object]]:
    """Edition, figure and aspect of every entry that came to something, with what was issued and what would be now."""
    rows = Drift.objects.exclude(state=Drift.State.GONE)
    return {(row.edition_label, row.figure, row.aspect, row.was, row.would_be) for row in rows}
