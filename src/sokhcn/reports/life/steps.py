"""The workflow of a report as a table: verb, from, to, permission, and whether it wants a reason."""

from dataclasses import dataclass

from sokhcn.people.permissions import APPROVE, CHECK_FORM, GATHER, HAND_IN, ISSUE, NUMBER, REOPEN, SIGN
from sokhcn.reports.models import Act, Stage


@dataclass(frozen=True, slots=True)
class Step:
    """``verb`` brings a report from ``source`` to ``target``, by somebody who has ``permission``."""

    verb: Act
    source: Stage
    target: Stage
    permission: str
    wants_reason: bool = False

    @property
    def label(self) -> str:
        return str(self.verb.label)


STEPS = (
    Step(Act.CONFIRM, Stage.DRAFT, Stage.CONFIRMED, GATHER),
    Step(Act.SUBMIT, Stage.CONFIRMED, Stage.COMPILED, HAND_IN),
    Step(Act.CHECK, Stage.COMPILED, Stage.FORM_CHECKED, CHECK_FORM),
    Step(Act.APPROVE, Stage.FORM_CHECKED, Stage.APPROVED, APPROVE),
    Step(Act.SIGN, Stage.APPROVED, Stage.SIGNED, SIGN),
    Step(Act.NUMBER, Stage.SIGNED, Stage.NUMBERED, NUMBER),
    Step(Act.ISSUE, Stage.NUMBERED, Stage.ISSUED, ISSUE),
    # Who comes next gives it back: until it is approved to whoever compiles, for it must be handed in again; what is
    # signed goes back to who signed, and to the number once that is voided.
    Step(Act.RETURN, Stage.CONFIRMED, Stage.DRAFT, HAND_IN, wants_reason=True),
    Step(Act.RETURN, Stage.COMPILED, Stage.CONFIRMED, CHECK_FORM, wants_reason=True),
    Step(Act.RETURN, Stage.FORM_CHECKED, Stage.CONFIRMED, APPROVE, wants_reason=True),
    Step(Act.RETURN, Stage.APPROVED, Stage.CONFIRMED, SIGN, wants_reason=True),
    Step(Act.RETURN, Stage.SIGNED, Stage.APPROVED, NUMBER, wants_reason=True),
    Step(Act.RETURN, Stage.NUMBERED, Stage.SIGNED, ISSUE, wants_reason=True),
    # Who handed it in or approved it takes that back while nobody went on.
    Step(Act.WITHDRAW, Stage.COMPILED, Stage.CONFIRMED, HAND_IN, wants_reason=True),
    Step(Act.WITHDRAW, Stage.FORM_CHECKED, Stage.CONFIRMED, HAND_IN, wants_reason=True),
    Step(Act.WITHDRAW, Stage.APPROVED, Stage.FORM_CHECKED, APPROVE, wants_reason=True),
    # What left the house is amended or replaced by a new edition (Decree 30/2020/NĐ-CP, Article 18); the old one stays.
    Step(Act.REOPEN, Stage.ISSUED, Stage.DRAFT, REOPEN, wants_reason=True),
    # Who opened it again takes that back: the edition that was issued stands, whatever was drafted since.
    Step(Act.WITHDRAW, Stage.DRAFT, Stage.ISSUED, REOPEN, wants_reason=True),
)
VERBS = tuple(dict.fromkeys(step.verb for step in STEPS))
# From here on a new edition has to be read again by all who read the one before (Decree 30/2020/NĐ-CP, Article 11.2).
HANDED_IN = (Stage.COMPILED, Stage.FORM_CHECKED, Stage.APPROVED, Stage.SIGNED, Stage.NUMBERED)


def onward(stage: str) -> tuple[Step, ...]:
    """The steps that lead on from ``stage``, the way forward first."""
    return tuple(step for step in STEPS if step.source == stage)


def step_of(verb: str, stage: str) -> Step | None:
    """The step that ``verb`` takes from ``stage``."""
    return next((step for step in onward(stage) if step.verb == verb), None)


def permissions_of(verb: str) -> tuple[str, ...]:
    """What ``verb`` takes, from whichever stage."""
    return tuple(dict.fromkeys(step.permission for step in STEPS if step.verb == verb))
