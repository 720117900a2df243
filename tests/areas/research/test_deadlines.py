"""Which contracts end, and which acceptance dossiers are awaited, in the month to come."""

from datetime import date

import pytest

from tests.areas.registers import falling_due, ship_terms
from tests.areas.research.factories import task

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("ends_on", "expected"),
    [
        (date(2022, 1, 15), ["ending", "dossiers"]),
        (date(2022, 1, 16), ["ending"]),
        (date(2022, 2, 14), ["ending"]),
        (date(2022, 2, 15), []),
        (date(2022, 1, 14), ["dossiers", "late ending"]),
        (date(2021, 12, 16), ["dossiers", "late ending"]),
        (date(2021, 12, 15), ["late ending", "late dossiers"]),
    ],
)
@pytest.mark.parametrize("extended", [False, True])
def test_a_dossier_is_due_thirty_days_after_the_contract_or_its_extension(ends_on, expected, extended):
    days = {"ends_on": date(2021, 6, 30), "extended_to": ends_on} if extended else {"ends_on": ends_on}
    ship_terms()
    row = task(**days)
    told = {"ending": f"Kết thúc hợp đồng: {row.title}", "dossiers": f"Nộp hồ sơ nghiệm thu: {row.title}"}
    assert falling_due("research", "2022-02") == {key: [told[key.removeprefix("late ")]] for key in expected}


@pytest.mark.parametrize(
    "told",
    [
        {"state": "submitted"},
        {"state": "terminated", "terminated_on": date(2021, 12, 1)},
        {"state": "closed", "closed_on": date(2021, 12, 1)},
    ],
)
def test_nothing_is_awaited_once_the_dossier_is_in_or_the_contract_is_over(told):
    ship_terms()
    task(ends_on=date(2021, 11, 1), **told)
    assert falling_due("research", "2022-02") == {}
