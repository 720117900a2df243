"""What the chapter says of one advisory document."""

from dataclasses import dataclass

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.kernel.papers import Mention


@dataclass(frozen=True, slots=True)
class Issued:
    """``advised`` is the body the department drafted for; when another body issued, it submitted to that one."""

    advised: str
    paper: Mention
    promulgates: str
    submitted_further: bool


def issued(row: AdvisoryDocument) -> Issued:
    assert row.paper is not None  # the constraint advice_issued_has_paper
    further = row.paper.issuer != row.advised
    return Issued(row.advised, row.paper.mention, row.promulgates, further)
