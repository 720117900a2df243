"""The verbs on a campaign that change more than its state: counting what it found, sanctioning, taking a payment."""

from datetime import date
from typing import Any

from sokhcn.areas.inspection.models import Campaign, Sanction, Violation, Visit
from sokhcn.areas.inspection.register import campaigns, sanctions
from sokhcn.kernel.finding import must
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
from sokhcn.records.writing import Pen, writing

(CAMPAIGNS,) = campaigns.REGISTERS
(SANCTIONS,) = sanctions.REGISTERS
Fined = Sanction.State


def conclude(pen: Pen, campaign: Campaign, *, by: Officer, **told: Any) -> None:
    """End the work on site; it needs to be told ``ended_on``. What the visits and violations of the campaign count to
    stands in it then, but for what is told. Raises ``NotPossible``."""
    take_step(pen, CAMPAIGNS, campaign, Campaign.State.CONCLUDED, by=by, **{**_counted(campaign), **told})


def sanction(violation: Violation, *, number: str, on: date, by: Officer, **told: Any) -> Sanction:
    """Decide on a violation in a passage of its own. Raises ``NotPossible``."""
    with writing(by=by, reason=f"Ghi quyết định xử phạt {number}") as pen:
        return decide(pen, violation, by=by, number=number, decided_on=on, **told)


def decide(pen: Pen, violation: Violation, *, by: Officer, number: str, decided_on: date, **told: Any) -> Sanction:
    """The decision on a violation, which is dealt with then. Raises ``NotPossible``."""
    if not is_open(violation):
        how = Violation.Handling(violation.handling).label
        advice = "Xem các quyết định của cuộc ấy ở sổ xu-phat-vi-pham."
        raise NotPossible(must("inspection.dealt_with", "Vi phạm này đã xử lý: {how}.", suggestion=advice, how=how))
    campaign = violation.campaign
    home = {"agency": campaign.agency, "unit": campaign.unit, "recorded_on": decided_on, "campaign": campaign}
    about = {"establishment": violation.establishment, "act": violation.act, "article": violation.article}
    decided = {"number": number, "decided_on": decided_on}
    must_be_sound(Sanction(**{**home, **about, **told, **decided, "state": Fined.DECIDED}))
    decision = Sanction(**{**home, **about, **told})
    take_step(pen, SANCTIONS, decision, Fined.DECIDED, by=by, **decided)
    violation.handling = Violation.Handling.SANCTIONED
    pen.save(violation)
    return decision


def is_open(violation: Violation) -> bool:
    """Whether nobody has decided on ``violation`` yet; one that was reminded of may still be sanctioned."""
    return violation.handling not in (Violation.Handling.SANCTIONED, Violation.Handling.TRANSFERRED)


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
DECIDED = ("fine", "offender", "decided_by", "additional", "remedy", "pay_by", "remedy_by")
VERBS = (
    Verb(
        "Kết thúc cuộc, cộng số liệu", Campaign, conclude, (Campaign.State.ONGOING,), ("ended_on",), ("result", *COUNTS)
    ),
    Verb(
        "Ra quyết định xử phạt",
        Violation,
        decide,
        (),
        ("number", "decided_on", "kind"),
        DECIDED,
        columns=tuple(SANCTIONS.column(name) for name in ("number", "decided_on", "kind", *DECIDED)),
        open=is_open,
    ),
    Verb("Nộp phạt", Sanction, pay, (Fined.DECIDED, Fined.ENFORCED), ("paid_on",), ("paid",)),
)
