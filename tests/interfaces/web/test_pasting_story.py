"""An officer pastes forty rows of an old book with six mistakes, by mouse or keyboard, and is told each at its cell."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from sokhcn.reports import catalogue
from tests.interfaces.web import month
from tests.interfaces.web.hands import Hand, Keyboard, Mouse, at_a_screen, browser, unexpected
from tests.interfaces.web.office import SLUG, office

HEAD = "Tên loại\tSố, ký hiệu\tNgày ban hành\tCơ quan ban hành\tTình trạng"
ROWS = 40
MISTAKES = {  # the line in the paste: its column, what was typed, what is meant
    3: (1, "mười ba", "103/BC-UBND"),
    8: (2, "31/02/2022", "28/01/2022"),
    14: (4, "Lạ", "Đã ban hành"),
    21: (2, "hôm qua", "11/01/2022"),
    33: (1, "không số", "133/BC-UBND"),
    40: (4, "Xong rồi chăng", "Đã ban hành"),
}


def block(wrong: bool) -> str:
    lines = []
    for line in range(1, ROWS + 1):
        cells = ["Báo cáo", f"{100 + line}/BC-UBND", "11/01/2022", "UBND tỉnh", "Đã ban hành"]
        if line in MISTAKES:
            column, typed, meant = MISTAKES[line]
            cells[column] = typed if wrong else meant
        lines.append("\t".join(cells))
    return "\n".join((HEAD, *lines))


def paste(hand: Hand, text: str) -> None:
    hand.write(hand.page.get_by_label("Hoặc dán từ Excel, WPS, Word"), text)
    hand.press(hand.page.get_by_role("button", name="Xem trước"))


def told(hand: Hand, url: str) -> None:
    page, model = hand.page, catalogue.register(SLUG).model
    month.enter(hand, url, month.SPECIALIST)
    hand.register(1)
    hand.press(page.get_by_role("link", name="Dán từ Excel"))
    before = model.objects.count()
    paste(hand, block(wrong=True))
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Xem trước {ROWS} dòng sắp nhập")
    expect(page.locator("td.wrong")).to_have_count(len(MISTAKES))
    for _column, typed, _meant in MISTAKES.values():
        expect(page.locator("td.wrong", has_text=typed)).to_have_count(1)
    assert model.objects.count() == before

    paste(hand, block(wrong=False))
    hand.press(page.get_by_role("button", name=f"Nhập {ROWS} dòng"))
    month.said(page, f"thêm {ROWS} dòng")
    assert model.objects.count() == before + ROWS


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.mark.needs("chromium")
@pytest.mark.on("sqlite")  # what is told of a paste does not depend on the database
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("kind", [Mouse, Keyboard])
def test_forty_pasted_rows_with_six_mistakes_are_mended(
    chromium: Browser, live_server: Any, kind: type[Mouse] | type[Keyboard]
) -> None:
    office()
    with at_a_screen(chromium) as (page, troubles):
        hand = kind(page)
        told(hand, live_server.url)
    assert (unexpected(troubles), hand.mice) == ([], [])
