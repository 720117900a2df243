"""Compiling a report: figures measured together, the document said from them, and both frozen as an edition.

It runs in one transaction, in which the registers stand still. They are asked twice per model; the same data compiled
again is the same edition.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from sokhcn import __version__
from sokhcn.compiler.outline import Outline
from sokhcn.figures.figure import Figure, FigureSet, measure
from sokhcn.figures.frozen import FrozenFigure, freeze
from sokhcn.figures.indicator import Scope
from sokhcn.formats.json.render import dump
from sokhcn.kernel.periods import Period, Regime
from sokhcn.people.models import User
from sokhcn.records.asking import answer
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue
from sokhcn.reports.composing import compose
from sokhcn.reports.models import Edition
from sokhcn.reports.outlining import outline_for

LAYOUT = "ND30-2020"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure that differs between two editions; None where one of them has no such figure."""

    key: str
    label: str
    before: int | Decimal | None
    after: int | Decimal | None


@dataclass(frozen=True, slots=True)
class Compiled:
    """The edition, whether it is new, and the figures that changed since the one before."""

    edition: Edition
    is_new: bool
    changes: tuple[FigureChange, ...]


def figures_for(period: Period, agency: Agency) -> FigureSet:
    """Every figure of every area, measured now."""
    return measure(catalogue.indicators(), Scope(agency.as_of(period.end).pk, period), answer)


def preview(period: Period, agency: Agency) -> tuple[FigureChange, ...]:
    """Which figures would change if the report were compiled now."""
    latest = Edition.objects.latest_of(agency, period.code)
    return _changes(latest.figures() if latest else (), figures_for(period, agency))


def compile_report(period: Period, agency: Agency, *, by: User) -> Compiled:
    """Compile ``period``; or raise ``NoOutline``, ``CannotCompile``, ``BadWording`` or ``Busy`` and write nothing."""
    outline = outline_for(period)
    with writing(by=by, reason=f"Tổng hợp báo cáo {period.name}", still=True) as pen:
        latest = Edition.objects.latest_of(agency, period.code)
        figures = figures_for(period, agency)
        content = _content(outline, figures, period, agency)
        digest = _digest({"agency": agency.code, "period": period.code, "days": period.days, **content})
        changes = _changes(latest.figures() if latest else (), figures)
        if latest and latest.digest == digest:
            return Compiled(latest, False, changes)
        edition = Edition(
            agency=agency.code,
            period_code=period.code,
            starts_on=period.start,
            ends_on=period.end,
            number=latest.number + 1 if latest else 1,
            compiled_at=timezone.now(),
            compiled_by=by.get_full_name() or by.get_username(),
            digest=digest,
            **content,
        )
        pen.freeze(edition)
    return Compiled(edition, True, changes)


def _digest(said: Mapping[str, Any]) -> str:
    """SHA-256 of all that an edition says; its number, and when and by whom it was compiled, are no part of it."""
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, default=date.isoformat)
    return hashlib.sha256(text.encode()).hexdigest()


def _content(outline: Outline, figures: FigureSet, period: Period, agency: Agency) -> dict[str, Any]:
    return {
        "regime": _regime(period.regime),
        "rules": _rules(outline),
        "figures_kept": [freeze(figure) for figure in figures],
        "document_kept": dump(compose(outline, figures, period, agency.as_of(period.end))),
    }


def _regime(regime: Regime) -> dict[str, Any]:
    return {
        "id": regime.id,
        "name": regime.name,
        "basis": regime.basis,
        "first_day": regime.first_day,
        "valid_from": regime.valid_from.isoformat(),
    }


def _rules(outline: Outline) -> dict[str, Any]:
    texts = {app.label: catalogue.wording(app.label) for app in catalogue.areas()}
    wording = {area: hashlib.sha256(text.encode()).hexdigest()[:16] for area, text in texts.items()}
    return {"outline": f"{outline.id} {outline.version}", "layout": LAYOUT, "wording": wording, "product": __version__}


def _changes(before: Iterable[FrozenFigure], after: Iterable[Figure]) -> tuple[FigureChange, ...]:
    old = {figure.key: figure for figure in before}
    new = {figure.key: figure for figure in after}
    both: dict[str, Figure | FrozenFigure] = {**old, **new}
    found = (FigureChange(k, both[k].label, _value(old.get(k)), _value(new.get(k))) for k in both)
    return tuple(change for change in found if change.before != change.after)


def _value(figure: Figure | FrozenFigure | None) -> int | Decimal | None:
    return figure.value if figure else None
