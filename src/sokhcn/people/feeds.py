"""The secret address under which a person's calendar program fetches what falls due: made, renewed, and read back."""

import secrets
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

SALT = "sokhcn.calendar-feed"
NONCE = 16  # hexadecimal digits
PROOF = 48


class Feed(models.Model):
    """That a person has such an address. The address is reckoned from ``nonce`` with the key of this installation, so
    that nobody who reads the database alone knows it; with a new nonce the old address leads nowhere."""

    user = models.OneToOneField("people.User", models.CASCADE, related_name="feed")
    nonce = models.CharField(max_length=NONCE, unique=True)
    renewed_at = models.DateTimeField()

    class Meta:
        verbose_name = "nguồn lịch"

    def __str__(self) -> str:
        return f"{self.user}"

    @property
    def key(self) -> str:
        """What stands in the address."""
        return f"{self.nonce}{_proof(self.user_id, self.nonce)}"


def _proof(user: int, nonce: str) -> str:
    return salted_hmac(SALT, f"{user}:{nonce}", algorithm="sha256").hexdigest()[:PROOF]


def renew(user: Any) -> Feed:
    """Give ``user`` an address, or another one in the place of the old."""
    about = {"nonce": secrets.token_hex(NONCE // 2), "renewed_at": timezone.now()}
    return Feed.objects.update_or_create(user=user, defaults=about)[0]


def stop(user: Any) -> None:
    """Take the address of ``user`` away."""
    Feed.objects.filter(user=user).delete()


def feed_of(user: Any) -> Feed | None:
    """The address that ``user`` has."""
    return Feed.objects.filter(user=user).first()


def person_of(key: str) -> Any:
    """Whose address ``key`` is: somebody who may still come in, or nobody."""
    found = Feed.objects.select_related("user__agency", "user__unit").filter(nonce=key[:NONCE]).first()
    if found is None or not constant_time_compare(found.key, key) or not found.user.is_active:
        return None
    return found.user
