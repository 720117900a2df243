"""Verbs on licences that touch two rows: the licence that follows is made or issued, the one before ends."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from sokhcn.areas.radiation.deadlines.papers import licence_ends
from sokhcn.areas.radiation.models import Device, Licence
from sokhcn.areas.radiation.register.licences import ENDED, LICENCES, PRINTED
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import must
from sokhcn.records.lists import tell
from sokhcn.records.reckoning import the_terms
from sokhcn.records.stepping import NotPossible, Officer, take_step
from sokhcn.records.verbs import Verb, must_be_sound
from sokhcn.records.writing import Pen

Action, State = Licence.Action, Licence.State
BOOK = next(register for register in LICENCES if register.model is Licence)
SAME = ("agency", "unit", "work", "work_kind", "holder", "authority", "competent")


def issue(pen: Pen, dossier: Licence, *, by: Officer, **told: Any) -> None:
    """Issue what ``dossier`` asks for; the licence that it follows ends that day, replaced or revoked."""
    take_step(pen, BOOK, dossier, State.ISSUED, by=by, **told)
    old, ends = dossier.previous, State.REVOKED if dossier.action == Action.REVOKE else State.REPLACED
    if old is None or old.state == ends:
        return
    if ends == State.REVOKED or old.state != State.EXPIRED:
        _in_force(old)
    _end(pen, old, ends, told["issued_on"], by)


def renew(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Extend ``old`` by a licence that counts from the end of it. Each verb here needs to be told ``issued_on``."""
    return _follow(pen, old, Action.RENEW, told, by)


def amend(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Amend ``old``; the term stays."""
    return _follow(pen, old, Action.AMEND, told, by)


def supplement(pen: Pen, old: Licence, *, by: Officer, devices: Iterable[Device] = (), **told: Any) -> Licence:
    """Add ``devices`` to what ``old`` covers; the term stays."""
    return _follow(pen, old, Action.SUPPLEMENT, {**told, "devices": devices}, by)


def reissue(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Issue ``old`` again, such as for one that was lost; the term stays."""
    return _follow(pen, old, Action.REISSUE, told, by)


def replace(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """A new licence in place of ``old``, which may have expired; a term of its own begins."""
    return _follow(pen, old, Action.ISSUE, told, by)


def revoke(pen: Pen, old: Licence, *, by: Officer, **told: Any) -> Licence:
    """Revoke ``old`` by a decision, which is a row of its own."""
    _in_force(old)
    _end(pen, old, State.REVOKED, told["issued_on"], by)
    decision = _like(old, Action.REVOKE, told)
    must_be_sound(decision)
    pen.save(decision)
    return decision


def expire(pen: Pen, old: Licence, *, by: Officer, ended_on: date) -> None:
    """Note that ``old`` ran out and was not extended; not before the day it runs out."""
    falls = licence_ends(old, the_terms())
    if falls is None:
        advice = "Ghi “Ngày hết hạn” của giấy phép trước."
        raise NotPossible(must("radiation.endless", "{old} chưa biết ngày hết hạn.", suggestion=advice, old=old))
    if ended_on < falls.on:
        last = written(falls.on)
        raise NotPossible(must("radiation.too_early", "{old} đến ngày {last} mới hết hạn.", old=old, last=last))
    take_step(pen, BOOK, old, State.EXPIRED, by=by, ended_on=ended_on)


def _follow(pen: Pen, old: Licence, action: Licence.Action, told: dict[str, Any], by: Officer) -> Licence:
    if action != Action.ISSUE or old.state != State.EXPIRED:
        _in_force(old)
    devices = [*old.devices.all(), *told.pop("devices", ())]
    new = _like(old, action, told)
    tell(new, {"devices": devices})
    _end(pen, old, State.REPLACED, told["issued_on"], by)
    must_be_sound(new)
    pen.save(new)
    return new


def _end(pen: Pen, old: Licence, state: Licence.State, day: date, by: Officer) -> None:
    """Bring ``old`` to ``state`` on ``day``; what had ended before keeps its day."""
    take_step(pen, BOOK, old, state, by=by, ended_on=old.ended_on or day)


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


ISSUED = ("expires_on", "fee", "signer", "signing_capacity", "note")


def _verb(label: str, run: Callable[..., Any], target: Licence.State, *sources: str) -> Verb:
    told = ("number", "received_on", "dossier_number", *ISSUED)
    return Verb(label, Licence, run, sources, ("issued_on",), told, targets=(target,))


VERBS = (
    Verb("Ban hành", Licence, issue, (State.PROCESSING,), PRINTED, ISSUED, targets=(State.ISSUED,)),
    _verb("Gia hạn", renew, State.REPLACED, State.ISSUED),
    _verb("Sửa đổi", amend, State.REPLACED, State.ISSUED),
    _verb("Bổ sung", supplement, State.REPLACED, State.ISSUED),
    _verb("Cấp lại", reissue, State.REPLACED, State.ISSUED),
    _verb("Cấp giấy phép thay", replace, State.REPLACED, State.ISSUED, State.SUSPENDED, State.EXPIRED),
    _verb("Ra quyết định thu hồi", revoke, State.REVOKED, State.ISSUED, State.SUSPENDED),
    Verb("Ghi hết hạn", Licence, expire, (State.ISSUED, State.SUSPENDED), ENDED, targets=(State.EXPIRED,)),
)
