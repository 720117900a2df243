"""Rows that somebody writes lie within their reach, as they will be and as they were."""

from collections.abc import Iterable
from typing import Any

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.people.permissions import hats, home_of, may_read, within_reach
from sokhcn.records.kept import Kept

OUTSIDE = "Dòng này của đơn vị hoặc cơ quan ngoài phạm vi của bạn."
OTHERS = "Để người của đơn vị ấy ghi, hoặc sửa cột Đơn vị."


class Reaching:
    """What one person may write; programs, who are nobody in the database, write everything."""

    def __init__(self, by: User) -> None:
        self._by = by
        self._known: dict[tuple[Any, Any], bool] = {}
        self.seen: list[Any] = []  # a row of each unit that was asked for

    def outside(self, row: Any, where: str = "") -> list[Finding]:
        """A finding where ``row``, as it is about to be written, lies out of reach; asked once for each unit."""
        home = home_of(row)
        whose = getattr(home, "agency_id", None), getattr(home, "unit_id", None)
        if whose not in self._known:
            self.seen.append(row)
            self._known[whose] = self._by.pk is None or any(hat.reaches(row) for hat in hats(self._by))
        return [] if self._known[whose] else [refusal(where)]

    def names(self, row: Kept) -> bool:
        """Whether advice may name ``row``."""
        return self._by.pk is None or may_read(self._by, row)

    def strange(self, model: type[Kept], keys: Iterable[int]) -> set[int]:
        """Which of the rows ``keys``, as they are stored, lie out of reach. One query."""
        told = set(keys)
        if not told or self._by.pk is None:
            return set()
        return told - set(within_reach(model.everything.filter(pk__in=told), self._by).values_list("pk", flat=True))


def refusal(where: str) -> Finding:
    return must("register.reach", OUTSIDE, where=where, suggestion=OTHERS)
