"""What falls due of advisory documents: drafts that were assigned a day, and documents that lose their effect."""

from typing import Any

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms

State, Validity = AdvisoryDocument.State, AdvisoryDocument.Validity
# Until the draft lies with those who decide.
AT_WORK = (State.REGISTERED, State.DRAFTING, State.CONSULTATION, State.APPRAISAL, State.RETURNED)


def _at_work() -> Any:
    return AdvisoryDocument.objects.filter(state__in=AT_WORK, due_on__isnull=False)


def _assigned(row: AdvisoryDocument, terms: Terms) -> Falls | None:
    return Falls(row.due_on) if row.due_on else None


def _running_out() -> Any:
    held = AdvisoryDocument.objects.filter(state=State.ISSUED, expires_on__isnull=False)
    return held.exclude(validity=Validity.ENDED)


def _runs_out(row: AdvisoryDocument, terms: Terms) -> Falls | None:
    return Falls(row.expires_on) if row.expires_on else None


DEADLINES = (
    Deadline(
        "advice.assigned",
        "trình văn bản được giao tham mưu",
        AdvisoryDocument,
        _at_work,
        _assigned,
        lambda row: f"Tham mưu {row.advised}: {row}",
        related=("paper",),
        promise="Hoàn thành, trình {n} văn bản được giao tham mưu đến hạn trong {period}.",
    ),
    Deadline(
        "advice.running_out",
        "rà soát, thay thế văn bản sắp hết hiệu lực",
        AdvisoryDocument,
        _running_out,
        _runs_out,
        lambda row: f"Rà soát, thay thế {row}",
        related=("paper",),
        promise="Rà soát, tham mưu thay thế {n} văn bản hết hiệu lực trong {period}.",
    ),
)
