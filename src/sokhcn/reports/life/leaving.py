"""How a report leaves the house: its number, its signed file, its issue; each with the step that belongs to it."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.utils import timezone

from sokhcn.document.letters import Unreadable
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.people.permissions import KEEP_SIGNED
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.bounded import bounded
from sokhcn.reports.guarded import Caps
from sokhcn.reports.life.moving import Hand
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.standing import Standing, standing
from sokhcn.reports.life.taking import COMPILE_FIRST, edition_for, step
from sokhcn.reports.models import Act, Edition, Move, Outgoing, SignedFile
from sokhcn.reports.numbers import entering, taking
from sokhcn.reports.numbers.slips import read_number
from sokhcn.reports.numbers.taken import Numbering, numbering, unnumbered
from sokhcn.reports.numbers.wanted import of_edition
from sokhcn.reports.reading import MOST_BYTES
from sokhcn.reports.signing import keeping
from sokhcn.reports.signing.accepted import latest, unsigned
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
    return Leaving(found, edition, told, latest(edition), lacking(edition))


def lacking(edition: Edition) -> tuple[Finding, ...]:
    """What must be there before ``edition`` is issued: a number, and a signed file that holds and prints it."""
    return (*unnumbered(edition), *unsigned(edition), *_misnumbered(edition))


def take_number(report: Report, *, by: User) -> Outgoing:
    """Take the next number of the book here. Raises ``NotMoved`` and ``NotPossible``, and then no number is taken."""
    agency = taking.numbering_agency(by)
    with _passage(report, by) as pen:
        edition = _edition(report)
        step(pen, report, Act.NUMBER, Hand(by))
        return taking.number_of(edition) or taking.write_next(pen, of_edition(edition), agency, by=by)


def enter_number(report: Report, number: str, dated_on: date, *, by: User, sure: bool = False) -> entering.Entered:
    """Keep the number that the document system gave. Raises ``NotMoved``, ``NotPossible``, and, where it is odd and
    nobody is ``sure``, ``Doubtful``."""
    known = (taking.numbering_agency(by), by, timezone.localdate())
    with _passage(report, by) as pen:
        wanted = of_edition(_edition(report))
        step(pen, report, Act.NUMBER, Hand(by))
        entered = entering.write(pen, number, dated_on, wanted, known)
        if entered.findings and not sure:
            raise Doubtful(entered.findings)
        return entered


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


def issue(report: Report, *, by: User, on: date | None = None) -> Move:
    """Issue it, once nothing is lacking. Raises ``NotMoved``."""
    with _passage(report, by) as pen:
        move = step(pen, report, Act.ISSUE, Hand(by, on=on))
        if findings := lacking(_edition(report)):
            raise NotMoved(f"Chưa phát hành được {report.name}.", findings)
        return move


def _passage(report: Report, by: User) -> AbstractContextManager[Pen]:
    return writing(by=by, occasion=f"Phát hành {report.name}", still=True)


def _edition(report: Report) -> Edition:
    found = edition_for(report, report.state())
    if found is None:
        raise NotMoved(COMPILE_FIRST.format(name=report.name, code=report.period.code))
    return found


def _misnumbered(edition: Edition) -> Iterator[Finding]:
    """A signed file that prints another number than the outgoing book has."""
    row, signed = taking.number_of(edition), latest(edition)
    printed = read_number(signed.verdict["number"]) if signed and signed.verdict["number"] else None
    if row and printed and printed != (row.number, row.suffix):
        template = "Bản đã ký ghi số {printed}, sổ văn bản đi ghi {code} ngày {day}."
        said = {"printed": signed.verdict["number"] if signed else "", "code": row.code, "day": written(row.dated_on)}
        yield must("signed.number", template, suggestion="Hủy số ghi nhầm hoặc nhận lại đúng tệp.", **said)
