"""An office of one person per role, with somebody to sign, and reports of it that stand where a test wants them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sokhcn.people.models import Capacity, Mandate, Role, User
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.life.moving import Hand, Moving, moved
from sokhcn.reports.life.report import Report
from sokhcn.reports.models import Act, Edition, ForbiddenPair, Stage
from sokhcn.reports.periods import the_period
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


def office() -> Office:
    owner = agency("A", name="Sở KH&CN", short="Sở", heading="SỞ KH&CN", symbol="SKHCN")
    people = {role: user(owner, role, role.value) for role in Role}
    for role, person in people.items():
        person.first_name = f"{role.label} A"
        person.save()
    titles = {"head_title": "Giám đốc", "title": "Phó Giám đốc", "capacity": Capacity.DEPUTY}
    write(Mandate(agency=owner, name=SIGNER, user=people[Role.LEADER], **titles))
    return Office(owner, people)


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
