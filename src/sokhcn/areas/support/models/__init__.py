"""What the department keeps of support: tasks and their programmes, training classes, industrial property, startups."""

from sokhcn.areas.support.models.classes import Participant, TrainingClass
from sokhcn.areas.support.models.programmes import Programme
from sokhcn.areas.support.models.rights import IntellectualPropertyGuidance
from sokhcn.areas.support.models.startups import Startup
from sokhcn.areas.support.models.tasks import Disbursement, SupportTask

__all__ = [
    "Disbursement",
    "IntellectualPropertyGuidance",
    "Participant",
    "Programme",
    "Startup",
    "SupportTask",
    "TrainingClass",
]
