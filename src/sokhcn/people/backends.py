"""Signing in by password; what people may do is told by their role alone, never by Django's tables of permissions."""

from typing import Any

from django.contrib.auth.backends import ModelBackend

from sokhcn.people.models import User


class Passwords(ModelBackend):
    """Knows people by login and password, and asks no table what they may do."""

    def get_user(self, user_id: Any) -> Any:
        """The person of a session, with their agency and unit: every page names both."""
        found = User.objects.select_related("agency", "unit").filter(pk=user_id).first()
        return found if found is not None and self.user_can_authenticate(found) else None

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        return False
