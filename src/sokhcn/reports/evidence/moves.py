"""What happened to a report, in the order of time: its drafts, the files that were brought, its issue."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time

from django.utils.timezone import localtime, make_aware

from sokhcn.records.models import Issued, Version
from sokhcn.reports.models import Confirmation, Edition, SignedFile, life
from sokhcn.reports.sections.chapters import chapters
from sokhcn.reports.signing.accepted import word_for


@dataclass(frozen=True, slots=True)
class Move:
    """One step: when, who, what, and the reason where one was given."""

    at: datetime
    who: str
    what: str
    reason: str = ""


Source = Callable[[Edition], Iterable[Move]]


def compiled(edition: Edition) -> Iterator[Move]:
    """The drafts of the report up to this one."""
    report = {"agency": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
    drafts = Edition.objects.filter(**report, number__lte=edition.number).order_by("number")
    for number, at, who in drafts.values_list("number", "compiled_at", "compiled_by"):
        yield Move(localtime(at), who, f"Tổng hợp ấn bản {edition.report}/{number}")


def brought(edition: Edition) -> Iterator[Move]:
    """The signed files that came back, whether they were accepted or not."""
    for signed in SignedFile.objects.of(edition).order_by("pk"):
        fate = "" if signed.is_accepted else "; không được nhận"
        what = f"Nhận {signed.get_kind_display()} “{signed.name}” (SHA-256 {signed.sha256}): {word_for(signed)}{fate}"
        yield Move(localtime(signed.kept_at), signed.kept_by, what, signed.reason)


def issued(edition: Edition) -> Iterator[Move]:
    """When it was recorded as issued."""
    rows = {row.pk: row for row in Issued.objects.filter(agency=edition.agency, report=edition.label)}
    versions = Version.objects.filter(register=Issued._meta.label_lower, row__in=list(rows)).select_related("batch")
    for version in versions.order_by("pk"):
        day = rows[version.row].issued_on
        yield Move(localtime(version.batch.at), version.batch.name, f"Ghi nhận ban hành ngày {day:%d/%m/%Y}")


def taken(edition: Edition) -> Iterator[Move]:
    """The verbs of the report's life, and each leave to do two acts that are kept apart."""
    report = {"agency": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
    for move in life.Move.objects.filter(**report).order_by("pk"):
        what = f"{move.get_verb_display().capitalize()}: {move.get_before_display()} → {move.get_after_display()}"
        yield Move(localtime(move.at), move.name, what, "; ".join(filter(None, (move.reason, move.exempt))))
    for leave in life.Exemption.objects.filter(**report).order_by("pk"):
        given = make_aware(datetime.combine(leave.given_on, time()))
        both = f"{leave.get_first_display()} và {leave.get_second_display()}"
        yield Move(given, leave.giver, f"{'Cho' if leave.gives else 'Thôi cho'} {leave.name} kiêm {both}", leave.reason)


def confirmed(edition: Edition) -> Iterator[Move]:
    """What units said of their chapters, and what was given back to them."""
    report = {"agency": edition.agency, "period_code": edition.period_code, "addressee": edition.addressee}
    titles = {one.key: one.title for one in chapters(edition)}
    for row in Confirmation.objects.filter(**report, edition__lte=edition.number).order_by("pk"):
        what = f"{row.get_kind_display()} mục “{titles.get(row.chapter, row.chapter)}”"
        yield Move(localtime(row.at), row.by, f"{what}, ấn bản {edition.report}/{row.edition}", row.reason)


SOURCES: tuple[Source, ...] = (compiled, confirmed, brought, taken, issued)


def moves(edition: Edition, sources: Iterable[Source] = SOURCES) -> tuple[Move, ...]:
    """All that the ``sources`` know of ``edition``, the earliest first."""
    return tuple(sorted((move for source in sources for move in source(edition)), key=lambda move: move.at))
