"""The way back from a changed text: every letter that stayed is found again, whatever was changed around it."""

from hypothesis import given
from hypothesis import strategies as st

from sokhcn.kernel.tracing import Trace, edited

TEXTS = st.text("abcdefgh", min_size=1, max_size=30)


@st.composite
def edits(draw: st.DrawFn, text: str) -> list[tuple[int, int, str]]:
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [(a, b, draw(st.text("XYZ", max_size=3))) for a, b in pairs if a < b]


@given(st.data(), TEXTS)
def test_letters_that_stayed_are_found_again(data: st.DataObject, text: str):
    made, trace = edited(text, data.draw(edits(text)))
    for place, letter in enumerate(made):
        start, end = trace.span(place, place + 1)
        assert 0 <= start <= end <= len(text)
        if letter.islower():
            assert text[start:end] == letter


@given(st.data(), TEXTS)
def test_two_changes_after_each_other_lead_back_through_both(data: st.DataObject, text: str):
    middle, first = edited(text, data.draw(edits(text)))
    made, second = edited(middle, data.draw(edits(middle)))
    for place, letter in enumerate(made):
        if letter.islower():
            start, end = second.through(first).span(place, place + 1)
            assert text[start:end] == letter


def test_a_letter_made_of_two_leads_back_to_both():
    made, trace = edited("Tu\u0309 y", [(1, 3, "ủ")])
    assert made == "Tủ y"
    assert trace.span(0, 2) == (0, 3)
    assert trace.span(1, 2) == (1, 3)
    assert trace.span(3, 4) == (4, 5)


def test_marks_at_either_end_stay_outside():
    made, trace = edited("**Số** x", [(0, 2, ""), (4, 6, "")])
    assert made == "Số x"
    assert trace.span(0, 2) == (2, 4)
    assert trace.span(0, 4) == (2, 8)


def test_the_way_there_and_back():
    made, trace = edited("**Số** x", [(0, 2, ""), (4, 6, "")])
    assert [trace.back(place, len(made)) for place in (0, 2, 4, 6, 8)] == [0, 0, 2, 2, 4]


def test_nothing_changed_leads_straight_back():
    assert edited("abc", []) == ("abc", Trace())
