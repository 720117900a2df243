"""For whom somebody writes rows that only a delegation lets them write: history tells it beside the reason."""

from collections.abc import Iterable
from typing import Any

from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_REGISTERS, acts_for, hats, home_of
from sokhcn.records.writing import Pen


def tell_acting(pen: Pen, by: User, *rows: Any, permission: str = KEEP_REGISTERS) -> None:
    """Put ``Làm thay Trưởng P. QLCN`` before the reason of what ``pen`` writes. Who may write ``rows`` by their own
    right acts for nobody, and costs no query."""
    givers = dict.fromkeys(giver for row in rows for giver in acts_for(by, row, permission))
    told = f"Làm thay {', '.join(giver.get_full_name() or giver.get_username() for giver in givers)}" if givers else ""
    pen.batch.reason = ": ".join(part for part in (told, pen.batch.reason) if part)


class Acting:
    """For whom the many rows of one passage are written: a row of each unit is remembered, if there is anybody."""

    def __init__(self, by: User, permission: str) -> None:
        self._by, self._permission = by, permission
        self._acts = by.pk is not None and len(hats(by)) > 1
        self._one_of: dict[tuple[Any, Any], Any] = {}

    def note(self, rows: Iterable[Any]) -> None:
        """``rows`` were written."""
        for row in rows if self._acts else ():
            home = home_of(row)
            self._one_of.setdefault((getattr(home, "agency_id", None), getattr(home, "unit_id", None)), row)

    def tell(self, pen: Pen) -> None:
        tell_acting(pen, self._by, *self._one_of.values(), permission=self._permission)
