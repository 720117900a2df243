"""Measuring instruments, each time one is verified, calibrated or tested, and what that work is done with."""

from sokhcn.areas.metrology.models.instruments import Instrument
from sokhcn.areas.metrology.models.jobs import Job
from sokhcn.areas.metrology.models.kinds import FIELDS, InstrumentKind, field_of
from sokhcn.areas.metrology.models.means import Designation, Procedure, Standard, Verifier

__all__ = [
    "FIELDS",
    "Designation",
    "Instrument",
    "InstrumentKind",
    "Job",
    "Procedure",
    "Standard",
    "Verifier",
    "field_of",
]
