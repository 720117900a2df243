"""All figures of a month and of a year against bare SQL, on the empty database that DATABASE_URL names."""

import os
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import django

from bench.bare import statements

MONTH, YEAR = "2022-06", "2020"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sokhcn.config.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from bench.filling import fill_first, fill_up
    from bench.measuring import Line, against, tell

    call_command("migrate", verbosity=0)
    fill_first()
    _must_agree(MONTH)
    small = _copy()
    fill_up()
    lines = [_queries(MONTH)]
    for code in (MONTH, YEAR):
        _must_agree(code)
        bare, what = statements(code), f"all figures of {code}, 1,000,000 jobs"
        lines.append(against(what, partial(_ours, code), partial(_ask, bare), 1.5))
    lines.append(against("all figures of a month asked for the first time", *_first_times()))
    what = f"all figures of {MONTH}, 1,000,000 jobs against 100,000"
    lines.append(against(what, partial(_ours, MONTH), partial(_asked_of, small, MONTH), 1.3))
    lines += _editions()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    lines.append(Line("peak memory of this process", f"{peak:.0f} MB"))
    tell(f"Figures on {connection.vendor}", lines)


def _ours(code: str) -> Any:
    from sokhcn.records.models import Agency
    from sokhcn.reports import catalogue
    from sokhcn.reports.measuring import measured
    from sokhcn.reports.periods import the_period

    return measured(catalogue.indicators(), (), the_period(code), Agency.objects.get())


def _first_times() -> tuple[Callable[[], Any], Callable[[], Any]]:
    """Ours and bare SQL of a month that this process has not been asked for yet, another one each time."""
    codes = [f"2021-{month:02}" for month in range(1, 13)]
    bare = [statements(code) for code in codes]
    mine, theirs = iter(codes), iter(bare)
    return lambda: _ours(next(mine)), lambda: _ask(next(theirs))


def _copy() -> Any:
    """A connection to a copy of the database as it is now, so that both sizes can be asked in turn."""
    from django.db import connection, connections

    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        copied = f"{name}.small"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [copied])
    else:
        copied = f"{name}_small"
        connection.close()  # a database that somebody is in cannot be copied
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {copied} TEMPLATE {name}")
    connections.databases["small"] = {**connection.settings_dict, "NAME": copied}
    return connections["small"]


def _asked_of(database: Any, code: str) -> None:
    from django.db import connections

    usual = connections["default"]
    connections["default"] = database
    try:
        _ours(code)
    finally:
        connections["default"] = usual


def _counted(code: str) -> list[Any]:
    """The figures that rows are counted for; the others are reckoned from them."""
    return [figure for figure in _ours(code) if not figure.formula]


def _queries(code: str) -> Any:
    """How often each model is asked."""
    from django.apps import apps
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from bench.measuring import Line

    with CaptureQueriesContext(connection) as captured:
        figures = _counted(code)
    tables = {apps.get_model(figure.register)._meta.db_table for figure in figures}
    about = len([query for query in captured if any(f'FROM "{table}"' in query["sql"] for table in tables)])
    what = f"queries for {len(figures)} figures of {len(tables)} models"
    return Line(what, str(about), str(2 * len(tables)), about / (2 * len(tables)), 1)


def _editions() -> Iterator[Any]:
    """How much an edition keeps of the rows of a year, and what freezing them takes."""
    import json

    from bench.measuring import Line, in_turn, seconds
    from sokhcn.figures.frozen import freeze

    figures = _counted(YEAR)
    (taken,) = in_turn(lambda: [freeze(figure) for figure in figures])
    rows = sum(len(figure.rows) for figure in figures)
    size = len(json.dumps([freeze(figure)["rows"] for figure in figures], separators=(",", ":")))
    yield Line(f"freezing {rows:,} references to rows of {YEAR}", seconds(taken), f"{size / 1024:.0f} KB")


# --- against bare SQL ---------------------------------------------------------------------------------------------


def _ask(statements: dict[tuple[str, str], str]) -> dict[str, int]:
    """Ask everything; the values by the names of their columns."""
    from django.db import connection

    values: dict[str, int] = {}
    with connection.cursor() as cursor:
        for (what, _), statement in statements.items():
            cursor.execute(statement)
            found = cursor.fetchall()
            if what == "values":
                values |= dict(zip([column[0] for column in cursor.description], found[0], strict=True))
    return values


def _must_agree(code: str) -> None:
    """Both sides must say the same of all that is counted, or nothing is compared."""
    told: dict[str, Any] = {}
    for figure in _counted(code):
        told |= {figure.key: figure.value, f"{figure.key}@last_year": figure.last_year}
        told |= {} if figure.to_date is None else {f"{figure.key}@to_date": figure.to_date}
    bare = _ask(statements(code))
    if told != bare:
        different = {key: (told.get(key), bare.get(key)) for key in told | bare if told.get(key) != bare.get(key)}
        sys.exit(f"{code}: ours and bare.sql differ: {different}")


if __name__ == "__main__":
    main()
