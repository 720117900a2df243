"""`make bench`: each table in a process of its own, so that memory is counted and PostgreSQL's cluster comes and goes.

A goal that is missed is told in the table and fails nothing: a busy machine would fail it too. What fails is an answer
that differs from the one of bare SQL.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cluster import cluster

pytestmark = pytest.mark.bench


def run(module: str, url: str = "") -> None:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("SOKHCN_", "DJANGO_"))}
    subprocess.run([sys.executable, "-m", module], env={**known, "DATABASE_URL": url}, check=True)


def test_figures_on_sqlite(tmp_path: Path) -> None:
    run("bench.figures", f"sqlite:///{tmp_path}/bench.sqlite3")


@pytest.mark.needs("postgres")
def test_figures_on_postgresql() -> None:
    with cluster(shared_buffers="512MB") as url:
        run("bench.figures", url)


def test_intake_on_sqlite(tmp_path: Path) -> None:
    run("bench.importing", f"sqlite:///{tmp_path}/bench.sqlite3")


@pytest.mark.needs("postgres")
def test_intake_on_postgresql() -> None:
    with cluster(shared_buffers="512MB") as url:
        run("bench.importing", url)


def test_searching_on_sqlite(tmp_path: Path) -> None:
    run("bench.searching", f"sqlite:///{tmp_path}/bench.sqlite3")


@pytest.mark.needs("postgres")
def test_searching_on_postgresql() -> None:
    with cluster(shared_buffers="512MB") as url:
        run("bench.searching", url)


def test_due_dates_on_sqlite(tmp_path: Path) -> None:
    run("bench.due", f"sqlite:///{tmp_path}/bench.sqlite3")


@pytest.mark.needs("postgres")
def test_due_dates_on_postgresql() -> None:
    with cluster(shared_buffers="512MB") as url:
        run("bench.due", url)


def test_a_list_on_sqlite(tmp_path: Path) -> None:
    run("bench.listing", f"sqlite:///{tmp_path}/bench.sqlite3")


@pytest.mark.needs("postgres")
def test_a_list_on_postgresql() -> None:
    with cluster(shared_buffers="512MB") as url:
        run("bench.listing", url)


@pytest.mark.needs("soffice")
def test_documents() -> None:
    run("bench.documents")
