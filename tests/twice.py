"""Every test on SQLite, those that use the database again on PostgreSQL: ``python -m tests.twice [pytest's words]``.

PostgreSQL's is a cluster made for the run. Without the program that half is loudly not run, or fails with SOKHCN_ALL=1.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.cluster import cluster
from tests.needs import is_here, remedy

NOTHING_COLLECTED = 5


def run(words: Sequence[str], url: str) -> tuple[bool, str]:
    """Whether pytest, given ``words`` and the database at ``url``, held; and its count."""
    with tempfile.TemporaryDirectory() as folder:
        count = Path(folder) / "count"
        command = [sys.executable, "-m", "pytest", f"--count={count}", *words]
        code = subprocess.run(command, env={**os.environ, "DATABASE_URL": url}, check=False).returncode
        told = count.read_text() if count.exists() else ""
    if code == NOTHING_COLLECTED and "--database-only" in words:
        return True, "no test here uses the database"
    return code == 0, told or "no test ran"


def on_postgres(words: Sequence[str]) -> tuple[bool, str]:
    if not is_here("postgres"):
        return os.environ.get("SOKHCN_ALL") != "1", f"NOT RUN. {remedy('postgres')}"
    say("", "The tests that use the database, again on PostgreSQL:")
    with cluster(autovacuum="off") as url:  # a worker of it may not be gone when the database is dropped
        return run(["--database-only", *words], url)


def say(*lines: str) -> None:
    sys.stdout.write("\n".join((*lines, "")))
    sys.stdout.flush()


def main(words: Sequence[str]) -> int:
    halves = {"SQLite": run(words, ""), "PostgreSQL": on_postgres(words)}
    say("", *(f"{name}: {count}" + ("" if held else "  <- FAILS") for name, (held, count) in halves.items()))
    return 0 if all(held for held, _ in halves.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
