"""Verbs on advisory documents that change more than a state: submitting, issuing, ending what a new one replaces."""

from datetime import date
from typing import Any

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.advice.register import REGISTERS
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.papers import read_code
from sokhcn.records.models import Paper
from sokhcn.records.stepping import Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
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
        _issued(pen, row, paper, by, effective_from)


def promulgate(pen: Pen, row: AdvisoryDocument, *, by: Officer, code: str, **told: Any) -> None:
    """The same, the paper told by its ``code``, ``type``, ``issuer``, day and subject: one that the register of papers
    has, or a new one. Raises ``NotPossible``."""
    effective_from, read = told.pop("effective_from", None), read_code(code)
    assert read is not None, "whoever read the cell saw that it is a code"
    number = {"number": read.number, "year_in_number": read.year, "symbol": read.symbol}
    known = Paper.objects.filter(**number, issuer=told["issuer"], issued_on=told["issued_on"]).first()
    paper = known or Paper(**number, **told)
    if known is None:
        must_be_sound(paper)
        pen.save(paper)
    _issued(pen, row, paper, by, effective_from)


def _issued(pen: Pen, row: AdvisoryDocument, paper: Paper, by: Officer, effective_from: date | None) -> None:
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
    Verb(
        "Ghi ban hành",
        AdvisoryDocument,
        promulgate,
        (State.SUBMITTED,),
        ("type", "code", "issued_on", "issuer"),
        ("subject", "effective_from"),
        targets=(State.ISSUED,),
        columns=(
            Column("type", "Tên loại"),
            Column("code", "Số, ký hiệu", Cell.CODE),
            Column("issued_on", "Ngày ban hành", Cell.DATE),
            Column("issuer", "Cơ quan ban hành"),
            Column("subject", "Trích yếu"),
        ),
    ),
)
