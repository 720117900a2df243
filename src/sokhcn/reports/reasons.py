"""Why a figure is what it is: its definition and the rows counted and nearly counted, or what it was reckoned from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.apps import apps
from django.utils.translation import gettext

from sokhcn.compiler.outline import PROVINCE
from sokhcn.compiler.words import NOTHING
from sokhcn.figures.aspect import Aspect, key_of, label_of, seen, split_key
from sokhcn.figures.derived import Derived
from sokhcn.figures.figure import Figure, Operand, Value
from sokhcn.figures.formula import DIFFERENCE, GROWTH, computed
from sokhcn.figures.frozen import FrozenFigure
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.numerals import amount
from sokhcn.kernel.periods import Period
from sokhcn.kernel.reading import Measure
from sokhcn.people.models import User
from sokhcn.people.permissions import may_read, way_home, within_reach
from sokhcn.records.asking import why
from sokhcn.records.models import Agency
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue, owning
from sokhcn.reports.closing.supplements import Late, late_for, late_rows
from sokhcn.reports.exploring.shares import Share, Untold, indicator_of
from sokhcn.reports.measuring import measured
from sokhcn.reports.showing import describe

Described = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Reasons:
    """``counted`` and ``near`` are rows of ``register`` as ``showing.describe`` tells them; a near one also says what
    it ``failed``. A figure that was reckoned has no rows: its formula and operands are in ``figure``. Of rows beyond
    the reader's reach there is only how many: ``beyond`` of those counted, ``near_beyond`` of the others.

    ``period`` is the one whose rows were counted: that of last year, where the figure is of last year. ``late`` says of
    counted rows, by id, when they came after their window was closed; ``supplements`` are rows of earlier periods that
    this period's report tells beside its figures.
    """

    figure: Figure
    period: Period
    conditions: tuple[str, ...] = ()
    counted: tuple[Described, ...] = ()
    near: tuple[Described, ...] = ()
    register: Register | None = None
    measure: Measure = Measure.COUNT
    beyond: int = 0
    near_beyond: int = 0
    late: Mapping[int, str] = field(default_factory=dict)
    supplements: tuple[Late, ...] = ()

    @property
    def operands(self) -> tuple[Operand, ...]:
        return self.figure.operands

    @property
    def near_total(self) -> int:
        """How many nearly counted, read or not."""
        return len(self.near) + self.near_beyond

    @property
    def tally(self) -> str:
        """How the rows make the figure: ``164 dòng được tính, gồm 163 phương tiện đo khác nhau``."""
        value, unit = said(self.figure.value), self.figure.unit
        rows = gettext("%(n)s dòng được tính") % {"n": said(len(self.counted) + self.beyond)}
        match self.measure:
            case Measure.COUNT:
                return rows
            case Measure.DISTINCT:
                return gettext("%(rows)s, gồm %(value)s %(unit)s khác nhau") % {
                    "rows": rows,
                    "value": value,
                    "unit": unit,
                }
            case Measure.SUM:
                return gettext("%(rows)s, cộng được %(value)s %(unit)s") % {"rows": rows, "value": value, "unit": unit}


def said(value: Value | None) -> str:
    """A value as tables say it; a dash for none."""
    return NOTHING if value is None else amount(value)


def reasons(key: str, period: Period, agency: Agency, by: User, share: Share | None = None) -> Reasons:
    """The reasons for the figure called ``key``, as things stand now and ``by`` may read them; of the rows of ``share``
    alone where one is named.

    Raises ``catalogue.Unknown``, and ``Untold`` where the figure cannot be told for one unit.
    """
    base, aspect = split_key(key)
    asked = _Asked(owning.the_declared(base, agency, period.end), agency, by, share)
    match aspect:
        case Aspect.TO_DATE if declared_adds_up(asked.declared):
            found = asked.reasons(period.year_to_date())
        case Aspect.LAST_YEAR:
            found = asked.reasons(period.last_year())
        case None:
            return asked.reasons(period)
        case _:
            return asked.beside(aspect, period)
    # The days of the year to date follow from the period's own, though a free window holds them.
    basis = asked.declared.basis_in(period) if aspect is Aspect.TO_DATE else found.figure.basis
    named = replace(found.figure, key=key_of(base, aspect), label=label_of(found.figure.label, aspect), basis=basis)
    return replace(found, figure=named)


def declared_adds_up(declared: Indicator | Derived) -> bool:
    """Whether the figure is also told over the year to date."""
    return isinstance(declared, Derived) or declared.kind.adds_up


@dataclass(frozen=True, slots=True)
class _Asked:
    """One figure, for one reader, of the whole agency or of one share of its rows."""

    declared: Indicator | Derived
    agency: Agency
    by: User
    share: Share | None

    def reasons(self, period: Period) -> Reasons:
        figure = self.figure(period)
        if isinstance(self.declared, Derived):
            return Reasons(figure, period)
        asked = indicator_of(self.declared, self.share)
        question = asked.ask(Scope(self.agency.as_of(period.end).pk, period))
        model: Any = question.rows.model
        register = catalogue.register_of(model)
        found = why(question, related=(*register.related, *(way for way in (way_home(model),) if way)))
        theirs = [row for row in found.counted if may_read(self.by, row)]
        misses = [miss for miss in found.near if may_read(self.by, miss.row)]
        near = tuple({**describe(one.row, register), "failed": one.failed, "because": one.because} for one in misses)
        counted = tuple(describe(row, register) for row in theirs)
        beyond, near_beyond = len(found.counted) - len(theirs), len(found.near) - len(misses)
        noted = late_rows(self.agency, register, period.days)
        late = {row.pk: noted[row.pk].told_late for row in theirs if row.pk in noted}
        told = (figure.conditions, counted, near, register, question.measure, beyond, near_beyond)
        return Reasons(figure, period, *told, late, self.supplements(register, period))

    def supplements(self, register: Register, period: Period) -> tuple[Late, ...]:
        """Rows of earlier periods that the report on ``period`` tells; it is the whole agency's."""
        if self.share is not None:
            return ()
        beside = (one for one in late_for(period, self.agency, PROVINCE) if one.register is register)
        return tuple(one for one in beside if may_read(self.by, one.kept))

    def figure(self, period: Period) -> Figure:
        """The figure as it is measured now, with no more asked than it takes."""
        if isinstance(self.declared, Indicator):
            found = measured([indicator_of(self.declared, self.share)], (), period, self.agency)[self.declared.key]
            # What was planned and estimated is the whole agency's.
            return replace(found, plan=None, estimate=None) if self.share else found
        if self.share is not None and any(split_key(key)[1] for key in self.declared.of):
            raise Untold(gettext("kế hoạch và số ước chỉ có cho cả cơ quan"))
        of = dict.fromkeys(split_key(key)[0] for key in self.declared.of)
        operands = [indicator_of(owning.the_indicator(key, self.agency, period.end), self.share) for key in of]
        return measured(operands, [self.declared], period, self.agency)[self.declared.key]

    def beside(self, aspect: Aspect, period: Period) -> Reasons:
        """What somebody said of the figure, or what it is compared with."""
        if self.share is not None and aspect not in (Aspect.CHANGE, Aspect.GROWTH):
            raise Untold(gettext("kế hoạch và số ước chỉ có cho cả cơ quan"))
        shown = seen(self.figure(period), aspect)
        if not shown.rows:
            return Reasons(shown, period)
        model: Any = apps.get_model(shown.register)
        register = catalogue.register_of(model)
        every = model.objects.filter(pk__in=list(shown.rows))
        rows = list(within_reach(every.select_related(*register.related), self.by))
        counted = tuple(describe(row, register) for row in rows)
        return Reasons(shown, period, counted=counted, register=register, beyond=every.count() - len(rows))


def kept_value(figures: Iterable[FrozenFigure], key: str) -> tuple[Value | None, bool]:
    """The value of ``key`` among the figures of an edition, and whether the edition has it at all."""
    by_key = {figure.key: figure for figure in figures}
    if key in by_key:
        return by_key[key].value, True
    base, aspect = split_key(key)
    if base not in by_key or aspect is None:
        return None, False
    kept = by_key[base]
    match aspect:
        case Aspect.TO_DATE:
            return kept.to_date, True
        case Aspect.LAST_YEAR:
            return kept.last_year, True
        case Aspect.CHANGE:
            return _compared(kept, difference=True), True
        case Aspect.GROWTH:
            return _compared(kept, difference=False), True
        case _:
            return None, False


def _compared(kept: FrozenFigure, *, difference: bool) -> Value | None:
    values = (kept.value, kept.last_year)
    places = 0 if difference and all(isinstance(value, int) for value in values) else 2
    return computed(DIFFERENCE if difference else GROWTH, values, places)
