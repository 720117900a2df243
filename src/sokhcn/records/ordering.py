"""The order of rows, the same on every database."""

from collections.abc import Iterable

from django.db.models import F, OrderBy


def ordered(names: Iterable[str]) -> tuple[OrderBy, ...]:
    """``names`` as Django takes them, ``-`` for the last first. A row without a value goes before all that have one, as
    SQLite has it; PostgreSQL would put it behind them."""
    return tuple(_term(name) for name in names)


def _term(name: str) -> OrderBy:
    return F(name[1:]).desc(nulls_last=True) if name.startswith("-") else F(name).asc(nulls_first=True)
