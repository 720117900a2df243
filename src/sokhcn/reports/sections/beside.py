"""What stands beside a figure of an edition: what was reported the period before, where it is printed, overrides."""

from dataclasses import dataclass

from sokhcn.document.walk import numbers
from sokhcn.figures.figure import Value
from sokhcn.people.models import User
from sokhcn.people.permissions import OVERRIDE
from sokhcn.records.models import Agency
from sokhcn.reports.exporting import NoEdition
from sokhcn.reports.handwork.hand import hand_of
from sokhcn.reports.handwork.overriding import plain
from sokhcn.reports.models import Edition
from sokhcn.reports.reasons import kept_value
from sokhcn.reports.sections.chapters import Chapter, chapters
from sokhcn.reports.sections.contrasting import reported_before
from sokhcn.reports.sections.refusing import is_theirs


@dataclass(frozen=True, slots=True)
class Overriding:
    """An override of the figure as it is kept now, whether or not it was compiled; ``chapter`` is the title of where
    it is printed, empty for everywhere."""

    number: int
    value: Value
    counted: Value | None
    chapter: str
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Beside:
    """``before`` is the edition of the period before, where there is one, and ``value`` what it says; ``places`` are
    the chapters that print the figure and in which ``by`` may override it; ``everywhere`` whether they may in all."""

    before: Edition | None
    value: Value | None
    has_value: bool
    places: tuple[Chapter, ...]
    everywhere: bool
    overrides: tuple[Overriding, ...]

    @property
    def may_override(self) -> bool:
        return self.everywhere or bool(self.places)


def beside(edition: Edition, key: str, agency: Agency, by: User) -> Beside:
    """What stands beside the figure called ``key``."""
    try:
        before: Edition | None = reported_before(edition, agency)
    except NoEdition:
        before = None
    value, has_value = kept_value(before.figures(), key) if before else (None, False)
    every = chapters(edition)
    printed = any(one.key == key for one in numbers(edition.document()))
    theirs = tuple(one for one in every if is_theirs(by, OVERRIDE, one)) if printed else ()
    hand = hand_of(edition.agency, edition.period_code, edition.addressee)
    titles = {one.key: one.title for one in every}
    overrides = tuple(
        Overriding(
            row.pk,
            plain(row.value),
            None if row.counted is None else plain(row.counted),
            titles.get(row.chapter, row.chapter),
            row.reason,
            row.by,
        )
        for row in hand.overrides
        if row.key == key
    )
    places = tuple(one for one in theirs if key in one.keys)
    return Beside(before, value, has_value, places, bool(theirs) and len(theirs) == len(every), overrides)
