"""What the outgoing book says of a paper: told by the clerk, or taken from an edition of a report."""

from dataclasses import dataclass
from datetime import date

from sokhcn.document.walk import words
from sokhcn.reports.models import Edition

ARCHIVE = "Lưu"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper that is to be numbered. ``type_symbol`` abbreviates its type (``BC``); an official letter has none, and
    its ``symbol`` names the body and the drafting unit (``SKHCN-VP``)."""

    type: str
    type_symbol: str
    symbol: str
    subject: str
    signer: str = ""
    recipients: str = ""
    kept_by: str = ""
    copies: int | None = None
    sent_on: date | None = None
    note: str = ""
    edition: Edition | None = None


def of_edition(edition: Edition) -> Wanted:
    """A report as the outgoing book says it."""
    document = edition.document()
    head, closing = document.head, document.closing
    archive = [name for name in closing.recipients if name.startswith(ARCHIVE)]
    others = [*head.addressees, *(name for name in closing.recipients if name not in archive and name != "Như trên")]
    kept_by = "; ".join(archive).removeprefix(ARCHIVE).lstrip(": ")
    return Wanted(
        type=head.type_name.capitalize(),
        type_symbol=head.symbol.partition("-")[0],
        symbol=head.symbol,
        subject=words(head.subject),
        signer=closing.signature.name,
        recipients="; ".join(dict.fromkeys(others)),
        kept_by=kept_by,
        edition=edition,
    )
