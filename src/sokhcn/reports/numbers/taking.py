"""*Cấp số*: the next number of an own book taken in one transaction, without a gap; voiding a number, with a reason.

Whoever takes a number waits for the turn first and asks for the day and the last number afterwards, so that neither two
papers nor midnight on New Year's Eve can come between.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError
from django.utils import timezone

from sokhcn.kernel.finding import Finding, blocking, must
from sokhcn.people.models import User
from sokhcn.people.permissions import NUMBER
from sokhcn.records.models import Agency, Issued
from sokhcn.records.refused import refused
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import Pen, writing
from sokhcn.reports.models import NumberBook, Outgoing
from sokhcn.reports.numbers.books import book_for, next_number
from sokhcn.reports.numbers.wanted import Wanted

Clock = Callable[[], date]
NOT_YOURS = "Chỉ văn thư được cấp, ghi hoặc hủy số văn bản."
LONGEST = (("symbol", "Ký hiệu"), ("subject", "Trích yếu"), ("signer", "Người ký"), ("type", "Tên loại"))


def take(wanted: Wanted, *, by: User, clock: Clock = timezone.localdate) -> Outgoing:
    """Number ``wanted`` from its own book, dated today in Vietnam; raises ``NotPossible`` and writes nothing.

    Twenty clerks at once wait for each other, and a process that dies leaves the number to the next one. A report takes
    its number by its step alone: another way would go around its workflow and the separation of duties.
    """
    agency = numbering_agency(by)
    if edition := wanted.edition:
        template = "Báo cáo chỉ được cấp số ở bước cấp số."
        advice = "Cấp số cho báo cáo đã ký: ./sokhcn report take {report} 'cấp số'"
        raise NotPossible(must("number.by_step", template, suggestion=advice, report=edition.report))
    with writing(by=by, occasion="Cấp số văn bản đi", still=True) as pen:
        return write_next(pen, wanted, agency, by=by, clock=clock)


def write_next(pen: Pen, wanted: Wanted, agency: Agency, *, by: User, clock: Clock = timezone.localdate) -> Outgoing:
    """The same inside a passage of the gate that was opened ``still``: what a verb that does more calls."""
    day = clock()
    book = book_for(agency, wanted.type_symbol, day)
    if book.kind != NumberBook.Kind.OWN:
        template = "Số của {type} do hệ thống quản lý văn bản cấp ({book})."
        told = {"type": wanted.type.lower(), "book": book.name}
        raise NotPossible(must("number.external", template, suggestion="Ghi số và ngày mà hệ thống ấy đã cấp.", **told))
    row = outgoing(wanted, agency, by)
    row.book, row.own, row.year, row.number, row.dated_on = book.code, True, day.year, next_number(book, day.year), day
    refuse(too_long(row))
    refuse(already(wanted))
    _refuse_earlier(row)
    save(pen, row)
    return row


def void(row: Outgoing, reason: str, *, by: User, on: date | None = None) -> None:
    """Void the number of ``row``: it stays in the book with the reason, and no other paper ever gets it."""
    numbering_agency(by)
    if not reason.strip():
        raise NotPossible(must("number.void_reason", "Hủy số phải ghi lý do."))
    if row.voided_on:
        raise NotPossible(
            must("number.voided", "Số {code} đã hủy ngày {day:%d/%m/%Y}.", code=row.code, day=row.voided_on)
        )
    if on and on > timezone.localdate():
        raise NotPossible(must("number.void_day", "Ngày hủy {day:%d/%m/%Y} ở sau hôm nay.", day=on))
    if Issued.objects.filter(agency=row.agency.code, report=row.edition_label).exists():
        advice = "Thu hồi báo cáo: ./sokhcn drift recall {edition} --reason '…'"
        template = "Báo cáo số {code} đã phát hành, không hủy số."
        told = {"code": row.code, "edition": row.edition_label}
        raise NotPossible(must("number.issued", template, suggestion=advice, **told))
    row.voided_on, row.void_reason = on or timezone.localdate(), reason.strip()
    with writing(by=by, reason=reason, occasion=f"Hủy số {row.code}") as pen:
        pen.save(row)


def numbering_agency(by: User) -> Agency:
    """The agency that ``by`` numbers papers of. Raises ``NotPossible`` for anybody else."""
    if by.agency is None or not by.has_perm(NUMBER):
        raise NotPossible(must("number.who", NOT_YOURS))
    return by.agency


def outgoing(wanted: Wanted, agency: Agency, by: User) -> Outgoing:
    """A line of the outgoing book without its number and day yet."""
    edition = wanted.edition
    names = ("type", "symbol", "subject", "signer", "recipients", "kept_by", "copies", "sent_on", "note")
    about: dict[str, Any] = {name: getattr(wanted, name) for name in names}
    if edition:
        about |= {"period_code": edition.period_code, "addressee": edition.addressee, "edition": edition.number}
    return Outgoing(agency=agency, numbered_by=by.get_full_name() or by.get_username(), **about)


def too_long(row: Outgoing) -> Iterable[Finding]:
    """What does not fit into the metadata of an outgoing paper, or is missing."""
    for name, heading in LONGEST:
        most, length = int(getattr(Outgoing._meta.get_field(name), "max_length", 0)), len(getattr(row, name))
        if length > most:
            template = "{heading} dài {length} ký tự, nhiều nhất {most}."
            yield must("number.long", template, about=name, heading=heading, length=length, most=most)
        if not length and name != "signer":
            yield must("number.missing", "{heading} còn trống.", about=name, heading=heading)


def already(wanted: Wanted) -> Iterable[Finding]:
    """A finding where the edition has a number that was not voided."""
    if wanted.edition and (row := number_of(wanted.edition)):
        told: dict[str, Any] = {"edition": wanted.edition.label, "code": row.code, "day": row.dated_on}
        yield must("number.already", "Ấn bản {edition} đã có số {code} ngày {day:%d/%m/%Y}.", **told)


def number_of(edition: Any) -> Outgoing | None:
    """The number that an edition has now."""
    keyed = {"agency__code": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
    row: Outgoing | None = Outgoing.objects.filter(**keyed, edition=edition.number, voided_on=None).first()
    return row


def refuse(findings: Iterable[Finding]) -> None:
    """Raise ``NotPossible`` where one of ``findings`` must be mended."""
    if found := blocking(findings):
        raise NotPossible(*found)


def save(pen: Pen, row: Outgoing) -> None:
    """Write a numbered paper. What the database refuses is said in words."""
    try:
        pen.save(row)
    except IntegrityError as error:
        raise NotPossible(refused()) from error


def _refuse_earlier(row: Outgoing) -> None:
    """The clock of a server may be set back; then no number is taken before the day of the last one."""
    last = Outgoing.everything.filter(agency__code=row.agency.code, book=row.book, year=row.year, own=True)
    newest = last.order_by("-number").first()
    if newest and newest.dated_on > row.dated_on:
        template = "Hôm nay {day:%d/%m/%Y} trước ngày của {code} ({newest:%d/%m/%Y})."
        told: dict[str, Any] = {"day": row.dated_on, "code": newest.code, "newest": newest.dated_on}
        raise NotPossible(must("number.clock", template, suggestion="Xem lại ngày giờ của máy chủ.", **told))
    twin = {"agency__code": row.agency.code, "year": row.year, "number": row.number, "suffix": "", "symbol": row.symbol}
    if other := Outgoing.everything.filter(**twin).first():
        template, advice = "Số {code} năm {year} đã có ở sổ khác.", "Ghi “Số đầu tiên” của sổ cấp số lớn hơn số ấy."
        raise NotPossible(must("number.taken", template, suggestion=advice, code=other.code, year=other.year))
