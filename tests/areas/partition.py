"""Counted, nearly counted and the rest of a register, for every indicator of an area."""

from importlib import import_module

from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import read_period
from sokhcn.records.asking import answer, why
from sokhcn.records.dated import DECREE_09
from tests.areas.registers import agency


def partitioned(area: str, code: str = "2022-01") -> dict[str, int]:
    """How many rows nearly count for each indicator of ``area``; fails where a row is in two parts, or fails more than
    the one condition that it nearly holds."""
    scope = Scope(agency().pk, read_period(code, DECREE_09))
    module = import_module(f"sokhcn.areas.{area}.indicators")
    declared = [value for value in vars(module).values() if isinstance(value, Indicator)]
    questions = {indicator.key: indicator.ask(scope) for indicator in declared}
    readings, near = answer(questions), {}
    for key, question in questions.items():
        found = why(question)
        rows = [miss.row.pk for miss in found.near]
        assert sorted(row.pk for row in found.counted) == list(readings[key].rows), key
        assert len(rows) == len(set(rows)), key
        assert not set(rows) & set(readings[key].rows), key
        for miss in found.near:
            others = [c.holds for c in question.conditions if c.label != miss.failed]
            assert question.rows.filter(*others, pk=miss.row.pk).exists(), (key, miss)
            assert not question.rows.filter(*[c.holds for c in question.conditions], pk=miss.row.pk).exists(), key
        near[key] = len(rows)
    return near
