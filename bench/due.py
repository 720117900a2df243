"""What due dates cost on the empty database that DATABASE_URL names: the work list over 1,000,000 of them, and what the
gate takes to keep them in step while 2,000 jobs come in on top of a million."""

import os
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import Any
from unittest.mock import patch

import django

ROWS, UNITS, AT_ONCE = 1_000_000, 8, 2_000
# Days before TODAY on which the first of them fell due, and after it on which the last does: five years, the longest
# interval of many meters, and a month of things overdue.
TODAY, LATE, AHEAD = date(2022, 6, 20), 30, 1800
DAYS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
INSERT INTO records_duedate (key, register, "row", version, due_on, term_id, agency_id, unit_id, title)
SELECT 'bench.due', 'metrology.instrument', i, 1, {on}, NULL, 1, 1 + i % {units},
  'Kiểm định định kỳ phương tiện đo số ' || i
FROM n
"""
BARE = (
    "SELECT d.id, d.title, d.due_on, u.short FROM records_duedate d LEFT JOIN records_unit u ON u.id = d.unit_id"
    " WHERE d.{field} = 1 AND d.due_on <= '{last}' ORDER BY d.due_on, d.id LIMIT 200"
)
TIERS = (
    "SELECT CASE WHEN due_on < '{today}' THEN 0 WHEN due_on <= '{week}' THEN 7 ELSE 30 END AS tier, count(*)"
    " FROM records_duedate WHERE {field} = 1 AND due_on <= '{last}' GROUP BY 1"
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sokhcn.config.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.filling import fill_first, fill_up
    from bench.measuring import tell

    call_command("migrate", verbosity=0)
    fill_first()
    fill_up()
    lines = list(_imports())
    _fill()
    lines += [_listed("agency", "the agency"), _listed("unit", "one unit")]
    tell(f"Due dates on {connection.vendor}", lines)


# --- the list ---------------------------------------------------------------------------------------------------


def _fill() -> None:
    """A million due dates put straight into the table, spread evenly over five years."""
    from django.db import connection

    from sokhcn.records.guard import opened
    from sokhcn.records.models import Unit

    with opened():
        about = {"agency_id": 1, "version": 1}
        Unit.objects.bulk_create(
            Unit(pk=n, code=f"U{n}", name=f"Phòng {n}", short=f"P{n}", **about) for n in range(1, 9)
        )
    first, span = TODAY - timedelta(days=LATE), LATE + AHEAD
    on = f"date('{first}', (i % {span}) || ' days')"
    if connection.vendor == "postgresql":
        on = f"date '{first}' + i % {span}"
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM records_duedate")
        cursor.execute(DAYS.format(rows=ROWS, units=UNITS, on=on))
        cursor.execute("ANALYZE")


def _listed(field: str, whose: str) -> Any:
    """The first 200 and the counts by tier of what falls due within 30 days, against two statements by hand."""
    from bench.measuring import Line, in_turn, seconds

    ours, theirs = in_turn(partial(_ours, field), partial(_theirs, field))
    found = _ours(field)
    what = f"list of {found.total:,} due of {whose} within 30 days, among 1,000,000"
    return Line(f"{what}; the goal is on 50 ms", seconds(ours), seconds(theirs), ours / 0.050, 1.0)


def _ours(field: str) -> Any:
    from sokhcn.records.due import DueDate
    from sokhcn.records.worklist import worklist

    return worklist(DueDate.objects.filter(**{field: 1}), today=TODAY, within=30)


def _theirs(field: str) -> None:
    from django.db import connection

    last, week = TODAY + timedelta(days=30), TODAY + timedelta(days=7)
    with connection.cursor() as cursor:
        for statement in (BARE, TIERS):
            cursor.execute(statement.format(field=f"{field}_id", today=TODAY, week=week, last=last))
            cursor.fetchall()


# --- the gate ---------------------------------------------------------------------------------------------------


def _imports() -> Iterator[Any]:
    """2,000 jobs through the gate, on as many instruments with fifty earlier jobs each: with their due dates, and with
    no deadline declared."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.measuring import Line, in_turn, seconds

    days = iter(range(100_000))
    told = partial(_write, days)
    with CaptureQueriesContext(connection) as asked:
        told()
    with patch("sokhcn.records.reckoning.movers", return_value={}), CaptureQueriesContext(connection) as bare:
        told()
    kept, without = in_turn(told, _without(told))
    yield Line(
        f"{AT_ONCE:,} jobs through the gate, due dates kept or not", seconds(kept), seconds(without), kept / without
    )
    yield Line("statements for it", str(len(asked)), str(len(bare)), len(asked) / len(bare))


def _without(work: Callable[[], None]) -> Callable[[], None]:
    def done() -> None:
        with patch("sokhcn.records.reckoning.movers", return_value={}):
            work()

    return done


def _write(days: Iterator[int]) -> None:
    """One day's jobs, each on another instrument."""
    from sokhcn.areas.metrology.models import Job
    from sokhcn.people.models import User
    from sokhcn.records.writing import writing

    on = date(2023, 1, 1) + timedelta(days=next(days))
    about = {"agency_id": 1, "service": "verification", "verification_kind": "periodic", "state": "performed"}
    about |= {"performed_on": on, "recorded_on": on, "result": "passed", "valid_until": on + timedelta(days=365)}
    jobs = [Job(instrument_id=n, establishment_id=1 + (n - 1) // 40, **about) for n in range(1, AT_ONCE + 1)]
    with writing(by=User(username="bench")) as pen:
        pen.save_many(jobs)


if __name__ == "__main__":
    main()
