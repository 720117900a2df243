"""Where the reports of the illustrative year stand: January to November issued, December and what ends with it in work.

The steps are written as they would have been taken, on the days on which an office takes them, and nothing is asked of
the registers: proof-reading a year would take a minute.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from sokhcn.kernel.workdays import WorkCalendar
from sokhcn.people.demo import COMPILER
from sokhcn.people.models import User
from sokhcn.records.dated import work_calendar
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.demo_owners import confirm_chapters
from sokhcn.reports.issuing import record
from sokhcn.reports.life.moving import Hand, Moving, moved
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.steps import STEPS, Step
from sokhcn.reports.models import Act, Edition, ReportState

# Who does what, and how many working days after the last day of the figures.
TAKEN = (
    (Act.CONFIRM, COMPILER, 1),
    (Act.SUBMIT, COMPILER, 1),
    (Act.CHECK, "truongdonvi", 1),
    (Act.APPROVE, "lanhdao", 2),
    (Act.SIGN, "lanhdao", 2),
    (Act.NUMBER, "vanthu", 2),
    (Act.ISSUE, "vanthu", 2),
)
# How many of these steps were taken with each report that is not out yet.
UNDER_WAY = (("2022-12", 3), ("2022-Q4", 2), ("2022-6T2", 1), ("2022", 0))


def take_steps(editions: Sequence[Edition], by: User) -> int:
    """Bring each report of the year where it stands, if none has moved yet; returns how many steps were written."""
    if ReportState.objects.exists():
        return 0
    people = {user.username: user for user in User.objects.select_related("agency")}
    calendar = work_calendar()
    moving = [edition for edition in editions if any(_days(edition, calendar))]
    confirm_chapters(moving)
    with writing(by=by, occasion="Đường đi của báo cáo minh họa") as pen:
        return sum(_steps_of(pen, edition, by, people, calendar) for edition in editions)


def _steps_of(pen: Pen, edition: Edition, by: User, people: dict[str, User], calendar: WorkCalendar) -> int:
    assert by.agency is not None
    report = Report(by.agency, edition.period, edition.addressee)
    state = report.state()
    steps = list(_days(edition, calendar))
    for step, login, day in steps:
        if step.verb == Act.ISSUE:
            record(pen, edition, day)
        moved(pen, state, Moving(step.verb, step.target, edition.number, Hand(people[login], on=day)))
    return len(steps)


def _days(edition: Edition, calendar: WorkCalendar) -> Iterator[tuple[Step, str, date]]:
    count = dict(UNDER_WAY).get(edition.period_code, len(TAKEN))
    for verb, login, after in TAKEN[:count]:
        step = next(step for step in STEPS if step.verb == verb)
        yield step, login, calendar.after(edition.ends_on, after)
