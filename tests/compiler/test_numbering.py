"""Parts take Roman numbers, chapters below them Arabic ones; unnumbered chapters do not count."""

import pytest

from sokhcn.compiler.numbering import numbers
from sokhcn.compiler.outline import Chapter


@pytest.mark.parametrize(
    ("numbered", "level", "written"),
    [
        ([True, True, True, True], 1, ("I", "II", "III", "IV")),
        ([True, True], 2, ("1", "2")),
        ([True, False, True], 2, ("1", None, "2")),
        ([False], 1, (None,)),
        ([], 1, ()),
    ],
)
def test_numbers_of_chapters(numbered: list[bool], level: int, written: tuple[str | None, ...]) -> None:
    assert numbers([Chapter("k", "t", n) for n in numbered], level) == written
