"""Illustrative administrative reform: plans and their work, dossiers of each month, documents reviewed."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from sokhcn.areas.reform.models import DocumentReview, LateDossier, PlanActivity, Procedure, ProcedureTally, ReformPlan
from sokhcn.records.kept import Kept
from sokhcn.records.models import Paper
from sokhcn.records.scene import MARK, Month, Scene

Kind, State = ReformPlan.Kind, ReformPlan.State
# The plans of a year by the month in which they are issued; register files tell those of this January.
PLANS = (
    (1, Kind.EMULATION, "phát động thi đua cải cách hành chính năm {year}"),
    (1, Kind.PROCEDURE_CONTROL, "kiểm soát thủ tục hành chính năm {year}"),
    (2, Kind.REFORM, "cải cách hành chính nhà nước năm {year} của ngành"),
    (2, Kind.QUALITY_SYSTEM, "duy trì, cải tiến hệ thống quản lý chất lượng theo TCVN ISO 9001:2015 năm {year}"),
    (2, Kind.DIGITAL, "chuyển đổi số năm {year} của cơ quan"),
    (3, Kind.REFORM, "tuyên truyền cải cách hành chính năm {year}"),
    (3, Kind.PROCEDURE_CONTROL, "rà soát, đánh giá thủ tục hành chính năm {year}"),
    (3, Kind.LEGAL_REVIEW, "theo dõi tình hình thi hành pháp luật năm {year}"),
    (4, Kind.DIGITAL, "số hóa hồ sơ, kết quả giải quyết thủ tục hành chính năm {year}"),
    (5, Kind.REFORM, "khắc phục tồn tại qua đánh giá chỉ số cải cách hành chính năm {last}"),
    (7, Kind.REFORM, "tự kiểm tra công tác cải cách hành chính năm {year}"),
    (8, Kind.QUALITY_SYSTEM, "đánh giá nội bộ hệ thống quản lý chất lượng năm {year}"),
    (10, Kind.LEGAL_CHECK, "tự kiểm tra văn bản do cơ quan tham mưu ban hành năm {year}"),
    (12, Kind.EMULATION, "tổng kết phong trào thi đua cải cách hành chính năm {year}"),
)
Online, Work, Outcome = Procedure.Online, PlanActivity.State, DocumentReview.Outcome
NO, PART, FULL = Online.NONE, Online.PARTIAL, Online.FULL
# What the department settles: name, field, unit, online a year before and now, working days, fee, dossiers in a month.
PROCEDURES = (
    ("Cấp giấy phép tiến hành công việc bức xạ", "An toàn bức xạ", "QLCN", (PART, FULL), 25, 2_000_000, 5),
    ("Gia hạn giấy phép tiến hành công việc bức xạ", "An toàn bức xạ", "QLCN", (PART, FULL), 25, 1_500_000, 3),
    ("Khai báo thiết bị X-quang chẩn đoán trong y tế", "An toàn bức xạ", "QLCN", (FULL, FULL), 5, None, 4),
    ("Cấp chứng chỉ nhân viên bức xạ", "An toàn bức xạ", "QLCN", (PART, FULL), 10, 200_000, 6),
    ("Đánh giá, nghiệm thu nhiệm vụ cấp tỉnh", "Hoạt động khoa học", "QLKH", (NO, PART), 45, None, 2),
    ("Đăng ký kết quả thực hiện nhiệm vụ", "Hoạt động khoa học", "QLKH", (PART, PART), 15, None, 3),
    ("Cấp giấy chứng nhận hoạt động của tổ chức", "Hoạt động khoa học", "QLKH", (PART, PART), 15, 3_000_000, 1),
    ("Thẩm định công nghệ dự án đầu tư", "Chuyển giao công nghệ", "QLCN", (NO, PART), 30, None, 1),
    ("Công bố sử dụng dấu định lượng", "Đo lường", "TDC", (FULL, FULL), 5, None, 9),
    ("Điều chỉnh nội dung bản công bố dấu định lượng", "Đo lường", "TDC", (PART, FULL), 5, None, 3),
    ("Đăng ký công bố hợp chuẩn", "Tiêu chuẩn", "TDC", (PART, FULL), 5, 150_000, 6),
    ("Đăng ký công bố hợp quy", "Tiêu chuẩn", "TDC", (PART, FULL), 5, 150_000, 8),
    ("Đăng ký kiểm tra chất lượng hàng hóa nhập khẩu", "Chất lượng", "TDC", (FULL, FULL), 1, None, 12),
    ("Đăng ký tham dự sơ tuyển giải thưởng chất lượng", "Chất lượng", "TDC", (NO, PART), 15, None, 1),
)
WORK = (
    "Phổ biến, quán triệt kế hoạch",
    "Tổ chức thực hiện các nội dung theo phân công",
    "Tự kiểm tra, báo cáo kết quả",
)
REVIEWED = (
    ("Quy chế quản lý nhiệm vụ khoa học và công nghệ", Outcome.AMEND),
    ("Quy định hỗ trợ doanh nghiệp đổi mới công nghệ", Outcome.REPLACE),
    ("Quy định mức chi nhiệm vụ khoa học và công nghệ", Outcome.FIT),
    ("Quy định quản lý phương tiện đo tại chợ", Outcome.ABOLISH),
    ("Quy chế xét, công nhận sáng kiến", Outcome.FIT),
    ("Quy định quản lý an toàn bức xạ trên địa bàn", Outcome.FIT),
)
NOTE = {"note": MARK}


def rows(scene: Scene) -> Iterator[list[Kept]]:
    """The plans, numbered upwards through each year."""
    yield [plan for month in scene.months if month.year <= scene.year for plan in _of(month, scene)]
    yield from more(scene.of("reform, more"))


def _of(month: Month, scene: Scene) -> Iterator[ReformPlan]:
    told = [(kind, title) for when, kind, title in PLANS if when == month.number]
    for n, (day, (kind, title)) in enumerate(zip(scene.days_in(month, len(told)), told, strict=True)):
        yield ReformPlan(
            kind=kind,
            title=f"Kế hoạch {title.format(year=month.year, last=month.year - 1)} {MARK}",
            symbol=f"{_number(day) + n:02}/KH-MH",
            issued_on=day,
            state=State.ISSUED,
            **scene.book("VP", day),
        )


def _number(day: date) -> int:
    """How far the year's plans are numbered on ``day``: the office issues many others."""
    return 5 + day.timetuple().tm_yday // 3


# --- what the registers have besides ---------------------------------------------------------------------------------


def more(scene: Scene) -> Iterator[list[Kept]]:
    """Work of the plans that are written; procedures of both years with their dossiers; documents reviewed."""
    plans = ReformPlan.objects.filter(agency=scene.agency, state=ReformPlan.State.ISSUED)
    yield [work for plan in plans.order_by("pk") for work in _work(scene, plan)]
    # The list of procedures was published anew when January's days were over; the old one held until then.
    turn = scene.told.last
    old = [_procedure(scene, n, 0, valid_to=turn - timedelta(days=1)) for n in range(len(PROCEDURES))]
    new = [_procedure(scene, n, 1, valid_from=turn + timedelta(days=1)) for n in range(len(PROCEDURES))]
    yield [*old, *new]
    for year, listed in ((scene.year - 1, old), (scene.year, new)):
        months = [month for month in scene.months if month.year == year]
        yield [tally for n, one in enumerate(listed) for tally in _tallies(scene, one, PROCEDURES[n], months)]
    yield list(_late(scene, new))
    papers = [_paper(scene, n, title) for n, (title, _) in enumerate(REVIEWED)]
    yield [*papers]
    yield [_review(scene, n, paper) for n, paper in enumerate(papers)]


def _work(scene: Scene, plan: ReformPlan) -> Iterator[PlanActivity]:
    start = max(plan.issued_on or plan.recorded_on, scene.told.last if plan.recorded_on in scene.told else date.min)
    for number, title in enumerate(WORK, 1):
        due = scene.later(start, 40 * number, 40 * number + 25)
        work = PlanActivity(plan=plan, number=number, title=f"{title} {MARK}", responsible="Văn phòng Sở", due_on=due)
        done = scene.later(due - timedelta(days=12), 0, 14)
        done = min(done, due) if due < scene.told.first else done  # nothing is overdue in the January that files tell
        if done <= scene.until and (done.year < scene.year or scene.chance.random() > 0.06):
            work.done_on, work.state = done, Work.DONE
        yield work


def _procedure(scene: Scene, n: int, later: int, **days: date) -> Procedure:
    name, field, unit, online, workdays, fee, _ = PROCEDURES[n]
    book = scene.book(unit, days.get("valid_from", date(scene.year - 1, 1, 5)))
    about = {"online": online[later], "workdays": workdays, "fee": fee, "field": field}
    return Procedure(code=f"9.{later + 1}{n + 1:05}.H43", name=f"{name} {MARK}", **about, **days, **book)


def _tallies(
    scene: Scene, procedure: Procedure, told: tuple[object, ...], months: list[Month]
) -> Iterator[ProcedureTally]:
    """A line a month; what one leaves pending the next one carries over."""
    usual, carried = int(str(told[-1])), 0
    share = {NO: 0.0, PART: 0.45, FULL: 0.85}[Online(procedure.online)]
    for month in months:
        received = scene.chance.randint(usual // 2, usual + usual // 2)
        open_now = carried + received
        pending = min(open_now, scene.chance.randint(0, 1 + usual // 4))
        returned = int(open_now - pending > 3 and scene.chance.random() < 0.2)
        settled = open_now - pending - returned
        late = int(settled > 2 and scene.chance.random() < 0.05)
        yield ProcedureTally(
            procedure=procedure,
            from_on=month.first,
            to_on=month.last,
            carried=carried,
            received=received,
            received_online=sum(scene.chance.random() < share for _ in range(received)),
            settled=settled,
            settled_in_time=settled - late,
            settled_late=late,
            returned=returned,
            pending=pending,
            fees=Decimal(settled * (procedure.fee or 0)) / 1_000_000,
            **{**scene.book("VP", month.last), "unit": procedure.unit},
        )
        carried = pending


def _late(scene: Scene, procedures: list[Procedure]) -> Iterator[LateDossier]:
    """Two dossiers that were late: one is settled by now, one is not."""
    for n, (procedure, month) in enumerate(((procedures[4], scene.months[13]), (procedures[0], scene.months[-4]))):
        (received,) = scene.days_in(month, 1)
        due = scene.calendar.after(received, procedure.workdays or 1)
        settled = {"settled_on": scene.later(due, 2, 6)} if n == 0 else {"new_due_on": scene.later(due, 10, 20)}
        yield LateDossier(
            procedure=procedure,
            code=f"MH-{scene.year}-{n + 101:06}",
            received_on=received,
            due_on=due,
            reason=f"Chờ ý kiến của cơ quan phối hợp {MARK}",
            apology=f"{n + 11}/XL-MH",
            **settled,
        )


def _paper(scene: Scene, n: int, title: str) -> Paper:
    about = {"type": "Quyết định", "symbol": "QĐ-MH", "issuer": "Cơ quan minh họa"}
    day = date(scene.year - 5, 3 + n, 10)
    return Paper(
        number=f"{n + 21}", year_in_number=day.year, issued_on=day, subject=f"ban hành {title} {MARK}", **about
    )


def _review(scene: Scene, n: int, paper: Paper) -> DocumentReview:
    (day,) = scene.days_in(scene.months[13 + n], 1)
    outcome = REVIEWED[n][1]
    told = {}
    if outcome != Outcome.FIT:
        told = {"proposal": f"Không còn phù hợp quy định mới {MARK}", "due_on": scene.later(day, 120, 240)}
    return DocumentReview(paper=paper, reviewed_on=day, outcome=outcome, **told, **scene.book("VP", day))
