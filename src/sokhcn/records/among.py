"""That a field is one of a thousand values, told to the database as one value: ``filter(among("number", numbers))``.

``number__in`` makes a parameter of each, and Django takes longer over those than the database over the answer.
"""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import F, Lookup

Sql = tuple[str, tuple[Any, ...]]


def among(name: str, values: Iterable[Any]) -> "Among":
    """``values`` are as the database keeps them: keys, numbers, texts and days."""
    return Among(F(name), list(values))


class Among(Lookup):
    """The condition; like itself and no other, or Django would compare a thousand values to see whether it has it."""

    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> Sql:
        left, params = self.process_lhs(compiler, connection)
        values = [value.isoformat() if isinstance(value, date) else value for value in self.rhs]
        told = f"{left} IN (SELECT value FROM json_each(%s))"  # noqa: S608 # a column's own name
        return told, (*params, json.dumps(values, ensure_ascii=False))

    def as_sql(self, compiler: Any, connection: Any) -> Sql:
        left, params = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", (*params, self.rhs)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)
