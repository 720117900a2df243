"""Vietnamese is typed by an input method, which takes letters back while one types: no kind of field loses any."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.areas.programme.models import Evidence, KeyTask
from sokhcn.people.models import User
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.models import OwnText
from sokhcn.reports.periods import the_period
from tests.interfaces.web import month
from tests.interfaces.web.hands import Mouse, at_a_screen, browser, is_whole
from tests.interfaces.web.input_method import Typing, composed, rewritten
from tests.interfaces.web.office import SLUG, office
from tests.rows import FIRST, write

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.on("sqlite"),  # pages are the same on both
    pytest.mark.django_db(transaction=True),
]
SAID = "về việc đẩy mạnh Ứng dụng, sở hữu trí tuệ ở Ninh Thuận"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


@pytest.mark.parametrize("typed", [rewritten, composed])
def test_no_kind_of_field_loses_a_letter(chromium: Browser, live_server: Any, typed: Typing) -> None:
    agency = office()
    compile_report(the_period(month.PERIOD), agency, by=User.objects.get(username="tonghop"))
    task = write(KeyTask(agency=agency, year=2022, title="Nhiệm vụ thử", recorded_on=FIRST))
    part = write(Evidence(task=task, title="Tờ trình"))
    with at_a_screen(chromium) as (page, troubles):
        month.enter(Mouse(page), live_server.url, month.COMPILER)
        lines_and_areas_of_a_form(page, f"{live_server.url}/so/{SLUG}/them/", typed)
        a_part_in_its_table(page, f"{live_server.url}/so/nhiem-vu-trong-tam/{task.pk}/", typed)
        cells_of_a_sheet(page, f"{live_server.url}/so/{SLUG}/bang/?ky=2022-01", typed)
        boxes_that_search(page, live_server.url, typed)
        a_chapter_saved_as_it_is_typed(page, f"{live_server.url}{month.REPORT}", typed)
    part.refresh_from_db()
    assert (part.title, troubles) == (SAID, [])


def into(field: Locator, text: str, typed: Typing) -> None:
    """Type where a field stands, in place of what stood there; as it stands then, nothing is lost of it."""
    is_whole(field.page)
    field.press("Control+a")
    typed(field.page, text)
    expect(field).to_have_value(text)


def lines_and_areas_of_a_form(page: Page, address: str, typed: Typing) -> None:
    """A line, one with offers below it, and an area of several lines."""
    page.goto(address)
    given = {"Tên loại": "Quyết định", "Số, ký hiệu": "12/QĐ-UBND", "Cơ quan ban hành": "Bộ Khoa học và Công nghệ"}
    for label, text in {**given, "Trích yếu": SAID}.items():
        into(page.get_by_label(label, exact=True), text, typed)
    page.get_by_label("Ngày ban hành", exact=True).fill("12/01/2022")
    page.keyboard.press("Control+s")
    month.said(page, "Đã thêm")
    kept = AdvisoryDocument.objects.select_related("paper").get(paper__number="12").paper
    assert (kept.type, kept.issuer, kept.subject) == ("Quyết định", "Bộ Khoa học và Công nghệ", SAID)


def a_part_in_its_table(page: Page, address: str, typed: Typing) -> None:
    page.goto(address)
    page.get_by_role("link", name="Sửa tại chỗ").click()
    into(page.locator(".in-place textarea, .in-place input:visible").first, SAID, typed)
    page.locator(".in-place").get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("cell", name=SAID)).to_be_visible()


def cells_of_a_sheet(page: Page, address: str, typed: Typing) -> None:
    """A new row, each cell begun by its first key; kept when one goes on to the next row."""
    page.goto(address)
    is_whole(page)
    page.locator("tr[data-row='']").first.locator("td").first.click()
    for text in ("Quyết định", "13/QĐ-UBND", "13/01/2022", "UBND tỉnh", SAID):
        typed(page, text)
        page.keyboard.press("Tab")
    page.keyboard.press("Control+s")
    expect(page.locator("#grid-said")).to_contain_text("Đã lưu")
    kept = AdvisoryDocument.objects.select_related("paper").get(paper__number="13").paper
    assert (kept.type, kept.subject) == ("Quyết định", SAID)


def boxes_that_search(page: Page, url: str, typed: Typing) -> None:
    """A list that is narrowed while one types, choices that are, and the box for everything."""
    page.goto(f"{url}/so/{SLUG}/?tat-ca=1")
    into(page.get_by_label("Tìm trong sổ, không cần dấu"), "đẩy mạnh ứng dụng khoa học", typed)
    expect(page.locator("#list-said")).to_contain_text("Dòng 1–2")  # one of them typed just before
    expect(page.get_by_label("Tìm trong sổ, không cần dấu")).to_have_value("đẩy mạnh ứng dụng khoa học")
    page.goto(f"{url}/thong-ke/")
    page.locator(".picker > summary").click()
    into(page.get_by_label("Tìm chỉ tiêu"), "Sở tham mưu", typed)
    expect(page.locator("#chi-tieu [data-pick]:visible", has_text="Văn bản Sở tham mưu").first).to_be_visible()
    expect(page.locator("#chi-tieu [data-pick]:visible", has_text=re.compile("[Kk]iểm định"))).to_have_count(0)
    into(page.locator("input[data-search]"), "sở hữu trí tuệ", typed)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text("2367/QĐ-UBND")
    expect(page.locator("input[data-search]").first).to_have_value("sở hữu trí tuệ")


def a_chapter_saved_as_it_is_typed(page: Page, address: str, typed: Typing) -> None:
    page.goto(address)
    page.locator(".toc a[href='#s-advice']").click()
    into(page.get_by_label("Đoạn viết tay"), "Ngoài ra,", typed)
    page.get_by_label("Dòng, hoặc cả mục", exact=True).select_option("1")
    page.get_by_role("button", name="Lưu đoạn").click()
    month.said(page, "Đã lưu đoạn viết tay")
    into(page.locator(".own textarea").first, SAID, typed)
    expect(page.locator(".own .saved").first).to_contain_text(re.compile("Đã lưu [0-9:]+"))
    assert OwnText.objects.get().text == SAID
