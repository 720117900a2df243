"""An officer pastes forty rows of an old book with six mistakes, by keyboard alone, and is told each at its cell."""

import os

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from sokhcn.reports import catalogue
from tests.interfaces.web.office import SLUG, office
from tests.interfaces.web.test_walk import ARGS

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


def tab_to(page: Page, name: str) -> None:
    """Go on with Tab until the button of that name has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText?.trim()") == name:
            return
    raise AssertionError(f"Tab does not come to “{name}”")


def paste(page: Page, text: str) -> None:
    page.get_by_label("Hoặc dán từ Excel, WPS, Word").focus()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    tab_to(page, "Xem trước")
    page.keyboard.press("Enter")


@pytest.mark.needs("chromium")
@pytest.mark.on("sqlite")  # what is told of a paste does not depend on the database
@pytest.mark.django_db(transaction=True)
def test_forty_pasted_rows_with_six_mistakes_are_mended_by_keyboard(monkeypatch, live_server):
    # Playwright runs a loop in this thread, and Django would refuse the database inside it.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    office()
    model = catalogue.register(SLUG).model
    before = model.objects.count()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(ARGS))
        page = browser.new_context(viewport={"width": 1366, "height": 768}, locale="vi-VN").new_page()
        page.goto(live_server.url)
        page.get_by_role("button", name="Vào với vai Chuyên viên").press("Enter")
        page.goto(f"{live_server.url}/so/{SLUG}/nhap/")

        paste(page, block(wrong=True))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Xem trước {ROWS} dòng sắp nhập")
        expect(page.locator("td.wrong")).to_have_count(len(MISTAKES))
        for _column, typed, _meant in MISTAKES.values():
            expect(page.locator("td.wrong", has_text=typed)).to_have_count(1)
        assert model.objects.count() == before

        paste(page, block(wrong=False))
        expect(page.get_by_role("button", name=f"Nhập {ROWS} dòng")).to_be_visible()
        expect(page.locator("td.wrong")).to_have_count(0)
        page.keyboard.press("Tab")  # the first stop leads past the menu
        page.keyboard.press("Enter")
        tab_to(page, f"Nhập {ROWS} dòng")
        page.keyboard.press("Enter")
        expect(page.get_by_role("status")).to_contain_text(f"thêm {ROWS} dòng")
        browser.close()
    assert model.objects.count() == before + ROWS
