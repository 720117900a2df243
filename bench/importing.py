"""A year's workbook brought by an officer: uploaded, tried, accepted; on the empty database that DATABASE_URL names."""

import os
import re
import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median
from typing import Any

import django

ROWS, FEWER, TIMES = 50_000, 10_000, 3
GOAL, FLOORS = 5_000, {"sqlite": 2_500, "postgresql": 1_500}
RIVAL = "against import-export with simple-history"
PAGE = "/so/kiem-dinh/nhap/"
TOKEN = re.compile(r'name="giu"\s+value="([^"]+)"')


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.measuring import Line, seconds, tell
    from bench.workbook import workbook
    from sokhcn.reports import tasks

    tasks.LARGE = sys.maxsize  # taken in by the request itself, whose time is told, and not by a thread after it
    call_command("migrate", verbosity=0)
    call_command("migrate", run_syncdb=True, verbosity=0)  # their tables, which refer to ours
    client = _office()
    books = [workbook(ROWS, n * ROWS) for n in range(TIMES)]
    taken = [_timed(partial(_ours, client, book, ROWS)) for book in books]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    tries, writes, both = (median(one) for one in zip(*((a, b, a + b) for a, b in taken), strict=True))
    rate, floor = ROWS / both, FLOORS[connection.vendor]
    first = TIMES * ROWS
    mine = [_timed(partial(_ours, client, workbook(FEWER, first + n * FEWER), FEWER)) for n in range(TIMES)]
    theirs = _timed(partial(_theirs, workbook(FEWER)))
    small, other = median(sum(one) for one in mine), sum(theirs)
    what = f"{ROWS:,} rows from XLSX, history and seals included"
    lines = [
        Line(f"{what}: dry run", seconds(tries)),
        Line(f"{what}: import", seconds(writes)),
        Line(f"{what}: both, rows a second (floor {floor:,})", f"{rate:,.0f}", f"goal {GOAL:,}", floor / rate, 1.0),
        Line("the same against the goal", f"{rate:,.0f}", f"goal {GOAL:,}", GOAL / rate, 1.0),
        Line(f"{FEWER:,} rows, both: {RIVAL}", seconds(small), seconds(other), small / other, 0.2),
        Line("peak memory of this process (MB)", f"{peak:.0f}", "400", peak / 400, 1.0),
    ]
    tell(f"Intake on {connection.vendor}", lines)


def _office() -> Any:
    """The agency, its establishments in both kinds of tables, and an officer at the door."""
    from django.test import Client

    from bench.rival.models import Establishment as Theirs
    from bench.workbook import ESTABLISHMENTS
    from sokhcn.people.models import Role, User
    from sokhcn.records.models import Agency, Establishment
    from sokhcn.records.writing import writing

    officer = User(username="chuyenvien", role=Role.SPECIALIST)
    names = [f"Cơ sở {n}" for n in range(ESTABLISHMENTS)]
    with writing(by=officer) as pen:
        agency = Agency(code="SKHCN", name="Sở KH&CN", short="Sở", heading="SỞ KH&CN", symbol="SKHCN")
        pen.save(agency)
        pen.save_many([Establishment(name=name) for name in names])
    Theirs.objects.bulk_create(Theirs(name=name) for name in names)
    officer.agency = agency
    officer.save()
    client = Client(SERVER_NAME="localhost")
    client.force_login(officer, backend="sokhcn.people.backends.Passwords")
    return client


def _timed(steps: Callable[[], Any]) -> list[float]:
    """The seconds of each step that ``steps`` goes through."""
    taken, start = [], time.perf_counter()
    for _ in steps():
        taken.append(time.perf_counter() - start)
        start = time.perf_counter()
    return taken


def _ours(client: Any, book: bytes, rows: int) -> Any:
    from django.core.files.uploadedfile import SimpleUploadedFile

    tried = client.post(PAGE, {"tep": SimpleUploadedFile("kiem-dinh.xlsx", book)})
    assert tried.status_code == 200, (tried.status_code, tried.headers)
    token = TOKEN.search(tried.text)
    assert token is not None
    assert f"Nhập {rows:,} dòng".replace(",", ".") in tried.text
    yield
    answer = client.post(PAGE, {"giu": token[1], "lam": "ghi"})
    assert answer.status_code == 302, answer.status_code
    yield


def _theirs(book: bytes) -> Any:
    from bench.rival.resource import take

    for dry_run in (True, False):
        result = take(book, dry_run=dry_run)
        assert result.totals["new"] == FEWER, result.totals
        yield


if __name__ == "__main__":
    main()
