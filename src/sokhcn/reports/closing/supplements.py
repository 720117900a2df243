"""Rows that came late: what exceptions let into closed windows since the last report, for the next one to tell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.timezone import localtime

from sokhcn.kernel.periods import Period
from sokhcn.records.kept import Kept
from sokhcn.records.models import Agency, Issued, Supplement
from sokhcn.records.registering import Register
from sokhcn.reports import catalogue
from sokhcn.reports.closing.chain import previous
from sokhcn.reports.models import Edition


@dataclass(frozen=True, slots=True)
class Late:
    """One row of an earlier period that was entered or changed after its window was closed. ``gone``: trashed."""

    register: Register
    row: int
    title: str
    unit: str
    day: date
    period_code: str
    at: datetime
    by: str
    reason: str
    gone: bool
    kept: Kept

    @property
    def said(self) -> str:
        """As the report says it: what, of which day, entered when."""
        left = ", đã bỏ khỏi sổ" if self.gone else ""
        return f"{self.title} (ngày {self.day:%d/%m/%Y}; ghi ngày {localtime(self.at):%d/%m/%Y}{left})"


def late_for(period: Period, agency: Agency, addressee: str) -> tuple[Late, ...]:
    """The late rows that the report of ``period`` tells as *bổ sung*, by register and day: those of earlier days that
    came after the last report was compiled; where none was, those of the period before. Four queries, and one for each
    register concerned."""
    if period.regime.for_statistics:
        return ()
    before = previous(period)
    since = _reported_at(before, agency, addressee)
    notes = Supplement.objects.filter(agency=agency.code, day__lt=period.start)
    found = notes.filter(at__gt=since) if since else notes.filter(day__gte=before.start)
    return _told(found.order_by("at", "pk"))


def _reported_at(period: Period, agency: Agency, addressee: str) -> datetime | None:
    """When the report of ``period`` that was issued, or else the last draft of it, was compiled."""
    editions = Edition.objects.of(agency, period.code, addressee).defer("document_kept", "figures_kept")
    compiled = {one.label: one.compiled_at for one in editions if not one.recalls}
    issued = Issued.objects.filter(agency=agency.code, report__in=compiled).values_list("report", flat=True)
    return max((compiled[label] for label in issued or compiled), default=None)


def late_rows(agency: Agency, register: Register, days: tuple[date, date]) -> Mapping[int, Supplement]:
    """By row: the last late write of rows of ``register`` that have a day in ``days``."""
    label = register.model._meta.label_lower
    notes = Supplement.objects.filter(agency=agency.code, register=label, day__range=days)
    return {note.row: note for note in notes.order_by("at", "pk")}


def _told(notes: Iterable[Supplement]) -> tuple[Late, ...]:
    latest = {(note.register, note.row): note for note in notes}
    found: list[Late] = []
    for register in catalogue.registers():
        label = register.model._meta.label_lower
        ours = {row: note for (of, row), note in latest.items() if of == label}
        rows = register.model.everything.select_related(*register.related).in_bulk(list(ours)) if ours else {}
        found += (_late(register, rows[pk], note) for pk, note in ours.items() if pk in rows)
    return tuple(sorted(found, key=lambda one: (one.register.area, one.register.slug, one.day, one.row)))


def _late(register: Register, row: Kept, note: Supplement) -> Late:
    # A row with personal data is named by its number alone: the report goes to others than those who keep it.
    is_personal = any(column.personal for column in register.columns)
    title = f"{register.short}, dòng {row.pk}" if is_personal else str(row)
    about = note.unit, note.day, note.period_code, note.at, note.by, note.reason
    return Late(register, row.pk, title, *about, row.trashed_at is not None, row)
