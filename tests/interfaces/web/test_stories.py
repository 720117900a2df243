"""What an office wants of its system, told as stories and walked by mouse and by keyboard alone: a figure explained and
mended, a report read and decided on, numbers of an own book; and that the focus is never lost on the way."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sokhcn.areas.programme.models import Evidence, KeyTask
from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.life.report import the_report
from sokhcn.reports.models import NumberBook, Outgoing, Stage
from sokhcn.reports.periods import the_period
from tests.interfaces.web import month
from tests.interfaces.web.hands import Keyboard, Mouse, at_a_screen, browser, unexpected
from tests.interfaces.web.office import SLUG, office
from tests.reports.life.office import put
from tests.rows import FIRST, write

pytestmark = [
    pytest.mark.needs("chromium"),
    pytest.mark.on("sqlite"),  # pages are the same on both
    pytest.mark.django_db(transaction=True),
]
Kind = type[Mouse] | type[Keyboard]
TELEPHONE = (390, 844)
BOTH = pytest.mark.parametrize("kind", [Mouse, Keyboard])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as found:
        yield found


def compiled(*codes: str) -> Agency:
    """The small office with its reports of these periods."""
    agency = office()
    for code in codes:
        compile_report(the_period(code), agency, by=User.objects.get(username="tonghop"))
    return agency


def standing(stage: Stage, *codes: str) -> None:
    """The same, each of the reports brought to ``stage``."""
    agency = compiled(*codes)
    for code in codes[-2:]:
        put(the_report(code, agency), stage)


@BOTH
def test_six_strokes_from_a_figure_to_its_rows_and_back_to_the_figure_mended(chromium, live_server, kind: Kind):
    compiled("2022-01")
    with at_a_screen(chromium) as (page, troubles):
        hand = kind(page)
        month.enter(hand, live_server.url, month.COMPILER)
        hand.press(page.get_by_role("link", name="Mở báo cáo tháng 01/2022"))
        figure, why, hand.count = page.locator("a.fig[data-key='advice.issued']").first, page.locator("#why"), 0

        hand.press(figure)
        expect(why).to_contain_text("2 dòng được tính")
        expect(why.locator(".near")).to_contain_text("9001/UBND-MH")
        expect(page.get_by_role("heading", name="Vì sao 02?")).to_be_focused()
        hand.press(why.get_by_role("link", name="14-NQ/TU"))
        hand.write(page.get_by_label("Ngày ban hành", exact=True), "15/01/2022")
        hand.save()
        expect(why).to_contain_text("Dự thảo 1 ghi 02; sổ hiện nay cho 01")
        hand.press(page.get_by_role("link", name="Tổng hợp lại…"))
        hand.press(page.get_by_role("button", name="Tổng hợp"))
        expect(figure).to_have_text("01")
        hand.press(figure)
        expect(why.locator(".near li", has_text="14-NQ/TU")).to_contain_text("sau kỳ")
        assert hand.count <= (6 if kind is Mouse else 90)
        page.keyboard.press("Escape")
        expect(figure).to_be_focused()
    assert troubles == []


@BOTH
def test_a_leader_sees_what_changed_without_scrolling_and_decides_in_two_strokes(chromium, live_server, kind: Kind):
    standing(Stage.FORM_CHECKED, "2021-12", "2022-01")
    with at_a_screen(chromium) as (page, troubles):
        hand = kind(page)
        month.enter(hand, live_server.url, month.LEADER)
        hand.count = 0
        hand.press(page.get_by_role("link", name="Duyệt báo cáo tháng 01 năm 2022"))
        change = page.get_by_role("row", name="Văn bản Sở tham mưu được ban hành")
        expect(change).to_be_in_viewport(ratio=1)
        expect(change).to_contain_text("02")
        hand.press(page.get_by_role("button", name="Duyệt"))
        month.said(page, "Đã duyệt")
        assert hand.count <= (2 if kind is Mouse else 24)
        hand.leave()
        mice = hand.mice
    with at_a_screen(chromium, TELEPHONE) as (page, others):
        hand = kind(page)
        month.enter(hand, live_server.url, month.LEADER)
        hand.press(page.get_by_role("link", name="Duyệt báo cáo tháng 12 năm 2021"))
        hand.press(page.get_by_role("button", name="Trả lại"))
        expect(page.get_by_role("alert")).to_contain_text("phải ghi lý do")
        expect(page.get_by_label("Ý kiến, lý do")).to_be_focused()
        hand.write(page.get_by_label("Ý kiến, lý do"), "Thiếu phụ lục")
        hand.press(page.get_by_role("button", name="Trả lại"))
        month.said(page, "sang “Đơn vị đã xác nhận”")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert (troubles, unexpected(others), [*mice, *hand.mice]) == ([], [], [])


@BOTH
def test_a_clerk_notes_the_numbers_of_the_document_system_and_is_warned_of_one_mistyped(
    chromium, live_server, kind: Kind
):
    standing(Stage.SIGNED, "2021-12", "2022-01")
    with at_a_screen(chromium) as (page, troubles):
        hand = kind(page)
        month.enter(hand, live_server.url, month.CLERK)
        for name, *typed in (("tháng 12 năm 2021", "1"), ("tháng 01 năm 2022", "20", "2")):
            hand.press(page.get_by_role("link", name=f"Cấp số báo cáo {name}"))
            for n, number in enumerate(typed, 1):
                hand.write(page.get_by_label("Số", exact=True), number)
                hand.press(page.get_by_role("button", name="Ghi số"))
                if n < len(typed):
                    expect(page.get_by_role("alert")).to_contain_text("Xem lại trước khi ghi")
            month.said(page, f"Đã ghi số 0{typed[-1]}/BC-S")
            hand.home()
        expect(page.get_by_role("link", name="Cấp số báo cáo")).to_have_count(0)
    told = sorted(row.number for row in Outgoing.objects.all())
    assert (told, unexpected(troubles), hand.mice) == ([1, 2], [], [])


@BOTH
def test_a_clerk_numbers_two_reports_from_an_own_book_without_a_gap_and_voids_one(chromium, live_server, kind: Kind):
    standing(Stage.SIGNED, "2021-12", "2022-01")
    write(NumberBook(agency=Agency.objects.get(), code="chung", name="Sổ chung", kind=NumberBook.Kind.OWN))
    with at_a_screen(chromium) as (page, troubles):
        hand = kind(page)
        month.enter(hand, live_server.url, month.CLERK)
        for name, number in (("tháng 12 năm 2021", "01"), ("tháng 01 năm 2022", "02")):
            hand.press(page.get_by_role("link", name=f"Cấp số báo cáo {name}"))
            expect(page.locator("main")).to_contain_text(f"số kế tiếp là {number}")
            hand.press(page.get_by_role("button", name="Cấp số"))
            month.said(page, f"Đã cấp số {number}/BC-S")
            hand.home()
        hand.press(page.get_by_role("link", name="Phát hành & số văn bản"))
        hand.press(page.get_by_role("link", name="Hủy số 02/BC-S"))
        hand.write(page.get_by_label("Lý do, in trong sổ"), "in sai trang")
        hand.press(page.get_by_role("button", name="Hủy số 02/BC-S"))
        expect(page.get_by_role("row", name="02/BC-S")).to_contain_text("in sai trang")
        expect(page.locator("main")).not_to_contain_text("Số không có trong sổ")
    told = sorted((row.number, row.voided_on is not None) for row in Outgoing.objects.all())
    assert (told, troubles) == ([(1, False), (2, True)], [])


def focus(page: Page) -> Locator:
    return page.locator(":focus")


def test_the_focus_goes_along_with_parts_sheets_and_messages(chromium, live_server):
    agency = compiled()
    task = write(KeyTask(agency=agency, year=2022, title="Nhiệm vụ thử", recorded_on=FIRST))
    write(Evidence(task=task, title="Tờ trình"))
    with at_a_screen(chromium) as (page, _troubles):
        hand = Keyboard(page)
        month.enter(hand, live_server.url, month.COMPILER)

        page.goto(f"{live_server.url}/so/nhiem-vu-trong-tam/{task.pk}/")
        edit = page.get_by_role("link", name="Sửa tại chỗ")
        hand.press(edit)
        expect(page.locator(".in-place input:visible").first).to_be_focused()
        hand.press(page.locator(".in-place").get_by_role("link", name="Thôi"))
        expect(edit).to_be_focused()
        hand.press(edit)
        hand.write(page.locator(".in-place").get_by_label("Ngày", exact=False).first, "32/13/2022")
        hand.press(page.locator(".in-place").get_by_role("button", name="Lưu"))
        expect(focus(page)).to_have_attribute("aria-invalid", "true")
        hand.write(focus(page), "10/1/22")
        hand.press(page.locator(".in-place").get_by_role("button", name="Lưu"))
        expect(edit).to_be_focused()

        other = page.locator("details.more > summary", has_text="Việc khác")
        hand.press(other)
        hand.key("Tab")
        hand.key("Escape")
        expect(other).to_be_focused()
        hand.press(other)
        hand.key("Shift+Tab")
        expect(page.locator("details.more[open]")).to_have_count(0)
        hand.key("Control+/")
        expect(page.locator("#keys")).to_be_focused()
        hand.key("Escape")
        expect(page.locator("#keys")).to_be_hidden()
        expect(focus(page)).to_have_count(1)
        ring = page.get_by_role("button", name="Nhắc việc")
        hand.press(ring)
        expect(page.locator("#bell")).to_be_focused()
        hand.key("Escape")
        expect(ring).to_be_focused()

        page.goto(f"{live_server.url}/so/{SLUG}/them/")
        for number in ("21", "22"):
            hand.write(page.get_by_label("Tên dự thảo"), f"Dự thảo {number}")
            hand.choose(page.get_by_label("Tình trạng", exact=True), "Đang soạn thảo")
            hand.key("Control+Enter")
            month.said(page, f"Dự thảo {number}")
            expect(page.locator("[data-note]")).to_be_focused()  # so it is read out, and Tab goes on below
        hand.press(page.get_by_role("button", name="Đóng lời nhắn"))
        expect(page.locator("#main")).to_be_focused()

        page.goto(f"{live_server.url}/so/{SLUG}/?tat-ca=1")
        hand.write(page.get_by_label("Tìm trong sổ, không cần dấu"), "du thao 21")
        expect(page.locator("#list-said")).to_contain_text("Dòng 1–1")
        expect(page.get_by_label("Tìm trong sổ, không cần dấu")).to_be_focused()
    assert hand.mice == []
