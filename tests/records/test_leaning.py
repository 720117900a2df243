"""Lines of one file are looked at together, but for those that name one another."""

from dataclasses import dataclass, field

import pytest

from sokhcn.records.leaning import in_turns


@dataclass
class Line:
    number: int
    values: dict = field(default_factory=dict)


def line(number, code, parent=""):
    return Line(number, {"code": code, "name": f"Xã {code}", "parent": parent})


PARENTS = {"parent": ("code", "name")}


@pytest.mark.parametrize(
    ("lines", "turns"),
    [
        ([line(1, "A"), line(2, "B"), line(3, "C")], [[1, 2, 3]]),
        ([line(1, "A"), line(2, "B", "A"), line(3, "C", "A")], [[1], [2, 3]]),
        ([line(1, "A"), line(2, "B", "xã a"), line(3, "C", "B")], [[1], [2], [3]]),
        ([line(1, "B", "A"), line(2, "A")], [[1, 2]]),  # what stands behind is not known yet, and is told as unknown
        ([line(n, str(n)) for n in range(1, 6)], [[1, 2, 3, 4], [5]]),
        ([], []),
    ],
)
def test_a_line_is_never_looked_at_with_one_that_it_names(lines, turns):
    assert [[one.number for one in some] for some in in_turns(lines, PARENTS, 4)] == turns


def test_a_list_of_names_leans_on_each_of_them():
    lines = [Line(1, {"code": "A"}), Line(2, {"code": "B", "after": ["X", "A"]})]
    assert [len(some) for some in in_turns(lines, {"after": ("code",)}, 9)] == [1, 1]
