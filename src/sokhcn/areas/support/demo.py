"""Illustrative support of two years: tasks with their money, classes, dossiers guided, startups."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sokhcn.areas.support.models import (
    Disbursement,
    IntellectualPropertyGuidance,
    Participant,
    Programme,
    Startup,
    SupportTask,
    TrainingClass,
)
from sokhcn.records.kept import Kept
from sokhcn.records.scene import MARK, Month, Scene

Task, Class, Guidance = SupportTask, TrainingClass, IntellectualPropertyGuidance
ENTERPRISES = (
    "chế biến",
    "nước mắm",
    "hợp tác xã nông nghiệp",
    "doanh nghiệp cơ khí",
    "doanh nghiệp phần mềm",
    "hải sản",
)
# Tasks of the year: the month they begin, what for, the unit, and how many months they last (0: beyond the year).
TASKS = (
    (2, Task.Kind.QUALITY_SYSTEM, "TDC", 8, "Xây dựng và áp dụng hệ thống quản lý an toàn thực phẩm ISO 22000:2018"),
    (3, Task.Kind.QUALITY_SYSTEM, "TDC", 7, "Áp dụng công cụ 5S tại xưởng chế biến"),
    (3, Task.Kind.TECHNOLOGY_RENEWAL, "QLCN", 0, "Đổi mới công nghệ cấp đông thủy sản"),
    (4, Task.Kind.STARTUP_ECOSYSTEM, "QLCN", 6, "Ươm tạo dự án khởi nghiệp từ nông sản địa phương"),
    (5, Task.Kind.QUALITY_SYSTEM, "TDC", 6, "Áp dụng tiêu chuẩn VietGAP cho vùng trồng nho"),
    (6, Task.Kind.TECHNOLOGY_RENEWAL, "QLCN", 0, "Đổi mới dây chuyền chiết rót nước mắm"),
    (7, Task.Kind.QUALITY_SYSTEM, "TDC", 0, "Áp dụng hệ thống quản lý năng lượng ISO 50001:2018"),
    (9, Task.Kind.STARTUP_ECOSYSTEM, "QLCN", 0, "Kết nối nhà đầu tư với dự án khởi nghiệp"),
    (10, Task.Kind.TECHNOLOGY_RENEWAL, "QLCN", 0, "Chế tạo máy tách hạt táo"),
    (11, Task.Kind.OTHER, "TDC", 0, "Truy xuất nguồn gốc sản phẩm táo, nho"),
)
# Tasks of earlier years that ended in the year before: the month they ended.
ENDED = (
    (3, Task.Kind.QUALITY_SYSTEM, "Áp dụng hệ thống quản lý chất lượng tại cơ sở may mặc"),
    (5, Task.Kind.TECHNOLOGY_RENEWAL, "Đổi mới công nghệ sấy hành, tỏi"),
    (6, Task.Kind.QUALITY_SYSTEM, "Áp dụng nguyên tắc HACCP tại cơ sở chế biến thủy sản"),
    (9, Task.Kind.STARTUP_ECOSYSTEM, "Hỗ trợ nhóm khởi nghiệp trong thanh niên"),
    (11, Task.Kind.QUALITY_SYSTEM, "Xây dựng hệ thống quản lý chất lượng tại hợp tác xã rau an toàn"),
)
# Classes of a year: the month, the field, the topic as it follows “tập huấn về”, and whether the year before had it.
CLASSES = (
    (3, Class.Field.QUALITY, "công cụ cải tiến năng suất, chất lượng cho doanh nghiệp nhỏ", True),
    (3, Class.Field.STARTUP, "hình thành ý tưởng khởi nghiệp đổi mới sáng tạo", True),
    (4, Class.Field.INTELLECTUAL_PROPERTY, "xác lập quyền sở hữu trí tuệ đối với nhãn hiệu", True),
    (4, Class.Field.STARTUP, "thiết kế sản phẩm và thử nghiệm thị trường", False),
    (5, Class.Field.QUALITY, "nhãn hàng hóa và đo lường đối với hàng đóng gói sẵn", True),
    (5, Class.Field.STARTUP, "khởi nghiệp đổi mới sáng tạo trong nông nghiệp", True),
    (5, Class.Field.TECHNOLOGY, "chuyển giao công nghệ và thẩm định công nghệ", False),
    (6, Class.Field.INTELLECTUAL_PROPERTY, "khai thác chỉ dẫn địa lý và nhãn hiệu chứng nhận", True),
    (6, Class.Field.STARTUP, "gọi vốn và làm việc với nhà đầu tư", False),
    (7, Class.Field.QUALITY, "hệ thống quản lý chất lượng theo TCVN ISO 9001:2015", True),
    (8, Class.Field.STARTUP, "chuẩn bị hồ sơ dự thi ý tưởng khởi nghiệp", False),
    (8, Class.Field.OTHER, "truy xuất nguồn gốc sản phẩm, hàng hóa", False),
    (9, Class.Field.TECHNOLOGY, "ứng dụng công nghệ số trong quản trị doanh nghiệp", False),
    (9, Class.Field.STARTUP, "truyền thông, quảng bá sản phẩm khởi nghiệp", False),
    (10, Class.Field.INTELLECTUAL_PROPERTY, "thực thi quyền sở hữu trí tuệ", True),
    (10, Class.Field.QUALITY, "an toàn bức xạ và đo lường tại cơ sở y tế", False),
    (11, Class.Field.STARTUP, "kết nối hệ sinh thái khởi nghiệp vùng", True),
    (11, Class.Field.QUALITY, "hàng rào kỹ thuật trong thương mại đối với nông sản", True),
    (12, Class.Field.OTHER, "ghi chép, lưu trữ hồ sơ nhiệm vụ KH&CN", True),
)
# Dossiers guided in each month.
LAST_YEAR = (1, 1, 3, 3, 3, 3, 2, 0, 1, 3, 4, 3)
THIS_YEAR = (0, 2, 5, 6, 6, 5, 5, 6, 5, 6, 6, 4)
GOODS = (
    "nước mắm",
    "táo",
    "nho",
    "tỏi",
    "nha đam",
    "măng tây",
    "thịt cừu",
    "muối",
    "rượu nho",
    "hải sản khô",
    "rong nho",
)
PROGRAMMES = (
    ("CT-NSCL", "Chương trình hỗ trợ doanh nghiệp nâng cao năng suất, chất lượng sản phẩm, hàng hóa", "TDC"),
    ("CT-KNST", "Chương trình hỗ trợ hệ sinh thái khởi nghiệp đổi mới sáng tạo", "QLCN"),
    ("CT-TSTT", "Chương trình phát triển tài sản trí tuệ", "QLCN"),
)
# Projects that are incubated: name, field, month; the first ones were done in the year before.
STARTUPS = (
    ("Mứt măng tây", "chế biến nông sản", 2),
    ("Nước nho lên men tự nhiên", "chế biến nông sản", 3),
    ("Ứng dụng dẫn đường vườn nho", "du lịch số", 4),
    ("Tưới tiết kiệm cho nha đam", "nông nghiệp công nghệ cao", 6),
    ("Gạch không nung từ cát mặn", "vật liệu", 8),
    ("Sàn giao dịch cừu giống", "thương mại điện tử", 9),
    ("Trà lá táo", "chế biến nông sản", 11),
)
NAMES = ("Nguyễn Văn Minh Họa", "Trần Thị Minh Họa", "Lê Văn Minh Họa", "Phạm Thị Minh Họa", "Đàng Văn Minh Họa")
LASTS = timedelta(days=300)
NOTE = {"note": MARK}


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """Tasks of both years and those of the register files that end, classes, guidance."""
    yield [*_tasks(scene), *_ended(scene)]
    yield list(_known(scene))
    yield [held for month in scene.months if month.year <= scene.year for held in _classes(month, scene)]
    guided = [one for month in scene.months if month.year <= scene.year for one in _guidance(month, scene)]
    yield list(_told_apart(guided))
    yield from more(scene.of("support, more"))


def _month(scene: Scene, number: int) -> Month:
    return next(m for m in scene.months if (m.year, m.number) == (scene.year, number))


def _tasks(scene: Scene) -> Iterator[SupportTask]:
    for n, (month, kind, unit, lasts, title) in enumerate(TASKS, 11):
        (day,) = scene.days_in(_month(scene, month), 1)
        task = _task(scene, f"HT-{scene.year}-{n:02}", kind, title)
        task.started_on, task.state = day, Task.State.RUNNING
        if lasts:
            task.ended_on, task.state = scene.later(day, lasts * 28, lasts * 30), Task.State.COMPLETED
        yield _booked(task, scene, unit, day)


def _ended(scene: Scene) -> Iterator[SupportTask]:
    for n, (month, kind, title) in enumerate(ENDED, 51):
        start, end = date(scene.year - 2, month, 4), scene.calendar.after(date(scene.year - 1, month, 7), 2)
        task = _task(scene, f"HT-{scene.year - 2}-{n:02}", kind, title)
        task.started_on, task.ended_on, task.state = start, end, Task.State.COMPLETED
        yield _booked(task, scene, "TDC", start)


def _task(scene: Scene, code: str, kind: SupportTask.Kind, title: str) -> SupportTask:
    helped = scene.chance.choice(scene.of_trade(*ENTERPRISES))
    budget = Decimal(scene.chance.randint(8, 60) * 5)
    return SupportTask(code=code, title=f"{title} {MARK}", kind=kind, beneficiary=helped, budget=budget)


def _booked(task: SupportTask, scene: Scene, unit: str, day: date) -> SupportTask:
    for name, value in scene.book(unit, day).items():
        setattr(task, name, value)
    return task


def _known(scene: Scene) -> Iterator[SupportTask]:
    """Tasks of the year before that register files tell: every second one ends in this year."""
    running = SupportTask.objects.filter(agency=scene.agency, state=Task.State.RUNNING, started_on__lt=scene.told.first)
    for n, task in enumerate(running.select_related("agency", "unit", "beneficiary").order_by("code")):
        if n % 2 == 0:
            month = scene.months[14 + n // 2]
            (task.ended_on,) = scene.days_in(month, 1)
            task.state = Task.State.COMPLETED
            yield task


def _classes(month: Month, scene: Scene) -> Iterator[TrainingClass]:
    this_year = month.year == scene.year
    told = [(field, topic) for when, field, topic, before in CLASSES if when == month.number and (this_year or before)]
    for day, (field, topic) in zip(scene.days_in(month, len(told)), told, strict=True):
        chance = scene.chance
        yield TrainingClass(
            topic=f"{topic} {MARK}",
            field=field,
            held_on=day,
            ended_on=min(scene.calendar.after(day, 1), month.last),
            venue=f"Hội trường {MARK}",
            enterprises=chance.randint(12, 35),
            officials=chance.randint(8, 30),
            individuals=chance.choice((0, 0, 10, 15, 20)),
            state=Class.State.HELD,
            **scene.book(chance.choice(("QLCN", "TDC")), day + timedelta(days=1)),
        )


def _guidance(month: Month, scene: Scene) -> Iterator[IntellectualPropertyGuidance]:
    """Some enterprises come again with a second dossier: guided twice, counted once."""
    many = (THIS_YEAR if month.year == scene.year else LAST_YEAR)[month.number - 1]
    helped = scene.of_trade(*ENTERPRISES)[:40]
    for day in scene.days_in(month, many):
        place, goods = scene.chance.choice(helped), scene.chance.choice(GOODS)
        kind = scene.chance.choice((Guidance.Kind.TRADEMARK, Guidance.Kind.TRADEMARK, Guidance.Kind.INDUSTRIAL_DESIGN))
        filed = scene.later(day, 10, 40)
        yield IntellectualPropertyGuidance(
            beneficiary=place,
            ip_kind=kind,
            subject=f"{'Nhãn hiệu' if kind == Guidance.Kind.TRADEMARK else 'Bao bì'} {goods} {MARK}",
            guided_on=day,
            filed_on=filed if filed <= scene.until else None,
            state=Guidance.State.FILED if filed <= scene.until else Guidance.State.GUIDED,
            **scene.book("QLCN", day),
        )


def _told_apart(guided: list[IntellectualPropertyGuidance]) -> Iterator[IntellectualPropertyGuidance]:
    """An enterprise that comes again with the same goods comes with another sign for them."""
    known: dict[tuple[int, str, str], int] = {}
    for row in guided:
        key = (row.beneficiary_id, row.ip_kind, row.subject)
        known[key] = known.get(key, 0) + 1
        if known[key] > 1:
            row.subject = f"{row.subject.removesuffix(MARK)}mẫu {known[key]} {MARK}"
        yield row


# --- what the registers have besides ---------------------------------------------------------------------------------


def more(scene: Scene) -> Iterator[list[Kept]]:
    """What hangs on the tasks, classes and dossiers that are written already; then startups."""
    yield [_programme(scene, *told) for told in PROGRAMMES]
    tasks = list(SupportTask.objects.filter(agency=scene.agency).order_by("pk"))
    yield [paid for task in tasks for paid in _paid(scene, task)]
    yield [task for task in tasks if _with_certificate(scene, task)]
    yield list(_titles(scene))
    yield list(_startups(scene))
    yield from _listed(scene)


def _programme(scene: Scene, code: str, name: str, unit: str) -> Programme:
    begun = date(scene.year - 1, 1, 1)
    days = {"begins_on": begun, "ends_on": date(scene.year + 8, 12, 31)}
    return Programme(code=code, name=f"{name} {MARK}", **days, **scene.book(unit, begun))


def _paid(scene: Scene, task: SupportTask) -> Iterator[Disbursement]:
    """Half when a task begins, the rest when it is done; what is not done yet waits for its day."""
    if task.budget is None or task.started_on is None:
        return
    half = (task.budget / 2).quantize(Decimal("0.1"))
    first = scene.later(task.started_on, 15, 40)
    yield Disbursement(task=task, number=1, amount=half, due_on=first, paid_on=_past(scene, first), **NOTE)
    rest = scene.later(task.ended_on, 10, 30) if task.ended_on else scene.later(task.started_on, 200, 330)
    paid = _past(scene, rest) if task.ended_on else None
    yield Disbursement(task=task, number=2, amount=task.budget - half, due_on=rest, paid_on=paid, **NOTE)


def _past(scene: Scene, day: date) -> date | None:
    return day if day <= scene.until else None


def _with_certificate(scene: Scene, task: SupportTask) -> bool:
    """A quality system that is done was certified; every contract that runs ends some day."""
    if task.started_on is None or task.note != MARK:
        return False
    task.contract_number = f"{task.code}/HĐ-MH"
    task.signed_on = task.started_on
    task.ends_on = task.ended_on or max(task.started_on + LASTS, scene.told.last + timedelta(days=30))
    if task.kind == Task.Kind.QUALITY_SYSTEM and task.ended_on:
        day = scene.later(task.ended_on, 1, 9)
        task.certificate_number, task.certified_on = f"{task.code}/GCN-MH", day
        task.certificate_expires_on = date(day.year + 3, day.month, min(day.day, 28))
    return True


def _titles(scene: Scene) -> Iterator[IntellectualPropertyGuidance]:
    """Every third application filed early in the year before has its title in this one."""
    filed = IntellectualPropertyGuidance.objects.filter(
        agency=scene.agency, state=Guidance.State.FILED, filed_on__lt=scene.told.first
    )
    for n, row in enumerate(filed.select_related("agency", "unit", "beneficiary").order_by("pk")):
        if n % 3 == 0:
            (day,) = scene.days_in(scene.months[12 + n // 3 % 11], 1)
            row.application_number, row.title_number = f"4-MH-{n + 101:05}", f"MH-{n + 501:06}"
            row.granted_on, row.state = day, Guidance.State.GRANTED
            yield row


def _startups(scene: Scene) -> Iterator[Startup]:
    for n, (name, field, month) in enumerate(STARTUPS):
        year = scene.year if n else scene.year - 1
        (day,) = scene.days_in(next(m for m in scene.months if (m.year, m.number) == (year, month)), 1)
        over = {} if n else {"incubated_to": scene.later(day, 180, 240), "state": Startup.State.GRADUATED}
        yield Startup(
            name=f"{name} {MARK}",
            kind=Startup.Kind.PROJECT,
            field=field,
            founder=scene.chance.choice(NAMES),
            incubated_from=day,
            **over,
            **scene.book("QLCN", day),
        )


def _listed(scene: Scene) -> Iterator[list[Kept]]:
    """One class has a code, and by it the beginning of a list: the last one on startups."""
    held = TrainingClass.objects.filter(agency=scene.agency, field="startup", held_on__year=scene.year)
    training = held.order_by("held_on", "pk").last()
    if training is None:
        return
    training.code = f"L{scene.year}-01"
    yield [training]
    yield list(_participants(scene, training))


def _participants(scene: Scene, training: TrainingClass) -> Iterator[Participant]:
    for n, name in enumerate(NAMES):
        place = scene.establishments[n] if n % 2 == 0 else None
        kind = Participant.Kind.ENTERPRISE if place else Participant.Kind.OFFICIAL
        workplace = "" if place else "Sở minh họa"
        yield Participant(training=training, name=name, kind=kind, establishment=place, workplace=workplace, **NOTE)
