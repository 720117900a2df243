"""What history, differences and proposals name is told to those who may read the row itself."""

from datetime import date

import pytest
from django.utils import timezone

from sokhcn.areas.programme.models import Extension, KeyTask
from sokhcn.people.models import Reach, User
from sokhcn.people.permissions import reads_all_of
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Attachment, Unit
from sokhcn.reports.changelog import told_between
from sokhcn.reports.models import Drift
from sokhcn.reports.readable import Named, readable
from tests.rows import agency, paper, unit, user, write

pytestmark = pytest.mark.django_db
DAY = date(2022, 1, 5)


def task(owner: Agency, place: Unit, code: str) -> KeyTask:
    return write(KeyTask(agency=owner, unit=place, code=code, title=f"Việc {code}", year=2022, recorded_on=DAY))


def named(row: Kept) -> Named:
    return row._meta.label_lower, row.pk


def person(owner: Agency, place: Unit, reach: Reach) -> User:
    made = user(owner)
    made.unit, made.reach = place, reach
    return made


def drift(owner: Agency) -> Drift:
    about = {"period_code": "2022-01", "addressee": "tinh", "number": 1, "figure": "programme.key_tasks"}
    return write(Drift(agency=owner.code, **about, was=6, would_be=5, noticed_at=timezone.now()))


def test_rows_their_parts_and_what_hangs_on_them_are_told_by_reach() -> None:
    ours, other = agency("A"), agency("X")
    mine, beside, far = unit(ours, "P1"), unit(ours, "P2"), unit(other, "PX")
    tasks = [task(ours, mine, "1"), task(ours, beside, "2"), task(other, far, "3")]
    parts = [write(Extension(task=one, old_due_on=DAY, new_due_on=date(2022, 2, 1), decided_on=DAY)) for one in tasks]
    about = {"name": "a.pdf", "sha256": "0" * 64, "size": 1}
    files = [write(Attachment(register=one._meta.label_lower, row=one.pk, **about)) for one in tasks]
    drifts, known = [drift(ours), drift(other)], paper()
    asked = [named(row) for row in (*tasks, *parts, *files, *drifts, known)]
    own = {named(row) for row in (tasks[0], parts[0], files[0], drifts[0], known)}
    officer = person(ours, mine, Reach.UNIT)
    assert readable(asked, officer) == own
    assert not reads_all_of(officer, ours.pk)
    officer.reach, officer.worn = Reach.AGENCY, None
    assert readable(asked, officer) == own | {named(row) for row in (tasks[1], parts[1], files[1])}
    assert (reads_all_of(officer, ours.pk), reads_all_of(officer, other.pk)) == (True, False)
    officer.reach, officer.worn = Reach.ALL, None
    assert readable(asked, officer) == set(asked)


def test_the_book_of_changes_is_that_of_what_one_may_read() -> None:
    ours, other = agency("A"), agency("X")
    mine = unit(ours, "P1")
    task(ours, mine, "1")
    task(other, unit(other, "PX"), "3")
    today = timezone.localdate()
    said = [told.row for told in told_between(today, today, by=person(ours, mine, Reach.AGENCY))]
    assert ("“Việc 1”" in said, "“Việc 3”" in said) == (True, False)
    assert "“Việc 3”" in [told.row for told in told_between(today, today)]
