"""Work in a process of its own, on the database of a test: by many at once, or by one that is killed on the way.

``python -m tests.reports.apart many 50`` and ``… dying take`` tell what happened as JSON.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from itertools import count
from threading import Thread
from typing import Any
from urllib.parse import quote

LAST_OF_THE_YEAR = date(2026, 12, 31)
FIRST_OF_THE_NEXT = date(2027, 1, 1)


def told(*words: str) -> Any:
    """What a process says of its work on the database that the test has now."""
    from django.db import connection

    at = connection.settings_dict
    own = {"DATABASE_URL": "", "SOKHCN_DATABASE": ""}
    if connection.vendor == "sqlite":
        own["SOKHCN_DATABASE"] = str(at["NAME"])
    else:
        own["DATABASE_URL"] = f"postgresql://{at['USER']}@{quote(at['HOST'], safe='')}/{at['NAME']}"
    command = [sys.executable, "-m", "tests.reports.apart", *words]
    done = subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def many(clerks: int) -> list[list[int]]:
    """``clerks`` at once; at midnight half of them have their number: year and number of each."""
    from django.db import connection

    from tests.reports.numbers.numbered import clerk, plan, take

    by, asked, taken = clerk(), count(), []

    def clock() -> date:
        return LAST_OF_THE_YEAR if next(asked) < clerks // 2 else FIRST_OF_THE_NEXT

    def work(n: int) -> None:
        row = take(plan(f"Kế hoạch {n}"), by=by, clock=clock)
        taken.append([row.year, row.number])
        connection.close()

    threads = [Thread(target=work, args=(n,)) for n in range(clerks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return taken


def dying(what: str) -> list[list[int]]:
    """Somebody who is killed before the n-th statement of ``what``, for every n until one lives: what stood there after
    each."""
    work, stands = {"take": _taking, "drift": _noticing}[what]()
    left = []
    for n in count(1):
        killed = _in_a_child(n, work)
        left.append(stands())
        if not killed:
            return left
    raise AssertionError("some time nobody is killed")


def _taking() -> tuple[Callable[[], Any], Callable[[], list[int]]]:
    """*Cấp số*; how many papers and versions of papers there are."""
    from sokhcn.records.models import Version
    from sokhcn.reports.models import Outgoing
    from tests.reports.numbers.numbered import clerk, plan, take

    by = clerk()
    versions = Version.objects.filter(register="reports.outgoing")
    return lambda: take(plan("Kế hoạch"), by=by), lambda: [Outgoing.everything.count(), versions.count()]


def _noticing() -> tuple[Callable[[], Any], Callable[[], list[int]]]:
    """Looking at issued figures; how many entries there are, and how far it looked."""
    from sokhcn.reports.drift import catch_up
    from sokhcn.reports.drifting.mark import mark
    from sokhcn.reports.models import Drift

    return catch_up, lambda: [Drift.objects.count(), mark() or 0]


def _in_a_child(n: int, work: Callable[[], Any]) -> bool:
    """Do ``work`` in a copy of this process that kills itself before its ``n``-th statement; whether it did."""
    from django.db import connection

    connection.close()
    child = os.fork()
    if child == 0:
        statements = count(1)

        def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            if next(statements) == n:
                os.kill(os.getpid(), signal.SIGKILL)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(wrapper):
            work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def main(words: list[str]) -> None:
    import django

    django.setup()
    said = many(int(words[1])) if words[0] == "many" else dying(words[1])
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sokhcn.config.settings")
    main(sys.argv[1:])
