"""An agency with somebody to sign, and texts of its own."""

from datetime import date

from sokhcn.people.models import Capacity, Mandate
from sokhcn.records.models import Agency
from sokhcn.reports.models import OwnWording
from tests.rows import agency, write

FIRST_DAY = date(2022, 1, 1)


def reporting(code: str = "A") -> Agency:
    owner = agency(code, name="Sở KH&CN", short="Sở", heading="SỞ KH&CN", symbol="SKHCN")
    titles = {"head_title": "Giám đốc", "title": "Giám đốc"}
    write(Mandate(agency=owner, name="Nguyễn Văn Ký", capacity=Capacity.HEAD, **titles))
    return owner


def wording(owner: Agency, chapter: str, text: str, outline: str = "", since: date = FIRST_DAY) -> OwnWording:
    return write(OwnWording(agency=owner, chapter=chapter, outline=outline, text=text, valid_from=since))
