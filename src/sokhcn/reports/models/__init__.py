"""The reports' own rows, by theme."""

from sokhcn.reports.models.closing import Answer, ReportingDuty
from sokhcn.reports.models.drifts import Drift, DriftMark, Watched
from sokhcn.reports.models.editions import Edition, Editions, draft_name, report_name
from sokhcn.reports.models.life import Act, Exemption, ForbiddenPair, Move, ReportState, Stage
from sokhcn.reports.models.numbers import NumberBook, Outgoing
from sokhcn.reports.models.old_reports import OldReport, Verdict
from sokhcn.reports.models.own import OwnIndicator, OwnOutline, OwnWording
from sokhcn.reports.models.read_in import Origin, Waiver
from sokhcn.reports.models.sections import Confirmation, Override, OwnText
from sokhcn.reports.models.signed import Anchor, SignedFile
from sokhcn.reports.models.told import Estimate, Target
from sokhcn.reports.models.written import Addressee, Commitment, Narrative

__all__ = [
    "Act",
    "Addressee",
    "Anchor",
    "Answer",
    "Commitment",
    "Confirmation",
    "Drift",
    "DriftMark",
    "Edition",
    "Editions",
    "Estimate",
    "Exemption",
    "ForbiddenPair",
    "Move",
    "Narrative",
    "NumberBook",
    "OldReport",
    "Origin",
    "Outgoing",
    "Override",
    "OwnIndicator",
    "OwnOutline",
    "OwnText",
    "OwnWording",
    "ReportState",
    "ReportingDuty",
    "SignedFile",
    "Stage",
    "Target",
    "Verdict",
    "Waiver",
    "Watched",
    "draft_name",
    "report_name",
]
