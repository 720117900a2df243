"""Two who take a report at once: one does, the other is told in one sentence what happened meanwhile."""

from collections.abc import Callable
from pathlib import Path
from threading import Barrier, Thread

import pytest
from django.db import connection

from sokhcn.people.models import Role, User
from sokhcn.records.auditing import broken_seals
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, Move, Stage
from tests.own_file import joined, own_database
from tests.reports.life.office import put, reported
from tests.rows import user

pytestmark = pytest.mark.django_db(transaction=True)


def both(folder: Path, takers: list[Callable[[], object]]) -> list[str]:
    """What the refused of ``takers``, begun together on connections of their own, are told."""
    told: list[str] = []
    begin = Barrier(len(takers))

    def run(work: Callable[[], object]) -> None:
        with joined(folder):
            connection.ensure_connection()
            begin.wait()
            try:
                work()
            except NotMoved as why:
                told.append(str(why))
            finally:
                connection.close()

    threads = [Thread(target=run, args=(work,)) for work in takers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def taking(report: Report, verb: Act, by: User, reason: str = "") -> Callable[[], object]:
    return lambda: take(report, verb, by=by, reason=reason)


def test_of_two_who_approve_one_does(tmp_path: Path) -> None:
    with own_database(tmp_path):
        made, _ = reported()
        report = put(made.report(), Stage.FORM_CHECKED)
        other = user(made.agency, Role.LEADER, "pho")
        (said,) = both(tmp_path, [taking(report, Act.APPROVE, by) for by in (made.people[Role.LEADER], other)])
        assert said.startswith("Không duyệt được: báo cáo tháng 01 năm 2022 đang ở “Đã duyệt” (")
        assert (Move.objects.count(), report.state().stage) == (1, Stage.APPROVED)
        assert list(broken_seals()) == []


def test_a_report_that_never_moved_is_taken_once_too(tmp_path: Path) -> None:
    with own_database(tmp_path):
        made, _ = reported()
        by = made.people[Role.COMPILER]
        told = both(tmp_path, [taking(made.report(), Act.CONFIRM, by) for _ in range(4)])
        assert (len(told), Move.objects.count()) == (3, 1)
