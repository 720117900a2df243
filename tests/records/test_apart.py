"""One subject has one rule on any day, a rule is about a subject that is known; a regime changes with the year."""

import re
from pathlib import Path

import pytest

import sokhcn
from sokhcn.intake.sheet import read_csv
from sokhcn.people.models import Reach, Role, User
from sokhcn.records.models import Agency
from sokhcn.records.odd_terms import subjects
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


def boss() -> User:
    return User(username="tonghop", role=Role.COMPILER, reach=Reach.ALL, agency=Agency.objects.first() or agency())


def taken(text: str, *, dry: bool = False) -> Receipt:
    by, sheet = boss(), read_csv(text.encode(), "terms.csv")
    return (try_out if dry else receive)(TERMS, sheet, by=by, today=TODAY)


ASKED = re.compile(r'terms\.(?:falls|ahead)\(\s*"([a-z_.]+)"')
METERS = ("taximeter", "01/01/2020", "14/10/2024")


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (("taximeter", "15/10/2024", ""), []),
        (("taximeter", "14/10/2024", ""), ["register.overlaps"]),
        (("taximeter", "", "01/01/2020"), ["register.overlaps"]),
        (("taximeter", "", "31/12/2019"), []),
        (("fuel_dispenser", "01/01/2021", ""), []),
        (("taximetre", "15/10/2024", ""), ["intake.choice"]),
        (("utility_solution", "15/10/2024", ""), ["term.subject"]),  # another rule's
        (("taximeter", "15/10/2025", "15/10/2024"), ["register.field"]),
    ],
)
@pytest.mark.parametrize("dry", [True, False])
def test_a_file_of_rules_is_taken_whole_or_not_at_all(other: tuple[str, str, str], told: list[str], dry: bool) -> None:
    receipt = taken(lines(METERS, other), dry=dry)
    assert [finding.id for finding in receipt.findings] == told
    assert Term.objects.count() == (0 if told or dry else 2)


def test_the_order_of_lines_in_a_file_is_free() -> None:
    taken(lines(("taximeter", "", "")))
    head = "metrology.verification,taximeter,Chu kỳ,"
    told = f"{HEAD}{head}18,tháng,TT 2,15/10/2024,\n{head}12,tháng,TT,,14/10/2024\n"
    assert [finding.id for finding in taken(told).findings] == []
    assert [str(row) for row in Term.objects.order_by("pk")] == ["Chu kỳ: 12 tháng", "Chu kỳ: 18 tháng"]


def test_a_change_that_is_refused_frees_no_days_for_another_line() -> None:
    taken(lines(("taximeter", "", "14/10/2024"), ("taximeter", "15/10/2024", "")))
    longer = "metrology.verification,taximeter,Chu kỳ,12,tháng,TT,,31/12/2024\n"
    receipt = taken(HEAD + longer)
    assert ([finding.id for finding in receipt.findings], receipt.changed) == (["register.overlaps"], 0)


@pytest.mark.parametrize("dry", [True, False])
def test_days_without_a_rule_between_two_are_remarked_on(dry: bool) -> None:
    receipt = taken(lines(METERS, ("taximeter", "01/01/2025", "")), dry=dry)
    assert [str(note).partition(":")[0] for note in receipt.notes if note.id == "register.gap"] == ["terms.csv, dòng 3"]
    said = next(str(note) for note in receipt.notes if note.id == "register.gap")
    assert "Từ 15/10/2024 đến hết 31/12/2024 không có dòng nào" in said


def test_many_lines_that_take_turns_cost_a_few_queries(django_assert_max_num_queries) -> None:
    days = [(f"01/01/{year}", f"31/12/{year}") for year in range(1900, 2000)]
    by, sheet = boss(), read_csv(lines(*(("taximeter", *day) for day in days)).encode(), "terms.csv")
    with django_assert_max_num_queries(130 + len(days)):  # one for each line: the term before it
        assert receive(TERMS, sheet, by=by, today=TODAY).added == len(days)


@pytest.mark.parametrize(
    ("rule", "subject", "amount", "told"),
    [
        ("metrology.verificaton", "taximeter", 12, ["term.rule"]),
        ("inspection.fine_payment", "taximeter", 10, ["term.subject"]),
        ("inspection.fine_payment", "", 10, []),
        ("metrology.verification", "taximeter", 120, ["term.leap"]),
        ("metrology.verification", "taximeter", 24, []),
    ],
)
def test_odd_rules_are_told(rule: str, subject: str, amount: int, told: list[str]) -> None:
    taken(lines(METERS))
    receipt = taken(f"{HEAD}{rule},{subject},Chu kỳ,{amount},tháng,TT,15/10/2024,\n")
    found = [*receipt.findings, *receipt.notes]
    assert [finding.id for finding in found if finding.id.startswith("term.")] == told
    assert Term.objects.count() == (1 if receipt.findings else 2)


def test_every_rule_that_an_area_goes_by_is_declared_and_those_that_ship_are_known() -> None:
    areas = Path(sokhcn.__file__).parent / "areas"
    asked = {rule for file in areas.rglob("deadlines*/**/*.py") for rule in ASKED.findall(file.read_text())}
    asked |= {rule for file in areas.glob("*/deadlines.py") for rule in ASKED.findall(file.read_text())}
    shipped = {
        line.partition(",")[0] for file in areas.rglob("terms.csv") for line in file.read_text().splitlines()[1:]
    }
    assert len(asked) > 15
    assert asked == set(subjects())
    assert shipped <= asked
    assert "taximeter" in subjects()["metrology.verification"]


@pytest.mark.parametrize(("day", "told"), [("01/07/2023", ["regime.mid_year", "register.gap"]), ("01/01/2023", [])])
def test_a_regime_that_changes_its_first_day_within_a_year_is_remarked_on(day: str, told: list[str]) -> None:
    by = User(username="tonghop", role=Role.COMPILER, agency=agency())
    about = {"code": "ND09", "name": "Chế độ", "use": "Báo cáo định kỳ", "basis": "NĐ"}
    book = catalogue.register("che-do-bao-cao")
    days = {"valid_from": "01/01/2020", "valid_to": "31/12/2022"}
    assert keep(book, None, {**about, "first_day": "15", **days}, by=by).findings == ()
    later = keep(book, None, {**about, "first_day": "1", "valid_from": day}, by=by)
    assert ([finding.id for finding in later.findings], later.row is not None) == (told, True)
