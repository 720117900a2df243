"""Helping people back in: a link that sets a password once, the second step taken off, a locked door opened.

Each is told in history with who did it; the link itself is not.
"""

from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from axes.utils import reset
from django.contrib.auth.tokens import default_token_generator
from django.db.models import Max
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from sokhcn.people.models import AccountEvent, User
from sokhcn.records.writing import Actor, writing


def link_for(user: User, *, by: Actor, reason: str = "") -> tuple[str, str]:
    """The two parts of a link by which ``user`` sets a password: it holds for a day, and until it was used."""
    _tell(user, AccountEvent.What.LINK, by, reason)
    return urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)


def take_off_second_step(user: User, *, by: Actor, reason: str = "") -> bool:
    """Let ``user`` in by password alone until they set up a second step again; False where there was none."""
    held = Authenticator.objects.filter(user=user)
    if not held.exists():
        return False
    _tell(user, AccountEvent.What.SECOND_STEP, by, reason)
    held.delete()
    return True


def wrong_passwords(user: User) -> int:
    """How many wrong ones in a row were given for ``user`` at one place: the most of any place."""
    most = AccessAttempt.objects.filter(username=user.username).aggregate(most=Max("failures_since_start"))["most"]
    return int(most or 0)


def unlock(user: User, *, by: Actor, reason: str = "") -> bool:
    """Forget the wrong passwords given for ``user``; False where there were none."""
    if not reset(username=user.username):
        return False
    _tell(user, AccountEvent.What.UNLOCKED, by, reason)
    return True


def _tell(user: User, what: str, by: Actor, reason: str) -> None:
    event = AccountEvent(login=user.username, what=what)
    event.digest = event.proof()
    with writing(by=by, reason=reason) as pen:
        pen.freeze(event)
