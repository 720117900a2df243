"""Which rows an issued report counted: set when a report is issued, asked by the gate, which wants a reason to change
one of them."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import connection

from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.runs import Runs
from sokhcn.records.kept import Kept
from sokhcn.records.models import Counted, Issued

ALONE = "“{row}” đã được tính trong {report}."
AMONG = "“{row}” và {others} dòng khác của sổ đã được tính trong {report}."
ANY_COUNTED = "SELECT 1 FROM records_counted WHERE register = %s AND first <= %s AND last >= %s LIMIT 1"
ADVICE = "Ghi lý do thay đổi rồi ghi lại."


class Locked(Exception):
    """The gate does not take a row; ``finding`` says why and what to do. Nothing was written."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


class ReasonWanted(Locked):
    """A row that an issued report counted was to be changed without a reason."""


class WindowShut(Locked):
    """The days of ``rows`` lie in windows of their units and registers that were closed: each row, its day and why."""

    def __init__(self, rows: Sequence[tuple[Kept, date, Finding]]) -> None:
        super().__init__(rows[0][2])
        self.rows = tuple(rows)


def lock(pen: Any, issued: Issued, rows: Mapping[str, Runs]) -> None:
    """Write ``issued`` with the rows that it counted, by register; ``pen`` is the open gate."""
    issued.runs = sorted((register, *run) for register, of in rows.items() for run in of.runs)
    issued.digest = issued.proof()
    pen.freeze(issued)
    Counted.objects.bulk_create(
        (Counted(issued=issued, register=r, first=f, last=n, version=v) for r, f, n, v in issued.runs), batch_size=1000
    )


def issued_with(row: Kept) -> Issued | None:
    """The latest issued report that counted ``row``."""
    found = Counted.objects.filter(register=row._meta.label_lower, first__lte=row.pk, last__gte=row.pk)
    run = found.select_related("issued").order_by("-issued__issued_on", "-issued_id").first()
    return run.issued if run else None


def refuse_unreasoned(model: type[Kept], rows: Sequence[Kept]) -> None:
    """Raise ``ReasonWanted`` if one of ``rows``, about to change, was counted in an issued report; one query."""
    by_id = {row.pk: row for row in rows}
    ids = sorted(by_id)
    if not ids or not _is_counted(model._meta.label_lower, ids[0], ids[-1]):
        return
    runs = Counted.objects.filter(register=model._meta.label_lower, first__lte=ids[-1], last__gte=ids[0])
    counted: dict[int, Issued] = {}
    for run in runs.select_related("issued").order_by("issued__issued_on", "issued_id"):
        for pk in ids[bisect_left(ids, run.first) : bisect_left(ids, run.last + 1)]:
            counted[pk] = run.issued
    if counted:
        pk = min(counted)
        others = len(counted) - 1
        told: dict[str, Any] = {"row": by_id[pk], "report": counted[pk], **({"others": others} if others else {})}
        raise ReasonWanted(must("register.reason", AMONG if others else ALONE, suggestion=ADVICE, **told))


def _is_counted(register: str, first: int, last: int) -> bool:
    """Whether some row between two ids was counted. By plain SQL, for every change without a reason asks it."""
    with connection.cursor() as cursor:
        cursor.execute(ANY_COUNTED, (register, last, first))
        return cursor.fetchone() is not None
