"""Verbs that do more than change a state: a designation that takes over from another, an instrument that is retired."""

from datetime import date
from typing import Any

from sokhcn.areas.metrology.models import Designation, Instrument, Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.kernel.finding import must
from sokhcn.records.registering import Register
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
from sokhcn.records.writing import Pen


def _register_of(model: type[Any]) -> Register:
    return next(register for register in REGISTERS if register.model is model)


def designate_again(pen: Pen, old: Designation, *, by: Officer, **told: Any) -> Designation:
    """A new designation of the same body and scope with what is ``told`` of it; ``old`` is replaced.

    Raises ``NotPossible`` where ``old`` is not in force.
    """
    if old.state == Designation.State.REPLACED:
        raise NotPossible(must("metrology.replaced", "{old} đã được thay bằng quyết định khác.", old=old))
    take_step(pen, _register_of(Designation), old, Designation.State.REPLACED, by=by)
    home = {"agency": old.agency, "unit": old.unit, "body": old.body, "scope": old.scope, "issuer": old.issuer}
    new = Designation(**{**home, "previous": old, "recorded_on": told["issued_on"], **told})
    must_be_sound(new)
    pen.save(new)
    return new


def retire(pen: Pen, instrument: Instrument, *, by: Officer, retired_on: date) -> None:
    """Take ``instrument`` out of use from that day, and call off what was planned on it."""
    take_step(pen, _register_of(Instrument), instrument, Instrument.State.RETIRED, by=by, retired_on=retired_on)
    planned = (Job.State.REQUESTED, Job.State.SCHEDULED, Job.State.DRAFT)
    for job in Job.objects.filter(instrument=instrument, state__in=planned):
        take_step(pen, _register_of(Job), job, Job.State.CANCELLED, by=by)


VERBS = (
    Verb(
        "Chỉ định lại",
        Designation,
        designate_again,
        (Designation.State.IN_FORCE,),
        ("number", "issued_on"),
        ("valid_until", "scope", "issuer", "note"),
        targets=(Designation.State.REPLACED,),
    ),
    Verb(
        "Loại khỏi sử dụng",
        Instrument,
        retire,
        (Instrument.State.IN_USE, Instrument.State.STOPPED),
        ("retired_on",),
        targets=(Instrument.State.RETIRED,),
    ),
)
