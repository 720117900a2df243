"""Which book a paper takes its number from, which numbers a book gave, and which one comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from django.db.models import Max

from sokhcn.records.kept import LATEST_FIRST
from sokhcn.records.models import Agency
from sokhcn.reports.models import NumberBook, Outgoing

COMMON = "Sổ văn bản đi"


class NoBook(LookupError):
    """No such book; the message names those there are."""


def book_for(agency: Agency, type_symbol: str, day: date) -> NumberBook:
    """The book for papers of a type on ``day``: its own, else the common one, else the document system's."""
    return _chosen(books(agency, day), agency, type_symbol)


def books(agency: Agency, day: date) -> list[NumberBook]:
    """The books that ``agency`` keeps on ``day``, of one entered twice the later one first."""
    return list(NumberBook.on(day).filter(agency__code=agency.code).order_by(LATEST_FIRST, "-pk"))


def _chosen(kept: Sequence[NumberBook], agency: Agency, type_symbol: str) -> NumberBook:
    own = (book for book in kept if type_symbol in book.type_symbols)
    common = (book for book in kept if not book.type_symbols)
    return next(own, None) or next(common, None) or NumberBook(agency=agency, name=COMMON)


def the_book(agency: Agency, code: str, day: date) -> NumberBook:
    """The book called ``code``; without a code the one for all types. Raises ``NoBook``."""
    kept = books(agency, day)
    if not code:
        return _chosen(kept, agency, "")
    named = [book for book in kept if book.code == code]
    if not named:
        there = ", ".join(book.code for book in kept) or "chưa có sổ nào"
        raise NoBook(f"Không có sổ cấp số “{code}” ngày {day:%d/%m/%Y}. Các sổ: {there}.")
    return named[0]


def given(book: NumberBook, year: int) -> Any:
    """Every line of ``book`` in ``year``, those voided and in the trash too."""
    return Outgoing.everything.filter(agency__code=book.agency.code, book=book.code, year=year)


def next_number(book: NumberBook, year: int) -> int:
    """The number that comes next. It is shown, never kept for anybody: only *cấp số* takes it."""
    last = given(book, year).aggregate(last=Max("number"))["last"]
    begun = book.valid_from is not None and book.valid_from.year == year
    least = book.first if begun or book.valid_from is None else 1
    return max(last + 1, 1) if last is not None else least


@dataclass(frozen=True, slots=True)
class Gap:
    """Numbers from ``first`` to ``last`` that no paper has."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first:02}" if self.first == self.last else f"{self.first:02}–{self.last:02}"


def gaps(book: NumberBook, year: int) -> tuple[Gap, ...]:
    """The numbers that are missing between the first and the last that ``book`` gave in ``year``."""
    numbers = sorted(set(given(book, year).values_list("number", flat=True)))
    pairs = pairwise(numbers)
    return tuple(Gap(before + 1, after - 1) for before, after in pairs if after - before > 1)
