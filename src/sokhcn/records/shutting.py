"""Closed windows at the gate: a row whose day lies in one is refused, with why, since when and who can open it; while
an exception lasts it is let in and noted.

A batch costs one query where nothing was closed, a handful where something was, however many rows it has.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max, Min
from django.utils.timezone import localtime

from sokhcn.kernel.finding import Finding, must
from sokhcn.records.kept import Kept
from sokhcn.records.locks import WindowShut
from sokhcn.records.models import Agency, Closing, Supplement, Unit
from sokhcn.records.placing import Placing, Spot, carriers, placing_of

AT_ONCE = 500
SHUT = "Không ghi được “{row}” ({day}): sổ “{register}”{whose} đã khóa kỳ {period} ({days}) từ {since}{lapsed}{more}."
MORE = "; {what} kỳ {period} cũng khóa từ {since}"
HOW = "Người mở lại được: {openers}, bằng lệnh {command}."
HOW_BOTH = "Người mở lại được: {openers}, bằng lệnh {command}. Phần còn lại do {others} mở, bằng lệnh {more_commands}."
COMMAND = "./sokhcn closing reopen {code} {what} --until NGÀY --reason LÝ_DO"
Touched = tuple[Kept, Spot, date]
Change = tuple[Kept, Kept]


@dataclass(frozen=True, slots=True)
class Let:
    """A row of ``day`` that the exception of ``closing`` lets in."""

    row: Kept
    spot: Spot
    day: date
    closing: Closing


def let_in(
    model: type[Kept], added: Sequence[Kept], changes: Sequence[Change], *, whole: bool, at: datetime
) -> list[Let]:
    """The rows, about to be written, that an exception lets into a closed window. Raises ``WindowShut``.

    ``changes`` pairs what is stored with the row; ``whole`` says that they go to the trash or come back from it.
    """
    if not added and not changes:
        return []
    own, carried = placing_of(model), carriers(model) if changes else ()
    held = [placing for placing in (own, *(one for one, _ in carried)) if placing]
    if not held or (bounds := _bounds({placing.label for placing in held})) is None:
        return []
    let: list[Let] = []
    if own:
        let += _judged(own, _touched(own, added, changes, whole=whole), bounds, at)
    for placing, field in carried:
        let += _judged(placing, _touched(placing, (), _carried(placing, field, changes), whole=whole), bounds, at)
    return let


def supplements(let: Iterable[Let], by: str, at: datetime) -> list[Supplement]:
    """The notes of what was let in, once for each row; the rows have their keys and versions by now."""
    once = {(one.row._meta.label_lower, one.row.pk): one for one in let}
    if not once:
        return []
    agencies = dict(Agency.everything.values_list("pk", "code"))
    units = dict(Unit.everything.values_list("pk", "short"))
    made = [_supplement(one, agencies, units, by, at) for one in once.values()]
    for note in made:
        note.digest = note.proof()
    return made


def _supplement(one: Let, agencies: Mapping[Any, str], units: Mapping[Any, str], by: str, at: datetime) -> Supplement:
    return Supplement(
        agency=agencies.get(one.spot.agency, ""),
        unit=units.get(one.spot.unit, ""),
        register=one.row._meta.label_lower,
        row=one.row.pk,
        version=one.row.version,
        day=one.day,
        period_code=one.closing.period_code,
        at=at,
        by=by,
        reason=one.closing.opened_because,
    )


def _bounds(labels: Iterable[str]) -> tuple[date, date] | None:
    """The first and the last day that are closed in some of these registers."""
    found = Closing.objects.filter(register__in=("", *labels)).order_by()
    first, last = found.aggregate(first=Min("first_on"), last=Max("last_on")).values()
    return (first, last) if first else None


def _touched(placing: Placing, added: Sequence[Kept], changes: Sequence[Change], *, whole: bool) -> Iterator[Touched]:
    placing.fetch([*added, *(row for change in changes for row in change)])
    for row in added:
        yield from _days(row, spot := placing.spot(row), spot.told)
    for stored, row in changes:
        before, after = placing.spot(stored), placing.spot(row)
        days = after.told if whole else placing.changed(before, after)
        yield from _days(row, after, days)
        if (before.agency, before.unit) != (after.agency, after.unit):
            yield from _days(row, before, before.told)
            yield from _days(row, after, after.told)


def _days(row: Kept, spot: Spot, days: Iterable[date]) -> Iterator[Touched]:
    return ((row, spot, day) for day in days)


def _carried(placing: Placing, field: str, changes: Sequence[Change]) -> list[Change]:
    """Rows that have a changed part, each as it was with the old part and as it is with the new one."""
    parts = {row.pk: (stored, row) for stored, row in changes}
    keys, found = list(parts), []
    for start in range(0, len(keys), AT_ONCE):
        rows = placing.register.model.objects.filter(**{f"{field}__in": keys[start : start + AT_ONCE]})
        for before, after in zip(rows.order_by("pk"), rows.order_by("pk").all(), strict=True):
            old, new = parts[getattr(after, f"{field}_id")]
            setattr(before, field, old)
            setattr(after, field, new)
            found.append((before, after))
    return found


def _judged(placing: Placing, touched: Iterable[Touched], bounds: tuple[date, date], at: datetime) -> list[Let]:
    told = [one for one in touched if bounds[0] <= one[2] <= bounds[1]]
    if not told:
        return []
    days = [day for _, _, day in told]
    found = Closing.objects.filter(register__in=("", placing.label), first_on__lte=max(days), last_on__gte=min(days))
    closings = list(found.select_related("unit").order_by("closed_at", "pk"))
    let, refused = [], []
    for row, spot, day in told:
        holding = [one for one in closings if _holds(one, spot, day)]
        opened = [one for one in holding if one.is_open(at)]
        if shut := [one for one in holding if not any(other.is_within(one) for other in opened)]:
            refused.append((row, day, _why(shut, placing, row, day)))
        let += [Let(row, spot, day, one) for one in opened[:1]]
    if refused:
        raise WindowShut(refused)
    return let


def _holds(closing: Closing, spot: Spot, day: date) -> bool:
    theirs = closing.agency_id == spot.agency and closing.unit_id in (None, spot.unit)
    return theirs and closing.first_on <= day <= closing.last_on


def _why(shut: Sequence[Closing], placing: Placing, row: Kept, day: date) -> Finding:
    """All that keeps a row out, in one sentence; and what opens it, where one exception does it by that one alone."""
    closing, *others = sorted(shut, key=lambda one: sum(one.is_within(other) for other in shut), reverse=True)
    until, beside = closing.open_until, [one for one in others if not closing.is_within(one)]
    return must(
        "register.shut",
        SHUT,
        suggestion=HOW_BOTH if beside else HOW,
        openers=closing.openers,
        command=_command(closing, placing),
        others=", ".join(dict.fromkeys(one.openers for one in beside)),
        more_commands="; ".join(_command(one, placing) for one in beside),
        row=row,
        day=f"ngày {day:%d/%m/%Y}",
        register=placing.register.title,
        whose=f" của {closing.unit.short}" if closing.unit else "",
        period=closing.period_name,
        days=closing.days,
        since=closing.since,
        lapsed=f"; lần mở lại đã hết hạn {localtime(until):%H:%M ngày %d/%m/%Y}" if until else "",
        more="".join(MORE.format(what=_wide(one), period=one.period_name, since=one.since) for one in others),
    )


def _command(closing: Closing, placing: Placing) -> str:
    """What opens the window from a command line."""
    whose = f" --unit {closing.unit.code}" if closing.unit else ""
    what = (placing.register.slug if closing.register else "--all") + whose
    return COMMAND.format(code=closing.period_code, what=what)


def _wide(closing: Closing) -> str:
    books = "sổ này" if closing.register else "mọi sổ"
    return f"{books} của {closing.unit.short if closing.unit else 'cả cơ quan'}"
