"""The edition that corrects, replaces or recalls an issued one: it names the old, which stays as it is.

It is a draft like any other until it is issued; from then on it is the one that is watched.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.db.models import Max
from django.utils import timezone

from sokhcn.document.build import inlines, para, section
from sokhcn.document.nodes import Align, Column, DateLine, Document, Head, Row, Section, Table
from sokhcn.figures.figure import Value
from sokhcn.formats.json.render import dump
from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import must
from sokhcn.kernel.numerals import number
from sokhcn.people.models import User
from sokhcn.people.permissions import COMPILE
from sokhcn.records.models import Agency, Issued
from sokhcn.records.stepping import NotPossible
from sokhcn.records.writing import writing
from sokhcn.reports.compiling import FigureChange, changes, composed
from sokhcn.reports.measuring import figures_for
from sokhcn.reports.models import Edition
from sokhcn.reports.numbers.taking import number_of
from sokhcn.reports.outlining import blueprint_for
from sokhcn.reports.succeeding import WORDS, How, ended

COLUMNS = (
    Column("Chỉ tiêu", 4.0),
    Column("Đã ban hành", 1.2, Align.RIGHT),
    Column("Đính chính là", 1.2, Align.RIGHT),
)
NOTICE, NOTICE_SYMBOL = "THÔNG BÁO", "TB"
KEPT = ("agency", "period_code", "starts_on", "ends_on", "addressee", "compiled_at", "compiled_by", "regime", "rules")
CONTENT = ("figures_kept", "document_kept")


def follow(edition: Edition, how: How, reason: str, *, by: User) -> Edition:
    """Make the edition that does ``how`` with an issued one. Raises ``NotPossible``, or what compiling raises."""
    _refuse(edition, how, reason, by)
    agency = Agency.objects.filter(code=edition.agency).order_by("pk").first()
    assert agency is not None
    occasion = f"{WORDS[how]} báo cáo {edition.period.name}, ấn bản {edition.label}"
    with writing(by=by, reason=reason, occasion=occasion, still=True) as pen:
        made = _made(edition, how, reason.strip(), agency, by)
        pen.freeze(made)
    return made


def named(edition: Edition) -> str:
    """How papers name an issued report: by its number and day, or by its period where it has no number here."""
    if row := number_of(edition):
        return f"{row.type} số {row.code} ngày {written(row.dated_on)}"
    issued = Issued.objects.filter(agency=edition.agency, report=edition.label).first()
    on = f", ban hành ngày {written(issued.issued_on)}" if issued else ""
    return f"Báo cáo {edition.period.name} (ấn bản {edition.label}{on})"


def _refuse(edition: Edition, how: How, reason: str, by: User) -> None:
    if not by.has_perm(COMPILE):
        raise NotPossible(
            must("follow.who", "Chỉ người tổng hợp được {how} báo cáo đã ban hành.", how=WORDS[how].lower())
        )
    if not reason.strip():
        raise NotPossible(must("follow.reason", "{how} báo cáo phải ghi lý do.", how=WORDS[how]))
    if not Issued.objects.filter(agency=edition.agency, report=edition.label).exists():
        raise NotPossible(
            must("follow.draft", "Ấn bản {edition} chưa ban hành: tổng hợp lại là đủ.", edition=edition.label)
        )
    if after := ended(edition):
        raise NotPossible(
            must("follow.ended", "Ấn bản {edition} đã có ấn bản {after} thay.", edition=edition.label, after=after)
        )


def _made(old: Edition, how: How, reason: str, agency: Agency, by: User) -> Edition:
    blueprint = blueprint_for(old.period, agency, old.addressee)
    compiled = composed(blueprint, old.period, agency, by=by).edition
    about: dict[str, Any] = {name: getattr(compiled, name) for name in (*KEPT, *CONTENT)}
    changed = changes(old.figures(), figures_for(old.period, agency))
    document = _document(compiled.document(), old, how, reason, changed)
    follows = {"how": str(how), "edition": old.label, "digest": old.digest, "reason": reason}
    made = Edition(**{**about, "compiled_at": timezone.now(), "rules": {**compiled.rules, "follows": follows}})
    made.compiled_by, made.number = by.get_full_name() or by.get_username(), _next_number(old)
    made.document_kept = dump(document)
    if how is How.RECALL:
        made.figures_kept = []
    made.digest = made.proof()
    return made


def _next_number(old: Edition) -> int:
    every = Edition.objects.filter(agency=old.agency, period_code=old.period_code, addressee=old.addressee)
    return int(every.aggregate(last=Max("number"))["last"]) + 1


def _document(compiled: Document, old: Edition, how: How, reason: str, changed: tuple[FigureChange, ...]) -> Document:
    """The report anew where it replaces; else a short paper that says what is done with the old one, and why."""
    what = f"{WORDS[how].lower()} {named(old)}"
    if how is How.REPLACE:
        head = compiled.head
        return replace(compiled, head=replace(head, subject=inlines(*head.subject, f" ({what})")))
    today = timezone.localdate()
    head = replace(
        _notice(compiled.head) if how is How.RECALL else compiled.head,
        dated=DateLine(None, today.month, today.year),
        subject=inlines(f"{WORDS[how]} {named(old)}"),
    )
    return replace(compiled, head=head, sections=tuple(_sections(old, how, reason, changed)), appendices=())


def _notice(head: Head) -> Head:
    """A report is recalled by a notice of its own number."""
    symbol = f"{NOTICE_SYMBOL}-{head.symbol.partition('-')[2]}"
    return replace(head, type_name=NOTICE, symbol=symbol)


def _sections(old: Edition, how: How, reason: str, changed: tuple[FigureChange, ...]) -> Iterator[Section]:
    because = para(f"Lý do: {reason.rstrip('. ')}.")
    if how is How.RECALL:
        said = para(f"{named(old)} được thu hồi và không còn giá trị sử dụng.")
        yield section("recall", 1, "I", "NỘI DUNG THU HỒI", said, because, para("Trên đây là thông báo thu hồi./."))
        return
    rows = tuple(Row((inlines(c.label), inlines(_said(c.before)), inlines(_said(c.after)))) for c in changed)
    table = Table(COLUMNS, rows) if rows else para("Không có số liệu nào thay đổi.")
    lead = para(f"Các số liệu sau đây của {named(old)} được đính chính:")
    end = para("Các nội dung khác của báo cáo giữ nguyên./.")
    yield section("correction", 1, "I", "NỘI DUNG ĐÍNH CHÍNH", lead, table, because, end)


def _said(value: Value | None) -> str:
    return "không có số" if value is None else number(value)
