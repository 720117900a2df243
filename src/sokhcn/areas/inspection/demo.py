"""Illustrative inspections and checks of two years, with their results some weeks after they began."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sokhcn.areas.inspection.models import Campaign, Recommendation, Sample, Sanction, Violation, Visit
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
SMALL = ("quầy hàng", "tiệm vàng", "cửa hàng tạp hóa")  # establishments of one person
FINES = (1_500_000, 3_000_000, 7_500_000, 15_000_000)
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
    yield from _details(scene.of("inspection.details"))


def _of(month: Month, scene: Scene) -> Iterator[Campaign]:
    # The year before had fewer: none while people stayed at home, and none that would go on in January.
    led = [told[1:] for told in LED if told[0] == month.number]
    joined = [told[1:] for told in JOINED if told[0] == month.number]
    if month.year < scene.year:
        led, joined = ([], []) if month.number in (8, 9, 12) else (led[:1], joined)
    for kind, unit, title, most in led:
        yield _led(Campaign(kind=kind, title=_titled(title, month), place=PROVINCE), unit, most, month, scene)
    for title, body in joined:
        (day,) = scene.days_in(month, 1)
        end = scene.calendar.after(day, 8)
        about = {"led_by_us": False, "lead_body": body, "started_on": day, "kind": Kind.JOINT}
        row = Campaign(title=_titled(title, month), **about, **scene.book("TTRA", day))
        yield _closed(row, end, scene)


def _titled(title: str, month: Month) -> str:
    """With its year: no paper tells this year's campaign from last year's of the same name."""
    return f"{title} {month.year} {MARK}" if title.endswith("năm") else f"{title} năm {month.year} {MARK}"


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


# --- what stands behind the results -------------------------------------------------------------------------------


def _details(scene: Scene) -> Iterator[list[Kept]]:
    """The establishments behind each count of the year, what was measured there, and what came of violations."""
    for number, row in enumerate(_counted(scene), 1):
        visits = _visits(row, scene)
        _sum_up(row, visits, number, scene)
        violations = _violations(row, visits)
        # A campaign goes before its parts: they refer to its code, and the day of its conclusion.
        yield [row]
        yield [*visits, *_samples(row, visits, scene), *violations, *_recommendations(row, scene)]
        yield [*_sanctions(row, violations, number, scene)]


def _counted(scene: Scene) -> list[Campaign]:
    """Campaigns of the department with results, but those that January's files tell themselves."""
    rows = Campaign.objects.filter(agency=scene.agency, led_by_us=True, establishments_checked__gt=0)
    return list(
        rows.exclude(title__contains="cột đo xăng dầu").select_related("agency", "unit", "plan", "basis").order_by("pk")
    )


def _day_in(row: Campaign, scene: Scene) -> date:
    """A working day of the campaign that no register file tells of."""
    assert row.ended_on is not None  # it has results
    first = max(row.started_on or row.recorded_on, row.ended_on - timedelta(days=30))
    days = [day for day in scene.workdays(first, row.ended_on) if day not in scene.told]
    chosen: date = scene.chance.choice(days or [row.ended_on])
    return chosen


def _visits(row: Campaign, scene: Scene) -> list[Visit]:
    found = scene.chance.sample(scene.invented, k=min(row.establishments_checked or 0, len(scene.invented)))
    visits = []
    for number, place in enumerate(found):
        subject = Visit.Subject.INDIVIDUAL if any(name in place.name for name in SMALL) else Visit.Subject.ORGANISATION
        outcome = Visit.Outcome.VIOLATING if number < (row.violations or 0) else Visit.Outcome.COMPLIANT
        about = {"subject": subject, "outcome": outcome, "visited_on": _day_in(row, scene), "note": MARK}
        visits.append(Visit(campaign=row, establishment=place, **about))
    return visits


def _sum_up(row: Campaign, visits: list[Visit], number: int, scene: Scene) -> None:
    row.code = f"TTKT.MH-{number:02}"
    row.occasion = row.occasion or Campaign.Occasion.PLANNED
    row.individuals_checked = sum(visit.subject == Visit.Subject.INDIVIDUAL for visit in visits)
    row.organisations_checked = len(visits) - row.individuals_checked
    row.violators = row.violations
    if row.kind == Kind.INSPECTION and row.ended_on:
        day = scene.later(row.ended_on, 15, 25)
        row.conclusion_due_on = day + timedelta(days=5)
        row.conclusion_on, row.state = (day, State.REPORTED) if day <= scene.until else (None, row.state)


def _samples(row: Campaign, visits: list[Visit], scene: Scene) -> Iterator[Sample]:
    """Instruments where measuring is checked, goods where quality is, lots where goods are prepackaged."""
    packed, measured = "đóng gói sẵn" in row.title, "đo lường" in row.title
    if not packed and not measured and "chất lượng" not in row.title:
        return
    for number, visit in enumerate(visits[:6], 1):
        about = {"campaign": row, "number": number, "establishment": visit.establishment, "note": MARK}
        failed = int(visit.outcome == Visit.Outcome.VIOLATING)
        told = {"taken_on": visit.visited_on, "failed": failed, "outcome": "failed" if failed else "passed"}
        if packed:
            lot = {"nominal_quantity": 500, "measure": "g", "lot_size": 150, "quantity": 20, "tolerable_deficiency": 15}
            mean = Decimal(scene.chance.randint(4970, 5040)) / 10
            yield Sample(kind="prepackaged", name="Gạo đóng túi", mean_quantity=mean, **lot, **told, **about)
        elif measured:
            many = scene.chance.randint(2, 9)
            yield Sample(kind="instrument", name="Phương tiện đo tại cơ sở", quantity=many, **told, **about)
        else:
            yield Sample(kind="goods", name="Mẫu hàng hóa", quantity=2, **told, **about)


def _violations(row: Campaign, visits: list[Visit]) -> list[Violation]:
    sanctioned = row.result == FAULTS[2]
    handling = Violation.Handling.SANCTIONED if sanctioned else Violation.Handling.REMINDED
    return [
        Violation(
            campaign=row,
            number=number,
            establishment=visit.establishment,
            act=f"Sử dụng phương tiện đo hết hiệu lực kiểm định, ghi nhãn thiếu nội dung {MARK}",
            found_on=visit.visited_on or visit.campaign.recorded_on,
            handling=handling,
        )
        for number, visit in enumerate(visits[: row.violations or 0], 1)
    ]


def _sanctions(row: Campaign, violations: list[Violation], number: int, scene: Scene) -> Iterator[Sanction]:
    """A decision for each violation that is sanctioned, mostly paid some days later."""
    for violation in violations:
        if violation.handling != Violation.Handling.SANCTIONED or row.ended_on is None:
            continue
        day = scene.later(row.ended_on, 5, 12)
        if day > scene.until:
            continue
        fine = scene.chance.choice(FINES)
        paid = scene.later(day, 3, 9)
        about = {"campaign": row, "establishment": violation.establishment, "act": violation.act, "fine": fine}
        told = {"number": f"{number:02}{violation.number}/QĐ-MH", "decided_on": day, "delivered_on": day}
        home = scene.book(row.unit.code if row.unit else "TTRA", day)
        late = scene.chance.random() < 0.2 or paid > scene.until
        done = {"state": "decided"} if late else {"state": "paid", "paid_on": paid, "paid": fine}
        yield Sanction(**about, **told, **home, **done)


def _recommendations(row: Campaign, scene: Scene) -> Iterator[Recommendation]:
    """A conclusion asks for something that is done within two months."""
    if row.conclusion_on:
        due = row.conclusion_on + timedelta(days=60)
        done = due - timedelta(days=10)
        done = scene.told.last + timedelta(days=1) if done in scene.told else done
        about = {"content": f"Khắc phục các tồn tại đã nêu trong kết luận {MARK}", "due_on": due}
        yield Recommendation(campaign=row, done_on=done if done <= scene.until else None, **about)
