"""Writing that a report moved: one row of its history, and where it stands now, in one passage of the gate."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from sokhcn.people.models import User
from sokhcn.people.permissions import counts_as
from sokhcn.records.writing import Pen
from sokhcn.reports.models import Act, Move, ReportState, Stage


@dataclass(frozen=True, slots=True)
class Hand:
    """Who takes a step, why, and on which day it holds: a paper that was signed yesterday is told of today."""

    by: User
    reason: str = ""
    on: date | None = None

    @property
    def day(self) -> date:
        return self.on or timezone.localdate()


@dataclass(frozen=True, slots=True)
class Moving:
    """What is done, where it leads, with which edition, by whom, and by whose leave."""

    verb: Act
    target: Stage
    edition: int
    hand: Hand
    exempt: str = ""


def moved(pen: Pen, state: ReportState, moving: Moving) -> Move:
    """Write it; nothing is asked any more. ``pen`` is the open gate."""
    by = moving.hand.by
    move = Move(
        **{name: getattr(state, name) for name in Move.KEY},
        edition=moving.edition,
        verb=moving.verb,
        before=state.stage,
        after=moving.target,
        login=by.get_username(),
        name=str(by),
        acts_for=sorted(counts_as(by) - {by.get_username()}),
        on=moving.hand.day,
        at=pen.batch.at,
        reason=moving.hand.reason.strip(),
        exempt=moving.exempt,
    )
    move.digest = move.proof()
    state.stage, state.edition = moving.target, moving.edition
    pen.save(state)
    pen.freeze(move)
    return move
