"""A PostgreSQL cluster of its own for a run: made in a temporary folder, reached by a socket there, gone afterwards."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.needs import program

LONGEST = 60  # seconds until the server answers
NAME = "sokhcn"
# A cluster that lives for one run need not survive a power cut.
CAREFREE = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_wal_size=4GB",
    "checkpoint_timeout=1h",
    "listen_addresses=",
)


class NoCluster(Exception):
    """The server did not start; the message is what it said."""


@contextmanager
def cluster(**settings: str) -> Iterator[str]:
    """The DATABASE_URL of an empty database in a new cluster. Raises ``NoCluster``."""
    server = program("postgres")
    assert server, "whoever calls has seen that the program is there"
    # In /tmp, because the name of a socket may not be longer than a hundred letters.
    folder = Path(tempfile.mkdtemp(prefix="sokhcn-", dir="/tmp"))
    try:
        who = _ordinary_user(folder)
        _run(
            server,
            "initdb",
            "-D",
            "data",
            "-U",
            NAME,
            "-A",
            "trust",
            "--locale=C.UTF-8",
            "--no-sync",
            cwd=folder,
            **who,
        )
        told = [f"--{name}={value}" for name, value in settings.items()]
        told += [word for setting in CAREFREE for word in ("-c", setting)]
        with (folder / "log").open("wb") as log, _stopped_by_signals():
            words = [server.resolve(), "-D", "data", "-k", folder, *told]
            running = subprocess.Popen(words, cwd=folder, stdout=log, stderr=log, **who)
            try:
                _until_ready(running, folder)
                _run(server, "createdb", "-h", str(folder), "-U", NAME, NAME, cwd=folder, **who)
                yield f"postgresql://{NAME}@{quote(str(folder), safe='')}/{NAME}"
            finally:
                running.send_signal(signal.SIGINT)  # ends sessions and stops
                running.wait(LONGEST)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _ordinary_user(folder: Path) -> Mapping[str, Any]:
    """PostgreSQL refuses to run as root: then ``nobody`` runs it, and owns ``folder``."""
    if os.getuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _run(server: Path, name: str, *words: str, **about: Any) -> None:
    command = server.resolve().with_name(name)
    done = subprocess.run([command, *words], capture_output=True, text=True, check=False, **about)
    if done.returncode:
        raise NoCluster(f"{name}: {done.stdout}{done.stderr}")


def _until_ready(running: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait for the line that the server writes into its folder when it takes connections."""
    state, until = folder / "data" / "postmaster.pid", time.monotonic() + LONGEST
    while not (state.exists() and state.read_text().rstrip().endswith("ready")):
        if running.poll() is not None or time.monotonic() > until:
            raise NoCluster((folder / "log").read_text())
        time.sleep(0.05)


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    """A run that is told to end takes its server along."""
    before = signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
