"""The department's own indicators: filters of a register, saved by officers, asked and explained like declared ones."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.db.models import Q

from sokhcn.figures.derived import Derived
from sokhcn.figures.indicator import Indicator, Kind, Scope
from sokhcn.intake.conditions import Asked, How, find_column, no_column, read_conditions
from sokhcn.kernel.columns import Cell, Column
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.meant import meant_or
from sokhcn.kernel.reading import Condition, Near, Question
from sokhcn.records.asking import MARGIN, ask, near, when, when_agency, when_on
from sokhcn.records.kept import LATEST_FIRST, Kept, Record
from sokhcn.records.models import Agency
from sokhcn.records.referring import kind_of
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.models import OwnIndicator

PREFIX = "own."
CODE = re.compile(r"[a-z][a-z0-9_]{0,38}")
Counting = OwnIndicator.Counting


def in_force(agency: Agency, day: date) -> dict[str, OwnIndicator]:
    """The own indicators of ``agency`` on ``day`` by key; of one saved twice, the later one."""
    rows = OwnIndicator.on(day).filter(agency__code=agency.code).order_by(LATEST_FIRST, "-pk")
    found = {f"{PREFIX}{row.code}": row for row in reversed(rows)}
    return dict(sorted(found.items()))


def indicators(agency: Agency, day: date) -> tuple[Indicator, ...]:
    """Every indicator of ``agency`` on ``day``: those declared, then its own."""
    return (*catalogue.indicators(), *(indicator_of(row) for row in in_force(agency, day).values()))


def the_indicator(key: str, agency: Agency, day: date) -> Indicator:
    """The indicator called ``key``. Raises ``catalogue.Unknown``."""
    return catalogue.chosen(key, {indicator.key: indicator for indicator in indicators(agency, day)})


def the_declared(key: str, agency: Agency, day: date) -> Indicator | Derived:
    """The indicator or the derived figure called ``key``. Raises ``catalogue.Unknown``."""
    every: tuple[Indicator | Derived, ...] = (*indicators(agency, day), *catalogue.derived())
    return catalogue.chosen(key, {one.key: one for one in every})


def registers() -> dict[str, Register]:
    """Registers that can be counted by their slug: those whose rows belong to an agency and have a day in the book."""
    return {register.slug: register for register in catalogue.registers() if issubclass(register.model, Record)}


def called() -> dict[str, str]:
    """What people call those registers."""
    return {slug: register.title for slug, register in registers().items()}


def indicator_of(row: OwnIndicator) -> Indicator:
    """A saved filter as an indicator."""
    return Indicator(
        f"{PREFIX}{row.code}", row.label, row.unit, Kind[row.kind], row.basis, lambda scope: _question(row, scope)
    )


def told(row: OwnIndicator) -> dict[str, Any]:
    """What an edition keeps of the definition."""
    about = {"register": row.register, "conditions": row.conditions, "day": row.day, "kind": row.kind, "by": row.by}
    return {"row": [row.pk, row.version], "unit": row.unit, "basis": row.basis, **about}


# --- asking ---------------------------------------------------------------------------------------------------------


def _question(row: OwnIndicator, scope: Scope) -> Question:
    # What was right when it was saved may name a register or a choice that is no more: never count something else.
    if broken := next(misnamed(row, ""), None):
        raise catalogue.Unknown(f"Chỉ tiêu {row} không còn hỏi được: {broken} Sửa ở sổ chi-tieu-rieng.")
    register = registers()[row.register]
    asked, _ = read_conditions(row.conditions, register.columns, "")
    conditions = (_condition(one, register) for one in asked)
    rows: Any = register.model
    question = ask(rows.objects.all(), *conditions, _in_time(row, register, scope), when_agency(scope.agency))
    by = find_column(row.by, register.columns) if row.by else None
    return question.distinct(_path(by)) if by else question.counted()


def _in_time(row: OwnIndicator, register: Register, scope: Scope) -> Condition:
    day = _day(row, register)
    field, heading = (_path(day), day.heading) if day else ("recorded_on", "Ngày vào sổ")
    if row.kind != Counting.STOCK:
        return when_on(f"{heading} trong kỳ", field, scope.days)
    last = scope.last_day
    late = near("sau ngày cuối kỳ", _until(field, last + MARGIN))
    return when(f"{heading} đến ngày cuối kỳ", _until(field, last), near=(late,))


def _until(field: str, last: date) -> Q:
    return Q(**{f"{field}__lte": last}) | Q(**{f"{field}__isnull": True, "recorded_on__lte": last})


def _day(row: OwnIndicator, register: Register) -> Column | None:
    """The column that places a row in a period: the one that is named, else that of the register."""
    named = row.day or register.day.replace("__", ".")
    return find_column(named, register.columns) if named else None


def _condition(asked: Asked, register: Register) -> Condition:
    return when(asked.label, _holds(asked), near=tuple(_nearly(asked, register)))


def _holds(asked: Asked) -> Q:
    path = _path(asked.column)
    match asked.how:
        case How.AMONG if asked.column.cell is Cell.REFERENCE:
            return _refers(asked.column, path, asked.values)
        case How.AMONG:
            return Q(**{f"{path}__in": asked.values})
        case How.BETWEEN:
            return _between(path, *asked.values)
        case How.EMPTY:
            return _empty(asked.column, path)
        case How.FILLED:
            return ~_empty(asked.column, path)


def _nearly(asked: Asked, register: Register) -> Iterator[Near]:
    """Rows that nearly hold: one step away from the state that is asked, or a few days outside."""
    path = _path(asked.column)
    if asked.how is How.AMONG and asked.column.name == register.state:
        before = {step.source for step in register.steps if step.target in asked.values} - {*asked.values}
        for state in sorted(before):
            yield near(f"còn ở tình trạng “{asked.column.choices[state]}”", **{path: state})
    if asked.how is How.BETWEEN and asked.column.cell is Cell.DATE:
        first, last = asked.values
        if first:
            yield near("sớm hơn vài ngày", _between(path, first - MARGIN, first - timedelta(1)))
        if last:
            yield near("muộn hơn vài ngày", _between(path, last + timedelta(1), last + MARGIN))


def _between(path: str, first: Any, last: Any) -> Q:
    holds = Q(**{f"{path}__isnull": False})
    holds &= Q(**{f"{path}__gte": first}) if first is not None else Q()
    return holds & (Q(**{f"{path}__lte": last}) if last is not None else Q())


def _empty(column: Column, path: str) -> Q:
    empty = Q(**{f"{path}__isnull": True})
    return empty | Q(**{path: ""}) if column.cell in (Cell.TEXT, Cell.CHOICE, Cell.CODE) else empty


def _refers(column: Column, path: str, names: Iterable[Any]) -> Q:
    """The row that is referred to goes by one of ``names``."""
    kind, holds = kind_of(column.refers), Q()
    for field in kind.names:
        holds |= Q(**{f"{path}__{field}__in": tuple(names)})
    return holds


def _path(column: Column) -> str:
    return column.name.replace(".", "__")


# --- examining ------------------------------------------------------------------------------------------------------


def examine_indicator(row: Kept, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """What is wrong with an own indicator before it is saved."""
    assert isinstance(row, OwnIndicator)
    if not CODE.fullmatch(row.code):
        template = "Mã “{code}” phải bắt đầu bằng chữ thường, chỉ gồm chữ thường không dấu, chữ số và gạch dưới."
        yield must("indicator.code", template, where=where, about="code", code=row.code)
    yield from misnamed(row, where)
    if row.register in registers():
        asked, _ = read_conditions(row.conditions, registers()[row.register].columns, where)
        for one in asked:
            if one.how is How.AMONG and one.column.cell is Cell.REFERENCE:
                yield from _unreferred(one, where)


def misnamed(row: OwnIndicator, where: str) -> Iterator[Finding]:
    """What the definition names and there is not; no query is asked."""
    known = registers()
    if row.register not in known:
        advice = meant_or(row.register, known, "Các sổ")
        yield must("indicator.register", "Không có sổ “{name}”.", where=where, suggestion=advice, name=row.register)
        return
    register = known[row.register]
    asked, findings = read_conditions(row.conditions, register.columns, where)
    wrong = [*findings, *(found for one in asked for found in _unaskable(one.column, register, where))]
    yield from (replace(finding, about="conditions") for finding in wrong)
    for field, name in (("day", row.day), ("by", row.by)):
        column = find_column(name, register.columns) if name else None
        missing = [no_column(name, register.columns, where)] if name and column is None else []
        wrong = [*missing, *(_unaskable(column, register, where) if column else ())]
        yield from (replace(finding, about=field) for finding in wrong)
    day = find_column(row.day, register.columns) if row.day else None
    if day is not None and day.cell is not Cell.DATE:
        template = "Cột “{heading}” không phải cột ngày."
        yield must("indicator.day", template, where=where, about="day", heading=day.heading)
    if (row.kind == Counting.DISTINCT) != bool(row.by):
        template = "“Đếm mỗi đối tượng một lần” đi cùng “Đếm theo cột”: phải có cả hai hoặc không có cái nào."
        yield must("indicator.by", template, where=where, about="by")


def _unaskable(column: Column, register: Register, where: str) -> Iterator[Finding]:
    """A column that is put together from several fields, or holds a list, cannot be asked for; nor can one of personal
    data, which a figure that everybody reads would tell of."""
    if column.personal:
        template = "Cột “{heading}” là dữ liệu cá nhân, không dùng làm điều kiện của chỉ tiêu được."
        yield must("condition.personal", template, where=where, heading=column.heading)
        return
    model: Any = register.model
    try:
        for name in column.name.split("."):
            found = model._meta.get_field(name)
            model = found.related_model or model
        fit = isinstance(found, models.Field) and not found.many_to_many
    except FieldDoesNotExist:
        fit = False
    if not fit:
        template = "Cột “{heading}” không dùng làm điều kiện được."
        yield must("condition.column", template, where=where, heading=column.heading)


def _unreferred(asked: Asked, where: str) -> Iterator[Finding]:
    if asked.column.refers == "paper":
        template = "Cột “{heading}” chỉ hỏi được trống hay không trống."
        yield must("condition.column", template, where=where, heading=asked.column.heading)
        return
    kind = kind_of(asked.column.refers)
    rows: Any = kind.model
    names = [name for row in rows.objects.values_list(*kind.names) for name in row if name]
    for text in asked.values:
        if text not in names:
            advice = meant_or(text, names) if len(names) < 1000 else ""
            about = {"text": text, "book": kind.book}
            yield must("reference.unknown", "“{text}” chưa có trong {book}.", where=where, suggestion=advice, **about)
