"""The verbs on a campaign that change more than its state: counting what it found, sanctioning, taking a payment."""

from datetime import date
from typing import Any

from sokhcn.areas.inspection.models import Campaign, Sanction, Violation, Visit
from sokhcn.areas.inspection.register import campaigns, sanctions
from sokhcn.records.stepping import Officer, take_step
from sokhcn.records.verbs import Verb
from sokhcn.records.writing import Pen, writing

(CAMPAIGNS,) = campaigns.REGISTERS
(SANCTIONS,) = sanctions.REGISTERS
Fined = Sanction.State


def conclude(pen: Pen, campaign: Campaign, *, by: Officer, **told: Any) -> None:
    """End the work on site; it needs to be told ``ended_on``. What the visits and violations of the campaign count to
    stands in it then, but for what is told. Raises ``NotPossible``."""
    take_step(pen, CAMPAIGNS, campaign, Campaign.State.CONCLUDED, by=by, **{**_counted(campaign), **told})


def sanction(violation: Violation, *, number: str, on: date, by: Officer, **told: Any) -> Sanction:
    """Decide on a violation: the sanction, and the violation that is dealt with. Raises ``NotPossible``."""
    campaign = violation.campaign
    home = {"agency": campaign.agency, "unit": campaign.unit, "recorded_on": on, "campaign": campaign}
    about = {"establishment": violation.establishment, "act": violation.act, "article": violation.article}
    decision = Sanction(**{**home, **about, **told})
    with writing(by=by, reason=f"Ghi quyết định xử phạt {number}") as pen:
        take_step(pen, SANCTIONS, decision, Sanction.State.DECIDED, by=by, number=number, decided_on=on)
        violation.handling = Violation.Handling.SANCTIONED
        pen.save(violation)
    return decision


def pay(pen: Pen, decision: Sanction, *, by: Officer, paid_on: date, paid: int | None = None) -> None:
    """Take the payment of a fine, all of it unless another sum is told. Raises ``NotPossible``."""
    whole = decision.fine if paid is None else paid
    take_step(pen, SANCTIONS, decision, Sanction.State.PAID, by=by, paid_on=paid_on, paid=whole)


def _counted(campaign: Campaign) -> dict[str, int]:
    """What the rows of a campaign say; a campaign without such rows keeps the counts that it has."""
    visits = Visit.objects.filter(campaign=campaign)
    whole = visits.count()
    if not whole:
        return {}
    of_kind = {subject: visits.filter(subject=subject).count() for subject in Visit.Subject}
    return {
        "establishments_checked": whole,
        "organisations_checked": of_kind[Visit.Subject.ORGANISATION],
        "individuals_checked": of_kind[Visit.Subject.INDIVIDUAL],
        "violators": visits.filter(outcome=Visit.Outcome.VIOLATING).count(),
        "violations": Violation.objects.filter(campaign=campaign).count(),
    }


COUNTS = ("establishments_checked", "organisations_checked", "individuals_checked", "violators", "violations")
VERBS = (
    Verb(
        "Kết thúc cuộc, cộng số liệu", Campaign, conclude, (Campaign.State.ONGOING,), ("ended_on",), ("result", *COUNTS)
    ),
    Verb("Nộp phạt", Sanction, pay, (Fined.DECIDED, Fined.ENFORCED), ("paid_on",), ("paid",)),
)
