"""What must hold before a verb: questions asked of the edition it is about; what *must* be mended stops it."""

from collections.abc import Callable
from dataclasses import dataclass

from sokhcn.kernel.finding import Finding, blocking
from sokhcn.records.models import Agency
from sokhcn.reports.checking import Checked, Waived, check_edition
from sokhcn.reports.closing.completeness import incomplete
from sokhcn.reports.closing.promises import unanswered
from sokhcn.reports.closing.telling import untold
from sokhcn.reports.models import Act, Edition
from sokhcn.reports.numbers.taken import unentered, unnumbered
from sokhcn.reports.sections.confirming import unconfirmed
from sokhcn.reports.signing.accepted import unsigned
from sokhcn.reports.signing.numbered import misnumbered

CHECKED = "_checked"


@dataclass(frozen=True, slots=True)
class Need:
    """``ask`` tells what is wrong with an edition; asked before each of ``verbs``."""

    ask: Callable[[Edition], tuple[Finding, ...]]
    verbs: tuple[Act, ...]


def checked(edition: Edition) -> Checked:
    """The edition as the proof-reader sees it, the registers as its witness; read once for each ``edition`` fetched."""
    kept = vars(edition)
    if CHECKED not in kept:
        kept[CHECKED] = check_edition(edition, Agency.objects.filter(code=edition.agency).latest("pk"))
    found: Checked = kept[CHECKED]
    return found


def unmended(edition: Edition) -> tuple[Finding, ...]:
    """What the proof-reader finds wrong and nobody waived."""
    return checked(edition).findings


def waived(edition: Edition) -> tuple[Waived, ...]:
    """The findings that somebody let stand: by whom, and why."""
    return checked(edition).waived


NEEDS = (
    Need(incomplete, (Act.SUBMIT,)),
    Need(unanswered, (Act.SUBMIT,)),
    Need(untold, (Act.SUBMIT,)),
    Need(unconfirmed, (Act.SUBMIT,)),
    # Whoever checks the form may have a new edition before them, which nobody handed in.
    Need(unmended, (Act.SUBMIT, Act.CHECK)),
    Need(unentered, (Act.NUMBER,)),
    Need(unnumbered, (Act.ISSUE,)),
    Need(unsigned, (Act.ISSUE,)),
    Need(misnumbered, (Act.ISSUE,)),
)


def unmet(edition: Edition, verb: Act) -> tuple[Finding, ...]:
    """What has to be mended before ``verb``."""
    return tuple(finding for need in NEEDS if verb in need.verbs for finding in blocking(need.ask(edition)))
