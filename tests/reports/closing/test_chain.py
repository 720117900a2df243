"""The period before a period, and longer ones that end with it."""

import pytest

from sokhcn.kernel.periods import read_period
from sokhcn.kernel.regimes import DECREE_09
from sokhcn.reports.closing.chain import longer, previous


@pytest.mark.parametrize(
    ("code", "before"),
    [
        ("2022-02", "2022-01"),
        ("2022-01", "2021-12"),
        ("2022-Q1", "2021-Q4"),
        ("2022-6T2", "2022-6T1"),
        ("2022-6T1", "2021-6T2"),
        ("2022-9T", "2022-6T1"),
        ("2022", "2021"),
        ("2022-01-11..2022-01-20", "2022-01-01..2022-01-10"),
    ],
)
def test_previous(code: str, before: str) -> None:
    assert previous(read_period(code, DECREE_09)).code == before


@pytest.mark.parametrize(
    ("code", "codes"),
    [
        ("2022-01", []),
        ("2022-03", ["2022-Q1"]),
        ("2022-06", ["2022-6T1", "2022-Q2"]),
        ("2022-09", ["2022-9T", "2022-Q3"]),
        ("2022-Q3", ["2022-9T"]),
        ("2022-12", ["2022", "2022-6T2", "2022-Q4"]),
        ("2022-6T2", ["2022"]),
        ("2022", []),
        ("2022-01-11..2022-03-14", []),
    ],
)
def test_longer(code: str, codes: list[str]) -> None:
    assert [found.code for found in longer(read_period(code, DECREE_09))] == codes
