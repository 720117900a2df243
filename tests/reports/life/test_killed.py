"""Killed between any two statements of *phát hành* and on either side of the commit: nothing is left, or everything."""

import os
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from sokhcn.people.models import Role
from sokhcn.records.auditing import broken_seals
from sokhcn.records.models import Batch, Counted, Issued, Version
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, Move, Stage
from tests.own_file import own_database
from tests.reports.life.office import Office, office, put
from tests.rows import advisory, paper

pytestmark = pytest.mark.django_db(transaction=True)
DONE = 0


def held(made: Office) -> tuple[Any, ...]:
    """All that the verb writes."""
    rows = (model.objects.count() for model in (Move, Issued, Counted, Batch, Version))
    return made.report().state().stage, *rows


def die_at(moment: int) -> None:
    """End this process before its statement number ``moment``; a commit counts for two: before it, and after it."""
    seen = 0

    def reached() -> None:
        nonlocal seen
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        seen += 1

    def stated(execute: Callable[..., Any], *words: Any) -> Any:
        reached()
        return execute(*words)

    def committed(commit: Callable[[], None]) -> None:
        reached()
        commit()
        reached()

    database: Any = connection
    database.execute_wrappers.append(stated)
    commit = database.commit
    database.commit = lambda: committed(commit)


def issue_until(moment: int, made: Office) -> int:
    """How the child that issues ended: killed, or ``DONE``."""
    connection.close()
    child = os.fork()
    if not child:
        try:
            connection.ensure_connection()
            die_at(moment)
            take(made.report(), Act.ISSUE, by=made.people[Role.CLERK])
            os._exit(DONE)
        finally:
            os._exit(1)
    return os.waitpid(child, 0)[1]


def test_issue_leaves_nothing_or_everything(tmp_path: Path) -> None:
    with own_database(tmp_path):
        made = office()
        advisory(made.agency, state="issued", paper=paper("21"))
        made.compiled()
        put(made.report(), Stage.NUMBERED)
        before, seen, moment = held(made), set(), 0
        while (ended := issue_until(moment, made)) == signal.SIGKILL and held(made) == before:
            seen.add(held(made))
            moment += 1
        after = held(made)
        assert (seen, after[:4]) == ({before}, (Stage.ISSUED, 1, 1, 2))
        assert ended == signal.SIGKILL  # after the commit, which it was too late to undo
        assert moment > 10
        assert list(broken_seals()) == []
