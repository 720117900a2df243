"""Every test on SQLite, those that use the database again on PostgreSQL: ``python -m tests.twice [pytest's words]``.

Of the doors' tests only those are run again that say so: the rule is in ``tests.database``. PostgreSQL's is a cluster
made for the run, migrated while SQLite's half begins. Without the program that half is loudly not run, or fails with
SOKHCN_ALL=1.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cluster import cluster
from tests.needs import is_here, remedy

NOTHING_COLLECTED = 5
READY = "SOKHCN_TEST_TEMPLATE"  # tells the run that its database is migrated, and is to be copied


@dataclass(frozen=True)
class Server:
    """A database at ``url`` on a server of its own, and the process that migrates it."""

    url: str
    migrating: "subprocess.Popen[bytes]"

    def is_ready(self) -> bool:
        return self.migrating.wait() == 0


@contextmanager
def server() -> Iterator[Server | None]:
    """PostgreSQL for the second half, where the program is here."""
    if not is_here("postgres"):
        yield None
        return
    with cluster(autovacuum="off") as url:  # a worker of it may not be gone when the database is dropped
        order = [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--settings=sokhcn.config.settings"]
        yield Server(url, subprocess.Popen(order, env={**os.environ, "DATABASE_URL": url}))


def run(words: Sequence[str], url: str) -> tuple[bool, str]:
    """Whether pytest, given ``words`` and the database at ``url``, held; and its count."""
    with tempfile.TemporaryDirectory() as folder:
        count = Path(folder) / "count"
        command = [sys.executable, "-m", "pytest", f"--count={count}", *words]
        environment = {**os.environ, "DATABASE_URL": url, **({READY: "1"} if url else {})}
        code = subprocess.run(command, env=environment, check=False).returncode
        told = count.read_text() if count.exists() else ""
    if code == NOTHING_COLLECTED and "--database-only" in words:
        return True, "no test here uses the database"
    return code == 0, told or "no test ran"


def on_postgres(words: Sequence[str], there: Server | None) -> tuple[bool, str]:
    if there is None:
        return os.environ.get("SOKHCN_ALL") != "1", f"NOT RUN. {remedy('postgres')}"
    say("", "The tests that use the database, again on PostgreSQL:")
    if not there.is_ready():
        return False, "the migrations failed"
    return run(["--database-only", *words], there.url)


def say(*lines: str) -> None:
    sys.stdout.write("\n".join((*lines, "")))
    sys.stdout.flush()


def main(words: Sequence[str]) -> int:
    with server() as there:
        halves = {"SQLite": run(words, ""), "PostgreSQL": on_postgres(words, there)}
    say("", *(f"{name}: {count}" + ("" if held else "  <- FAILS") for name, (held, count) in halves.items()))
    return 0 if all(held for held, _ in halves.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
