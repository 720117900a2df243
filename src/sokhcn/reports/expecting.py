"""What an agency's own report is expected to have: the chapters of the outline in force for its period."""

from sokhcn.compiler.outline import PROVINCE
from sokhcn.document.understood import Understood
from sokhcn.kernel.folding import fold
from sokhcn.kernel.periods import Period
from sokhcn.records.models import Agency
from sokhcn.reports.blueprint import Blueprint
from sokhcn.reports.outlining import NoOutline, blueprint_for, in_force
from sokhcn.reports.testifying import the_period_of

REPORT = "Báo cáo"
BLANK = "{"  # of a title that is worded anew for each period


def chapters_of(text: Understood, agency: Agency) -> tuple[str, ...]:
    """The titles that the outline asks for; none where the document is no periodic report of ``agency``.

    Titles that change with the period are left out: an office words them in its own way, and their numbers tell enough.
    """
    period = the_period_of(text.title.period) if text.title.period else None
    if period is None or text.title.type != REPORT or not _is_by(text, agency.as_of(period.end)):
        return ()
    blueprint = _blueprint(text, period, agency)
    titles = (chapter.title for chapter in blueprint.outline.all_chapters()) if blueprint else ()
    return tuple(title for title in titles if BLANK not in title)


def _is_by(text: Understood, agency: Agency) -> bool:
    return fold(text.header.agency or "") == fold(agency.heading)


def _blueprint(text: Understood, period: Period, agency: Agency) -> Blueprint | None:
    """By whom it is addressed to: an outline names its addressee, and the province needs no name."""
    said = fold(" ".join(text.addressees))
    outlines = (kept.outline for kept in in_force(agency, period.end))
    named = (o.addressee for o in outlines if o.addressee_name and fold(o.addressee_name) in said)
    try:
        return blueprint_for(period, agency, next(named, PROVINCE))
    except NoOutline:
        return None
