"""bare.sql as statements for one period: its marks written out as days, its lists of figures as SELECTs."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

BARE = Path(__file__).with_name("bare.sql")
MACRO = re.compile(r"@(in|to_date|last_year|any)\(([\w.]+)(\??)\)")
RESULT = re.compile(r"^-- (values|rows) ([\w.]+)\n(.*?);$", re.MULTILINE | re.DOTALL)
FIGURES = re.compile(r"^-- figures ([\w.]+)\n(.*?);$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"@in\(|@\w+")
NAME = re.compile(r"^(\w+) = (.*)$")
FIGURE = re.compile(r"^(\w+\.\w+): (.*?): (.*)$")
# What the marks of a figure's line become for the year to date and for the same period last year.
TO_DATE = {"@in(": "@to_date(", "@start": "@start_of_year"}
LAST_YEAR = {
    "@in(": "@last_year(",
    "@start": "@start_last_year",
    "@end": "@end_last_year",
    "@year_start": "@last_year_start",
    "@year": "@last_year_number",
}


class Line(NamedTuple):
    """A figure of a list: its key, what is counted, and of which rows."""

    key: str
    counted: str
    holds: str

    @property
    def in_windows(self) -> bool:
        return bool(re.search(r"@in\(|@start\b", self.holds))


def statements(code: str) -> dict[tuple[str, str], str]:
    """The statements for a period, by what they ask and of which model."""
    from sokhcn.reports.periods import the_period

    period = the_period(code)
    to_date, before = period.year_to_date(), period.last_year()
    windows = {"in": [period.days], "to_date": [to_date.days], "last_year": [before.days]}
    touching = before.end + timedelta(1) == to_date.start
    windows["any"] = [(before.start, period.end)] if touching else [to_date.days, before.days]
    days = {"end": period.end, "start": period.start, "end_last_year": before.end, "start_last_year": before.start}
    days |= {"start_of_year": to_date.start, "year_start": to_date.start}
    days["last_year_start"] = before.year_to_date().start
    text = MACRO.sub(lambda found: _window(windows[found[1]], found[2], bool(found[3])), _written_out(BARE.read_text()))
    for name, day in days.items():
        text = re.sub(rf"@{name}\b", _date(day), text)
    text = text.replace("@last_year_number", str(before.year)).replace("@year", str(period.year))
    return {(found[1], found[2]): found[3] for found in RESULT.finditer(text)}


def _written_out(text: str) -> str:
    """``text`` with each list of figures as the two SELECTs that it stands for."""
    return FIGURES.sub(lambda found: _selects(found[1], found[2].splitlines()), text)


def _selects(model: str, lines: list[str]) -> str:
    rows, usual, *told = lines
    names: dict[str, str] = {}
    figures: list[Line] = []
    for line in told:
        if named := NAME.match(line):
            names[named[1]] = _said(named[2], names)
        elif figure := FIGURE.match(line):
            figures.append(Line(figure[1], figure[2], _said(figure[3], names)))
        else:
            raise ValueError(f"{BARE.name}, {model}: neither a name nor a figure: {line}")
    columns = ",\n  ".join(column for figure in figures for column in _columns(figure))
    any_of = " OR ".join(dict.fromkeys(f"({figure.holds})" for figure in figures))
    return (
        f"-- values {model}\nSELECT {columns}\n{rows}\n{usual};\n\n"
        f"-- rows {model}\nSELECT t.id {rows} {usual} AND ({any_of}) ORDER BY t.id;"
    )


def _said(condition: str, names: Mapping[str, str]) -> str:
    return re.sub(r"\{(\w+)\}", lambda found: names[found[1]], condition)


def _columns(figure: Line) -> Iterator[str]:
    yield _column(figure, "", {})
    if figure.in_windows:
        yield _column(figure, "@to_date", TO_DATE)
    yield _column(figure, "@last_year", LAST_YEAR)


def _column(figure: Line, aspect: str, marks: Mapping[str, str]) -> str:
    holds = MARK.sub(lambda found: marks.get(found[0], found[0]), figure.holds)
    counted = f"{figure.counted} FILTER (WHERE {holds})"
    counted = f"coalesce({counted}, 0)" if counted.startswith("sum(") else counted
    return f'{counted} AS "{figure.key}{aspect}"'


def _window(windows: list[tuple[date, date]], column: str, or_entered: bool) -> str:
    table = column.rpartition(".")[0] and "t."
    parts = [f"{column} BETWEEN {_date(first)} AND {_date(last)}" for first, last in windows]
    if or_entered:
        entered = [f"{table}recorded_on BETWEEN {_date(a)} AND {_date(b)}" for a, b in windows]
        parts += [f"({column} IS NULL AND {one})" for one in entered]
    return f"({' OR '.join(parts)})"


def _date(day: date) -> str:
    return f"'{day.isoformat()}'"
