"""What the chapter says of one campaign."""

from dataclasses import dataclass
from datetime import date

from sokhcn.areas.inspection.models import Campaign
from sokhcn.kernel.papers import Mention


@dataclass(frozen=True, slots=True)
class Running:
    """``rounds`` and ``activity`` are the words for it (các đợt kiểm tra); ``opened`` in the period itself."""

    title: str
    kind: str
    place: str
    rounds: str
    activity: str
    lead_body: str
    plan: Mention | None
    basis: Mention | None
    opened: bool
    ongoing: bool
    result: str
    establishments: int | None
    violations: int | None


def running(row: Campaign, days: tuple[date, date]) -> Running:
    """``row`` as the report on ``days`` says it."""
    rounds, activity = ("cuộc", "thanh tra") if row.kind == Campaign.Kind.INSPECTION else ("các đợt", "kiểm tra")
    # What came of it is known once it is over; a report of an earlier period does not say it.
    later = row.ended_on is not None and row.ended_on > days[1]
    return Running(
        title=row.title,
        kind=row.kind,
        place=row.place,
        rounds=rounds,
        activity=activity,
        lead_body=row.lead_body,
        plan=row.plan.mention if row.plan else None,
        basis=row.basis.mention if row.basis else None,
        opened=days[0] <= (row.started_on or row.recorded_on) <= days[1],
        # Over by now, but not yet on the last day of the report's period: it was going on then.
        ongoing=row.ended_on is None or later,
        result="" if later else row.result,
        establishments=None if later else row.establishments_checked,
        violations=None if later else row.violations,
    )
