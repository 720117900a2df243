"""The way of a row so far and onward: when it came to its states and through whom, and the step that is next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from sokhcn.interfaces.web.changes import Told
from sokhcn.interfaces.web.spoken import CHOICE, COLUMN, spoken
from sokhcn.interfaces.web.waiting import Wait
from sokhcn.records.registering import Register, Step
from sokhcn.reports.counted_in import Standing

SHOWN_AT_MOST = 5


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the way: how it looks, what it is, who took it and when; or what it waits for."""

    look: str
    what: str
    who: str = ""
    at: datetime | None = None
    is_next: bool = False


def ladder(
    register: Register,
    history: Sequence[Told],
    first: Step | None,
    waits: Sequence[Wait],
    standings: Sequence[Standing],
) -> tuple[Rung, ...]:
    """The last steps that were taken, the one that is offered, and the report that will count the row by itself."""
    taken = list(_taken(register, history))[-SHOWN_AT_MOST:]
    return (*taken, *_offered(first, waits), *_counted(standings))


def _taken(register: Register, history: Sequence[Told]) -> Iterator[Rung]:
    state = spoken(register.column(register.state).heading, COLUMN) if register.state else ""
    for change in reversed(history):
        if change.is_whole:
            yield Rung("ok" if change is history[-1] else "look", change.after, change.who, change.at)
        elif state and change.what == state and change.after:
            yield Rung("ok", spoken(change.after, CHOICE), change.who, change.at)


def _offered(first: Step | None, waits: Sequence[Wait]) -> Iterator[Rung]:
    if first is not None:
        until = waits[0] if waits else None
        look, by = (until.look, _("hạn %(day)s") % {"day": until.day}) if until else ("wait", "")
        yield Rung(look, spoken(first.label), by, is_next=True)


def _counted(standings: Sequence[Standing]) -> Iterator[Rung]:
    for one in standings[:1]:
        if any(place.held for place in one.counted):
            yield Rung("ok", _("Có trong dự thảo"), one.period.short_name)
        elif one.counted:
            yield Rung("draft", _("Vào báo cáo"), _("khi tổng hợp lại"))
