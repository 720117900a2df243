"""The reports' own rows, by theme."""

from sokhcn.reports.models.editions import Edition, Editions, report_name
from sokhcn.reports.models.own import OwnIndicator, OwnOutline, OwnWording
from sokhcn.reports.models.read_in import Origin, Waiver
from sokhcn.reports.models.sections import Confirmation, Override, OwnText
from sokhcn.reports.models.told import Estimate, Target
from sokhcn.reports.models.written import Addressee, Commitment, Narrative

__all__ = [
    "Addressee",
    "Commitment",
    "Confirmation",
    "Edition",
    "Editions",
    "Estimate",
    "Narrative",
    "Origin",
    "Override",
    "OwnIndicator",
    "OwnOutline",
    "OwnText",
    "OwnWording",
    "Target",
    "Waiver",
    "report_name",
]
