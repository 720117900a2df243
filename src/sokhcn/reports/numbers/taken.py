"""Whether a report has its number: what must hold before it is issued, and what its page shows."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from sokhcn.kernel.finding import Finding, must
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.records.writing import Pen
from sokhcn.reports.models import Edition, NumberBook, Outgoing
from sokhcn.reports.numbers.books import book_for, next_number
from sokhcn.reports.numbers.taking import number_of, numbering_agency, write_next
from sokhcn.reports.numbers.wanted import of_edition

WAYS = "Văn thư cấp số (sổ của Sở) hoặc ghi số mà hệ thống quản lý văn bản đã cấp."


@dataclass(frozen=True, slots=True)
class Numbering:
    """What the page of an edition shows: its number, or the book it takes one from and which number comes next.

    ``next`` is only shown; nobody has it before *cấp số*. Of a book that is kept elsewhere nothing is known here.
    """

    taken: Outgoing | None
    book: NumberBook
    next: int | None


def unnumbered(edition: Edition) -> tuple[Finding, ...]:
    """A finding where ``edition`` has no number."""
    if number_of(edition):
        return ()
    return (must("number.none", "Ấn bản {edition} chưa có số.", suggestion=WAYS, edition=edition.label),)


def unentered(edition: Edition) -> tuple[Finding, ...]:
    """A finding where the number of ``edition`` is given elsewhere and nobody has entered it yet."""
    agency = Agency.objects.filter(code=edition.agency).latest("pk")
    book = book_for(agency, of_edition(edition).type_symbol, timezone.localdate())
    return unnumbered(edition) if book.kind != NumberBook.Kind.OWN else ()


def give(pen: Pen, edition: Edition, by: User) -> None:
    """Take the next number for ``edition`` from the agency's own book, if it has none yet; one that is given elsewhere
    was entered before. ``pen`` is the gate, opened ``still``."""
    if number_of(edition) is None:
        write_next(pen, of_edition(edition), numbering_agency(by), by=by)


def numbering(edition: Edition, agency: Agency, day: date) -> Numbering:
    """How the number of ``edition`` stands on ``day``."""
    book = book_for(agency, of_edition(edition).type_symbol, day)
    own = book.kind == NumberBook.Kind.OWN
    return Numbering(number_of(edition), book, next_number(book, day.year) if own else None)
