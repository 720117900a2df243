"""Illustrative work of the year's programme: key tasks get done near their deadline, plans come early in the year.

The programme of the year itself is told by register files and stays as it is: no task is added to it or taken out.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from sokhcn.areas.programme.models import Evidence, Extension, KeyTask, WorkPlan
from sokhcn.records.kept import Kept
from sokhcn.records.scene import MARK, Month, Scene

Task, Plan = KeyTask.State, WorkPlan.State
OPEN = (Task.PLANNED, Task.RUNNING, Task.EXTENSION_ASKED)
# Plans of a year by the month in which they are drawn up, with what each carries out.
PLANS = (
    (1, "VP", "những nhiệm vụ, giải pháp chủ yếu của ngành năm {year}"),
    (2, "QLKH", "hoạt động nghiên cứu khoa học và phát triển công nghệ năm {year}"),
    (2, "QLCN", "hoạt động hỗ trợ doanh nghiệp đổi mới công nghệ năm {year}"),
    (2, "TDC", "công tác tiêu chuẩn đo lường chất lượng năm {year}"),
    (2, "TTRA", "công tác phòng, chống tham nhũng, thực hành tiết kiệm năm {year}"),
    (3, "QLKH", "công tác kiểm tra tiến độ nhiệm vụ khoa học và công nghệ năm {year}"),
    (3, "QLCN", "công tác quản lý an toàn bức xạ và hạt nhân năm {year}"),
    (3, "VP", "công tác đào tạo, bồi dưỡng công chức, viên chức năm {year}"),
    (3, "TDC", "việc khảo sát điểm cân đối chứng tại các chợ năm {year}"),
    (5, "QLKH", "các hoạt động chào mừng Ngày Khoa học và Công nghệ Việt Nam năm {year}"),
    (8, "QLCN", "Cuộc thi ý tưởng khởi nghiệp đổi mới sáng tạo năm {year}"),
    (10, "VP", "công tác tổng kết năm {year}, xây dựng chương trình năm {next}"),
)
# The programme of the year before: what a department always has to do, and when it is due.
LAST_YEAR = (
    ("QLKH", 3, "Xây dựng danh mục nhiệm vụ KH&CN cấp tỉnh"),
    ("QLKH", 4, "Tổ chức tuyển chọn nhiệm vụ KH&CN cấp tỉnh"),
    ("QLKH", 6, "Kiểm tra tiến độ nhiệm vụ KH&CN 6 tháng đầu năm"),
    ("QLKH", 11, "Kiểm tra tiến độ nhiệm vụ KH&CN 6 tháng cuối năm"),
    ("QLKH", 10, "Đánh giá hiệu quả ứng dụng kết quả nhiệm vụ KH&CN"),
    ("QLKH", 12, "Nghiệm thu các nhiệm vụ KH&CN kết thúc trong năm"),
    ("QLKH", 5, "Tổ chức các hoạt động Ngày KH&CN Việt Nam"),
    ("QLCN", 3, "Xây dựng kế hoạch hỗ trợ khởi nghiệp đổi mới sáng tạo"),
    ("QLCN", 6, "Hỗ trợ doanh nghiệp đổi mới công nghệ"),
    ("QLCN", 9, "Tổ chức cuộc thi ý tưởng khởi nghiệp"),
    ("QLCN", 8, "Hướng dẫn đăng ký bảo hộ nhãn hiệu cho sản phẩm đặc thù"),
    ("QLCN", 11, "Thẩm định công nghệ các dự án đầu tư"),
    ("QLCN", 12, "Cấp giấy phép tiến hành công việc bức xạ"),
    ("QLCN", 7, "Rà soát kế hoạch ứng phó sự cố bức xạ"),
    ("TTRA", 6, "Thanh tra đo lường trong kinh doanh xăng dầu"),
    ("TTRA", 8, "Thanh tra an toàn bức xạ tại cơ sở y tế"),
    ("TTRA", 11, "Xây dựng kế hoạch thanh tra, kiểm tra năm sau"),
    ("TTRA", 12, "Tiếp công dân, giải quyết khiếu nại, tố cáo"),
    ("TDC", 2, "Kiểm tra hàng đóng gói sẵn dịp tết Nguyên đán"),
    ("TDC", 3, "Triển khai chương trình năng suất, chất lượng"),
    ("TDC", 11, "Kiểm định phương tiện đo nhóm 2"),
    ("TDC", 9, "Kiểm tra việc áp dụng ISO 9001 tại cơ quan hành chính"),
    ("TDC", 6, "Xây dựng điểm cân đối chứng tại các chợ"),
    ("TDC", 12, "Cập nhật hàng rào kỹ thuật trong thương mại"),
    ("TDC", 10, "Triển khai truy xuất nguồn gốc sản phẩm"),
    ("VP", 1, "Xây dựng kế hoạch cải cách hành chính"),
    ("VP", 6, "Rà soát, cắt giảm thời hạn giải quyết thủ tục hành chính"),
    ("VP", 7, "Lập dự toán sự nghiệp KH&CN năm sau"),
    ("VP", 9, "Triển khai chuyển đổi số trong hoạt động của Sở"),
    ("VP", 12, "Tổng kết công tác năm, xây dựng chương trình năm sau"),
)
Source = KeyTask.Source
COOPERATING = ("Sở Tài chính", "Sở Nông nghiệp và Phát triển nông thôn", "UBND các huyện, thành phố", "Sở Y tế", "")
EVERY = 9  # one task in so many was given more time


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """Plans, last year's programme, and how this year's tasks went."""
    yield [plan for month in scene.months if month.year <= scene.year for plan in _plans(month, scene)]
    yield [_last_year(n, told, scene) for n, told in enumerate(LAST_YEAR, 1)]
    unfinished = KeyTask.objects.filter(agency=scene.agency, year=scene.year, state__in=OPEN, due_on__isnull=False)
    yield [_gone_on(task, scene) for task in unfinished.select_related("agency", "unit", "paper").order_by("code")]
    yield from more(scene.of("programme, more"))


def _plans(month: Month, scene: Scene) -> Iterator[WorkPlan]:
    told = [(unit, subject) for when, unit, subject in PLANS if when == month.number]
    for day, (unit, subject) in zip(scene.days_in(month, len(told)), told, strict=True):
        title = f"Kế hoạch triển khai {subject.format(year=month.year, next=month.year + 1)} {MARK}"
        yield WorkPlan(title=title, adopted_on=day, state=Plan.DRAWN_UP, **scene.book(unit, day))


def _last_year(number: int, told: tuple[str, int, str], scene: Scene) -> KeyTask:
    unit, month, title = told
    year = scene.year - 1
    due = date(year, month, 10)
    task = KeyTask(
        code=f"NV{year}-{number:02}",
        year=year,
        title=f"{title} {MARK}",
        started_on=max(date(year, 1, 5), due - timedelta(days=60)),
        due_on=due,
        state=Task.RUNNING,
        **scene.book(unit, date(year, 1, 12)),
    )
    return _done(task, due - timedelta(days=scene.chance.randint(0, 8)))


def _gone_on(task: KeyTask, scene: Scene) -> KeyTask:
    """One task of this year: done a little before its deadline, sometimes late, a few not at all."""
    assert task.due_on is not None  # asked for
    luck = scene.chance.random()
    early = scene.chance.randint(1, 12) if luck > 0.2 else -scene.chance.randint(3, 25)
    day = scene.calendar.after(max(task.due_on - timedelta(days=early), scene.told.last), 1)
    task.started_on = task.started_on or max(scene.told.last + timedelta(days=4), day - timedelta(days=75))
    if luck < 0.07 or day > scene.until:
        task.state, task.progress = Task.RUNNING, scene.chance.choice((60, 70, 80))
        return task
    return _done(task, day)


def _done(task: KeyTask, day: date) -> KeyTask:
    assert task.due_on is not None  # every task of the programme has a deadline
    task.state, task.completed_on, task.progress = Task.COMPLETED, day, 100
    task.result = f"Hoàn thành {'đúng hạn' if day <= task.due_on else 'chậm so với thời hạn'} {MARK}"
    return task


# --- what the registers have besides ---------------------------------------------------------------------------------


def more(scene: Scene) -> Iterator[list[Kept]]:
    """Who cooperates in tasks and who gave them; extensions; evidence; drafts of the next programme."""
    tasks = list(
        KeyTask.objects.filter(agency=scene.agency, year__in=(scene.year - 1, scene.year))
        .select_related("agency", "unit", "paper")
        .order_by("year", "code")
    )
    yield [_told(scene, task) for task in tasks if task.year < scene.year]
    done = [task for task in tasks if task.state == Task.COMPLETED]
    yield [found for n, task in enumerate(done) if (found := _extension(scene, task, n))]
    yield [_evidence(task) for task in done]
    yield [_next(scene, n, task) for n, task in enumerate((t for t in tasks if t.state == Task.RUNNING), 1)]


def _told(scene: Scene, task: KeyTask) -> KeyTask:
    task.cooperating = scene.chance.choice(COOPERATING)
    task.source = scene.chance.choice((Source.PARTY, Source.COMMITTEE, Source.COMMITTEE, Source.OWN))
    return task


def _extension(scene: Scene, task: KeyTask, n: int) -> Extension | None:
    """A task that was due a month earlier, and was given that month before its time was over."""
    if n % EVERY or task.due_on is None:
        return None
    old = task.due_on - timedelta(days=30)
    decided = scene.calendar.after(old - timedelta(days=scene.chance.randint(4, 9)), 1)
    if decided <= scene.told.last + timedelta(days=1) and task.year == scene.year:
        return None
    reason = f"Chờ ý kiến thống nhất của các cơ quan {MARK}"
    return Extension(task=task, old_due_on=old, new_due_on=task.due_on, decided_on=decided, reason=reason)


def _evidence(task: KeyTask) -> Evidence:
    return Evidence(task=task, title=f"Báo cáo kết quả nhiệm vụ {task.code} {MARK}", dated_on=task.completed_on)


def _next(scene: Scene, n: int, task: KeyTask) -> KeyTask:
    """What is not done is proposed for the next year, which has no programme yet."""
    year, day = scene.year + 1, scene.until
    book = {**scene.book("", day), "unit": task.unit}
    about = {"title": f"{task.title.removesuffix(MARK).strip()} {MARK}", "state": Task.DRAFT, "year": year}
    return KeyTask(code=f"NV{year}-{n:02}", carried_from=task, due_on=date(year, 6, 30), **about, **book)
