"""The reports' own rows, by theme."""

from sokhcn.reports.models.drifts import Drift, DriftMark, Watched
from sokhcn.reports.models.editions import Edition, Editions, report_name
from sokhcn.reports.models.numbers import NumberBook, Outgoing
from sokhcn.reports.models.old_reports import OldReport, Verdict
from sokhcn.reports.models.own import OwnIndicator, OwnOutline, OwnWording
from sokhcn.reports.models.read_in import Origin, Waiver
from sokhcn.reports.models.told import Estimate, Target
from sokhcn.reports.models.written import Addressee, Commitment, Narrative

__all__ = [
    "Addressee",
    "Commitment",
    "Drift",
    "DriftMark",
    "Edition",
    "Editions",
    "Estimate",
    "Narrative",
    "NumberBook",
    "OldReport",
    "Origin",
    "Outgoing",
    "OwnIndicator",
    "OwnOutline",
    "OwnWording",
    "Target",
    "Verdict",
    "Waiver",
    "Watched",
    "report_name",
]
