"""A number that the department's document system gave: entered by the clerk, examined against its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from django.utils import timezone

from sokhcn.kernel.finding import Finding, Severity, must
from sokhcn.kernel.papers import read_code
from sokhcn.people.models import User
from sokhcn.records.dated import work_calendar
from sokhcn.records.models import Agency
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.models import Act, Move, NumberBook, Outgoing, ReportState, Stage
from sokhcn.reports.numbers import slips
from sokhcn.reports.numbers.books import book_for
from sokhcn.reports.numbers.taking import already, numbering_agency, outgoing, refuse, save, too_long
from sokhcn.reports.numbers.wanted import Wanted

SIGNED = (Stage.SIGNED, Stage.NUMBERED, Stage.ISSUED)


@dataclass(frozen=True, slots=True)
class Entered:
    """The paper with its number, and what is worth a look."""

    row: Outgoing
    findings: tuple[Finding, ...]


def enter(number: str, dated_on: date, wanted: Wanted, *, by: User, today: date | None = None) -> Entered:
    """Keep ``number`` (``08`` or ``08/BC-SKHCN``) and its day. Raises ``NotPossible``; slips are told, not refused.

    That of a report is entered beside its workflow, which keeps duties apart, and nowhere else.
    """
    if edition := wanted.edition:
        template = "Số của báo cáo ghi theo đường đi của nó."
        advice = "Ghi số cho báo cáo: ./sokhcn number enter {number} {edition}"
        told = {"number": number, "edition": edition.label}
        raise NotPossible(must("number.by_step", template, suggestion=advice, **told))
    known = (numbering_agency(by), by, today or timezone.localdate())
    with writing(by=by, occasion="Ghi số văn bản đi đã cấp", still=True) as pen:
        return write(pen, number, dated_on, wanted, known)


def write(pen: Pen, number: str, dated_on: date, wanted: Wanted, known: tuple[Agency, User, date]) -> Entered:
    """The same inside a passage of the gate that was opened ``still``: what a verb that does more calls. ``known`` is
    whose paper it is, who enters it, and today."""
    row, findings = _examined(number, dated_on, wanted, known)
    refuse(findings)
    save(pen, row)
    return Entered(row, findings)


def examine(number: str, dated_on: date, wanted: Wanted, *, by: User, today: date | None = None) -> tuple[Finding, ...]:
    """All that is wrong or odd with a number before it is entered; nothing is written."""
    try:
        return _examined(number, dated_on, wanted, (numbering_agency(by), by, today or timezone.localdate()))[1]
    except NotPossible as refused:
        return refused.findings


def _examined(
    text: str, dated_on: date, wanted: Wanted, known: tuple[Agency, User, date]
) -> tuple[Outgoing, tuple[Finding, ...]]:
    agency, by, today = known
    book = book_for(agency, wanted.type_symbol, dated_on)
    if book.kind == NumberBook.Kind.OWN:
        template = "{book} cấp số tại đây, không ghi số từ nơi khác."
        raise NotPossible(must("number.own", template, suggestion="Dùng lệnh cấp số.", book=book.name))
    written, symbol = _parted(text, wanted.symbol)
    refuse(slips.form(written, symbol))
    number, suffix = slips.read_number(written) or (0, "")
    row = outgoing(wanted, agency, by)
    row.book, row.year, row.number, row.suffix = book.code, dated_on.year, number, suffix
    row.symbol, row.dated_on = symbol, dated_on
    told_by_clerk = slips.Told(written, number, suffix, symbol, dated_on)
    findings = (*too_long(row), *already(wanted), *_same(row), *_between(told_by_clerk, row, today))
    odd = (*slips.day_off(dated_on, work_calendar()), *slips.strange_symbol(symbol, wanted.type_symbol, agency.symbol))
    return row, (*findings, *odd, *_before_the_report(wanted, dated_on), *_before_the_signature(wanted, dated_on))


def _parted(text: str, symbol: str) -> tuple[str, str]:
    """Number and symbol, where both were told in one."""
    code = read_code(text) if "/" in text else None
    return (code.number, code.symbol) if code else (text.strip(), symbol)


def _same(row: Outgoing) -> Iterator[Finding]:
    """The same number, symbol and year of another paper: every identifier stands for one paper alone."""
    twin = {"year": row.year, "number": row.number, "suffix": row.suffix, "symbol": row.symbol}
    other = Outgoing.everything.filter(agency__code=row.agency.code, **twin).first()
    if other:
        given = "Số {code} năm {year} đã cấp cho văn bản “{subject}”."
        template = "Số {code} năm {year} đã cấp cho văn bản “{subject}”, đã hủy." if other.voided_on else given
        told: dict[str, Any] = {"code": other.code, "year": other.year, "subject": other.subject}
        advice = "Xem lại số trong hệ thống quản lý văn bản."
        yield must("number.twice", template, suggestion=advice, about="number", **told)


def _between(told: slips.Told, row: Outgoing, today: date) -> Iterator[Finding]:
    in_book: Any = Outgoing.everything.filter(agency__code=row.agency.code, book=row.book, year=row.year)
    before = in_book.filter(number__lt=row.number).order_by("-number", "-suffix").first()
    after = in_book.filter(number__gt=row.number).order_by("number", "suffix").first()
    yield from slips.slips(told, _neighbour(before), _neighbour(after), today)


def _neighbour(row: Outgoing | None) -> slips.Neighbour | None:
    return slips.Neighbour(row.code, row.number, row.dated_on) if row else None


def _before_the_report(wanted: Wanted, dated_on: date) -> Iterator[Finding]:
    edition = wanted.edition
    if edition and dated_on < edition.starts_on:
        template = "Báo cáo {period} không thể có ngày trước {day:%d/%m/%Y}."
        about: dict[str, Any] = {"period": edition.period.name, "day": edition.starts_on}
        yield must("number.before_period", template, about="dated_on", **about)


def _before_the_signature(wanted: Wanted, dated_on: date) -> Iterator[Finding]:
    """A report is numbered when it is signed; the number of a draft is lost where that is compiled again."""
    if (edition := wanted.edition) is None:
        return
    about = {"agency": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
    state = ReportState.objects.filter(**about, edition=edition.number).first()
    signed = Move.objects.filter(**about, edition=edition.number, verb=Act.SIGN).order_by("-pk").first()
    if state is None or state.stage not in SIGNED:
        template = "Ấn bản {edition} chưa ký; văn bản được cấp số sau khi ký."
        values = MappingProxyType({"edition": edition.label})
        yield Finding("number.unsigned", Severity.LOOK, template, values, basis=slips.ARTICLE_15)
    elif signed and dated_on < signed.on:
        template = "Ngày văn bản {day:%d/%m/%Y} trước ngày ký {signed:%d/%m/%Y}."
        days = MappingProxyType({"day": dated_on, "signed": signed.on})
        yield Finding("number.before_signing", Severity.LOOK, template, days, basis=slips.ARTICLE_15)
