"""One subject has one rule on any day, a rule is about a subject that is known; a regime changes with the year."""

import pytest

from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.apart import subjects
from sokhcn.records.terms import Term
from sokhcn.reports import catalogue
from sokhcn.reports.keeping import keep
from sokhcn.reports.receiving import Receipt, receive, try_out
from tests.areas.registers import TODAY
from tests.rows import agency

pytestmark = pytest.mark.django_db
TERMS = catalogue.register("thoi-han")
HEAD = "Quy tắc,Đối tượng,Nội dung,Thời hạn,Tính theo,Căn cứ,Có hiệu lực từ,Đến hết\n"


def lines(*told: tuple[str, str, str]) -> str:
    """Rules by subject, first and last day."""
    return HEAD + "".join(f"metrology.verification,{s},Chu kỳ,12,tháng,TT,{a},{b}\n" for s, a, b in told)


def taken(text: str, *, dry: bool = False) -> Receipt:
    by = User(username="tonghop", role=Role.COMPILER, reach=Reach.ALL, agency=agency())
    sheet = read_csv(text.encode(), "terms.csv")
    return (try_out if dry else receive)(TERMS, sheet, by=by, today=TODAY)


METERS = ("taximeter", "01/01/2020", "14/10/2024")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (("taximeter", "15/10/2024", ""), []),
        (("taximeter", "14/10/2024", ""), ["register.overlaps"]),
        (("taximeter", "", "01/01/2020"), ["register.overlaps"]),
        (("taximeter", "", "31/12/2019"), []),
        (("fuel_dispenser", "01/01/2021", ""), []),
        (("taximetre", "15/10/2024", ""), ["term.subject"]),
        (("taximeter", "15/10/2025", "15/10/2024"), ["register.field"]),
    ],
)
@pytest.mark.parametrize("dry", [True, False])
def test_a_file_of_rules_is_taken_whole_or_not_at_all(other: tuple[str, str, str], told: list[str], dry: bool) -> None:
    receipt = taken(lines(METERS, other), dry=dry)
    assert [finding.id for finding in receipt.findings] == told
    assert Term.objects.count() == (0 if told or dry else 2)


def test_the_areas_say_what_their_rules_are_told_apart_by() -> None:
    assert "taximeter" in subjects()["metrology.verification"]
    assert all(known for known in subjects().values())


@pytest.mark.parametrize(("day", "told"), [("01/07/2023", ["regime.mid_year"]), ("01/01/2023", [])])
def test_a_regime_that_changes_its_first_day_within_a_year_is_remarked_on(day: str, told: list[str]) -> None:
    by = User(username="tonghop", role=Role.COMPILER, agency=agency())
    about = {"code": "ND09", "name": "Chế độ", "use": "Báo cáo định kỳ", "basis": "NĐ"}
    book = catalogue.register("che-do-bao-cao")
    days = {"valid_from": "01/01/2020", "valid_to": "31/12/2022"}
    assert keep(book, None, {**about, "first_day": "15", **days}, by=by).findings == ()
    later = keep(book, None, {**about, "first_day": "1", "valid_from": day}, by=by)
    assert ([finding.id for finding in later.findings], later.row is not None) == (told, True)
