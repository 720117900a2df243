"""Rows that hold one after another under one name: the one that holds on the day that a line tells is meant."""

from datetime import date
from typing import Any

from sokhcn.records.referring import kind_of
from sokhcn.records.registering import Register

Name = tuple[Any, ...]


def holds_on(row: Any, day: date) -> bool:
    return (row.valid_from or date.min) <= day <= (row.valid_to or date.max)


class Versions:
    """The rows that lines of ``register`` may mean by one name; read when the first line means another day's."""

    def __init__(self, register: Register) -> None:
        self._as_of = register.as_of
        self._kinds = {name: kind_of(register.column(name).refers) for name in register.as_of}
        self._known: dict[str, dict[Name, list[Any]]] = {}

    def settle(self, values: dict[str, Any]) -> None:
        """Put into ``values`` the row of the day for one that was found by its name; where none holds it stays."""
        for name, days in self._as_of.items():
            row, on = values.get(name), next((values[day] for day in days if values.get(day)), None)
            if row is not None and on is not None and not holds_on(row, on):
                values[name] = next((one for one in self._alike(name, row) if holds_on(one, on)), row)

    def _alike(self, name: str, row: Any) -> list[Any]:
        if name not in self._known:
            found: dict[Name, list[Any]] = {}
            rows: Any = self._kinds[name].model
            for one in rows.objects.order_by("pk"):
                found.setdefault(self._called(name, one), []).append(one)
            self._known[name] = found
        return self._known[name].get(self._called(name, row), [])

    def _called(self, name: str, row: Any) -> Name:
        return row.agency_id, *(getattr(row, word) for word in self._kinds[name].names)
