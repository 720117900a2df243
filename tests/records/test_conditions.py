"""What a row in memory is told of a constraint is what the database would say of it."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, Exists, F, Q

from sokhcn.areas.metrology.models import Job
from sokhcn.areas.research.models import Task
from sokhcn.records.conditions import NotUnderstood, understood
from sokhcn.records.judging import Judge, judge_of
from sokhcn.records.models import Paper, Place
from sokhcn.reports import catalogue
from tests.rows import agency, paper

DAYS = (None, date(2022, 1, 1), date(2022, 1, 2))


def rows() -> Iterator[Any]:
    for state, service, result, kind, day in product(
        ("draft", "performed"), ("verification", "testing"), ("", "passed"), ("", "periodic"), DAYS
    ):
        yield Job(state=state, service=service, result=result, verification_kind=kind, performed_on=day)
    for begins, ends, longer, state in product(DAYS, DAYS, DAYS, ("accepted", "closed", "terminated", "in_progress")):
        yield Task(started_on=begins, ends_on=ends, extended_to=longer, state=state, accepted_on=begins)
    for begins, ends in product(DAYS, DAYS):
        yield Place(code="1", name="A", valid_from=begins, valid_to=ends)


def holds(constraint: CheckConstraint, row: Any) -> bool:
    try:
        constraint.validate(type(row), row)
    except ValidationError:
        return False
    return True


@pytest.mark.django_db
def test_memory_and_database_agree_on_every_row() -> None:
    for row in rows():
        for constraint in row._meta.constraints:
            if isinstance(constraint, CheckConstraint):
                asked: Any = constraint.condition
                said = understood(asked, type(row))(row) is not False
                assert said == holds(constraint, row), (constraint.name, row.__dict__)


def test_no_register_has_a_constraint_that_only_the_database_understands() -> None:
    models = {register.model for register in catalogue.registers()}
    models |= {part.model for register in catalogue.registers() for part in register.parts}
    assert [model.__name__ for model in models if not judge_of(model).knows_all] == []


@pytest.mark.parametrize(
    "condition", [Q(paper__number="1"), Q(number__endswith="1"), Q(Exists(Paper.objects.all())), Q(number=F("a") + 1)]
)
def test_what_is_not_understood_is_left_to_the_database(condition: Q) -> None:
    with pytest.raises(NotUnderstood):
        understood(condition, Paper)


@pytest.mark.django_db
def test_a_key_that_is_taken_is_known_before_the_database_refuses_it() -> None:
    there = paper("21")
    (unique,) = Judge(Paper).uniques
    same, other = (
        Paper(**{f: getattr(there, f) for f in Paper.identity}),
        Paper(number="22", symbol="QĐ", issuer="UBND"),
    )
    assert unique.taken({unique.key(same), unique.key(other)}) == {unique.key(same): {there.pk}}
    assert unique.key(Paper(number="21", symbol="QĐ", issuer="UBND")) == ("21", 0, "QĐ", "UBND", date(1, 1, 1))


@pytest.mark.django_db
def test_a_field_is_judged_the_same_the_second_time() -> None:
    judge, owner = Judge(Job), agency()
    for _ in range(2):
        row = Job(
            agency=owner, recorded_on=date(2022, 1, 1), service="verification", state="draft", sticker_number="1" * 41
        )
        assert {finding.about for finding in judge.faults(row, "")} == {"instrument", "establishment", "sticker_number"}
