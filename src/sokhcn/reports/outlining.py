"""The outline of a kind of report on a day, from the dated files that ship with the product."""

from datetime import date
from functools import cache
from importlib.resources import files

from sokhcn.compiler.outline import Outline, read_outline
from sokhcn.kernel.periods import Period

ASSESSMENT = "assessment"
PLAN = "plan"


PERIODS = "Có đề cương cho tháng (2022-01), quý (2022-Q1), 6 tháng (2022-6T1), 9 tháng (2022-9T) và năm (2022)."


class NoOutline(LookupError):
    """There is no outline for that kind of report on that day."""


@cache
def outlines() -> tuple[Outline, ...]:
    """Every outline, by the name of its file."""
    folder = files("sokhcn.reports") / "outlines"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(read_outline(f.read_text(encoding="utf-8")) for f in found)


def outline_for(period: Period) -> Outline:
    """The outline in force on the last day of ``period``. Raises ``NoOutline``."""
    for outline in outlines():
        if period.kind in outline.kinds and _in_force(outline, period.end):
            return outline
    raise NoOutline(f"Chưa có đề cương cho báo cáo {period.name}. {PERIODS}")


def _in_force(outline: Outline, day: date) -> bool:
    return outline.valid_from <= day and (outline.valid_to is None or day <= outline.valid_to)


def suggested_assessment() -> str:
    """The wording from which a general assessment is drafted until a person writes one."""
    return (files("sokhcn.reports") / "outlines" / "assessment.md").read_text(encoding="utf-8")
