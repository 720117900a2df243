"""A new edition of a report that was handed in: all who read the one before read this one too."""

from sokhcn.people.models import User
from sokhcn.records.writing import Pen
from sokhcn.reports.life.moving import Hand, Moving, moved
from sokhcn.reports.life.steps import HANDED_IN
from sokhcn.reports.models import Act, Edition, Move, ReportState, Stage

WHY = "Có ấn bản mới thay ấn bản {old}; dự thảo đã trình mà sửa phải xem lại (Nghị định 30/2020/NĐ-CP, Điều 11)"


def renew(pen: Pen, edition: Edition, by: User) -> Move | None:
    """Bring the report of the new ``edition`` back to *compiled*, for everybody to see, if it was handed in."""
    key = {name: getattr(edition, name) for name in Move.KEY}
    state = ReportState.objects.select_for_update().filter(**key, stage__in=HANDED_IN).first()
    if state is None:
        return None
    hand = Hand(by, WHY.format(old=state.edition))
    return moved(pen, state, Moving(Act.RECOMPILE, Stage.COMPILED, edition.number, hand))
