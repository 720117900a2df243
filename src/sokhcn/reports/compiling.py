"""Compiling a report: figures measured together, the document said from them, and both frozen as an edition.

It runs in one transaction, in which the registers stand still. They are asked twice per model; the same data compiled
again is the same edition.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils import timezone

from sokhcn import __version__
from sokhcn.compiler.outline import PROVINCE
from sokhcn.figures.figure import Figure, FigureSet
from sokhcn.figures.frozen import FrozenFigure, freeze
from sokhcn.formats.json.render import dump
from sokhcn.kernel.periods import Period
from sokhcn.kernel.progress import tell
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.records.writing import writing
from sokhcn.reports import owning
from sokhcn.reports.blueprint import Blueprint
from sokhcn.reports.composing import compose
from sokhcn.reports.life.renewing import renew
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.models import Edition
from sokhcn.reports.outlining import blueprint_for

LAYOUT = "ND30-2020"
STAGES = 4  # of compiling, with the proof-reading after it: what a page can tell of how far it is


class NotAsShown(Exception):
    """What would be compiled is no longer what somebody was shown and accepted; nothing was written."""


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


def preview(period: Period, agency: Agency, addressee: str = PROVINCE) -> tuple[FigureChange, ...]:
    """Which figures would change if the report were compiled now."""
    latest = Edition.objects.latest_of(agency, period.code, addressee)
    return changes(latest.figures() if latest else (), figures_for(period, agency))


def compile_report(period: Period, agency: Agency, *, by: User, addressee: str = PROVINCE, seen: str = "") -> Compiled:
    """Compile ``period``; or raise ``NoOutline``, ``CannotCompile`` ``BadWording`` or ``Busy`` and write nothing.

    ``seen`` is the beginning of the digest of what somebody was shown: anything else raises ``NotAsShown``.
    """
    with writing(by=by, occasion=f"Tổng hợp báo cáo {period.name}", still=True) as pen:
        made = composed(blueprint_for(period, agency, addressee), period, agency, by=by)
        if not made.edition.digest.startswith(seen):
            raise NotAsShown("Sổ hoặc phần viết tay đã thay đổi từ lúc xem trước: không tổng hợp. Xem lại rồi nhận.")
        if made.is_new:
            tell("Cất ấn bản", 2, STAGES)
            pen.freeze(made.edition)
            renew(pen, made.edition, by)
    return made


def composed(blueprint: Blueprint, period: Period, agency: Agency, *, by: User) -> Compiled:
    """The edition that ``blueprint`` makes of the registers as they are now, not written yet; or the latest, if it
    says the same."""
    addressee = blueprint.outline.addressee
    latest = Edition.objects.latest_of(agency, period.code, addressee)
    tell("Đếm mọi chỉ tiêu từ các sổ", 0, STAGES)
    figures = figures_for(period, agency)
    tell("Viết báo cáo từ các số", 1, STAGES)
    edition = Edition(
        agency=agency.code,
        period_code=period.code,
        addressee=addressee,
        starts_on=period.start,
        ends_on=period.end,
        number=latest.number + 1 if latest else 1,
        compiled_at=timezone.now(),
        compiled_by=by.get_full_name() or by.get_username(),
        **_content(blueprint, figures, period, agency),
    )
    edition.digest = edition.proof()
    changed = changes(latest.figures() if latest else (), figures)
    if latest and latest.digest == edition.digest:
        return Compiled(latest, False, changed)
    return Compiled(edition, True, changed)


def _content(blueprint: Blueprint, figures: FigureSet, period: Period, agency: Agency) -> dict[str, Any]:
    handed = compose(blueprint, figures, period, agency.as_of(period.end))
    return {
        "regime": _regime(period),
        "rules": {**_rules(blueprint, agency, period), **handed.told()},
        "figures_kept": [freeze(figure) for figure in figures],
        "document_kept": dump(handed.document),
    }


def _regime(period: Period) -> dict[str, Any]:
    regime = period.regime
    return {
        "id": regime.id,
        "name": regime.name,
        "basis": regime.basis,
        "first_day": regime.first_day,
        "valid_from": regime.valid_from.isoformat(),
        "by_convention": period.by_convention,
        "verified": regime.verified,
    }


def _rules(blueprint: Blueprint, agency: Agency, period: Period) -> dict[str, Any]:
    own = {key: owning.told(row) for key, row in owning.in_force(agency, period.end).items()}
    return {**blueprint.told(), "own": own, "layout": LAYOUT, "product": __version__}


def changes(before: Iterable[FrozenFigure], after: Iterable[Figure]) -> tuple[FigureChange, ...]:
    """The figures that differ."""
    old = {figure.key: figure for figure in before}
    new = {figure.key: figure for figure in after}
    both: dict[str, Figure | FrozenFigure] = {**old, **new}
    found = (FigureChange(k, both[k].label, _value(old.get(k)), _value(new.get(k))) for k in both)
    return tuple(change for change in found if change.before != change.after)


def _value(figure: Figure | FrozenFigure | None) -> int | Decimal | None:
    return figure.value if figure else None
