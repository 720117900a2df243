"""Registers of ten years, the same on every database: 1,000,000 metrology jobs and 100,000 rows of the others.

They are made past the gate, in bulk: what is measured is asking, not writing. The first 100,000 jobs are of 2021 and
2022, and the other 900,000 of the eight years before, so that a month of 2022 holds the same rows in both sizes.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from sokhcn.records.guard import opened
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Establishment

FIRST, LAST = date(2013, 1, 1), date(2022, 12, 31)
ESTABLISHMENTS, INSTRUMENTS = 500, 20_000
RECENT, EARLIER = 100_000, 900_000
TASKS, CAMPAIGNS, PROCEDURES = 1_000, 2_000, 100
AT_ONCE = 2000

# One statement for both databases. Twenty instruments of one establishment are served in one go; one job in 25 fails,
# one in 40 was cancelled; dates run ahead of or behind the order of entry by some days.
JOBS = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {rows} - 1),
told AS (SELECT i, i / 20 AS session, CAST((CAST(i AS bigint) * {days}) / {rows} AS integer) AS day FROM n)
INSERT INTO metrology_job (version, folded, trashed_at, recorded_on, note, service, verification_kind, performed_on,
  quantity, result, certificate_number, sticker_number, seal_number, valid_until, location, errors, invoice,
  slip_number, state, agency_id, unit_id,
  instrument_id, establishment_id)
SELECT 1, '', NULL, {date}, '',
  CASE WHEN session % 10 < 7 THEN 'verification' WHEN session % 10 < 9 THEN 'calibration' ELSE 'testing' END,
  CASE WHEN session % 10 < 7 THEN 'periodic' ELSE '' END,
  {earlier}, 1, CASE WHEN i % 25 = 0 THEN 'failed' ELSE 'passed' END, '', '', '', NULL, '', '', '', '',
  CASE WHEN i % 40 = 7 THEN 'cancelled' ELSE 'performed' END,
  1, NULL, 1 + (session % {establishments}) * 40 + i % 20 + 20 * ((session / {establishments}) % 2),
  1 + session % {establishments}
FROM told
"""


def fill_first() -> None:
    """The agency, establishments, instruments, the other registers and the jobs of the last two years."""
    with opened():
        about = {"version": 1, "name": "Sở KH&CN", "short": "Sở", "heading": "SỞ KH&CN", "symbol": "SKHCN"}
        owner = Agency(pk=1, code="SKHCN", **about)
        Agency.objects.bulk_create([owner])
        _create(Establishment(pk=n, version=1, name=f"Cơ sở {n}") for n in range(1, ESTABLISHMENTS + 1))
        instrument: Any = apps.get_model("metrology.Instrument")
        _create(
            instrument(pk=n, version=1, establishment_id=1 + (n - 1) // 40, kind="weight", serial_number=str(n))
            for n in range(1, INSTRUMENTS + 1)
        )
        for label, rows, told in OF_REGISTERS:
            model: Any = apps.get_model(label)
            of = {"agency": owner} if any(field.name == "agency" for field in model._meta.fields) else {}
            _create(model(version=1, **of, **told(n, _day(n, rows))) for n in range(rows))
    with connection.cursor() as cursor:  # keys were given here, and PostgreSQL would give the same again
        for statement in connection.ops.sequence_reset_sql(no_style(), [Agency, Establishment, instrument]):
            cursor.execute(statement)
    _jobs(RECENT, date(2021, 1, 1), LAST)


def fill_up() -> None:
    """The jobs of the years before."""
    _jobs(EARLIER, FIRST, date(2020, 12, 31))


def _jobs(rows: int, first: date, last: date) -> None:
    earlier, on = "day - i % 5", "date('{first}', ({day}) || ' days')"
    if connection.vendor == "postgresql":
        on = "date '{first}' + ({day})"
    with connection.cursor() as cursor:
        dated = {"date": on.format(first=first, day="day"), "earlier": on.format(first=first, day=earlier)}
        days = (last - first).days + 1
        cursor.execute(JOBS.format(rows=rows, days=days, establishments=ESTABLISHMENTS, **dated))
        cursor.execute("ANALYZE")


def _create(rows: Iterator[Kept]) -> None:
    batch: list[Kept] = []
    for row in rows:
        batch.append(row)
        if len(batch) == AT_ONCE:
            type(row).everything.bulk_create(batch)
            batch.clear()
    if batch:
        type(batch[0]).everything.bulk_create(batch)


def _day(n: int, rows: int) -> date:
    """The day of the ``n``-th of ``rows``, spread evenly over ten years."""
    return FIRST + timedelta(n * ((LAST - FIRST).days + 1) // rows)


def _dated(day_field: str, /, **told: Any) -> Any:
    return lambda n, day: {**told, day_field: day, "recorded_on": day}


def _task(n: int, day: date) -> dict[str, Any]:
    """A task of two years, accepted half a year and closed a year after its end."""
    ends = day + timedelta(730)
    over = {"closed_on": ends + timedelta(365), "accepted_on": ends + timedelta(180), "rating": "pass"}
    about = {"code": f"ĐT-{n}", "title": f"Đề tài {n}", "level": "provincial", "host_id": 1 + n % ESTABLISHMENTS}
    return {**about, "state": "accepted", "started_on": day, "ends_on": ends, "recorded_on": day, **over}


def _campaign(n: int, day: date) -> dict[str, Any]:
    about = {"title": f"kiểm tra {n}", "kind": "state_check", "state": "concluded", "establishments_checked": n % 7}
    return {**about, "started_on": day, "ended_on": day + timedelta(9), "recorded_on": day}


def _supported(n: int, day: date) -> dict[str, Any]:
    about = {"code": f"HT-{n}", "title": "Áp dụng ISO 9001", "kind": "quality_system", "state": "completed"}
    return {**about, "started_on": day, "ended_on": day + timedelta(300), "recorded_on": day}


def _licence(n: int, day: date) -> dict[str, Any]:
    about = {"work": f"việc {n % 9}", "state": "issued", "holder_id": 1 + n % ESTABLISHMENTS}
    return {**about, "issued_on": day, "recorded_on": day}


def _key_task(n: int, day: date) -> dict[str, Any]:
    return {"code": f"NV-{n}", "title": "Nhiệm vụ", "year": day.year, "state": "planned", "recorded_on": day}


def _procedure(n: int, day: date) -> dict[str, Any]:
    return {"code": f"1.{n:06}", "name": f"Thủ tục {n}", "online": "full" if n % 3 else "partial", "recorded_on": FIRST}


def _tally(n: int, day: date) -> dict[str, Any]:
    """What came of one procedure in the fortnight up to a day."""
    about = {"procedure_id": 1 + n % PROCEDURES, "from_on": day - timedelta(13), "to_on": day, "recorded_on": day}
    return {**about, "received": 5, "received_online": 4, "settled": 5, "settled_in_time": 4, "settled_late": 1}


def _council(n: int, day: date) -> dict[str, Any]:
    return {"task_id": 1 + n % TASKS, "kind": ("selection", "acceptance")[n // TASKS % 2], "held_on": day}


def _paid(n: int, day: date) -> dict[str, Any]:
    return {
        "task_id": 1 + n % TASKS,
        "kind": "payment",
        "source": "state",
        "turn": 1 + n // TASKS,
        "paid_on": day,
        "amount": 10 + n % 90,
    }


def _sample(n: int, day: date) -> dict[str, Any]:
    about = {
        "campaign_id": 1 + n % CAMPAIGNS,
        "number": 1 + n // CAMPAIGNS,
        "name": f"Mẫu {n}",
        "kind": ("goods", "instrument")[n % 2],
    }
    return {**about, "taken_on": day, "quantity": 3, "failed": n % 2}


# A hundred thousand rows. Few of the registers are long: a province has hundreds of research tasks, not thousands.
OF_REGISTERS: tuple[tuple[str, int, Any], ...] = (
    ("support.IntellectualPropertyGuidance", 30_000, _dated("guided_on", ip_kind="trademark", beneficiary_id=1)),
    ("radiation.WorkerCertificate", 25_000, _dated("issued_on", state="issued", employer_id=1)),
    ("radiation.Licence", 10_000, _licence),
    ("support.TrainingClass", 10_000, _dated("held_on", state="held", topic="khởi nghiệp", field="startup")),
    ("radiation.EmergencyTraining", 4_500, _dated("held_on", state="held", topic="ứng phó sự cố", bodies=3)),
    ("programme.KeyTask", 4_000, _key_task),
    ("support.SupportTask", 2_000, _supported),
    ("inspection.Campaign", CAMPAIGNS, _campaign),
    ("programme.WorkPlan", 1_500, lambda n, day: _dated("adopted_on", title=f"Kế hoạch {n}", state="drawn_up")(n, day)),
    ("research.Task", TASKS, _task),
    ("reform.Procedure", PROCEDURES, _procedure),
    ("reform.ProcedureTally", 3_900, _tally),
    ("research.Council", 2_000, _council),
    ("research.Disbursement", 2_000, _paid),
    ("inspection.Sample", 2_000, _sample),
)
