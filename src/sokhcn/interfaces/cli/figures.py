"""Commands on figures: all of a period, and why one of them is what it is."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from sokhcn.compiler.words import ESTIMATED
from sokhcn.figures.aspect import Aspect, key_of
from sokhcn.figures.figure import Figure
from sokhcn.figures.indicator import Kind
from sokhcn.interfaces.cli.here import BY, ByOption, the_agency, the_user
from sokhcn.interfaces.cli.output import Format, FormatOption, console, say, show_table, tell_json
from sokhcn.interfaces.cli.reports import PeriodArgument, RegimeOption
from sokhcn.kernel.periods import Period, PeriodKind
from sokhcn.reports.exploring.shares import the_share
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.periods import the_period, under
from sokhcn.reports.reasons import Reasons, reasons, said

ROOMY = 160  # letters across, where every column of figures finds room


def figures(
    period: PeriodArgument, regime: RegimeOption = "", by: ByOption = BY, format: FormatOption = Format.TEXT
) -> None:
    """Mọi số của một kỳ, hỏi từ các sổ ngay lúc này."""
    agency = the_agency(the_user(by))
    asked = the_period(under(period, regime))
    measured = figures_for(asked, agency)
    if format is Format.JSON:
        tell_json({**_window_told(asked), "figures": [_told(figure) for figure in measured]})
        return
    before = f"cùng kỳ năm trước {asked.last_year().dates}"
    say(_window(asked), f"Lũy kế từ đầu năm {asked.year_to_date().dates}; {before}", "")
    _show(measured)
    say("", f"Hỏi vì sao: ./sokhcn why MÃ {asked.code}; thêm --to-date, --last-year cho hai cột sau")


def _show(measured: Iterable[Figure]) -> None:
    """A key has a column of its own where there is room, as in a pipe; else it stands under its figure's name."""
    values = ("Giá trị", "Lũy kế từ đầu năm", "Cùng kỳ năm trước")
    rows = [(f.key, f.label, _shown(f), said(f.to_date), said(f.last_year), f.unit) for f in measured]
    if console().width >= ROOMY:
        show_table(("Mã", "Chỉ tiêu", *values, "Đơn vị tính"), rows, right=(2, 3, 4))
        return
    narrow = [(f"{label}\n  {key}", *rest) for key, label, *rest in rows]
    show_table(("Chỉ tiêu và mã", *values, "Đơn vị tính"), narrow, right=(1, 2, 3), snug=(1, 2, 3))


def why(  # noqa: PLR0913 (each option of a command is a parameter)
    key: Annotated[str, typer.Argument(metavar="MÃ", help="Mã chỉ tiêu, như advice.issued, advice.issued@to_date.")],
    period: PeriodArgument,
    to_date: Annotated[
        bool | None,
        typer.Option("--to-date/--last-year", help="Lũy kế từ đầu năm, hoặc cùng kỳ năm trước.", show_default=False),
    ] = None,
    regime: RegimeOption = "",
    unit: Annotated[str, typer.Option("--unit", help="Mã đơn vị: chỉ các dòng của đơn vị ấy.")] = "",
    by: ByOption = BY,
    format: FormatOption = Format.TEXT,
) -> None:
    """Vì sao một số là như vậy: định nghĩa, các dòng được tính, các dòng suýt được tính."""
    user = the_user(by)
    asked = the_period(under(period, regime))
    if to_date is not None:
        key = key_of(key, Aspect.TO_DATE if to_date else Aspect.LAST_YEAR)
    found = reasons(key, asked, the_agency(user), user, the_share(user, unit) if unit else None)
    if format is Format.JSON:
        tell_json(_reasons_told(found, asked))
    else:
        _say_reasons(found, asked)


def _shown(figure: Figure) -> str:
    """The value, never without the word that sets an estimate apart."""
    estimated = figure.kind is Kind.ESTIMATE and figure.value is not None
    return f"{ESTIMATED if estimated else ''}{said(figure.value)}"


def _told(figure: Figure) -> dict[str, Any]:
    about = {"key": figure.key, "label": figure.label, "value": figure.value, "unit": figure.unit}
    return {
        **about,
        "kind": figure.kind,
        "to_date": figure.to_date,
        "last_year": figure.last_year,
        "basis": figure.basis,
        **_reckoned(figure),
    }


def _reckoned(figure: Figure) -> dict[str, Any]:
    if not figure.formula:
        return {}
    operands = [{"key": o.key, "label": o.label, "value": o.value, "unit": o.unit} for o in figure.operands]
    return {"formula": figure.formula, "operands": operands}


def _window_told(asked: Period) -> dict[str, Any]:
    about = {"period": asked.code, "days": [*asked.days], "regime": asked.regime.id, "days_basis": asked.basis}
    return {**about, "by_convention": asked.by_convention}


def _reasons_told(found: Reasons, asked: Period) -> dict[str, Any]:
    rows = {"conditions": found.conditions, "counted": found.counted, "near": found.near, **_late_told(found)}
    beyond = {"counted_beyond_reach": found.beyond, "near_beyond_reach": found.near_beyond}
    window = {"counted_days": [*found.period.days], "regime_basis": asked.regime.basis}
    return {**_told(found.figure), **_window_told(asked), **window, **rows, **beyond}


def _late_told(found: Reasons) -> dict[str, Any]:
    """Rows that came after their window was closed; nothing where none did."""
    late = {"late": {str(row): said for row, said in found.late.items()}} if found.late else {}
    told = [
        {"row": one.row, "title": one.title, "day": one.day, "at": one.at, "reason": one.reason}
        for one in found.supplements
    ]
    return {**late, **({"supplements": told} if told else {})}


def _say_reasons(found: Reasons, asked: Period) -> None:
    figure = found.figure
    value = _shown(figure) if figure.value is None else f"{_shown(figure)} {figure.unit}"
    say(f"{figure.label}: {value}", _window(asked))
    if found.period is not asked:
        say(f"Đếm các dòng của {found.period.dates}")
    say("", f"Cách cộng: {figure.kind}", f"Căn cứ, cách tính: {figure.basis or 'chưa có ai ghi số này'}")
    if figure.formula:
        _say_formula(figure)
    elif found.register is not None:
        _say_rows(found)


def _say_formula(figure: Figure) -> None:
    say(f"Công thức: {figure.formula}", "")
    rows = [(operand.key, operand.label, said(operand.value), operand.unit) for operand in figure.operands]
    show_table(("Mã", "Số thành phần", "Giá trị", "Đơn vị tính"), rows, right=(2,))


def _say_rows(found: Reasons) -> None:
    if found.conditions:
        say("Điều kiện:", *(f"  - {condition}" for condition in found.conditions))
    say("", found.tally)
    show_table(("Số dòng", "Dòng"), [(str(row["id"]), str(row["row"])) for row in found.counted], right=(0,))
    _say_beyond(found.beyond)
    say(*(f"Dòng {row}: {said}" for row, said in found.late.items()))
    if found.supplements:
        say("", f"{len(found.supplements)} dòng bổ sung của kỳ trước, không tính vào số này")
        say(*(f"  {one.said}: {one.reason}" for one in found.supplements))
    if not found.conditions:
        return
    say("", f"{found.near_total} dòng suýt được tính")
    near = [(str(row["id"]), str(row["row"]), row["failed"], row["because"]) for row in found.near]
    show_table(("Số dòng", "Dòng", "Không đạt điều kiện", "Vì"), near, right=(0,))
    _say_beyond(found.near_beyond)


def _say_beyond(rows: int) -> None:
    """Rows that the asker does not reach are counted, and neither named nor told apart."""
    if rows:
        say(f"và {rows} dòng của đơn vị khác")


def _window(period: Period) -> str:
    named = "" if period.kind is PeriodKind.WINDOW else f": {period.dates}"
    return f"Kỳ {period.name}{named} ({period.basis})"
