"""Who signs in tests of reports: people with keys of an authority of the tests' own."""

from datetime import UTC, datetime

from sokhcn.formats.pdf.signatures.keys import key_in_file
from sokhcn.people.models import User
from sokhcn.reports.models import Anchor
from sokhcn.reports.signing import steps, trust
from tests.signing import PASSWORD, authority, key_file

AT = datetime(2022, 1, 17, 2, 0, tzinfo=UTC)
OURS = authority()
SIGNER = "Nguyễn Văn Ký"


def hand(name: str, png: bytes = b"") -> steps.Hand:
    return steps.Hand(key_in_file(key_file(OURS, name), PASSWORD), AT, png)


def trusted(by: User) -> Anchor:
    return trust.trust(OURS.der, Anchor(source="phép thử", verified=True), by=by)
