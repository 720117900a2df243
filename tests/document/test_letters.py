"""Places in the letters and in the file they came from."""

from sokhcn.document.letters import Letters, Line, Unreadable
from sokhcn.kernel.finding import must


def test_places_without_any_change_are_the_same():
    letters = Letters("abc", "abc", (Line(0, 3),))
    assert letters.in_source(1, 2) == (1, 2)
    assert letters.of(letters.lines[0]) == "abc"


def test_marks_inside_belong_to_the_place_and_marks_around_do_not():
    letters = Letters("a (b) c", "*a (*b*) c*", (), jumps=((0, 1), (3, 5), (4, 7)))
    assert letters.source[slice(*letters.in_source(0, 7))] == "a (*b*) c"
    assert letters.source[slice(*letters.in_source(3, 4))] == "b"


def test_an_unreadable_file_says_why():
    refused = Unreadable(must("letters.empty", "Tệp rỗng.", suggestion="Hãy chọn tệp khác."))
    assert str(refused) == "Tệp rỗng. Hãy chọn tệp khác."
