"""Where the reports of the illustrative year stand: January to November issued, December and what ends with it in work.

The steps are written as they would have been taken, on the days on which an office takes them, and nothing is asked of
the registers: proof-reading a year would take a minute.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
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
from sokhcn.reports.numbers.entering import write
from sokhcn.reports.numbers.wanted import of_edition

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
# The document system numbers other reports between these, about one every other day.
DAYS_A_NUMBER = 2
Taken = tuple[Step, str, date]  # a step, whose hand it is, the day


def take_steps(editions: Sequence[Edition], by: User) -> int:
    """Bring each report of the year where it stands, if none has moved yet; returns how many steps were written."""
    if ReportState.objects.exists():
        return 0
    people = {user.username: user for user in User.objects.select_related("agency")}
    calendar = work_calendar()
    moving = [(edition, steps) for edition in editions if (steps := list(_days(edition, calendar)))]
    confirm_chapters([edition for edition, _ in moving])
    by_number = sorted(moving, key=lambda one: one[1][-1][2])
    with writing(by=by, occasion="Đường đi của báo cáo minh họa", still=True) as pen:
        return sum(_take(pen, edition, steps, people, place) for place, (edition, steps) in enumerate(by_number))


def _take(pen: Pen, edition: Edition, steps: list[Taken], people: dict[str, User], before: int) -> int:
    """Take ``steps`` with ``edition``; ``before`` so many reports have their number already."""
    agency = people[COMPILER].agency
    assert agency is not None
    state = Report(agency, edition.period, edition.addressee).state()
    for step, login, day in steps:
        if step.verb == Act.NUMBER:
            number = f"{day.timetuple().tm_yday // DAYS_A_NUMBER + before:02}"
            wanted = of_edition(edition)
            sent = replace(wanted, sent_on=day, copies=1 + wanted.recipients.count(";"))
            write(pen, number, day, sent, (agency, people[login], day))
        if step.verb == Act.ISSUE:
            record(pen, edition, day)
        moved(pen, state, Moving(step.verb, step.target, edition.number, Hand(people[login], on=day)))
    return len(steps)


def _days(edition: Edition, calendar: WorkCalendar) -> Iterator[Taken]:
    count = dict(UNDER_WAY).get(edition.period_code, len(TAKEN))
    for verb, login, after in TAKEN[:count]:
        step = next(step for step in STEPS if step.verb == verb)
        yield step, login, calendar.after(edition.ends_on, after)
