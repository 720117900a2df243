"""For whom somebody writes a row that only a delegation lets them write: history tells it beside the reason."""

from typing import Any

from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_REGISTERS, acts_for
from sokhcn.records.writing import Pen


def tell_acting(pen: Pen, by: User, row: Any, permission: str = KEEP_REGISTERS) -> None:
    """Put ``Làm thay Trưởng P. QLCN`` before the reason of what ``pen`` writes. Who may write ``row`` by their own
    right acts for nobody, and costs no query."""
    givers = acts_for(by, row, permission)
    told = f"Làm thay {', '.join(giver.get_full_name() or giver.get_username() for giver in givers)}" if givers else ""
    pen.batch.reason = ": ".join(part for part in (told, pen.batch.reason) if part)
