"""Who says yes to a file that was just tried waits for the writing alone, and gets just what it would be otherwise."""

import pytest

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.areas.metrology.register import REGISTERS
from sokhcn.areas.programme.models import WorkPlan
from sokhcn.intake.mapping import Meanings
from sokhcn.intake.sheet import Sheet
from sokhcn.people.models import User
from sokhcn.records.abreast import Abreast
from sokhcn.records.auditing import altered_rows, broken_seals
from sokhcn.records.models import Agency, Establishment, Paper
from sokhcn.reports import catalogue
from sokhcn.reports.opening import open_sheet
from sokhcn.reports.receiving import receive, try_out
from tests.reports.test_receiving_abreast import HEADINGS, MANY, TODAY, left, lines
from tests.rows import agency, user, write

JOBS = REGISTERS[0]
PLANS = next(one for one in catalogue.registers() if one.model is WorkPlan)
pytestmark = pytest.mark.django_db


@pytest.fixture
def officer() -> User:
    write(Establishment(name="Cơ sở 1"))
    return user(agency("SKHCN"))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many lines were looked at, each time that some were."""
    counts: list[int] = []
    usual = Abreast.take

    def take(self: Abreast, columns: object, wheres: list[str]) -> object:
        counts.append(len(wheres))
        return usual(self, columns, wheres)  # type: ignore[arg-type]

    monkeypatch.setattr(Abreast, "take", take)
    return counts


def opened(mark: str) -> Sheet:
    return open_sheet(JOBS, (HEADINGS + lines(mark)).encode(), "a.csv")


def tried(sheet: Sheet, by: User) -> None:
    assert (try_out(JOBS, sheet, by=by, today=TODAY).added, Job.objects.count()) == (MANY, 0)


def test_a_sheet_is_read_once_until_it_is_written(officer: User) -> None:
    sheet = opened("QA")
    assert opened("QA") is sheet
    receive(JOBS, sheet, by=officer, today=TODAY)
    again = opened("QA")
    assert again is not sheet
    assert opened("QB") is not again
    assert opened("QA") is not again  # one sheet is kept


def test_a_sheet_that_people_taught_something_about_is_read_again() -> None:
    data = (HEADINGS + lines("QA")).encode()
    assert open_sheet(JOBS, data, "a.csv") is not open_sheet(JOBS, data, "a.csv", Meanings({"ghi chu": "note"}))


def test_what_was_tried_is_written_as_it_would_be_untried(officer: User, looked_at: list[int]) -> None:
    tried(opened("QA"), officer)
    assert looked_at == [MANY]
    receipt = receive(JOBS, opened("QA"), by=officer, today=TODAY)
    assert (receipt.added, receipt.findings, looked_at) == (MANY, (), [MANY])
    receive(JOBS, opened("QB"), by=officer, today=TODAY)
    assert looked_at == [MANY, MANY]
    assert left("QA") == left("QB")
    assert [*broken_seals(), *altered_rows(Job), *altered_rows(Instrument)] == []


def test_what_somebody_wrote_meanwhile_is_seen(officer: User, looked_at: list[int]) -> None:
    tried(opened("QA"), officer)
    receive(JOBS, open_sheet(JOBS, (HEADINGS + lines("QA", 3)).encode(), "b.csv"), by=officer, today=TODAY)
    sheet = opened("QA")
    tried_again = try_out(JOBS, sheet, by=officer, today=TODAY)
    assert (tried_again.added, tried_again.same) == (MANY - 3, 3)
    receipt = receive(JOBS, sheet, by=officer, today=TODAY)
    assert (receipt.added, receipt.same, Job.objects.count()) == (MANY - 3, 3, MANY)


def test_a_write_between_trial_and_yes_has_all_looked_at_again(officer: User, looked_at: list[int]) -> None:
    sheet = opened("QA")
    tried(sheet, officer)
    write(Establishment(name="Cơ sở 2"))
    assert receive(JOBS, sheet, by=officer, today=TODAY).added == MANY
    assert looked_at == [MANY, MANY]


def test_the_trial_of_one_says_nothing_for_another(officer: User, looked_at: list[int]) -> None:
    sheet = opened("QA")
    tried(sheet, officer)
    receive(JOBS, sheet, by=user(officer.agency, login="khac"), today=TODAY)
    assert looked_at == [MANY, MANY]


def test_a_paper_that_a_file_brings_along_is_written_with_what_names_it(officer: User) -> None:
    line = "{},Kế hoạch {},Quyết định số {}/QĐ-UBND ngày 10/01/2022 của UBND tỉnh về việc ban hành kế hoạch\n"
    data = "TT,Tên kế hoạch,Căn cứ\n" + "".join(line.format(n, n, 30 + n) for n in range(1, 4))
    sheet = open_sheet(PLANS, data.encode(), "a.csv")
    assert (try_out(PLANS, sheet, by=officer, today=TODAY).added, Paper.objects.count()) == (3, 0)
    assert receive(PLANS, sheet, by=officer, today=TODAY).added == 3
    assert [plan.basis.number for plan in WorkPlan.objects.order_by("pk")] == ["31", "32", "33"]


def test_a_reach_that_was_lost_meanwhile_is_asked_again(officer: User, looked_at: list[int]) -> None:
    agency("KHAC")
    sheet = opened("QA")
    tried(sheet, officer)
    other = Agency.objects.exclude(pk=officer.agency_id).get()
    User.objects.filter(pk=officer.pk).update(agency=other)
    receive(JOBS, sheet, by=User.objects.get(pk=officer.pk), today=TODAY)
    assert looked_at == [MANY, MANY]
    assert {job.agency for job in Job.objects.all()} == {other}
