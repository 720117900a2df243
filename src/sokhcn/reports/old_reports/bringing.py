"""Bringing a report that others wrote: read at once, kept under its hash, and read again whenever it is opened."""

from functools import lru_cache

from django.utils import timezone

from sokhcn.people.models import User
from sokhcn.people.permissions import within_reach
from sokhcn.records.store import keep, kept
from sokhcn.records.writing import writing
from sokhcn.reports.models import OldReport
from sokhcn.reports.proposing import Proposals, propose

REMEMBERED = 8  # files that were read last: deciding on a hundred rows of one reads it once
LONGEST_NAME = 250


def bring(data: bytes, name: str, *, by: User) -> OldReport:
    """The report ``data`` as it is kept; one that the same unit brought before is opened again. Raises ``Unreadable``,
    and then nothing is kept."""
    name = name[-LONGEST_NAME:]
    proposals = propose(data, name)
    sha256 = keep(data)
    before: OldReport | None = (
        within_reach(OldReport.objects.filter(sha256=sha256, agency=by.agency), by).order_by("pk").first()
    )
    if before is not None:
        return before
    report = OldReport(
        agency=by.agency,
        unit=by.unit,
        name=name,
        sha256=sha256,
        subject=proposals.text.title.subject or "",
        period_code=proposals.period.code if proposals.period else "",
        proposed=len(proposals.rows),
        brought_at=timezone.now(),
        by=by.get_full_name() or by.get_username(),
    )
    with writing(by=by, occasion=f"Đưa vào đọc tệp {name}") as pen:
        pen.save(report)
    return report


def proposals_of(report: OldReport) -> Proposals:
    """What the kept file proposes. Raises ``Unreadable``, and ``Altered`` where the file is no longer what it was."""
    return _read(report.sha256, report.name)


@lru_cache(REMEMBERED)
def _read(sha256: str, name: str) -> Proposals:
    return propose(kept(sha256), name)
