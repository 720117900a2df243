"""A Word file that came back: the edition it was printed from, and what it says otherwise."""

from dataclasses import dataclass, replace

from sokhcn.document.changes import Change, compare
from sokhcn.formats.docx.read import Returned, read
from sokhcn.kernel.finding import Finding
from sokhcn.records.models import Agency
from sokhcn.reports.exporting import the_edition
from sokhcn.reports.handwork.noting import without_note
from sokhcn.reports.models import Edition

# What comparing with the edition says better: both texts, where the file alone knows only the new one.
_SAID_BY_COMPARING = (
    "returned.figure",
    "returned.paper",
    "returned.figure_gone",
    "returned.paper_gone",
    "returned.copied",
    "returned.added",
    "returned.removed",
    "returned.changed",
)


@dataclass(frozen=True, slots=True)
class CameBack:
    """What differs. ``edition`` is None where the file names none and none was asked for."""

    returned: Returned
    edition: Edition | None
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def came_back(data: bytes, agency: Agency, label: str = "") -> CameBack:
    """``data`` against the edition ``label``, else the one it names. Raises ``NotADocx``, ``NoEdition``."""
    returned = read(data)
    returned = replace(returned, document=without_note(returned.document))
    named = label or returned.edition
    if not named:
        return CameBack(returned, None, (), returned.findings)
    edition = the_edition(named, agency)
    left = tuple(finding for finding in returned.findings if finding.id not in _SAID_BY_COMPARING)
    return CameBack(returned, edition, compare(edition.document(), returned.document), left)
