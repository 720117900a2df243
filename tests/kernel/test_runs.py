"""Runs are the ids they were made of, in fewer numbers."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.runs import Run, Runs

VERSIONS = st.dictionaries(st.integers(1, 60), st.integers(1, 2))


def runs_of(versions: dict[int, int]) -> Runs:
    return Runs(Run(row, row, version) for row, version in versions.items())


@given(VERSIONS)
def test_runs_are_a_sequence_of_their_ids(versions: dict[int, int]) -> None:
    runs, ids = runs_of(versions), sorted(versions)
    assert (list(runs), len(runs)) == (ids, len(ids))
    assert [runs[n] for n in range(len(ids))] == ids
    assert [runs[n] for n in range(-len(ids), 0)] == ids
    assert runs[1:-1:2] == tuple(ids[1:-1:2])
    assert [row for row in range(-1, 63) if row in runs] == ids
    assert {row: runs.version_of(row) for row in runs} == versions


@given(VERSIONS)
def test_runs_are_as_few_as_can_be(versions: dict[int, int]) -> None:
    runs = runs_of(versions).runs
    for before, after in pairwise(runs):
        assert before.last + 1 < after.first or before.version != after.version
    by_version = [Runs.of([row for row in versions if versions[row] == v], v) for v in (1, 2)]
    assert Runs(run for part in by_version for run in part.runs) == runs_of(versions)


def test_a_million_rows_are_three_numbers() -> None:
    year = Runs([Run(1, 600_000, 1), Run(600_001, 1_000_000, 1)])
    assert (year.runs, len(year), year[999_999], 1_000_000 in year, 1_000_001 in year) == (
        (Run(1, 1_000_000, 1),),
        1_000_000,
        1_000_000,
        True,
        False,
    )


def test_what_is_not_there_is_not_found() -> None:
    runs = Runs.of([3, 5], 1)
    for missing in (2, 4, 6):
        with pytest.raises(KeyError):
            runs.version_of(missing)
    for beyond in (2, -3):
        with pytest.raises(IndexError):
            runs[beyond]
    assert "3" not in runs


def test_no_id_is_there_twice() -> None:
    for second in (Run(2, 4, 1), Run(3, 3, 2)):
        with pytest.raises(ValueError, match="both hold"):
            Runs([Run(1, 3, 1), second])
