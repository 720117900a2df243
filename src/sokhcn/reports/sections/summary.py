"""The one page that a leader reads before approving: what changed, what was waived, overridden, copied and kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sokhcn.document.copying import Copied, copied
from sokhcn.kernel.finding import Finding
from sokhcn.records.models import Agency
from sokhcn.reports.checking import Waived, check_edition
from sokhcn.reports.exporting import NoEdition
from sokhcn.reports.models import Edition
from sokhcn.reports.sections.confirming import Standing, standings
from sokhcn.reports.sections.contrasting import Against, figures_against, reported_before


@dataclass(frozen=True, slots=True)
class Promises:
    """What the last report undertook: how much of it was kept, of how many."""

    kept: int
    total: int


@dataclass(frozen=True, slots=True)
class Overridden:
    """A figure printed otherwise than it is counted; ``times`` is how often, ``chapter`` where (empty: everywhere)."""

    number: int
    key: str
    label: str
    chapter: str
    value: str
    counted: str | None
    was_counted: str | None
    times: int
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Summary:
    """``other`` is what it is compared with, None where there is no report before; ``open`` are findings that nobody
    waived."""

    edition: Edition
    other: Edition | None
    figures: tuple[Against, ...]
    open: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    overrides: tuple[Overridden, ...]
    copied: tuple[Copied, ...]
    own_texts: int
    owed: tuple[Standing, ...]
    promises: Promises | None = None

    @property
    def copied_words(self) -> int:
        """Copied paragraphs without any figure: words that somebody wrote, with only dates changed."""
        return sum(not one.has_figures for one in self.copied)


def summarized(edition: Edition, agency: Agency, promises: Promises | None = None) -> Summary:
    """The summary of ``edition``. ``promises`` come from whoever keeps them."""
    try:
        other: Edition | None = reported_before(edition, agency)
    except NoEdition:
        other = None
    checked = check_edition(edition, agency)
    return Summary(
        edition,
        other,
        tuple(one for one in figures_against(edition, other) if one.before != one.after) if other else (),
        checked.findings,
        checked.waived,
        overrides_of(edition),
        copied(other.document(), edition.document()) if other else (),
        len(edition.rules.get("own_texts", ())),
        tuple(one for one in standings(edition) if one.chapter.unit and not one.is_current),
        promises,
    )


def overrides_of(edition: Edition) -> tuple[Overridden, ...]:
    """Every override that ``edition`` was compiled with."""
    labels = {figure.key: figure.label for figure in edition.figures()}
    return tuple(_overridden(one, labels) for one in edition.rules.get("overrides", ()))


def _overridden(one: Mapping[str, Any], labels: Mapping[str, str]) -> Overridden:
    plain = {name: one[name] for name in ("key", "chapter", "value", "counted", "was_counted", "times", "reason", "by")}
    return Overridden(number=one["row"][0], label=labels.get(one["key"], one["key"]), **plain)
