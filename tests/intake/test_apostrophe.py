"""A text like a formula goes out as a text and comes back in as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sokhcn.intake.apostrophe import as_came, set_apart, taken_in, told_apart

RISKY = st.text(st.sampled_from("'=+-@\t\rA1,."), max_size=8)


@pytest.mark.parametrize("text", ["=1+1", "+cmd|' /C'!A0", "-1+1", "@SUM(A1)", "\tx", "\rx", "'=1", "- gạch"])
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert set_apart(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-5", "+84912345678", "-1.234,5", "a=b", "'tên", "12%"])
def test_other_texts_and_numbers_go_as_they_are(text: str) -> None:
    assert set_apart(text) == told_apart(text) == text


@given(RISKY)
def test_what_goes_out_comes_back(text: str) -> None:
    assert taken_in(set_apart(text)) == taken_in(told_apart(text)) == text


@given(RISKY)
def test_what_was_set_apart_is_not_set_apart_again(text: str) -> None:
    out = set_apart(text)
    assert taken_in(as_came(out)) == taken_in(out)
