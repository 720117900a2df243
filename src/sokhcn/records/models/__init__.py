"""The rows that all areas share, by theme; and every row's past."""

from sokhcn.records.attachments import Attachment
from sokhcn.records.due import DueDate
from sokhcn.records.models.calendars import CalendarDay, Meaning, ReportingRegime
from sokhcn.records.models.closing import Closing, Supplement
from sokhcn.records.models.named import Agency, Dated, Place, Unit
from sokhcn.records.models.past import Batch, Counted, Issued, Seal, Version
from sokhcn.records.models.shared import Establishment, Paper
from sokhcn.records.models.sought import Entry
from sokhcn.records.terms import Term

__all__ = [
    "Agency",
    "Attachment",
    "Batch",
    "CalendarDay",
    "Closing",
    "Counted",
    "Dated",
    "DueDate",
    "Entry",
    "Establishment",
    "Issued",
    "Meaning",
    "Paper",
    "Place",
    "ReportingRegime",
    "Seal",
    "Supplement",
    "Term",
    "Unit",
    "Version",
]
