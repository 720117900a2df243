"""That a field is one of a thousand values, told to the database as one value: ``filter(among("number", numbers))``.

``number__in`` makes a parameter of each, and Django takes longer over those than the database over the answer.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.db.models import BooleanField, F, Func, Lookup

Sql = tuple[str, tuple[Any, ...]]
SHORTER = ("smallint", "integer")


def among(name: str, values: Iterable[Any]) -> "Among":
    """``values`` are as the database keeps them: keys, numbers, texts and days."""
    return Among(F(name), list(values))


def among_keys(names: Sequence[str], keys: Iterable[Sequence[Any]]) -> "AmongKeys":
    """That the fields ``names`` together are one of ``keys``, none of which has nothing in it.

    Each field among its own values would let the database try every one of them with every other.
    """
    return AmongKeys(*map(F, names), keys=list(keys))


class Among(Lookup):
    """The condition; like itself and no other, or Django would compare a thousand values to see whether it has it."""

    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> Sql:
        left, params = self.process_lhs(compiler, connection)
        values = [*map(_plain, self.rhs)]
        told = f"{left} IN (SELECT value FROM json_each(%s))"  # noqa: S608 # a column's own name
        return told, (*params, json.dumps(values, ensure_ascii=False))

    def as_sql(self, compiler: Any, connection: Any) -> Sql:
        left, params = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", (*params, self.rhs)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class AmongKeys(Func):
    """The condition on several fields."""

    output_field = BooleanField()

    def __init__(self, *fields: Any, keys: list[Sequence[Any]]) -> None:
        super().__init__(*fields)
        self.keys = keys

    def as_sqlite(self, compiler: Any, connection: Any) -> Sql:  # type: ignore[override]
        left, params, kinds = self._left(compiler, connection)
        parts = ", ".join(f"CAST(value->>{at} AS {kind})" for at, kind in enumerate(kinds))
        told = json.dumps([[*map(_plain, key)] for key in self.keys], ensure_ascii=False)
        return f"({left}) IN (SELECT {parts} FROM json_each(%s))", (*params, told)  # noqa: S608 # columns' own names

    def as_sql(self, compiler: Any, connection: Any) -> Sql:  # type: ignore[override]
        left, params, kinds = self._left(compiler, connection)
        # A file may tell a number that its field cannot hold: no row has it.
        parts = ", ".join(f"%s::{'bigint' if kind in SHORTER else kind}[]" for kind in kinds)
        columns = [list(column) for column in zip(*self.keys, strict=True)]
        return f"({left}) IN (SELECT * FROM unnest({parts}))", (*params, *columns)  # noqa: S608 # columns' own names

    def _left(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...], list[str]]:
        """The fields as SQL, its parameters, and what the database calls their types."""
        told = [compiler.compile(field) for field in self.get_source_expressions()]
        kinds = [field.output_field.cast_db_type(connection) for field in self.get_source_expressions()]
        return ", ".join(sql for sql, _ in told), tuple(one for _, params in told for one in params), kinds


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
