"""Counted, near and rest: for every indicator of an area, over whatever rows a test has written."""

from typing import Any

from sokhcn.kernel.reading import Condition, Question
from sokhcn.records.asking import answer, why
from tests.areas.registers import _indicators, _scope


def faults(area: str, code: str = "2022-01") -> list[str]:
    """What is wrong: a row counted and near, near twice, counted though a condition fails, or near though more do."""
    asked = {one.key: one.ask(_scope(code, None)) for one in _indicators(area)}
    readings = answer(asked)
    return [fault for key, question in asked.items() for fault in _faults(key, question, set(_ids(readings[key].rows)))]


def _ids(runs: Any) -> list[int]:
    return [pk for run in runs.runs for pk in range(run.first, run.last + 1)]


def _faults(key: str, question: Question, counted: set[int]) -> list[str]:
    near = [miss.row.pk for miss in why(question).near]
    failed = dict.fromkeys(question.rows.values_list("pk", flat=True), 0)
    for condition in question.conditions:
        for pk in failed.keys() - _holding(question, condition):
            failed[pk] += 1
    found = [f"{key}: {pk} nearly counts twice" for pk in set(near) if near.count(pk) > 1]
    found += [f"{key}: {pk} nearly counts and fails {failed[pk]}" for pk in near if failed[pk] != 1]
    return found + [
        f"{key}: {pk} counts wrongly" for pk in counted ^ {pk for pk, number in failed.items() if not number}
    ]


def _holding(question: Question, condition: Condition) -> set[int]:
    return set(question.rows.filter(condition.holds).values_list("pk", flat=True))
