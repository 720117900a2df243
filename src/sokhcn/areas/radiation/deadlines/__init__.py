"""What falls due of radiation safety: licences and dossiers, and what facilities do again and again."""

from sokhcn.areas.radiation.deadlines.facilities import OF_FACILITIES
from sokhcn.areas.radiation.deadlines.papers import OF_PAPERS
from sokhcn.areas.radiation.models import Device, Licence

# What rules may be told apart by.
SUBJECTS = (
    ("radiation.licence", Licence, "work_kind"),
    ("radiation.licence_dossier", Licence, "action"),
    ("radiation.device_verification", Device, "kind"),
)
RULES = (
    "radiation.renewal_lead",
    "radiation.certificate_dossier",
    "radiation.declaration_dossier",
    "radiation.plan_dossier",
    "radiation.declaration",
    "radiation.survey",
    "radiation.dosimetry",
    "radiation.safety_report",
)
DEADLINES = (*OF_PAPERS, *OF_FACILITIES)
