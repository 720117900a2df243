"""Rows of advisory documents as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.records.models import Paper
from tests.areas.registers import agency, save

DAY = date(2022, 1, 5)


def paper(number: str = "21", issuer: str = "UBND tỉnh", **told: Any) -> Paper:
    about = {"type": "Quyết định", "symbol": "QĐ-UBND", "issued_on": DAY, "subject": "về việc thử"}
    return save(Paper(**{**about, "number": number, "issuer": issuer, **told}))


def document(number: str = "21", issuer: str = "UBND tỉnh", **told: Any) -> AdvisoryDocument:
    """A document that was issued in January 2022."""
    about = {"state": "issued", "recorded_on": DAY, "agency": agency(), "paper": paper(number, issuer)}
    return save(AdvisoryDocument(**{**about, **told}))


def draft(**told: Any) -> AdvisoryDocument:
    about = {"state": "drafting", "recorded_on": DAY, "agency": agency(), "title": "Dự thảo Đề án"}
    return save(AdvisoryDocument(**{**about, **told}))
