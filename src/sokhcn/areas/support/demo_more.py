"""Illustrative money, certificates and titles of support, the programmes it is given under, and startups."""

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
from sokhcn.records.scene import MARK, Scene

State, Kind = IntellectualPropertyGuidance.State, SupportTask.Kind
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


def more(scene: Scene) -> Iterator[list[Kept]]:
    """What hangs on the tasks, classes and dossiers that are written already; then startups."""
    yield [_programme(scene, *told) for told in PROGRAMMES]
    tasks = list(SupportTask.objects.filter(agency=scene.agency).order_by("pk"))
    yield [paid for task in tasks for paid in _paid(scene, task)]
    yield [task for task in tasks if _with_certificate(scene, task)]
    yield list(_titles(scene))
    yield list(_startups(scene))
    yield list(_participants(scene))


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
    if task.kind == Kind.QUALITY_SYSTEM and task.ended_on:
        day = scene.later(task.ended_on, 1, 9)
        task.certificate_number, task.certified_on = f"{task.code}/GCN-MH", day
        task.certificate_expires_on = date(day.year + 3, day.month, min(day.day, 28))
    return True


def _titles(scene: Scene) -> Iterator[IntellectualPropertyGuidance]:
    """Every third application filed early in the year before has its title in this one."""
    filed = IntellectualPropertyGuidance.objects.filter(
        agency=scene.agency, state=State.FILED, filed_on__lt=scene.told.first
    )
    for n, row in enumerate(filed.select_related("agency", "unit", "beneficiary").order_by("pk")):
        if n % 3 == 0:
            (day,) = scene.days_in(scene.months[12 + n // 3 % 11], 1)
            row.application_number, row.title_number = f"4-MH-{n + 101:05}", f"MH-{n + 501:06}"
            row.granted_on, row.state = day, State.GRANTED
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


def _participants(scene: Scene) -> Iterator[Participant]:
    """The list of one class: the last one on startups, cut short."""
    held = TrainingClass.objects.filter(agency=scene.agency, field="startup", held_on__year=scene.year)
    training = held.order_by("held_on", "pk").last()
    if training is None:
        return
    for n, name in enumerate(NAMES):
        place = scene.establishments[n] if n % 2 == 0 else None
        kind = Participant.Kind.ENTERPRISE if place else Participant.Kind.OFFICIAL
        workplace = "" if place else "Sở minh họa"
        yield Participant(training=training, name=name, kind=kind, establishment=place, workplace=workplace, **NOTE)
