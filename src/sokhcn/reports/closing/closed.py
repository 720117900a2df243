"""The verbs on a period's registers: a unit closes one or signs that nothing arose, the period is locked, and an
exception opens what was closed until a moment."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext_noop

from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.periods import Period
from sokhcn.people.models import Role, User
from sokhcn.people.permissions import CLOSE, LOCK, MAY, REOPEN_WINDOW
from sokhcn.records.models import Agency, Closing, Unit
from sokhcn.records.placing import placing_of
from sokhcn.records.registering import Register
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.closing.activity import counted
from sokhcn.reports.closing.chain import previous
from sokhcn.reports.closing.completeness import Matrix, matrix
from sokhcn.reports.closing.expecting import LOOKED_BACK, fallen_due, hints

Kind = Closing.Kind
CAPTIONS = MappingProxyType({Kind.ROWS: "Chốt", Kind.NIL: "Ký không phát sinh", Kind.LOCK: "Khóa"})


class CannotClose(Exception):
    """A window is not closed, or not opened; ``findings`` has why. Nothing was written."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Window:
    """What is closed: a register (None: every one) of a unit (None: all) for a period."""

    period: Period
    agency: Agency
    register: Register | None = None
    unit: Unit | None = None

    @property
    def label(self) -> str:
        return self.register.model._meta.label_lower if self.register else ""

    @property
    def owner(self) -> Agency:
        """The agency by the name that it had when the period ended."""
        return self.agency.as_of(self.period.end)

    def is_of(self, unit: int | None) -> bool:
        return self.unit is None or self.unit.pk == unit

    def __str__(self) -> str:
        book = f"sổ “{self.register.title}”" if self.register else "mọi sổ"
        return f"{book} của {self.unit.short if self.unit else 'cả cơ quan'}, kỳ {self.period.name}"


@dataclass(frozen=True, slots=True)
class _Signed:
    """What is signed of a window."""

    kind: Kind
    rows: int = 0
    reason: str = ""


def close(window: Window, *, by: User, at: datetime | None = None, reason: str = "") -> Closing:
    """Sign that ``window`` has all its rows: from now on none is written. Raises ``CannotClose``."""
    rows, _ = _known(window)
    if not rows:
        raise _cannot(
            "closing.empty",
            gettext_noop("Không chốt được {window}: chưa có dòng nào."),
            window,
            suggestion="Ghi dòng còn thiếu, hoặc ký không phát sinh: closing nil.",
        )
    return _sign(window, _Signed(Kind.ROWS, rows, reason.strip()), by=by, at=at)


def nil(window: Window, *, by: User, at: datetime | None = None, reason: str = "") -> Closing:
    """Sign that nothing arose in ``window``; where rows were to be expected, a reason is wanted. Raises
    ``CannotClose``."""
    rows, expected = _known(window)
    if rows:
        told = gettext_noop("Không ký “không phát sinh” được cho {window}: có {rows} dòng.")
        raise _cannot("closing.rows", told, window, suggestion="Chốt sổ bằng closing close.", rows=rows)
    if expected and not reason.strip():
        told = gettext_noop("Ký “không phát sinh” cho {window} phải ghi lý do, vì {expected}.")
        raise _cannot(
            "closing.expected",
            told,
            window,
            suggestion="Ghi dòng còn thiếu, hoặc ghi lý do không phát sinh sau --reason.",
            expected="; ".join(expected),
        )
    return _sign(window, _Signed(Kind.NIL, 0, reason.strip()), by=by, at=at)


def lock(period: Period, agency: Agency, *, by: User, at: datetime | None = None) -> Closing:
    """*Khóa sổ*: nothing is written in any register for ``period`` any more, signed or not. Raises ``CannotClose``."""
    return _sign(Window(period, agency), _Signed(Kind.LOCK), by=by, at=at)


def close_all(period: Period, agency: Agency, unit: Unit | None, *, by: User) -> tuple[tuple[Closing, ...], Matrix]:
    """Close every register that has rows and is open, of ``unit`` or of all; and how things stand then.

    Of all also what names no unit, as the register of the whole agency: after the units' own.
    """
    cells = [c for c in matrix(period, agency).cells if c.rows and not c.is_closed and unit in (None, c.unit)]
    cells.sort(key=lambda cell: cell.unit is None)
    done = tuple(close(Window(period, agency, cell.register, cell.unit), by=by) for cell in cells)
    return done, matrix(period, agency)


def reopen(window: Window, *, until: datetime, reason: str, by: User, at: datetime | None = None) -> Closing:
    """Let late rows into what was closed, until a moment and for a reason. Raises ``CannotClose``.

    A part of what is locked as a whole is opened alone; who opens it must be allowed to open the whole.
    """
    found = _closing(window) or _of_lock(window)
    if found is None:
        told = gettext_noop("Không mở lại được {window}: chưa chốt, chưa khóa.")
        advice = "Xem: ./sokhcn closing matrix {code}"
        raise _cannot("closing.open", told, window, suggestion=advice, code=window.period.code)
    for one in (found, *_around(found)):
        _must_be_allowed(REOPEN_WINDOW, one, window, by)
    if not reason.strip():
        told = gettext_noop("Mở lại {window} phải có lý do.")
        raise _cannot("closing.reason", told, window, suggestion="Ghi lý do sau --reason.")
    if until <= (at or timezone.now()):
        told = gettext_noop("Hạn mở lại {window} phải ở sau lúc này, không phải {until}.")
        raise _cannot("closing.until", told, window, until=f"{localtime(until):%H:%M ngày %d/%m/%Y}")
    found.open_until, found.opened_by, found.opened_because = until, _name(by), reason.strip()
    with writing(by=by, reason=reason, occasion=f"Mở lại {window}") as pen:
        pen.save(found)
    return found


def _known(window: Window) -> tuple[int, tuple[str, ...]]:
    """How many rows ``window`` has, and why some were to be expected."""
    placing = placing_of(window.register.model) if window.register else None
    if placing is None:
        raise _cannot("closing.register", gettext_noop("Không chốt được {window}: sổ này không chốt theo kỳ."), window)
    periods = [window.period]
    for _ in range(LOOKED_BACK):
        periods.append(previous(periods[-1]))
    found = counted(window.owner.pk, [period.days for period in periods], (placing,))
    ours = [many for (_, unit), many in found.items() if window.is_of(unit)]
    rows, *before = [sum(column) for column in zip(*ours, strict=True)] or [0] * len(periods)
    fallen = fallen_due(window.period, window.owner)
    waiting = [
        w for (label, unit), told in fallen.items() if label == placing.label and window.is_of(unit) for w in told
    ]
    return rows, hints(tuple(before), tuple(waiting))


def _sign(window: Window, signed: "_Signed", *, by: User, at: datetime | None) -> Closing:
    at = at or timezone.now()
    if timezone.localdate(at) < window.period.end:
        told = gettext_noop("Chưa chốt được {window}: ngày chốt số liệu là {day}.")
        raise _cannot("closing.early", told, window, day=f"{window.period.end:%d/%m/%Y}")
    row = _closing(window) or Closing(agency=window.owner, unit=window.unit, register=window.label)
    row.period_code, row.period_name = window.period.code, window.period.name
    row.first_on, row.last_on = window.period.days
    row.kind, row.rows, row.reason = signed.kind, signed.rows, signed.reason
    row.closed_at, row.closed_by, row.openers = at, _name(by), _openers()
    row.open_until = None
    _must_be_allowed(LOCK if window.unit is None else CLOSE, row, window, by)
    with writing(by=by, reason=signed.reason, occasion=f"{CAPTIONS[signed.kind]} {window}") as pen:
        pen.save(row)
        if signed.kind == Kind.LOCK:
            _end_exceptions(pen, row, at)
    return row


def _end_exceptions(pen: Pen, lock: Closing, at: datetime) -> None:
    """Whatever was open within ``lock`` until now is shut by it."""
    days = {"first_on__gte": lock.first_on, "last_on__lte": lock.last_on}
    opened = list(Closing.objects.filter(agency=lock.agency, **days, open_until__gt=at).exclude(pk=lock.pk))
    for one in opened:
        one.open_until = at
    pen.save_many(opened)


def _closing(window: Window) -> Closing | None:
    """The closing of just this window."""
    same = Closing.objects.filter(agency=window.owner, unit=window.unit, register=window.label)
    found: Closing | None = same.filter(first_on=window.period.start, last_on=window.period.end).first()
    return found


def _around(row: Closing) -> list[Closing]:
    """The other closings that close all that ``row`` does."""
    days = {"first_on__lte": row.first_on, "last_on__gte": row.last_on}
    others = Closing.objects.filter(agency=row.agency, **days).exclude(pk=row.pk).order_by("closed_at", "pk")
    return [one for one in others if row.is_within(one)]


def _of_lock(window: Window) -> Closing | None:
    """A closing of ``window`` alone, where it is locked with others; not written yet."""
    row = Closing(agency=window.owner, unit=window.unit, register=window.label, kind=Kind.LOCK)
    row.period_code, row.period_name = window.period.code, window.period.name
    row.first_on, row.last_on = window.period.days
    lock = next(iter(_around(row)), None)
    if lock is None:
        return None
    row.closed_at, row.closed_by, row.openers = lock.closed_at, lock.closed_by, lock.openers
    return row


def _must_be_allowed(permission: str, row: Closing, window: Window, by: User) -> None:
    if by.has_perm(permission, row):
        return
    told = gettext_noop("{who} không có quyền chốt, khóa hoặc mở {window}.")
    roles = ", ".join(Role(role).label for role in Role if role in MAY[permission])
    raise _cannot("closing.permission", told, window, suggestion="Người làm được: {roles}.", who=_name(by), roles=roles)


def _openers() -> str:
    return ", ".join(Role(role).label for role in Role if role in MAY[REOPEN_WINDOW])


def _name(by: User) -> str:
    return by.get_full_name() or by.get_username()


def _cannot(id: str, told: str, window: Window, *, suggestion: str = "", **values: Any) -> CannotClose:
    return CannotClose(must(id, told, suggestion=suggestion, window=window, **values))
