"""The chart of the explorer: one image of small panels, a bar for each period or unit, drawn here."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sokhcn.figures.figure import Value
from sokhcn.interfaces.web.charts import INKS
from sokhcn.interfaces.web.exploring import explore
from sokhcn.interfaces.web.frame import THEMES
from sokhcn.kernel.numerals import number
from sokhcn.kernel.periods import Period, PeriodKind
from sokhcn.reports.exploring.cells import Asked, Line
from sokhcn.reports.exploring.naming import heading, unit_name

ACROSS, MOST = 3, 24  # panels side by side, and in all
WIDTH, HEIGHT, GAP = 336, 132, 24
TOP, TALL = 56, 56  # where the highest bar begins, and how high it is
LONGEST, NAMED = 46, 6  # letters of a name, and bars that are named below
WIDEST = 40


@dataclass(frozen=True, slots=True)
class Bar:
    """A value as a bar: where it stands, how high it is; its number and its name, where there is room for them."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    said: str
    name: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel: where it stands, what it is of, where its bars stand on, and the bars."""

    x: int
    y: int
    title: str
    about: str
    base: float
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Values side by side, with the name of each."""

    title: str
    about: str
    values: tuple[Value | None, ...]
    names: tuple[str, ...]


@require_safe
def explore_image(request: HttpRequest, theme: str) -> HttpResponse:
    """The chart for a light or a dark page, of the table that the address asks for."""
    found = explore(request)
    if theme not in THEMES or found.asked is None:
        raise Http404(theme)
    panels = panels_of(found.asked, found.lines)
    rows = -(-len(panels) // ACROSS)
    size = {"width": ACROSS * WIDTH + (ACROSS - 1) * GAP, "height": max(rows * (HEIGHT + GAP) - GAP, 1)}
    context = {"panels": panels, "ink": INKS[theme], "across": WIDTH, "below": TOP + TALL + 15, **size}
    return render(request, "web/explore.svg", context, content_type="image/svg+xml")


def panels_of(asked: Asked, lines: Sequence[Line]) -> list[Panel]:
    """A panel for each line; for each indicator one of its units, where there is but one period."""
    every = _over_units(asked, lines) if len(asked.periods) == 1 else _over_periods(asked, lines)
    # Among units one that has nothing says nothing; an indicator that nobody has anything of is worth seeing.
    found = [one for one in every if len(asked.shares) == 1 or any(one.values)][:MOST]
    scales: dict[str, tuple[float, float]] = {}
    for series in found:  # the units of one indicator share a scale: they are compared
        low, high = scales.get(series.title, (0.0, 0.0))
        values = [float(value) for value in series.values if value is not None]
        scales[series.title] = min([low, *values]), max([high, *values])
    return [_panel(n, series, scales[series.title]) for n, series in enumerate(found)]


def _over_periods(asked: Asked, lines: Sequence[Line]) -> Iterator[Series]:
    names = tuple(_short(period, asked.periods) for period in asked.periods)
    for line in lines:
        if line.share is not None or len(asked.shares) == 1:  # the whole beside its parts would dwarf them
            about = line.declared.unit if len(asked.shares) == 1 else f"{unit_name(line.share)}, {line.declared.unit}"
            yield Series(line.declared.label, about, tuple(c.value for c in line.cells[: len(names)]), names)


def _over_units(asked: Asked, lines: Sequence[Line]) -> Iterator[Series]:
    by_key: dict[str, list[Line]] = {}
    for line in lines:
        if line.share is not None:
            by_key.setdefault(line.declared.key, []).append(line)
    for of in by_key.values():
        names = tuple(line.share.code for line in of if line.share)
        about = f"{heading(asked.periods[0])}, {of[0].declared.unit}"
        yield Series(of[0].declared.label, about, tuple(line.cells[0].value for line in of), names)


def _short(period: Period, among: Sequence[Period]) -> str:
    """Months of one year by their numbers; others as the table has them."""
    one_year = len({one.year for one in among}) == 1
    if period.kind is PeriodKind.MONTH and one_year:
        return str(period.index)
    return heading(period).removeprefix("Năm ")


def _panel(nth: int, series: Series, scale: tuple[float, float]) -> Panel:
    low, high = scale
    tall = TALL / (high - low) if high > low else 0.0
    base = round(TOP + high * tall, 1) if high > low else float(TOP + TALL)
    x, y = nth % ACROSS * (WIDTH + GAP), nth // ACROSS * (HEIGHT + GAP)
    return Panel(x, y, _cut(series.title), series.about, base, tuple(_bars(series, base, tall)))


def _bars(series: Series, base: float, tall: float) -> Iterator[Bar]:
    step = WIDTH / len(series.values)
    width = min(step * 0.7, WIDEST)
    every = -(-len(series.values) // NAMED) if max(map(len, series.names)) > 2 else 1
    told = [value for value in series.values if value]
    roomy = max((len(number(value)) for value in told), default=0) * 7 < step
    for n, (value, name) in enumerate(zip(series.values, series.names, strict=True)):
        height = round(abs(float(value or 0)) * tall, 1)
        y = base if value is not None and value < 0 else round(base - height, 1)
        tell = value is not None and value != 0 and (roomy or value == max(told))
        middle = round(n * step + step / 2, 1)
        said = number(value) if tell and value is not None else ""
        yield Bar(round(middle - width / 2, 1), y, round(width, 1), height, middle, said, "" if n % every else name)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
