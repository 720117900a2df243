"""Verbs on advisory documents that change more than a state: submitting, issuing, ending what a new one replaces."""

from datetime import date
from typing import Any

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.advice.register import REGISTERS
from sokhcn.records.models import Paper
from sokhcn.records.stepping import Officer, take_step
from sokhcn.records.verbs import Verb
from sokhcn.records.writing import Pen, writing

(BOOK,) = REGISTERS
State, Validity = AdvisoryDocument.State, AdvisoryDocument.Validity


def submit(pen: Pen, row: AdvisoryDocument, *, by: Officer, **told: Any) -> None:
    """Write down that the draft was submitted on ``submitted_on``, maybe with the department's ``submission``."""
    take_step(pen, BOOK, row, State.SUBMITTED, by=by, **told)


def issue(row: AdvisoryDocument, paper: Paper, *, by: Officer, effective_from: date | None = None) -> None:
    """Write down the ``paper`` that was issued; what it replaces in this register ends on the day it takes effect.

    Raises ``NotPossible``.
    """
    with writing(by=by, reason="Ghi ban hành") as pen:
        told = {"paper": paper, "effective_from": effective_from, "validity": Validity.IN_FORCE}
        take_step(pen, BOOK, row, State.ISSUED, by=by, **told)
        if row.replaces is not None:
            _end(pen, row.replaces, effective_from or paper.issued_on)


def _end(pen: Pen, paper: Paper, on: date | None) -> None:
    for old in AdvisoryDocument.objects.filter(paper=paper, state=State.ISSUED):
        old.validity, old.expires_on = Validity.ENDED, on
        pen.save(old)


VERBS = (
    Verb(
        "Trình",
        AdvisoryDocument,
        submit,
        (State.DRAFTING, State.CONSULTATION, State.APPRAISAL),
        ("submitted_on",),
    ),
)
