"""A line is found again by its words, whatever its figures have become."""

import pytest

from sokhcn.document.anchoring import Found, anchor_of, find
from sokhcn.document.build import dash, items, num, para
from sokhcn.document.strokes import Stroke, lines_of

GRANTED = "Đã cấp {radiation.licences} giấy phép tiến hành công việc bức xạ."


def lines(*figures: int) -> tuple[Stroke, ...]:
    first, second = figures
    granted = para(
        "Đã cấp ", num("radiation.licences", first, f"{first:02d}"), " giấy phép tiến hành công việc bức xạ."
    )
    trained = items(dash("Tập huấn ", num("radiation.trained", second, f"{second:02d}"), " người."), dash("Khác."))
    return lines_of((granted, trained))


def test_figures_are_left_open() -> None:
    assert [anchor_of(line) for line in lines(2, 18)] == [GRANTED, "- Tập huấn {radiation.trained} người.", "- Khác."]


@pytest.mark.parametrize(
    ("anchor", "line", "found"),
    [
        (GRANTED, 0, Found(0, True)),
        (GRANTED, 2, Found(0, True)),
        (GRANTED.replace("bức xạ", "bức xạ, hạt nhân"), 2, Found(0, False)),  # reworded: the likest
        ("Một câu chẳng còn ở đâu.", 1, Found(1, False)),  # gone: where it stood
        ("Một câu chẳng còn ở đâu.", 9, Found(2, False)),
    ],
)
def test_the_line_is_found_by_its_words_then_by_likeness_then_by_its_place(
    anchor: str, line: int, found: Found
) -> None:
    assert find(lines(7, 21), anchor, line) == found


def test_of_lines_that_say_the_same_the_nearest_is_meant() -> None:
    same = lines_of((para("Như trên."), para("Khác."), para("Như trên.")))
    assert find(same, "Như trên.", 2) == Found(2, True)
    assert find((), "Như trên.", 0) is None
