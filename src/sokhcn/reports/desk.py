"""What one person has to do: what is overdue, what falls due in seven days, and what waits for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext as _

from sokhcn.kernel.periods import Period, PeriodKind
from sokhcn.people.models import User
from sokhcn.people.mutes import heard
from sokhcn.people.permissions import ANSWER, ANSWER_DRIFT, CLOSE, CONFIRM_CHAPTER, hats
from sokhcn.records.due import DueDate
from sokhcn.records.models import Agency
from sokhcn.records.worklist import OVERDUE, counted
from sokhcn.reports.agenda import Dated, agenda
from sokhcn.reports.closing.completeness import Matrix, matrix
from sokhcn.reports.closing.promises import reckoning
from sokhcn.reports.falling import Asked, due_rows, narrowed, own_unit
from sokhcn.reports.life.standing import Line, overview
from sokhcn.reports.life.steps import onward
from sokhcn.reports.models import Act, Drift, Edition, Stage
from sokhcn.reports.sections.confirming import standings

SOON = 7
MOST = 6
BACKWARD = (Act.RETURN, Act.WITHDRAW, Act.REOPEN)
REPORTS_LOOKED_AT = 12
BEHIND, AHEAD, MOST_IN_A_CALENDAR = 30, 366, 2000


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits for this person: what, about which report, and a word more; which step or chapter it is."""

    kind: str
    title: str
    about: str
    period: Period | None = None
    draft: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """The first rows of a pile, the days of reports that lie in it, and how many there are in all."""

    rows: tuple[DueDate, ...]
    days: tuple[Dated, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Desk:
    """The three piles on somebody's desk on a day."""

    day: date
    late: Pile
    soon: Pile
    waiting: tuple[Waiting, ...]
    matrix: Matrix | None


@dataclass(frozen=True, slots=True)
class Digest:
    """What the morning says: overdue, today, and in the seven days after."""

    day: date
    late: Pile
    today: Pile
    week: Pile

    @property
    def total(self) -> int:
        return self.late.total + self.today.total + self.week.total


def own_rows(by: User) -> QuerySet[DueDate]:
    """What falls due for ``by``: of their unit, or of the agency for those who look after it."""
    return narrowed(due_rows(by), Asked(unit=own_unit(by)))


def desk(by: User, day: date, period: Period | None) -> Desk:
    """The desk of ``by`` on ``day``; what waits is about ``period`` and every report under way."""
    rows = heard(own_rows(by), by)
    days = agenda(by.agency, day) if by.agency else ()
    tiers = counted(rows.filter(due_on__lte=day + timedelta(days=SOON)), day)
    late = _pile(rows, (None, day - timedelta(days=1)), days, tiers.get(OVERDUE, 0))
    soon = _pile(rows, (day, day + timedelta(days=SOON)), days, tiers.get(SOON, 0))
    if by.agency is None:
        return Desk(day, late, soon, (), None)
    found = None if period is None or _is_free(period) else matrix(period, by.agency)
    closing = _closing(by, found) if found else ()
    return Desk(day, late, soon, (*closing, *_waiting(by, by.agency, period)), found)


def _is_free(period: Period) -> bool:
    """Whether nobody closes registers for it."""
    return period.kind is PeriodKind.WINDOW or period.regime.for_statistics


def _closing(by: User, found: Matrix) -> Iterator[Waiting]:
    """The registers that are theirs to close."""
    mine = by.unit.short if by.unit is not None and own_unit(by) else ""
    many = sum(not cell.is_closed and mine in ("", cell.owner) for cell in found.cells)
    if many and by.has_perm(CLOSE):
        title = _("Chốt %(n)s sổ của %(period)s") % {"n": many, "period": found.period.short_name}
        yield Waiting("close", title, mine or _("mọi đơn vị"), found.period)


def digest(by: User, day: date) -> Digest:
    """The morning digest of ``by``: five queries for the rows, one for what is silenced, and those of the agenda."""
    rows = heard(own_rows(by), by)
    days = agenda(by.agency, day) if by.agency else ()
    spans = (
        (None, day - timedelta(days=1)),
        (day, day),
        (day + timedelta(days=1), day + timedelta(days=SOON)),
    )
    now, tiers = rows.filter(due_on=day).count(), counted(rows.filter(due_on__lte=spans[-1][1]), day)
    totals = (tiers.get(OVERDUE, 0), now, tiers.get(SOON, 0) - now)
    late, today, week = (_pile(rows, span, days, total) for span, total in zip(spans, totals, strict=True))
    return Digest(day, late, today, week)


def _pile(rows: QuerySet[DueDate], span: tuple[date | None, date], days: tuple[Dated, ...], total: int) -> Pile:
    first, last = span
    among = tuple(one for one in days if (first or date.min) <= one.due_on <= last)
    shown = narrowed(rows, Asked(first=first, last=last)).select_related("unit", "term").order_by("due_on", "pk")
    return Pile(tuple(shown[: max(MOST - len(among), 1)]) if total else (), among, total + len(among))


def _waiting(by: User, agency: Agency, period: Period | None) -> Iterator[Waiting]:
    lines = [line for line in overview(agency) if line.stage != Stage.ISSUED][:REPORTS_LOOKED_AT]
    yield from _steps(by, lines)
    if period is not None:
        yield from _chapters(by, agency, period)
        yield from _promises(by, agency, period)
    if by.has_perm(ANSWER_DRIFT) and (many := Drift.objects.filter(agency=agency.code, state="open").count()):
        title = _("%(n)s số đã ban hành nay khác theo sổ") % {"n": many}
        yield Waiting("drift", title, _("Đính chính, bổ sung hoặc không ảnh hưởng"))


def _steps(by: User, lines: list[Line]) -> Iterator[Waiting]:
    """The next step of each report that is theirs to take."""
    for line in lines:
        ahead = next((step for step in onward(line.stage) if step.verb not in BACKWARD), None)
        if ahead is not None and line.report.lets(by, ahead.permission):
            told = gettext(ahead.label)
            title = f"{told[0].upper()}{told[1:]} {line.report.name}"
            where = _("%(stage)s · bản %(n)s") % {"stage": gettext(str(line.stage.label)), "n": line.edition}
            yield Waiting("step", title, where, line.report.period, line.draft, ahead.verb)


def _chapters(by: User, agency: Agency, period: Period) -> Iterator[Waiting]:
    """The chapters of their own unit that nobody has confirmed as the latest draft says them."""
    if not by.has_perm(CONFIRM_CHAPTER):
        return
    latest = Edition.objects.latest_of(agency, period.code)
    units = {hat.unit for hat in hats(by) if hat.unit is not None}
    for one in standings(latest) if latest is not None and units else ():
        if one.chapter.unit_id in units and not one.is_current:
            said = _("Trả lại") if one.last and not one.last.is_confirmed else _("Chưa xác nhận")
            said = _("Đã đổi sau khi xác nhận") if one.last and one.last.is_confirmed else said
            about = {"number": one.chapter.number, "title": one.chapter.title}
            title = _("Xác nhận mục %(number)s %(title)s") % about
            yield Waiting("chapter", title, said, period, place=one.chapter.key)


def _promises(by: User, agency: Agency, period: Period) -> Iterator[Waiting]:
    if by.has_perm(ANSWER) and not period.regime.for_statistics:
        found = reckoning(period, agency)
        own = by.unit_id if own_unit(by) else None
        many = sum(own in (None, one.commitment.unit_id) for one in found.open)
        if many:
            title = _("Trả lời %(n)s việc đã hứa của kỳ %(period)s") % {"n": many, "period": found.planned.short_name}
            yield Waiting("promise", title, _("xong, đang làm, chuyển kỳ hoặc bỏ"), period)


def to_come(by: User, day: date) -> QuerySet[DueDate]:
    """What a calendar shows ``by``: overdue for up to a month, and a year ahead, the earliest first."""
    span = Asked(first=day - timedelta(days=BEHIND), last=day + timedelta(days=AHEAD))
    return narrowed(own_rows(by), span).select_related("unit", "term").order_by("due_on", "pk")[:MOST_IN_A_CALENDAR]
