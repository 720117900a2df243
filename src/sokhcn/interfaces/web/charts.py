"""The small charts of a year: one image, drawn here, and the same numbers as a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from sokhcn.interfaces.web.frame import THEMES
from sokhcn.interfaces.web.refusing import the_person
from sokhcn.interfaces.web.spoken import spoken
from sokhcn.kernel.dates import EARLIEST, LATEST
from sokhcn.reports.yearly import MONTHS, Chapter, chapters_of

# One hue: bars, numbers, words, hairlines; the tokens of the stylesheet, which an image cannot read.
INKS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "light": MappingProxyType({"bar": "#1b4a98", "ink": "#18202c", "word": "#465266", "line": "#c9d0da"}),
        "dark": MappingProxyType({"bar": "#3f73cf", "ink": "#e5e9f0", "word": "#b0bac9", "line": "#3b4655"}),
    }
)
ACROSS = 4
WIDTH, HEIGHT, GAP = 246, 112, 24
STEP, BAR = 20.5, 14
TOP, TALL = 40, 56  # where the highest bar begins, and how high it is
LONGEST_NAME = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """One month: where its bar stands, how high it is, and its number above."""

    x: float
    y: float
    height: float
    many: int
    is_highest: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One chapter: where its panel stands, its name cut to fit, and its bars."""

    x: int
    y: int
    name: str
    chapter: Chapter
    bars: tuple[Bar, ...]


@require_safe
def year_page(request: HttpRequest, year: int) -> HttpResponse:
    """The numbers behind the charts."""
    context = {"year": _year(year), "months": MONTHS, "chapters": chapters_of(year, the_person(request))}
    return render(request, "web/year.html", context)


@require_safe
@cache_control(private=True, max_age=300)
def year_image(request: HttpRequest, year: int, theme: str) -> HttpResponse:
    """The charts as an image, for a light or a dark page."""
    if theme not in THEMES:
        raise Http404(theme)
    panels = _panels(chapters_of(_year(year), the_person(request)))
    rows = -(-len(panels) // ACROSS)
    size = {"width": ACROSS * WIDTH + (ACROSS - 1) * GAP, "height": rows * HEIGHT + (rows - 1) * GAP}
    context = {"panels": panels, "ink": INKS[theme], **size, "base": TOP + TALL, "across": WIDTH, "bar_width": BAR}
    return render(request, "web/year.svg", context, content_type="image/svg+xml")


def _year(year: int) -> int:
    if not EARLIEST <= year <= LATEST:
        raise Http404(str(year))
    return year


def _panels(chapters: Sequence[Chapter]) -> list[Panel]:
    return [
        Panel(n % ACROSS * (WIDTH + GAP), n // ACROSS * (HEIGHT + GAP), _cut(chapter), chapter, tuple(_bars(chapter)))
        for n, chapter in enumerate(chapters)
    ]


def _cut(chapter: Chapter) -> str:
    name = f"{chapter.number} {spoken(chapter.name)}"
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"


def _bars(chapter: Chapter) -> list[Bar]:
    """Each panel has its own scale: what is compared are months, not chapters."""
    highest = max(chapter.months)
    heights = [round(TALL * many / highest, 1) if highest else 0.0 for many in chapter.months]
    first = chapter.months.index(highest)
    return [
        Bar(round(n * STEP + 3, 1), round(TOP + TALL - tall, 1), tall, chapter.months[n], n == first and highest > 0)
        for n, tall in enumerate(heights)
    ]
