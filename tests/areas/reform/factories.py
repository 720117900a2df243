"""Plans, procedures and dossiers of administrative reform as tests need them."""

from datetime import date
from typing import Any

from sokhcn.areas.reform.models import DocumentReview, LateDossier, PlanActivity, Procedure, ProcedureTally, ReformPlan
from sokhcn.records.models import Paper
from tests.areas.registers import agency, save

DAY = date(2022, 1, 5)
FIRST, LAST = date(2021, 12, 15), date(2022, 1, 14)


def plan(title: str = "Kế hoạch A", **told: Any) -> ReformPlan:
    """A plan issued in January 2022, without number and date."""
    about = {"title": title, "kind": "reform", "state": "issued", "recorded_on": DAY}
    return save(ReformPlan(**{"agency": agency(), **about, **told}))


def work(of: ReformPlan, number: int = 1, **told: Any) -> PlanActivity:
    return save(PlanActivity(**{"plan": of, "number": number, "title": f"Việc {number}", **told}))


def procedure(code: str = "2.002711", **told: Any) -> Procedure:
    return save(Procedure(**{"agency": agency(), "code": code, "name": f"Thủ tục {code}", "recorded_on": DAY, **told}))


def tally(of: Procedure, **told: Any) -> ProcedureTally:
    """The line of January 2022: twelve came in, ten are settled, one of them late."""
    numbers = {
        "received": 12,
        "received_online": 8,
        "settled": 10,
        "settled_in_time": 9,
        "settled_late": 1,
        "pending": 2,
    }
    about = {"agency": agency(), "procedure": of, "from_on": FIRST, "to_on": LAST, "recorded_on": DAY}
    return save(ProcedureTally(**{**about, **numbers, **told}))


def late(of: Procedure, code: str = "H43-1", **told: Any) -> LateDossier:
    return save(LateDossier(**{"procedure": of, "code": code, "due_on": DAY, "reason": "Chờ ý kiến", **told}))


def review(number: str = "21", **told: Any) -> DocumentReview:
    """A document that was reviewed in January 2022 and is fit."""
    paper = Paper(type="Quyết định", number=number, symbol="QĐ-UBND", issuer="UBND tỉnh", issued_on=date(2015, 3, 1))
    about = {"agency": agency(), "paper": save(paper), "outcome": "fit", "reviewed_on": DAY, "recorded_on": DAY}
    return save(DocumentReview(**{**about, **told}))
