"""The rows of one unit: whose rows a person may have told apart, and a question narrowed to them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from sokhcn.figures.indicator import Indicator
from sokhcn.kernel.meant import meant_or
from sokhcn.kernel.periods import Period
from sokhcn.kernel.reading import Question
from sokhcn.people.models import User
from sokhcn.people.permissions import MAY, READ, hats, reads_all_of, way_home
from sokhcn.records.asking import when
from sokhcn.records.models import Unit
from sokhcn.reports import catalogue

NOBODY = "khong-don-vi"
Span = tuple[date | None, date | None]


class Untold(LookupError):
    """The figure cannot be told for one unit; the message says why."""


@dataclass(frozen=True, slots=True)
class Share:
    """The rows of a unit, which has several keys where it was renamed; without any, the rows that no unit has taken."""

    code: str
    name: str
    units: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()

    def was_there(self, period: Period) -> bool:
        """Whether the unit is known to have been there on some day of ``period``."""
        return not self.spans or any(
            (first is None or first <= period.end) and (last is None or last >= period.start)
            for first, last in self.spans
        )


def shares_of(by: User) -> tuple[Share, ...]:
    """The units whose rows lie within reach of ``by``, by their codes, then what no unit has taken."""
    units = Unit.objects.filter(agency__code=by.agency.code) if by.agency else Unit.objects.none()
    if not reads_all_of(by, by.agency_id):
        worn = (hat for hat in hats(by) if hat.role in MAY[READ])
        units = units.filter(pk__in=[hat.unit for hat in worn if hat.unit is not None])
    named: dict[str, list[Unit]] = {}
    for unit in units.order_by("code", "valid_from", "pk"):
        named.setdefault(unit.code, []).append(unit)
    return (*(_share(code, rows) for code, rows in named.items()), Share(NOBODY, _("Chưa ghi đơn vị")))


def the_share(by: User, code: str) -> Share:
    """The share called ``code``. Raises ``catalogue.Unknown``, also where it lies out of reach."""
    known = {share.code: share for share in shares_of(by)}
    if code not in known:
        advice = meant_or(code, known, "Các đơn vị")
        raise catalogue.Unknown(f"Không có đơn vị “{code}” trong phạm vi của bạn. {advice}")
    return known[code]


def of_share(question: Question, share: Share | None) -> Question:
    """``question`` asked of the rows of ``share`` alone. Raises ``Untold`` where its rows are of no unit."""
    if share is None:
        return question
    model: Any = question.rows.model
    way = way_home(model)
    for name in way.split("__") if way else ():
        model = model._meta.get_field(name).related_model
    if all(field.name != "unit" for field in model._meta.fields):
        raise Untold(_("sổ này không ghi đơn vị"))
    field = f"{way}__unit" if way else "unit"
    holds = Q(**{f"{field}__in": share.units}) if share.units else Q(**{f"{field}__isnull": True})
    return replace(question, conditions=(*question.conditions, when(said_of(share), holds)))


def indicator_of(indicator: Indicator, share: Share | None) -> Indicator:
    """``indicator`` for the rows of ``share``."""
    return replace(indicator, ask=lambda scope: of_share(indicator.ask(scope), share)) if share else indicator


def said_of(share: Share) -> str:
    """The condition by which a row belongs to ``share``, as people read it."""
    return _("thuộc %(unit)s") % {"unit": share.name} if share.units else _("chưa ghi đơn vị")


def _share(code: str, rows: Iterable[Unit]) -> Share:
    units = tuple(rows)
    last = units[-1]
    spans = tuple((unit.valid_from, unit.valid_to) for unit in units)
    return Share(code, last.short or last.name, tuple(unit.pk for unit in units), spans)
