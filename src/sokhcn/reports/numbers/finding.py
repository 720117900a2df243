"""Papers of the outgoing book by what people call them, and what is told of one after it left."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from sokhcn.kernel.finding import must
from sokhcn.kernel.meant import meant_or
from sokhcn.kernel.papers import read_code
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.records.stepping import NotPossible, lacking
from sokhcn.records.writing import writing
from sokhcn.reports.models import Outgoing
from sokhcn.reports.numbers.slips import read_number
from sokhcn.reports.numbers.taking import numbering_agency
from sokhcn.reports.numbers.types import TYPES, UNABBREVIATED

DELIVERED = ("sent_on", "copies", "received_by", "kept_by", "note")


class NoPaper(LookupError):
    """No paper of that number, or no such type of paper; the message says what there is."""


def the_paper(code: str, year: int, agency: Agency) -> Outgoing:
    """The paper numbered ``08/BC-SKHCN`` in ``year``. Raises ``NoPaper``."""
    read = read_code(code)
    number = read_number(read.number) if read else None
    if read is None or number is None:
        raise NoPaper(f"“{code}” không phải số, ký hiệu văn bản. Ghi như 08/BC-{agency.symbol}.")
    named = {"number": number[0], "suffix": number[1], "symbol": read.symbol, "year": year}
    row: Outgoing | None = Outgoing.objects.filter(agency__code=agency.code, **named).first()
    if row is None:
        raise NoPaper(f"Sổ văn bản đi năm {year} không có số {code}.")
    return row


def type_and_symbol(told: str, agency: Agency) -> tuple[str, str]:
    """Name and abbreviation of a type of paper, told by either; an official letter has no abbreviation.

    Raises ``NoPaper``.
    """
    for name in UNABBREVIATED:
        if told.lower() == name.lower():
            return name, ""
    for symbol, name in TYPES.items():
        if told in (symbol, name) or told.lower() == name.lower():
            return name, symbol
    advice = meant_or(told, [*TYPES, *UNABBREVIATED], "Các loại")
    raise NoPaper(f"Không có loại văn bản “{told}”. {advice}")


def deliver(row: Outgoing, told: Mapping[str, Any], *, by: User) -> Outgoing:
    """Note when and in how many copies a paper was sent and who took it; number and day stay."""
    numbering_agency(by)
    if strange := [name for name in told if name not in DELIVERED]:
        raise ValueError(f"{strange[0]} is no part of a delivery")
    if told.get("sent_on") and told["sent_on"] < row.dated_on:
        raise NotPossible(must("number.sent", "Ngày chuyển đứng trước ngày văn bản {day:%d/%m/%Y}.", day=row.dated_on))
    if told.get("sent_on") and told["sent_on"] > (today := timezone.localdate()):
        template = "Ngày chuyển {day:%d/%m/%Y} ở sau hôm nay {today:%d/%m/%Y}."
        raise NotPossible(must("number.sent", template, day=told["sent_on"], today=today))
    for name, value in told.items():
        setattr(row, name, value)
    others = [field.name for field in Outgoing._meta.concrete_fields if field.name not in DELIVERED]
    if findings := lacking(row, but=others):
        raise NotPossible(*findings)
    with writing(by=by, occasion=f"Chuyển văn bản số {row.code}") as pen:
        pen.save(row)
    return row
