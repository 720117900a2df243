"""The appendix lists every managed task, under the levels whose figures stand in the text."""

from datetime import date
from decimal import Decimal

import pytest

from sokhcn.areas.research import indicators
from sokhcn.areas.research.appendix import APPENDIX
from sokhcn.compiler.appendix import build
from sokhcn.document.walk import words
from sokhcn.figures.figure import measure
from sokhcn.figures.indicator import Indicator, Scope
from sokhcn.kernel.periods import read_period
from sokhcn.records.asking import answer
from sokhcn.records.dated import DECREE_09
from tests.areas.registers import agency
from tests.areas.research.factories import accepted, task

pytestmark = pytest.mark.django_db


def _rows() -> list[list[str]]:
    asked = [value for value in vars(indicators).values() if isinstance(value, Indicator)]
    figures = measure(asked, Scope(agency().pk, read_period("2022-01", DECREE_09)), answer)
    return [[words(cell) for cell in row.cells] for row in build(APPENDIX, figures).rows]


def test_tasks_stand_under_their_level_and_are_numbered_through():
    task(title="Đề tài tỉnh", progress_note="Đang khảo sát", total_budget=Decimal("1250.5"))
    task(title="Đề tài quốc gia", level="national", started_on=date(2020, 9, 15), extended_to=date(2023, 6, 30))
    assert _rows() == [
        ["A. Cấp quốc gia (01 nhiệm vụ)"],
        ["1", "Đề tài quốc gia", "Cơ sở A", "09/2020 - 06/2023", "", ""],
        ["B. Cấp tỉnh (01 nhiệm vụ)"],
        ["2", "Đề tài tỉnh", "Cơ sở A", "03/2021 - 02/2023", "1.250,5", "Đang khảo sát"],
        ["", "Tổng số: 02 nhiệm vụ", "", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2022, 1, 14), "Đã nghiệm thu ngày 14/01/2022, xếp loại Đạt"),
        (date(2022, 1, 15), "Chờ họp hội đồng"),
    ],
)
def test_an_acceptance_is_told_up_to_the_last_day(day, said):
    accepted(day, progress_note="Chờ họp hội đồng")
    assert _rows()[1][-1] == said
