"""What a leader has before them when they decide: where the report stands, its one-page summary, promises kept."""

from dataclasses import dataclass

from sokhcn.people.models import User
from sokhcn.reports.closing.promises import Reckoning, reckoning
from sokhcn.reports.life.needs import checked
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.standing import Standing, standing
from sokhcn.reports.models import Answer
from sokhcn.reports.sections.summary import Promises, Summary, summarized


@dataclass(frozen=True, slots=True)
class Review:
    """``summary`` and ``promised`` are None where nothing was compiled yet."""

    standing: Standing
    summary: Summary | None
    promised: Reckoning | None


def review(report: Report, by: User) -> Review:
    """``report`` as ``by`` reviews it; nothing is written."""
    found = standing(report, by)
    if found.edition is None:
        return Review(found, None, None)
    promised = reckoning(report.period, report.agency)
    kept = Promises(promised.count(Answer.Result.DONE), len(promised.promises))
    summary = summarized(found.edition, report.agency, kept, checked=checked(found.edition))
    return Review(found, summary, promised)
