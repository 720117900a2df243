"""Every role, every verb, every stage: the same answer from the verb, from many at once and from the command line."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

import pytest
from django.db import transaction

from sokhcn.interfaces.cli.main import main
from sokhcn.people.models import Role
from sokhcn.records.writing import writing
from sokhcn.reports.drift import catch_up
from sokhcn.reports.life import needs, taking
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.report import Report
from sokhcn.reports.life.steps import VERBS, step_of
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, Edition, Move, Stage
from sokhcn.reports.periods import the_period
from tests.reports.issued import issue
from tests.reports.life.office import Office, put, reported
from tests.reports.life.test_steps import MATRIX
from tests.rows import OFFICER

pytestmark = pytest.mark.django_db
MONTHS: Mapping[Stage, str] = {stage: f"2022-{month:02}" for month, stage in enumerate(Stage, 1)}
EXPECTED = {(role, verb, stage) for (role, stage), verbs in MATRIX.items() for verb in verbs}
EVERY = [(role, verb, stage) for role in Role for verb in VERBS for stage in Stage]


class Undone(Exception):
    """Takes back what was tried."""


@pytest.fixture
def stood(monkeypatch: pytest.MonkeyPatch) -> tuple[Office, Mapping[Stage, Report]]:
    """A report at each stage, with nothing in the way but the table."""
    monkeypatch.setattr(needs, "NEEDS", ())
    monkeypatch.setattr(taking, "unfit", lambda *_: "")
    made, like = reported()
    reports = {stage: put(_report(made, like, code), stage) for stage, code in MONTHS.items()}
    reopened = reports[Stage.DRAFT].edition(1)
    assert reopened is not None
    issue(reopened, on=date(2022, 1, 18), by=made.people[Role.CLERK])
    signed = reports[Stage.SIGNED].edition(1)
    assert signed is not None
    made.enter_number(signed, day=date(2022, 12, 30))
    catch_up()  # or each command would
    return made, reports


def _report(made: Office, like: Edition, code: str) -> Report:
    """A report with an edition that says what ``like`` says: compiling eight of them would take seconds."""
    period, same = the_period(code), ("agency", "number", "compiled_at", "compiled_by", "regime", "rules")
    if code != like.period_code:
        edition = Edition(period_code=code, starts_on=period.start, ends_on=period.end)
        for name in (*same, "figures_kept", "document_kept"):
            setattr(edition, name, getattr(like, name))
        edition.digest = edition.proof()
        with writing(by=OFFICER) as pen:
            pen.freeze(edition)
    return made.report(code)


def tried(report: Report, verb: Act, made: Office, role: Role) -> Stage | None:
    """Where the verb leads, taken back again; nothing where it is refused."""
    after: list[Stage] = []
    try:
        with transaction.atomic():
            after.append(Stage(take(report, verb, by=made.people[role], reason="vì").after))
            raise Undone
    except (Undone, NotMoved):
        return after[0] if after else None


def test_the_verb_holds_to_the_table(stood: tuple[Office, Mapping[Stage, Report]]) -> None:
    made, reports = stood
    for role, verb, stage in EVERY:
        step = step_of(verb, stage) if (role, verb, stage) in EXPECTED else None
        assert tried(reports[stage], verb, made, role) == (step.target if step else None), (role, verb, stage)
    assert not Move.objects.exists()


def answers(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str]) -> Iterator[Stage]:
    """The stages from which the command moved a report, taken back again."""
    monkeypatch.setattr("sys.argv", ["sokhcn", "report", "take", ",".join(MONTHS.values()), *words])
    stages = {code: stage for stage, code in MONTHS.items()}
    try:
        with transaction.atomic():
            with pytest.raises(SystemExit):
                main()
            raise Undone
    except Undone:
        told = json.loads(capsys.readouterr().out)
    yield from (stages[one["report"]] for one in told if one["move"])


def test_many_at_once_and_the_command_line_hold_to_it_too(
    stood: tuple[Office, Mapping[Stage, Report]], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in Role:
        for verb in VERBS:
            words = [str(verb.label), "--by", role.value, "--reason", "vì", "--format", "json"]
            moved = set(answers(capsys, monkeypatch, words))
            assert moved == {stage for stage in Stage if (role, verb, stage) in EXPECTED}, (role, verb)
