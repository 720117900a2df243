"""How far a person may look with the box."""

from sokhcn.people.models import User
from sokhcn.people.permissions import READ
from sokhcn.records.within import EVERYTHING, NOTHING, Within


def within_of(user: User) -> Within:
    """Who may read registers may read all of them, as their pages do."""
    return EVERYTHING if user.has_perm(READ) else NOTHING
