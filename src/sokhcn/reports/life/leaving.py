"""How a report leaves the house: its number with the step that belongs to it, its signed file, what is lacking."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.utils import timezone

from sokhcn.document.letters import Unreadable
from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_SIGNED
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.bounded import bounded
from sokhcn.reports.guarded import Caps
from sokhcn.reports.life.moving import Hand
from sokhcn.reports.life.needs import unmet
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.separation import barred
from sokhcn.reports.life.standing import Standing, standing
from sokhcn.reports.life.taking import compile_first, edition_for, step
from sokhcn.reports.models import Act, Edition, Outgoing, SignedFile
from sokhcn.reports.numbers import entering, taking
from sokhcn.reports.numbers.taken import Numbering, numbering
from sokhcn.reports.numbers.wanted import Wanted, of_edition
from sokhcn.reports.reading import MOST_BYTES
from sokhcn.reports.signing import keeping
from sokhcn.reports.signing.accepted import latest
from sokhcn.reports.signing.examining import came_back

CAPS = Caps(seconds=120, megabytes=2000)
PICTURE = "Tệp chỉ có ảnh nên không so được với ấn bản. Nếu là bản chụp của bản giấy đã ký: ghi đã đối chiếu với gì."


class Doubtful(Exception):
    """A number that may be a slip: nothing was written; ``findings`` say what is odd, and who is sure enters it."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(" ".join(str(finding) for finding in findings))
        self.findings = findings


@dataclass(frozen=True, slots=True)
class Leaving:
    """What the clerk's page shows: ``lacking`` is what keeps the report from being issued."""

    standing: Standing
    edition: Edition
    numbering: Numbering
    signed: SignedFile | None
    lacking: tuple[Finding, ...]


def leaving(report: Report, by: User) -> Leaving:
    """How far ``report`` is on its way out, for ``by``. Raises ``NotMoved`` where nothing was compiled."""
    found = standing(report, by)
    edition = found.edition or _edition(report)
    told = numbering(edition, report.agency, timezone.localdate())
    return Leaving(found, edition, told, latest(edition), unmet(edition, Act.ISSUE))


def take_number(report: Report, *, by: User) -> Outgoing:
    """Take the next number of the book here. Raises ``NotMoved`` and ``NotPossible``, and then no number is taken."""
    taking.numbering_agency(by)
    with _passage(report, by) as pen:
        edition = _edition(report)
        step(pen, report, Act.NUMBER, Hand(by))
        row = taking.number_of(edition)
        assert row is not None  # the step takes it where the edition has none
        return row


def enter_number(report: Report, number: str, dated_on: date, *, by: User, sure: bool = False) -> entering.Entered:
    """Keep the number that the document system gave. Raises ``NotMoved``, ``NotPossible``, and, where it is odd and
    nobody is ``sure``, ``Doubtful``."""
    known = (taking.numbering_agency(by), by, timezone.localdate())
    with _passage(report, by) as pen:
        entered = entering.write(pen, number, dated_on, of_edition(_edition(report)), known)
        step(pen, report, Act.NUMBER, Hand(by))
        if entered.findings and not sure:
            raise Doubtful(entered.findings)
        return entered


def note_number(wanted: Wanted, number: str, dated_on: date, *, by: User) -> entering.Entered:
    """Keep the number that the document system gave to the report ``wanted``, ahead of its step, by somebody whom
    nothing bars from it. Raises ``NotMoved`` and ``NotPossible``."""
    known = (taking.numbering_agency(by), by, timezone.localdate())
    edition = wanted.edition
    assert edition is not None  # other papers are entered by ``entering.enter``
    report = Report(known[0], edition.period, edition.addressee)
    with _passage(report, by) as pen:
        if why := barred(report, Act.NUMBER, by, dated_on):
            raise NotMoved(why)
        return entering.write(pen, number, dated_on, wanted, known)


def bring(edition: Edition, name: str, data: bytes, *, by: User, word: str = "") -> SignedFile:
    """Examine and keep a file that came back; one of pictures only on the ``word`` of who compared it with the paper.
    Raises ``NotKept`` and ``Unreadable``."""
    if not by.has_perm(KEEP_SIGNED):
        raise keeping.NotKept(keeping.NOBODY)
    if len(data) > MOST_BYTES:
        raise Unreadable(must("signed.large", "Tệp lớn hơn {n} MB, không nhận được.", n=MOST_BYTES >> 20))
    name = PurePath(name).name
    with bounded(name, CAPS):
        back = came_back(edition, name, data, timezone.localtime())
    if not back.examined.is_picture:
        return keeping.keep(edition, back, by=by)
    if not word.strip():
        raise keeping.NotKept(PICTURE)
    return keeping.keep_paper(edition, back, by=by, reason=word)


def _passage(report: Report, by: User) -> AbstractContextManager[Pen]:
    return writing(by=by, occasion=f"Cấp số {report.name}", still=True)


def _edition(report: Report) -> Edition:
    found = edition_for(report, report.state())
    if found is None:
        raise compile_first(report)
    return found
