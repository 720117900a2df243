"""Illustrative tasks of two years: proposals, contracts that begin and are checked, acceptances, liquidations."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from sokhcn.areas.research.models import (
    Adjustment,
    Application,
    Check,
    Council,
    Disbursement,
    Milestone,
    Product,
    Programme,
    Task,
)
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
# Proposals for the year to come: the state that each has reached, and the title.
PROPOSALS = (
    (State.APPROVED, "Nghiên cứu giống lúa chịu hạn cho vùng cuối kênh"),
    (State.APPRAISED, "Xây dựng mô hình nuôi rong nho xuất khẩu"),
    (State.SELECTED, "Nghiên cứu tuyến du lịch làng nghề truyền thống"),
    (State.LISTED, "Ứng dụng viễn thám giám sát hạn hán"),
    (State.LISTED, "Nghiên cứu chế biến sâu sản phẩm từ muối"),
    (State.DETERMINED, "Hoàn thiện công nghệ bảo quản nho sau thu hoạch"),
    (State.PROPOSED, "Nghiên cứu nguồn nước ngầm ven biển"),
    (State.PROPOSED, "Xây dựng bản đồ số di sản văn hóa"),
    (State.DROPPED, "Khảo sát nhu cầu nhà ở công nhân"),
    (State.DROPPED, "Nghiên cứu thị trường cừu giống"),
)
FIELDS = ("khoa học nông nghiệp", "khoa học kỹ thuật và công nghệ", "khoa học xã hội và nhân văn")
MILESTONES = ("Hoàn thành điều tra, khảo sát", "Hoàn thành thí nghiệm, xây dựng mô hình", "Hoàn thành báo cáo tổng kết")


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """Old contracts, new contracts, and what became of those that register files tell."""
    yield [_old(n, told, scene) for n, told in enumerate(OLD, 1)]
    yield [_new(n, told, scene) for n, told in enumerate(NEW, 1)]
    known = Task.objects.filter(agency=scene.agency, state__in=ACTIVE, code__contains=".MH-").order_by("code")
    yield [_gone_on(task, scene) for task in known.select_related("agency", "unit", "host")]
    yield from _lives(scene.of("research.lives"))


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


# --- what surrounds the contracts ---------------------------------------------------------------------------------


def _lives(scene: Scene) -> Iterator[list[Kept]]:
    """Programmes, proposals, and for each task of the illustration its councils, checks, money and results."""
    begins, ends = date(scene.year - 1, 2, 1), date(scene.year + 3, 12, 31)
    about = {"level": Level.PROVINCIAL, "begins_on": begins, "ends_on": ends}
    name = f"Chương trình phát triển sản phẩm đặc thù {MARK}"
    yield [Programme(code="CT.MH-01", name=name, **about, **scene.book("QLKH", begins))]
    yield [_proposal(n, told, scene) for n, told in enumerate(PROPOSALS, 1)]
    programme = Programme.objects.get(agency=scene.agency, code="CT.MH-01")
    tasks = [task for task in _tasks(scene) if task.started_on]
    for task in tasks:
        _tell(task, programme, scene)
    yield [*tasks]
    for kind in (_councils, _checks, _adjustments, _instalments, _milestones, _products, _applications):
        yield [row for task in _tasks(scene) for row in kind(task, scene)]


def _tasks(scene: Scene) -> list[Task]:
    """The tasks of the illustration, and those of January's files that go on."""
    rows = Task.objects.filter(agency=scene.agency, code__contains="MH-").select_related("agency", "unit", "host")
    over = {State.CLOSED, State.TERMINATED, State.DRAFT}
    return [task for task in rows.order_by("code") if task.code.startswith("CU.") or not _told_over(task, over, scene)]


def _told_over(task: Task, over: set[Task.State], scene: Scene) -> bool:
    return task.state in over and (task.closed_on or scene.told.last) <= scene.told.last


def _untold(day: date, scene: Scene) -> date:
    """``day``, or the next one that January's files do not tell of; a working day."""
    found = scene.told.last + DAY if day in scene.told else day
    return scene.calendar.after(found - DAY, 1)


def _proposal(number: int, told: tuple[Task.State, str], scene: Scene) -> Task:
    state, title = told
    (day,) = scene.days_in(next(m for m in scene.months if (m.year, m.number) == (scene.year, 4)), 1)
    task = Task(code=f"DX.MH-{number:02}", title=f"{title} {MARK}", level=Level.PROVINCIAL, state=state)
    task.field, task.proposed_on = FIELDS[number % len(FIELDS)], day
    task.ordering_body = f"Cơ quan minh họa {20 + number}"
    if state in (State.LISTED, State.SELECTED, State.APPRAISED, State.APPROVED):
        task.listed_on = scene.later(date(scene.year, 7, 1), 0, 20)
    if state in (State.SELECTED, State.APPRAISED, State.APPROVED):
        task.selection, task.selected_on = Task.Selection.COMPETITIVE, scene.later(date(scene.year, 9, 1), 0, 20)
        task.host = scene.chance.choice(scene.of_trade(INSTITUTE))
    if state in (State.APPRAISED, State.APPROVED):
        task.total_budget, task.appraised_on = Decimal(900), scene.later(date(scene.year, 10, 1), 0, 20)
    if state == State.APPROVED:
        task.approved_on = scene.later(date(scene.year, 11, 1), 0, 20)
    return _book(task, day, scene)


def _tell(task: Task, programme: Programme, scene: Scene) -> None:
    """The days before a contract that began in the year, and those after an acceptance."""
    if task.started_on and task.started_on.year == scene.year and task.started_on > scene.told.last:
        task.proposed_on, task.listed_on = date(scene.year - 1, 4, 12), date(scene.year - 1, 7, 20)
        task.approved_on = min(task.started_on, _untold(task.started_on - timedelta(days=20), scene))
        task.contract_no, task.contract_on = f"{task.code[-2:]}/HĐ-MH", task.started_on
        task.selection, task.programme = Task.Selection.COMPETITIVE, programme
    if task.accepted_on is None or task.accepted_on > scene.until:
        return
    day = scene.later(task.accepted_on, 5, 18)
    last = task.recognised_on or scene.until
    if day <= last and task.rating != Rating.FAIL:
        task.registered_on, task.registration_no = day, f"{task.code}/ĐKKQ-MH"
        task.state = State.REGISTERED if task.state == State.ACCEPTED else task.state
    if task.closed_on and task.recognised_on:
        task.handed_over_on = _untold(task.recognised_on + (task.closed_on - task.recognised_on) / 2, scene)
        task.receiver = f"Cơ quan minh họa {scene.chance.randint(15, 19)}"
        task.settled_on, task.settled_budget = task.closed_on, task.state_budget


def _councils(task: Task, scene: Scene) -> Iterator[Council]:
    about = {"task": task, "members": 7, "present": 7, "outcome": Council.Outcome.FAVOURABLE, "note": MARK}
    if task.proposed_on and task.state != State.PROPOSED:
        day, dropped = _untold(task.proposed_on + timedelta(days=45), scene), task.state == State.DROPPED
        outcome = Council.Outcome.UNFAVOURABLE if dropped else Council.Outcome.FAVOURABLE
        votes = {"votes_for": 2 if dropped else 7, "votes_against": 5 if dropped else 0}
        yield Council(**{**about, "outcome": outcome}, kind=Council.Kind.DETERMINATION, held_on=day, **votes)
    if task.approved_on:
        day = _untold((task.selected_on or task.approved_on) - timedelta(days=25), scene)
        yield Council(**about, kind=Council.Kind.SELECTION, held_on=day, votes_for=6, votes_against=1)
    if task.accepted_on and task.accepted_on not in scene.told:
        best = 5 if task.rating == Rating.EXCELLENT else 0
        votes = {"votes_excellent": best, "votes_for": 7 - best, "votes_against": 0}
        yield Council(**about, kind=Council.Kind.ACCEPTANCE, rating=task.rating, held_on=task.accepted_on, **votes)


def _checks(task: Task, scene: Scene) -> Iterator[Check]:
    """In June and in November of the year, of contracts that run by then."""
    turn = Check.objects.filter(task=task).count()
    for month in (6, 11):
        day = scene.later(date(scene.year, month, 1), 0, 20)
        if task.started_on and task.started_on + timedelta(days=90) < day < (task.accepted_on or date.max):
            turn += 1
            late = scene.chance.random() < 0.15
            progress = Check.Progress.LATE if late else Check.Progress.ON_TIME
            yield Check(task=task, turn=turn, planned_on=day, held_on=day, progress=progress, note=MARK)


def _adjustments(task: Task, scene: Scene) -> Iterator[Adjustment]:
    """Now and then the people or the content of a contract change."""
    if task.state == State.RUNNING and task.started_on and scene.chance.random() < 0.25:
        day = scene.later(max(task.started_on, date(scene.year, 3, 1)), 20, 200)
        kind = scene.chance.choice((Adjustment.Kind.PEOPLE, Adjustment.Kind.CONTENT))
        if day <= scene.until:
            yield Adjustment(task=task, kind=kind, decided_on=day, content=f"Theo đề nghị của tổ chức chủ trì {MARK}")


def _instalments(task: Task, scene: Scene) -> Iterator[Disbursement]:
    """Two advances, the first of which is settled before the second is paid."""
    if not task.contract_no or not task.started_on or not task.state_budget:
        return
    amount = (task.state_budget * Decimal("0.4")).quantize(Decimal(1))
    first = scene.later(task.started_on, 10, 30)
    second = scene.later(first, 150, 200)
    settled = second if second <= scene.until else None
    by = first + timedelta(days=240)
    days = ((1, first, settled), (2, second, None))
    for turn, day, done in days:
        if day <= scene.until:
            due = {"settle_by": by if turn == 1 else day + timedelta(days=365), "settled_on": done}
            yield Disbursement(task=task, turn=turn, paid_on=day, amount=amount, note=MARK, **due)


def _milestones(task: Task, scene: Scene) -> Iterator[Milestone]:
    if not task.contract_no or not task.started_on or not task.until:
        return
    whole = task.until - task.started_on
    for number, title in enumerate(MILESTONES, 1):
        due = task.started_on + whole * number / len(MILESTONES)
        done = _untold(due - timedelta(days=scene.chance.randint(0, 9)), scene)
        yield Milestone(task=task, title=title, due_on=due, done_on=done if due <= scene.until else None, note=MARK)


def _products(task: Task, scene: Scene) -> Iterator[Product]:
    if not task.contract_no and not task.accepted_on:
        return
    given = task.submitted_on or task.accepted_on
    day = given if given and given not in scene.told else None
    for kind, name in ((Product.Kind.METHOD, "Báo cáo tổng kết"), (Product.Kind.PUBLICATION, "Bài báo khoa học")):
        about = {"measure": "báo cáo" if kind == Product.Kind.METHOD else "bài", "committed": 1, "note": MARK}
        yield Product(task=task, kind=kind, name=name, delivered_on=day, delivered=1 if day else None, **about)


def _applications(task: Task, scene: Scene) -> Iterator[Application]:
    """A year after the end of a contract its results are asked for; some are still awaited at the end of the year."""
    if task.closed_on and task.rating != Rating.FAIL:
        due = task.closed_on + timedelta(days=365)
        day = _untold(due - timedelta(days=10), scene) if due <= scene.until else None
        yield Application(task=task, where="Các hộ sản xuất trên địa bàn", due_on=due, reported_on=day, note=MARK)
