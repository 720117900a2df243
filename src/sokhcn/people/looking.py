"""How far a person may look with the box."""

from sokhcn.people.models import Reach, User
from sokhcn.people.permissions import READ, hats
from sokhcn.records.within import NOTHING, Within


def within_of(user: User) -> Within:
    """All that the person's own reach, and that of those whom they act for, lets them read, taken together.

    Where these differ it is wider than each of them; pages load what was found through ``within_reach``.
    """
    if not user.has_perm(READ):
        return NOTHING
    worn = hats(user)
    if any(hat.reach == Reach.ALL for hat in worn):
        return Within()
    agencies = {hat.agency for hat in worn if hat.agency is not None}
    if any(hat.reach == Reach.AGENCY for hat in worn):
        return Within(agencies=sorted(agencies))
    return Within(agencies=sorted(agencies), units=sorted({hat.unit for hat in worn if hat.unit is not None}))
