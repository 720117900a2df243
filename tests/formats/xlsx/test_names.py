"""Excel opens a workbook only if it likes the names of the sheets."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.formats.xlsx.names import SheetNames


def taken(*titles: str) -> list[str]:
    names = SheetNames()
    return [names.take(title) for title in titles]


def test_forbidden_signs_are_replaced() -> None:
    assert taken("Kỳ 01/2022: [a]*?", "'nháy'", "", "History") == ["Kỳ 01-2022- -a-", "nháy", "Bảng", "History (2)"]


def test_a_name_is_given_once_whatever_its_capitals() -> None:
    assert taken("Phụ lục", "PHỤ LỤC", "phụ lục") == ["Phụ lục", "PHỤ LỤC (2)", "phụ lục (3)"]


def test_long_names_are_cut_and_still_differ() -> None:
    assert taken("x" * 40, "x" * 40) == ["x" * 31, "x" * 27 + " (2)"]


@given(st.lists(st.text(max_size=40) | st.sampled_from(["Phụ lục", "phụ lục", "'" * 40, "𝔸" * 31]), max_size=8))
def test_every_name_is_legal_and_unique(titles: list[str]) -> None:
    names = taken(*titles)
    assert len({name.casefold() for name in names}) == len(titles)
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]|^'|'$", name)
