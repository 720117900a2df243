"""The workflow as a table: who may do what from where, held against the same told by hand."""

from collections.abc import Mapping

import pytest

from sokhcn.people.models import Role
from sokhcn.people.permissions import MAY
from sokhcn.reports.life.steps import HANDED_IN, STEPS, VERBS, onward, step_of
from sokhcn.reports.models import Act, Stage

NOBODY: frozenset[Act] = frozenset()
# What each role may do with a report that stands there; every role and stage that is not named may do nothing.
MATRIX: Mapping[tuple[Role, Stage], frozenset[Act]] = {
    (Role.COMPILER, Stage.DRAFT): frozenset({Act.CONFIRM}),
    (Role.COMPILER, Stage.CONFIRMED): frozenset({Act.SUBMIT, Act.RETURN}),
    (Role.COMPILER, Stage.COMPILED): frozenset({Act.WITHDRAW}),
    (Role.COMPILER, Stage.FORM_CHECKED): frozenset({Act.WITHDRAW}),
    (Role.HEAD, Stage.COMPILED): frozenset({Act.CHECK, Act.RETURN}),
    (Role.HEAD, Stage.APPROVED): frozenset({Act.SIGN, Act.RETURN}),
    (Role.LEADER, Stage.DRAFT): frozenset({Act.WITHDRAW}),
    (Role.LEADER, Stage.FORM_CHECKED): frozenset({Act.APPROVE, Act.RETURN}),
    (Role.LEADER, Stage.APPROVED): frozenset({Act.SIGN, Act.RETURN, Act.WITHDRAW}),
    (Role.LEADER, Stage.ISSUED): frozenset({Act.REOPEN}),
    (Role.CLERK, Stage.COMPILED): frozenset({Act.CHECK, Act.RETURN}),
    (Role.CLERK, Stage.SIGNED): frozenset({Act.NUMBER, Act.RETURN}),
    (Role.CLERK, Stage.NUMBERED): frozenset({Act.ISSUE, Act.RETURN}),
}
FORWARD = (Act.CONFIRM, Act.SUBMIT, Act.CHECK, Act.APPROVE, Act.SIGN, Act.NUMBER, Act.ISSUE)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("role", Role)
def test_who_may_do_what_from_where(role: Role, stage: Stage) -> None:
    mine = {step.verb for step in onward(stage) if role in MAY[step.permission]}
    assert mine == MATRIX.get((role, stage), NOBODY)


def test_the_way_from_draft_to_issue_is_seven_steps() -> None:
    stage = Stage.DRAFT
    for verb in FORWARD:
        step = step_of(verb, stage)
        assert step is not None
        assert not step.wants_reason
        stage = step.target
    assert stage == Stage.ISSUED


def test_a_verb_leads_from_a_stage_to_one_place() -> None:
    assert len({(step.verb, step.source) for step in STEPS}) == len(STEPS)


@pytest.mark.parametrize("stage", [stage for stage in Stage if stage not in (Stage.DRAFT, Stage.ISSUED)])
def test_from_every_stage_it_can_be_given_back_with_a_reason(stage: Stage) -> None:
    step = step_of(Act.RETURN, stage)
    assert step is not None
    assert step.wants_reason
    assert list(Stage).index(step.target) < list(Stage).index(stage)


def test_what_nobody_takes_is_no_verb() -> None:
    assert set(Act) - set(VERBS) == {Act.DRAFT, Act.RECOMPILE}
    assert Stage.CONFIRMED not in HANDED_IN
