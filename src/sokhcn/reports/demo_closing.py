"""The illustrative year's registers, closed as units do: on the day of the lock, with rows or as nil, with a reason
where rows were usual. December is still being closed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, time

from django.utils import timezone

from sokhcn.kernel.periods import Period
from sokhcn.people.models import Role
from sokhcn.people.permissions import MAY, REOPEN_WINDOW
from sokhcn.records.models import Agency, Closing, Unit
from sokhcn.records.scene import MARK
from sokhcn.reports.closing.activity import Place, counted
from sokhcn.reports.closing.chain import previous
from sokhcn.reports.closing.duties import locked_on
from sokhcn.reports.closing.expecting import LOOKED_BACK

SIGNED_AT = time(16, 0)
HEAD = f"Trưởng đơn vị {MARK}"
NOTHING = f"Trong kỳ không có việc nào được giải quyết {MARK}"
STILL_OPEN = ("TTRA", "VP")  # units that have not closed the last period yet


def closings(periods: Sequence[Period], agency: Agency) -> Iterator[Closing]:
    """A closing for each register of each unit that has rows in the year, and for each of ``periods``."""
    before = [previous(periods[0])]
    for _ in range(LOOKED_BACK - 1):
        before.insert(0, previous(before[0]))
    windows = (*before, *periods)
    found = counted(agency.pk, [period.days for period in windows])
    units = {unit.pk: unit for unit in Unit.objects.filter(agency=agency)}
    for n, period in enumerate(windows[LOOKED_BACK:], LOOKED_BACK):
        is_last = period is periods[-1]
        signed_at = timezone.make_aware(datetime.combine(locked_on(period), SIGNED_AT))
        for place, unit, many in _kept(found, units):
            if is_last and (unit.code in STILL_OPEN or not many[n]):
                continue
            yield _closing(period, place, unit, (signed_at, many[n - LOOKED_BACK : n + 1]))


def _kept(found: Mapping[Place, list[int]], units: Mapping[int, Unit]) -> Iterator[tuple[Place, Unit, list[int]]]:
    for place, many in found.items():
        if place[1] is not None and place[1] in units:
            yield place, units[place[1]], many


def _closing(period: Period, place: Place, unit: Unit, signed: tuple[datetime, Sequence[int]]) -> Closing:
    """``signed``: when, and over how many rows of the periods before and, last, of this one."""
    signed_at, (*before, now) = signed
    return Closing(
        agency=unit.agency,
        unit=unit,
        register=place[0],
        period_code=period.code,
        period_name=period.name,
        first_on=period.start,
        last_on=period.end,
        kind=Closing.Kind.ROWS if now else Closing.Kind.NIL,
        rows=now,
        closed_at=signed_at,
        closed_by=HEAD,
        reason=NOTHING if not now and all(before) else "",
        openers=", ".join(Role(role).label for role in Role if role in MAY[REOPEN_WINDOW]),
    )
