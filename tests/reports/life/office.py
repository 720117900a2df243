"""An office of one person per role, with somebody to sign, and reports of it that stand where a test wants them."""

import io
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any
from unittest.mock import patch

from django.utils import timezone
from PIL import Image

from sokhcn.people.models import Capacity, Mandate, Role, User
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports.closing.closed import Window, close
from sokhcn.reports.closing.completeness import matrix
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.life import needs
from sokhcn.reports.life.leaving import note_number
from sokhcn.reports.life.moving import Hand, Moving, moved
from sokhcn.reports.life.report import Report
from sokhcn.reports.models import Act, Edition, ForbiddenPair, Stage
from sokhcn.reports.numbers.wanted import of_edition
from sokhcn.reports.periods import the_period
from sokhcn.reports.signing.examining import came_back
from sokhcn.reports.signing.keeping import keep_paper
from tests.begun import begun
from tests.rows import OFFICER, agency, user, write

BASIS = "Nghị định 30/2020/NĐ-CP"
SIGNER = "Nguyễn Văn Ký"


@dataclass(frozen=True)
class Office:
    """An agency and its people by role; the leader may sign for the head."""

    agency: Agency
    people: Mapping[Role, User]

    def report(self, code: str = "2022-01") -> Report:
        return Report(self.agency, the_period(code))

    def compiled(self, code: str = "2022-01", by: Role = Role.COMPILER) -> Edition:
        return compile_report(the_period(code), self.agency, by=self.people[by]).edition

    def close(self, code: str = "2022-01") -> None:
        """The registers that have rows, closed for a period by the compiler: handing in waits for it."""
        for cell in matrix(the_period(code), self.agency).cells:
            if cell.rows:
                window = Window(the_period(code), self.agency, cell.register, cell.unit)
                close(window, by=self.people[Role.COMPILER])

    def enter_number(self, edition: Edition, number: str = "08", day: date = date(2022, 1, 18)) -> None:
        """The number that the document system gave, entered by the clerk: *cấp số* waits for it."""
        note_number(of_edition(edition), number, day, by=self.people[Role.CLERK])

    def keep_signed(self, edition: Edition) -> None:
        """The picture of the signed paper, kept on the clerk's word: *phát hành* waits for it."""
        found = came_back(edition, "ban-giay.pdf", scan(), timezone.now())
        keep_paper(edition, found, by=self.people[Role.CLERK], reason="đã đối chiếu với bản giấy")


def office() -> Office:
    begun(_make)
    return _there()


def _there() -> Office:
    people = {Role(one.username): one for one in User.objects.select_related("agency").filter(username__in=Role)}
    return Office(people[Role.COMPILER].agency, people)


def reported() -> tuple[Office, Edition]:
    """The office with the report of January 2022 as its compiler compiled it."""
    begun(_compile)
    return _there(), Edition.objects.get()


def _compile() -> None:
    office().compiled()


def _make() -> None:
    owner = agency("A", name="Sở KH&CN", short="Sở", heading="SỞ KH&CN", symbol="SKHCN")
    people = {role: user(owner, role, role.value) for role in Role}
    for role, person in people.items():
        person.first_name = f"{role.label} A"
        person.save()
    titles = {"head_title": "Giám đốc", "title": "Phó Giám đốc", "capacity": Capacity.DEPUTY}
    write(Mandate(agency=owner, name=SIGNER, user=people[Role.LEADER], **titles))


def nothing_owed() -> AbstractContextManager[Any]:
    """While inside, no verb asks whether registers are closed, a number was given, a signed file came back: for tests
    that are about the way of a report alone."""
    return patch.object(needs, "NEEDS", ())


def scan() -> bytes:
    """A PDF with a picture and no words, as scanners make it."""
    out = io.BytesIO()
    Image.new("L", (120, 170), 255).save(out, "PDF")
    return out.getvalue()


def part(first: Act, second: Act, **told: date) -> ForbiddenPair:
    """From now on the two are kept apart."""
    return write(ForbiddenPair(first=first, second=second, basis=BASIS, **told))


def put(report: Report, stage: Stage, edition: int = 1) -> Report:
    """``report`` standing at ``stage``, brought there by nobody in particular."""
    with writing(by=OFFICER) as pen:
        state = report.state()
        state.stage, state.edition = stage, edition
        pen.save(state)
    return report


def did(report: Report, verb: Act, by: User, edition: int = 1) -> None:
    """Note that ``by`` did ``verb``, without asking anything; the report stays where it stands."""
    with writing(by=by) as pen:
        state = report.state()
        moved(pen, state, Moving(verb, Stage(state.stage), edition, Hand(by)))
