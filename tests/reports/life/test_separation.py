"""Two acts that one person must not do: for oneself, for whom one acts, from one day to another, and by whose leave."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from sokhcn.people.models import Delegation, Role, User
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import writing
from sokhcn.reports.life.leaving import note_number
from sokhcn.reports.life.refusing import NotMoved
from sokhcn.reports.life.separation import conflicts, end, exceptions, exempt
from sokhcn.reports.life.standing import standing
from sokhcn.reports.life.taking import take
from sokhcn.reports.models import Act, ForbiddenPair, Stage
from sokhcn.reports.numbers.entering import enter
from sokhcn.reports.numbers.wanted import of_edition
from sokhcn.reports.shipping import ship
from tests.reports.life.office import Office, did, office, part, put, reported
from tests.rows import OFFICER, user, write

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DRAFT_APPROVE = (Act.DRAFT, Act.APPROVE)


def acts_for(giver: User, taker: User, days: int = 0) -> None:
    """``taker`` acts for ``giver`` till today, or for ``days`` more."""
    last = TODAY + timedelta(days=days)
    write(Delegation(giver=giver, taker=taker, reason="đi công tác", valid_from=min(TODAY, last), valid_to=last))


def write_trashed(row: Delegation) -> None:
    with writing(by=OFFICER) as pen:
        pen.trash(row)


def by_the_leader(verb: Act = Act.APPROVE) -> tuple[Office, tuple[Act, ...]]:
    """A report whose edition the leader compiled, and the acts that keep him from ``verb``."""
    made = office()
    made.compiled(by=Role.LEADER)
    part(*DRAFT_APPROVE)
    found = conflicts(made.report(), verb, made.people[Role.LEADER], TODAY)
    return made, tuple(conflict.other for conflict in found)


def test_who_compiled_does_not_approve() -> None:
    made, against = by_the_leader()
    assert against == (Act.DRAFT,)
    put(made.report(), Stage.FORM_CHECKED)
    with pytest.raises(NotMoved, match="Bạn đã soạn thảo báo cáo tháng 01 năm 2022 nên bạn không được duyệt"):
        take(made.report(), Act.APPROVE, by=made.people[Role.LEADER])
    other = user(made.agency, Role.LEADER, "pho")
    assert take(made.report(), Act.APPROVE, by=other).exempt == ""


def test_other_verbs_stay_open() -> None:
    assert by_the_leader(Act.SIGN)[1] == ()


def test_a_pair_holds_both_ways() -> None:
    made, _ = reported()
    part(Act.NUMBER, Act.APPROVE)
    did(made.report(), Act.APPROVE, made.people[Role.LEADER])
    assert len(conflicts(made.report(), Act.NUMBER, made.people[Role.LEADER], TODAY)) == 1
    did(made.report(), Act.NUMBER, made.people[Role.CLERK])
    assert len(conflicts(made.report(), Act.APPROVE, made.people[Role.CLERK], TODAY)) == 1


def test_who_approved_does_not_enter_the_number_that_was_given_elsewhere_nor_the_other_way_round() -> None:
    made, edition = reported()
    part(Act.APPROVE, Act.NUMBER)
    clerk, other = made.people[Role.CLERK], user(made.agency, Role.CLERK, "vanthu2")
    did(made.report(), Act.APPROVE, clerk)
    with pytest.raises(NotMoved, match="Bạn đã duyệt báo cáo tháng 01 năm 2022 nên bạn không được cấp số"):
        note_number(of_edition(edition), "08", date(2022, 1, 18), by=clerk)
    with pytest.raises(NotPossible, match="theo đường đi của nó"):
        enter("08", date(2022, 1, 18), of_edition(edition), by=clerk)
    note_number(of_edition(edition), "08", date(2022, 1, 18), by=other)
    assert [one.doer.login for one in conflicts(made.report(), Act.APPROVE, other, TODAY)] == ["vanthu2"]


@pytest.mark.parametrize(("held", "day", "found"), [(-1, -1, 1), (-1, 0, 0), (0, -1, 1), (0, 0, 1), (1, 0, 0)])
def test_a_pair_holds_from_one_day_to_another_and_today_whatever_the_step_is_dated(
    held: int, day: int, found: int
) -> None:
    made = office()
    made.compiled(by=Role.LEADER)
    when = TODAY + timedelta(days=held)
    part(*DRAFT_APPROVE, valid_from=when, valid_to=when)
    against = conflicts(made.report(), Act.APPROVE, made.people[Role.LEADER], TODAY + timedelta(days=day))
    assert len(against) == found


def test_who_handed_in_has_drafted_too() -> None:
    made, _ = reported()
    part(*DRAFT_APPROVE)
    did(made.report(), Act.SUBMIT, made.people[Role.LEADER])
    assert len(conflicts(made.report(), Act.APPROVE, made.people[Role.LEADER], TODAY)) == 1


def test_who_acts_for_somebody_counts_as_both() -> None:
    made, _ = reported()
    part(*DRAFT_APPROVE)
    acts_for(made.people[Role.COMPILER], made.people[Role.LEADER])
    (conflict,) = conflicts(made.report(), Act.APPROVE, made.people[Role.LEADER], TODAY)
    said = conflict.sentence(made.report(), Act.APPROVE, made.people[Role.LEADER])
    assert said.startswith("Người tổng hợp A (giao việc thay: được coi là một người với bạn) đã soạn thảo")


def test_what_somebody_did_for_another_counts_for_both_for_ever() -> None:
    made, _ = reported()
    part(Act.CHECK, Act.APPROVE)
    head, leader = made.people[Role.HEAD], made.people[Role.LEADER]
    acts_for(leader, head)
    did(made.report(), Act.CHECK, head)
    write_trashed(Delegation.objects.get())
    assert len(conflicts(made.report(), Act.APPROVE, leader, TODAY)) == 1


def test_a_delegation_that_has_run_out_counts_no_more() -> None:
    made, _ = reported()
    part(*DRAFT_APPROVE)
    acts_for(made.people[Role.COMPILER], made.people[Role.LEADER], days=-1)
    assert conflicts(made.report(), Act.APPROVE, made.people[Role.LEADER], TODAY) == ()


def test_a_new_round_begins_with_new_hands() -> None:
    made = office()
    made.compiled(by=Role.LEADER)
    part(*DRAFT_APPROVE)
    did(made.report(), Act.REOPEN, made.people[Role.LEADER])
    assert conflicts(made.report(), Act.APPROVE, made.people[Role.LEADER], TODAY) == ()


def test_leave_is_given_by_name_with_a_reason_used_and_listed() -> None:
    made, _ = by_the_leader()
    leader, other = made.people[Role.LEADER], user(made.agency, Role.LEADER, "pho")
    exempt(made.report(), DRAFT_APPROVE, leader, by=other, reason="Người tổng hợp nghỉ ốm")
    put(made.report(), Stage.FORM_CHECKED)
    assert next(one for one in standing(made.report(), leader).next if one.step.verb == Act.APPROVE).is_open
    move = take(made.report(), Act.APPROVE, by=leader)
    (given,) = exceptions(made.report())
    assert (given.leave.giver_login, given.leave.login, given.leave.given_on) == ("pho", "leader", TODAY)
    assert given.used == (move,)
    assert move.exempt.endswith("Người tổng hợp nghỉ ốm")
    assert "kiêm soạn thảo và duyệt" in move.exempt


def test_leave_is_taken_back_and_what_was_done_by_it_stays() -> None:
    made, _ = by_the_leader()
    leader, other = made.people[Role.LEADER], user(made.agency, Role.LEADER, "pho")
    with pytest.raises(NotMoved, match="không có gì để thôi"):
        end(made.report(), DRAFT_APPROVE, leader, by=other, reason="Đã có người")
    exempt(made.report(), DRAFT_APPROVE, leader, by=other, reason="Người tổng hợp nghỉ ốm")
    put(made.report(), Stage.FORM_CHECKED)
    take(made.report(), Act.APPROVE, by=leader)
    end(made.report(), DRAFT_APPROVE, leader, by=other, reason="Đã có người")
    assert conflicts(made.report(), Act.APPROVE, leader, TODAY)[0].leave is None
    (given,) = exceptions(made.report())
    assert len(given.used) == 1
    assert f"thôi cho {leader} kiêm soạn thảo và duyệt" in str(given.ended)
    exempt(made.report(), DRAFT_APPROVE, leader, by=other, reason="Lại nghỉ ốm")
    assert conflicts(made.report(), Act.APPROVE, leader, TODAY)[0].leave is not None


def test_leave_is_for_one_person_and_one_report() -> None:
    made, _ = by_the_leader()
    leader, other = made.people[Role.LEADER], user(made.agency, Role.LEADER, "pho")
    exempt(made.report("2022-02"), DRAFT_APPROVE, leader, by=other, reason="vì")
    exempt(made.report(), DRAFT_APPROVE, made.people[Role.HEAD], by=other, reason="vì")
    assert conflicts(made.report(), Act.APPROVE, leader, TODAY)[0].leave is None


@pytest.mark.parametrize(
    ("giver", "reason", "said"),
    [
        (Role.COMPILER, "vì", "Chỉ lãnh đạo"),
        (Role.LEADER, "vì", "không tự cho phép mình"),
        (None, " ", "phải ghi lý do"),
    ],
)
def test_leave_is_refused(giver: Role | None, reason: str, said: str) -> None:
    made, _ = by_the_leader()
    by = made.people[giver] if giver else user(made.agency, Role.LEADER, "pho")
    with pytest.raises(NotMoved, match=said):
        exempt(made.report(), DRAFT_APPROVE, made.people[Role.LEADER], by=by, reason=reason)


def test_nobody_gives_leave_to_whom_they_act_for() -> None:
    made, _ = by_the_leader()
    other = user(made.agency, Role.LEADER, "pho")
    acts_for(made.people[Role.LEADER], other)
    with pytest.raises(NotMoved, match="làm thay"):
        exempt(made.report(), DRAFT_APPROVE, made.people[Role.LEADER], by=other, reason="vì")


def test_two_pairs_ship_with_their_source_and_nobody_has_verified_them() -> None:
    ship(by=user(login="quantri"))
    kept = {(row.first, row.second): row for row in ForbiddenPair.on(date(2022, 1, 18))}
    assert set(kept) == {(Act.DRAFT, Act.APPROVE), (Act.APPROVE, Act.NUMBER)}
    assert {row.verified for row in kept.values()} == {False}
    assert all("30/2020/NĐ-CP" in row.basis for row in kept.values())
