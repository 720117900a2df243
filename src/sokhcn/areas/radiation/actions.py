"""Verbs on licences that touch two rows: the licence that follows is made, the one before ends, in one passage."""

from collections.abc import Callable, Iterable
from typing import Any

from sokhcn.areas.radiation.deadlines.papers import licence_ends
from sokhcn.areas.radiation.models import Device, Licence
from sokhcn.areas.radiation.register.licences import LICENCES
from sokhcn.kernel.finding import must
from sokhcn.records.lists import tell
from sokhcn.records.reckoning import the_terms
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
from sokhcn.records.writing import Pen

Action, State = Licence.Action, Licence.State
BOOK = next(register for register in LICENCES if register.model is Licence)
SAME = ("agency", "unit", "work", "work_kind", "holder", "authority", "competent")


def renew(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Extend ``old`` by a licence that counts from the end of it. Each verb here needs to be told ``issued_on``."""
    return _follow(pen, old, Action.RENEW, told, by)


def amend(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Amend ``old``; the term stays."""
    return _follow(pen, old, Action.AMEND, told, by)


def supplement(pen: Pen, old: Licence, *, by: Officer, devices: Iterable[Device] = (), **told: Any) -> Licence:
    """Add ``devices`` to what ``old`` covers; the term stays."""
    new = _follow(pen, old, Action.SUPPLEMENT, told, by)
    tell(new, {"devices": [*new.devices.all(), *devices]})
    pen.save(new)
    return new


def reissue(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Issue ``old`` again, such as for one that was lost; the term stays."""
    return _follow(pen, old, Action.REISSUE, told, by)


def replace(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """A new licence in place of ``old``, which may have expired; a term of its own begins."""
    return _follow(pen, old, Action.ISSUE, told, by)


def revoke(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Revoke ``old`` by a decision, which is a row of its own."""
    _in_force(old)
    take_step(pen, BOOK, old, State.REVOKED, by=by, ended_on=told["issued_on"])
    decision = _like(old, Action.REVOKE, told)
    must_be_sound(decision)
    pen.save(decision)
    return decision


def expire(pen: Pen, old: Licence, *, by: Officer) -> None:
    """Note that ``old`` ran out on its last day and was not extended."""
    falls = licence_ends(old, the_terms())
    if falls is None:
        raise NotPossible(must("radiation.endless", "{old} chưa biết ngày hết hạn.", old=old))
    take_step(pen, BOOK, old, State.EXPIRED, by=by, ended_on=falls.on)


def _follow(pen: Pen, old: Licence, action: Licence.Action, told: dict[str, Any], by: Officer) -> Licence:
    if action != Action.ISSUE or old.state != State.EXPIRED:
        _in_force(old)
    new = _like(old, action, told)
    if new.expires_on is None:
        falls = licence_ends(new, the_terms())
        new.expires_on = falls.on if falls else None
    ended = {} if old.ended_on else {"ended_on": new.issued_on}
    take_step(pen, BOOK, old, State.REPLACED, by=by, **ended)
    must_be_sound(new)
    tell(new, {"devices": old.devices.all()})
    pen.save(new)
    return new


def _in_force(old: Licence) -> None:
    """What ended cannot be extended, amended or revoked. Raises ``NotPossible``."""
    if old.state in (State.ISSUED, State.SUSPENDED):
        return
    now = BOOK.column("state").choices[old.state]
    raise NotPossible(must("radiation.ended", "{old} không còn hiệu lực: {now}.", old=old, now=now.lower()))


def _like(old: Licence, action: Licence.Action, told: dict[str, Any]) -> Licence:
    same = {name: getattr(old, name) for name in SAME}
    about = {"action": action, "previous": old, "state": State.ISSUED, "recorded_on": told["issued_on"]}
    return Licence(**{**same, **about, **told})


def _verb(label: str, run: Callable[..., Any], *sources: str) -> Verb:
    told = ("number", "expires_on", "received_on", "dossier_number", "fee", "signer", "signing_capacity", "note")
    return Verb(label, Licence, run, sources, ("issued_on",), told)


VERBS = (
    _verb("Gia hạn", renew, State.ISSUED),
    _verb("Sửa đổi", amend, State.ISSUED),
    _verb("Bổ sung", supplement, State.ISSUED),
    _verb("Cấp lại", reissue, State.ISSUED),
    _verb("Cấp giấy phép thay", replace, State.ISSUED, State.EXPIRED),
    _verb("Ra quyết định thu hồi", revoke, State.ISSUED, State.SUSPENDED),
    Verb("Ghi hết hạn", Licence, expire, (State.ISSUED, State.SUSPENDED)),
)
