"""Illustrative tasks of two years: contracts that begin, are accepted, recognised and liquidated, day after day."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from sokhcn.areas.research.models import Task
from sokhcn.records.kept import Kept
from sokhcn.records.scene import DAY, MARK, Scene

Level, Kind, Rating, State = Task.Level, Task.Kind, Task.Rating, Task.State
INSTITUTE, SCHOOL, HOSPITAL = "Viện nghiên cứu", "Trường đại học", "Bệnh viện minh họa"
CENTRE, STATION = "Trung tâm ứng dụng", "Trạm khuyến nông"
# Contracts that begin in the year: month, level, who hosts them, kind, months they last, and the title.
NEW = (
    (2, Level.PROVINCIAL, INSTITUTE, Kind.RESEARCH, 24, "Nghiên cứu quy trình canh tác nho rượu trên đất cát"),
    (
        3,
        Level.GRASSROOTS,
        SCHOOL,
        Kind.RESEARCH,
        6,
        "Sáng kiến nâng cao chất lượng dạy học thí nghiệm ở trường trung học",
    ),
    (
        3,
        Level.PROVINCIAL,
        INSTITUTE,
        Kind.RESEARCH,
        24,
        "Nghiên cứu chế phẩm vi sinh xử lý chất thải chăn nuôi dê, cừu",
    ),
    (3, Level.GRASSROOTS, HOSPITAL, Kind.RESEARCH, 9, "Đánh giá thực trạng suy dinh dưỡng trẻ em tại các xã miền núi"),
    (4, Level.PROVINCIAL, CENTRE, Kind.ST_PROJECT, 30, "Xây dựng mô hình sản xuất giống hàu Thái Bình Dương"),
    (4, Level.GRASSROOTS, HOSPITAL, Kind.RESEARCH, 6, "Ứng dụng phần mềm quản lý hồ sơ bệnh án tại trạm y tế"),
    (5, Level.PROVINCIAL, SCHOOL, Kind.RESEARCH, 24, "Nghiên cứu giải pháp trữ nước hộ gia đình vùng khô hạn"),
    (5, Level.GRASSROOTS, STATION, Kind.RESEARCH, 8, "Khảo sát giống cây trồng bản địa có khả năng chịu mặn"),
    (
        6,
        Level.PROVINCIAL,
        SCHOOL,
        Kind.RESEARCH,
        24,
        "Nghiên cứu phát triển du lịch cộng đồng gắn với di sản văn hóa Chăm",
    ),
    (
        6,
        Level.NATIONAL,
        INSTITUTE,
        Kind.ST_PROJECT,
        36,
        "Ứng dụng khoa học và công nghệ phát triển chuỗi giá trị nho, táo",
    ),
    (7, Level.PROVINCIAL, CENTRE, Kind.PILOT_PRODUCTION, 24, "Hoàn thiện công nghệ sấy lạnh táo nguyên quả"),
    (7, Level.PROVINCIAL, INSTITUTE, Kind.RESEARCH, 24, "Nghiên cứu cảnh báo sớm cháy rừng bằng ảnh viễn thám"),
    (8, Level.GRASSROOTS, HOSPITAL, Kind.RESEARCH, 10, "Xây dựng quy trình chăm sóc người bệnh đái tháo đường tại nhà"),
    (8, Level.PROVINCIAL, STATION, Kind.RESEARCH, 30, "Nghiên cứu nhân giống và trồng thử nghiệm cây neem lấy hạt"),
    (
        9,
        Level.PROVINCIAL,
        SCHOOL,
        Kind.RESEARCH,
        24,
        "Nghiên cứu mô hình quản trị doanh nghiệp nhỏ và vừa trong chuyển đổi số",
    ),
    (9, Level.MINISTERIAL, INSTITUTE, Kind.RESEARCH, 24, "Đánh giá rủi ro xói lở bờ biển bằng dữ liệu quan trắc"),
    (10, Level.PROVINCIAL, CENTRE, Kind.ST_PROJECT, 24, "Xây dựng mô hình nuôi cá bớp lồng biển an toàn sinh học"),
    (10, Level.GRASSROOTS, SCHOOL, Kind.RESEARCH, 9, "Nâng cao kỹ năng số cho giáo viên mầm non"),
    (11, Level.PROVINCIAL, INSTITUTE, Kind.RESEARCH, 24, "Nghiên cứu thu hồi dinh dưỡng từ nước thải nuôi tôm"),
    (12, Level.PROVINCIAL, INSTITUTE, Kind.RESEARCH, 30, "Nghiên cứu lai tạo giống nho ăn tươi chịu nhiệt"),
)
# Contracts of earlier years that were liquidated in the year before: level, host, title.
OLD = (
    (Level.PROVINCIAL, STATION, "Nghiên cứu kỹ thuật ghép táo trên gốc chịu hạn"),
    (Level.PROVINCIAL, STATION, "Xây dựng mô hình trồng cỏ nuôi bò thâm canh"),
    (Level.PROVINCIAL, HOSPITAL, "Nghiên cứu tri thức bản địa trong sử dụng cây thuốc"),
    (Level.GRASSROOTS, CENTRE, "Cải tiến thiết bị làm đất trồng hành, tỏi"),
    (Level.PROVINCIAL, CENTRE, "Ứng dụng công nghệ tưới nhỏ giọt cho cây ăn quả"),
    (Level.PROVINCIAL, INSTITUTE, "Nghiên cứu quy trình ương giống cá chim vây vàng"),
    (Level.GRASSROOTS, HOSPITAL, "Đánh giá tình hình tăng huyết áp ở người cao tuổi"),
    (Level.PROVINCIAL, CENTRE, "Nghiên cứu nâng cao năng suất đồng muối truyền thống"),
    (Level.PROVINCIAL, SCHOOL, "Xây dựng chỉ số an toàn hồ đập nhỏ"),
)
CODES = MappingProxyType(
    {Level.NATIONAL: "QG", Level.MINISTERIAL: "BO", Level.PROVINCIAL: "TINH", Level.GRASSROOTS: "CS"}
)
# Where contracts stand that are not over: of projects, and of research.
PROGRESS = (
    ("Đang chọn hộ tham gia mô hình", "Đang chuẩn bị mặt bằng, vật tư", "Đang tập huấn kỹ thuật"),
    ("Đang thu thập số liệu, mẫu", "Đang bố trí thí nghiệm", "Đang tổng quan tài liệu, thiết kế nghiên cứu"),
)
ACTIVE = (State.RUNNING, State.SUBMITTED, State.ACCEPTED)


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """Old contracts, new contracts, and what became of those that register files tell."""
    yield [_old(n, told, scene) for n, told in enumerate(OLD, 1)]
    yield [_new(n, told, scene) for n, told in enumerate(NEW, 1)]
    known = Task.objects.filter(agency=scene.agency, state__in=ACTIVE, code__contains=".MH-").order_by("code")
    yield [_gone_on(task, scene) for task in known.select_related("agency", "unit", "host")]


def _contract(code: str, title: str, level: Task.Level, host: str, scene: Scene) -> Task:
    total = scene.chance.randint(90, 240) if level == Level.GRASSROOTS else scene.chance.randint(130, 380) * 5
    return Task(
        code=code,
        title=f"{title} {MARK}",
        level=level,
        host=scene.chance.choice(scene.of_trade(host)),
        principal_investigator=f"Chủ nhiệm minh họa {40 + scene.chance.randint(1, 50)}",
        total_budget=Decimal(total),
        state_budget=Decimal(total * scene.chance.choice((6, 8, 10)) // 10),
        state=State.RUNNING,
    )


def _book(task: Task, day: date, scene: Scene) -> Task:
    for name, value in scene.book("QLKH", day).items():
        setattr(task, name, value)
    return task


def _new(number: int, told: tuple[int, Task.Level, str, Task.Kind, int, str], scene: Scene) -> Task:
    month, level, host, kind, lasts, title = told
    (day,) = scene.days_in(next(m for m in scene.months if (m.year, m.number) == (scene.year, month)), 1)
    task = _contract(f"{CODES[level]}.MH-{50 + number}", title, level, host, scene)
    task.kind, task.started_on, task.ends_on = kind, day, _months_after(day, lasts)
    task.progress_note = f"{scene.chance.choice(PROGRESS[kind == Kind.RESEARCH])} {MARK}"
    return _book(task, scene.calendar.after(day, 2), scene)


def _old(number: int, told: tuple[Task.Level, str, str], scene: Scene) -> Task:
    level, host, title = told
    task = _contract(f"CU.MH-{number:02}", title, level, host, scene)
    start = date(scene.year - 3, number, 5)
    ends = _months_after(start, 20)
    task.started_on, task.ends_on = start, ends
    # Liquidated in one of the months of the year before, well before January's report begins.
    closed = scene.calendar.after(date(scene.year - 1, number + 2, 10), 1)
    task.accepted_on, task.recognised_on = closed - timedelta(days=70), closed - timedelta(days=35)
    task.closed_on, task.state = closed, State.CLOSED
    task.rating = Rating.EXCELLENT if number % 5 == 0 else Rating.PASS
    return _book(task, start, scene)


def _gone_on(task: Task, scene: Scene) -> Task:
    """A contract whose time is up is accepted, then recognised, then liquidated: as far as the year goes."""
    assert task.until is not None  # a task under contract has an end
    if task.accepted_on is None:
        day = scene.later(max(task.until, scene.told.last), 30, 75)
        if day > scene.until:
            return task
        task.accepted_on, task.state = day, State.ACCEPTED
        task.rating = Rating.EXCELLENT if scene.chance.random() < 0.2 else Rating.PASS
    day = scene.later(max(task.accepted_on, scene.told.last), 20, 40)
    if day <= scene.until:
        task.recognised_on, task.state = day, State.RECOGNISED
    day = scene.later(day, 20, 40)
    if day <= scene.until:
        task.closed_on, task.state = day, State.CLOSED
    return task


def _months_after(day: date, months: int) -> date:
    """The day before ``day``, so many months later: the last day of a contract."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28)) - DAY
