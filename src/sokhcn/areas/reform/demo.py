"""Illustrative plans of administrative reform: most are issued when the year begins."""

from collections.abc import Iterator
from datetime import date

from sokhcn.areas.reform.demo_more import more
from sokhcn.areas.reform.models import ReformPlan
from sokhcn.records.kept import Kept
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
