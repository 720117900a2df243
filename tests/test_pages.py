"""The comparison of page images sees a changed letter and does not mind a shimmer."""

from PIL import Image, ImageDraw

from tests.pages import SHARE, difference


def page(*marks: tuple[int, int, int, int], shade: int = 0) -> Image.Image:
    image = Image.new("L", (496, 702), 255)
    for mark in marks:
        ImageDraw.Draw(image).rectangle(mark, fill=shade)
    return image


def test_a_letter_that_moved_is_seen():
    assert difference(page((100, 100, 103, 106)), page((100, 108, 103, 114))) > SHARE


def test_a_lighter_edge_is_not_seen():
    assert difference(page((100, 100, 300, 106)), page((100, 100, 300, 106), shade=40)) == 0


def test_a_turned_page_differs_wholly():
    assert difference(page(), page().rotate(90, expand=True)) == 1
