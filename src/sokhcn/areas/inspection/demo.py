"""Illustrative inspections and checks of two years, with their results some weeks after they began."""

from collections.abc import Iterator
from datetime import date

from sokhcn.areas.inspection.models import Campaign
from sokhcn.records.kept import Kept
from sokhcn.records.scene import MARK, Month, Scene

Kind, State = Campaign.Kind, Campaign.State
PROVINCE = "trên địa bàn tỉnh"
FAULTS = (
    "đã nhắc nhở, hướng dẫn khắc phục",
    "đã lập biên bản, xử lý theo quy định",
    "đã chuyển xử phạt vi phạm hành chính theo thẩm quyền",
)
NO_FAULTS = ("chưa phát hiện vi phạm", "các cơ sở cơ bản chấp hành đúng quy định")
PROGRESS = "các nhiệm vụ cơ bản bảo đảm tiến độ"
# Campaigns that the department leads: month, kind, unit, title, how many establishments are checked at most.
LED = (
    (2, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về đo lường đối với cân tại các chợ", 40),
    (3, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về chất lượng mũ bảo hiểm lưu thông trên thị trường", 18),
    (3, Kind.INSPECTION, "TTRA", "thanh tra việc chấp hành pháp luật về đo lường trong kinh doanh vàng", 14),
    (4, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về đo lường đối với phương tiện đo điện, nước", 10),
    (4, Kind.SPECIALISED_CHECK, "QLCN", "kiểm tra an toàn bức xạ tại các phòng khám", 16),
    (5, Kind.INSPECTION, "TTRA", "thanh tra đo lường, chất lượng trong kinh doanh xăng dầu", 24),
    (5, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về chất lượng đồ chơi trẻ em", 20),
    (6, Kind.SPECIALISED_CHECK, "QLKH", "kiểm tra tiến độ thực hiện nhiệm vụ KH&CN 6 tháng đầu năm", 15),
    (7, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về chất lượng thiết bị điện, điện tử", 22),
    (8, Kind.INSPECTION, "TTRA", "thanh tra an toàn bức xạ tại các cơ sở X-quang y tế", 18),
    (8, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về đo lường đối với phương tiện đo y tế", 25),
    (9, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về nhãn hàng hóa đối với hàng đóng gói sẵn", 28),
    (10, Kind.SPECIALISED_CHECK, "QLCN", "kiểm tra việc sử dụng nhãn hiệu chứng nhận của sản phẩm đặc thù", 12),
    (11, Kind.SPECIALISED_CHECK, "QLKH", "kiểm tra tiến độ thực hiện nhiệm vụ KH&CN 6 tháng cuối năm", 17),
    (11, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về chất lượng khí dầu mỏ hóa lỏng đóng chai", 15),
    (12, Kind.STATE_CHECK, "TDC", "kiểm tra nhà nước về đo lường, chất lượng hàng hóa dịp cuối năm", 30),
)
JOINED = (
    (4, "kiểm tra liên ngành về an toàn thực phẩm", "Cơ quan minh họa 11"),
    (6, "kiểm tra liên ngành về hoạt động vận tải hành khách bằng taxi", "Cơ quan minh họa 12"),
    (9, "kiểm tra liên ngành về giá và chất lượng vật tư nông nghiệp", "Cơ quan minh họa 13"),
    (12, "kiểm tra liên ngành về chống buôn lậu, hàng giả dịp cuối năm", "Cơ quan minh họa 14"),
)


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """The campaigns of both years, then how those ended that register files tell."""
    yield [row for month in scene.months if month.year <= scene.year for row in _of(month, scene)]
    yield list(_ended(scene))


def _of(month: Month, scene: Scene) -> Iterator[Campaign]:
    # The year before had fewer: none while people stayed at home, and none that would go on in January.
    led = [told[1:] for told in LED if told[0] == month.number]
    joined = [told[1:] for told in JOINED if told[0] == month.number]
    if month.year < scene.year:
        led, joined = ([], []) if month.number in (8, 9, 12) else (led[:1], joined)
    for kind, unit, title, most in led:
        yield _led(Campaign(kind=kind, title=f"{title} {MARK}", place=PROVINCE), unit, most, month, scene)
    for title, body in joined:
        (day,) = scene.days_in(month, 1)
        end = scene.calendar.after(day, 8)
        about = {"led_by_us": False, "lead_body": body, "started_on": day, "kind": Kind.JOINT}
        row = Campaign(title=f"{title} {MARK}", **about, **scene.book("TTRA", day))
        yield _closed(row, end, scene)


def _led(row: Campaign, unit: str, most: int, month: Month, scene: Scene) -> Campaign:
    """A campaign begins in its month and ends three to six weeks later, often in the month after."""
    (row.started_on,) = scene.days_in(month, 1)
    for name, value in scene.book(unit, row.started_on).items():
        setattr(row, name, value)
    checked = scene.chance.randint(most * 2 // 3, most)
    found = scene.chance.choice((0, 0, 0, 1, 1, 2, 3))
    row.result = scene.chance.choice(FAULTS if found else NO_FAULTS)
    if unit == "QLKH":
        found, row.result = 0, PROGRESS
    end = scene.calendar.after(row.started_on, scene.chance.randint(12, 26))
    closed = _closed(row, end, scene)
    if closed.state == State.CONCLUDED:
        closed.establishments_checked, closed.violations = checked, found
    else:
        closed.result = ""
    return closed


def _closed(row: Campaign, end: date, scene: Scene) -> Campaign:
    """Concluded on ``end``; still going on where the year is over by then."""
    row.state = State.CONCLUDED if end <= scene.until else State.ONGOING
    row.ended_on = end if end <= scene.until else None
    return row


def _ended(scene: Scene) -> Iterator[Campaign]:
    """Campaigns that were going on in January end in the two months after; their numbers are illustrations."""
    ours = Campaign.objects.filter(agency=scene.agency, state=State.ONGOING, recorded_on__range=scene.told.days)
    for row in ours.select_related("agency", "unit", "plan", "basis").order_by("pk"):
        end = scene.later(max(row.started_on or row.recorded_on, scene.told.last), 15, 40)
        row.ended_on, row.state = end, State.CONCLUDED
        row.note = f"{row.note}; ngày kết thúc và số liệu: minh họa"
        if row.led_by_us:
            row.establishments_checked, row.violations = scene.chance.randint(12, 36), scene.chance.randint(0, 2)
        yield row
