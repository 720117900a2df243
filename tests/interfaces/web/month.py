"""A small office that makes its report of January 2022, and what each of its people does for it, in turn."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Page, expect

from sokhcn.people.demo import make_heads
from sokhcn.people.models import Mandate, Reach, Role, User
from sokhcn.reports.compiling import compile_report
from sokhcn.reports.periods import the_period
from tests.interfaces.web.hands import Hand
from tests.interfaces.web.office import office
from tests.reports.sections.handled import owned
from tests.rows import write

PERIOD = "2022-01"
REPORT = f"/bao-cao/{PERIOD}/"
SPECIALIST, COMPILER, LEADER, CLERK = "Chuyên viên", "Người tổng hợp", "Lãnh đạo Sở", "Văn thư"
ADMINISTRATOR, HEAD = "Quản trị", "Trưởng đơn vị, P.QLKH"
DOORS: Mapping[Role, str] = MappingProxyType(
    {
        Role.SPECIALIST: SPECIALIST,
        Role.HEAD: HEAD,
        Role.COMPILER: COMPILER,
        Role.LEADER: LEADER,
        Role.CLERK: CLERK,
        Role.ADMINISTRATOR: ADMINISTRATOR,
    }
)


def month_office() -> None:
    """An office whose unit P.QLKH owns the first chapter and has a specialist and a head; somebody may sign."""
    agency = office()
    compiler = User.objects.get(username="tonghop")
    unit = owned(agency, compiler)
    make_heads([unit])
    User.objects.filter(username="chuyenvien").update(unit=unit, reach=Reach.UNIT)
    mandate = Mandate.objects.get()
    mandate.user = User.objects.get(username="lanhdao")
    write(mandate)
    compile_report(the_period(PERIOD), agency, by=compiler)


def enter(hand: Hand, url: str, role: str) -> None:
    """Come in by the door of the demonstration; whoever was in before leaves."""
    page = hand.page
    if page.url.startswith(url):
        hand.leave()
    else:
        page.goto(url)
    hand.press(page.get_by_role("button", name=f"Vào với vai {role}", exact=True))
    expect(page.get_by_role("heading", name="Việc của tôi", level=1)).to_be_visible()


def said(page: Page, text: str) -> None:
    expect(page.get_by_role("status").first).to_contain_text(text)


def a_paper_is_entered(hand: Hand) -> None:
    """The specialist enters a paper of the month; the page says that the next draft will count it."""
    page = hand.page
    hand.register(1)
    expect(page.get_by_role("heading", name="Công tác tham mưu văn bản", level=1)).to_be_visible()
    hand.press(page.get_by_role("link", name="Thêm dòng").last)
    typed = {"Tên loại": "Quyết định", "Số, ký hiệu": "12/QĐ-UBND", "Ngày ban hành": "12/1/22"}
    typed |= {"Cơ quan ban hành": "UBND tỉnh", "Trích yếu": "về việc thử nghiệm"}
    for label, text in typed.items():
        hand.write(page.get_by_label(label, exact=True), text)
    hand.write(page.get_by_label("Đơn vị", exact=True), "QLKH")
    hand.save()
    said(page, "Đã thêm")
    hand.press(page.get_by_role("link", name="12/QĐ-UBND"))
    expect(page.locator("aside .todo").first).to_contain_text("tổng hợp lại sẽ tính")


def the_report_is_compiled(hand: Hand) -> None:
    """The compiler opens the report from the first page, compiles it again and looks why a figure changed."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Mở báo cáo tháng 01/2022"))
    hand.press(page.get_by_role("link", name="Tổng hợp lại…"))
    hand.press(page.get_by_role("button", name="Tổng hợp"))
    expect(page.get_by_text("Dự thảo 2", exact=True)).to_be_visible()
    figure = page.locator("a.fig[data-key='advice.issued']").first
    expect(figure).to_have_text("03")
    hand.press(figure)
    expect(page.locator("#why")).to_contain_text("12/QĐ-UBND")


def a_register_is_closed(hand: Hand) -> None:
    """The one register of theirs that waits, from the first page, in two clicks."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Chốt 1 sổ của tháng 01/2022"))
    hand.press(page.get_by_role("button", name="Chốt sổ"))
    said(page, "Đã chốt")


def the_chapter_is_confirmed(hand: Hand) -> None:
    """The head confirms the chapter of the unit, from the first page."""
    page = hand.page
    hand.home()
    hand.press(page.locator(".todo a", has_text="Xác nhận mục").first)
    hand.press(page.get_by_role("button", name="Xác nhận mục"))
    said(page, "Đã xác nhận mục")


def step_by_step(hand: Hand, *steps: str) -> None:
    """What waits on the first page, taken in two clicks each."""
    page = hand.page
    for n, step in enumerate(steps):
        if n:
            hand.home()
        hand.press(page.locator(".todo a", has_text=step))
        hand.press(page.locator(".decide button.primary"))
        said(page, "chuyển sang")


def the_report_leaves(hand: Hand, paper: Path) -> None:
    """The clerk mistypes the number and is warned, mends it, brings the signed paper and issues the report."""
    page = hand.page
    hand.press(page.locator(".todo a", has_text="Cấp số"))
    hand.write(page.get_by_label("Số", exact=True), "80")
    hand.press(page.get_by_role("button", name="Ghi số"))
    expect(page.get_by_role("alert")).to_contain_text("Xem lại trước khi ghi")
    hand.write(page.get_by_label("Số", exact=True), "1")
    hand.press(page.get_by_role("button", name="Ghi số"))
    said(page, "Đã ghi số 01/BC-S")
    hand.send(page.get_by_label("Tệp PDF đã ký"), paper)
    hand.write(page.get_by_label("Bản chụp giấy: đã đối chiếu với gì"), "đã đối chiếu với bản giấy")
    hand.press(page.get_by_role("button", name="Nhận tệp"))
    said(page, "Đã nhận")
    hand.press(page.get_by_role("button", name="Phát hành"))
    said(page, "Đã phát hành")


def everything_is_backed_up(hand: Hand, work: Callable[[], None]) -> Path:
    """The administrator has everything backed up, which ``work`` does, and takes the backup away."""
    page = hand.page
    hand.press(page.get_by_role("link", name="Quản trị", exact=True))
    hand.press(page.get_by_role("link", name="Sao lưu", exact=True))
    hand.press(page.get_by_role("button", name="Sao lưu bây giờ"))
    expect(page.locator("#errand")).to_be_visible()
    work()
    hand.press(page.get_by_role("link", name="Xong"))
    with page.expect_download() as taken:
        hand.press(page.get_by_role("link", name="Tải về").first)
    return taken.value.path()
