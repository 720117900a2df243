"""Signing in by password; what people may do is told by their role alone, never by Django's tables of permissions."""

from typing import Any

from django.contrib.auth.backends import ModelBackend


class Passwords(ModelBackend):
    """Knows people by login and password, and asks no table what they may do."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return False
