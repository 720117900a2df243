"""The illustrative year: what every area says of it, joined, and written through the gate in bulk.

It lies on top of the register files of January, which stay as they are: no row of the year counts in January. The year
before is filled too, more thinly, so that the same period last year has something to say.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.apps import apps

from sokhcn.kernel.periods import Period, PeriodKind
from sokhcn.people.models import User
from sokhcn.records import demo as shared
from sokhcn.records import scene as scene_module
from sokhcn.records.dated import work_calendar
from sokhcn.records.kept import Kept
from sokhcn.records.lists import tell
from sokhcn.records.models import Agency, Establishment, Place, Unit
from sokhcn.records.scene import MARK, Scene, seeded
from sokhcn.records.writing import writing
from sokhcn.reports import catalogue, demo_closing, demo_life, demo_owners
from sokhcn.reports.demo_clock import YEAR as YEAR
from sokhcn.reports.models import Commitment
from sokhcn.reports.periods import the_period

MONTHS = tuple(f"{YEAR}-{month:02}" for month in range(1, 13))
LONGER = (*(f"{YEAR}-Q{quarter}" for quarter in range(1, 5)), f"{YEAR}-6T1", f"{YEAR}-6T2", f"{YEAR}-9T", f"{YEAR}")
# What a department undertakes in every period, beside the key tasks that fall due in it.
ALWAYS = (
    ("QLKH", "Theo dõi, đôn đốc tiến độ các nhiệm vụ KH&CN; tổ chức nghiệm thu các nhiệm vụ đến hạn"),
    ("QLCN", "Hỗ trợ doanh nghiệp đổi mới công nghệ, đăng ký bảo hộ quyền sở hữu công nghiệp"),
    ("TDC", "Kiểm định, hiệu chuẩn, thử nghiệm phương tiện đo theo kế hoạch"),
    ("VP", "Triển khai các nội dung cải cách hành chính, chuyển đổi số của Sở"),
)
# What comes up in the month after, and what only longer periods have.
IN_MONTH = (
    ("TTRA", "Triển khai các cuộc thanh tra, kiểm tra theo kế hoạch năm"),
    ("TTRA", "Triển khai các cuộc thanh tra, kiểm tra theo kế hoạch năm"),
    ("QLKH", "Rà soát đề xuất nhiệm vụ KH&CN của các sở, ngành, địa phương"),
    ("QLKH", "Chuẩn bị các hoạt động chào mừng Ngày Khoa học và Công nghệ Việt Nam"),
    ("QLKH", "Tổ chức các hoạt động chào mừng Ngày Khoa học và Công nghệ Việt Nam"),
    ("QLKH", "Sơ kết hoạt động KH&CN 6 tháng đầu năm"),
    ("VP", "Xây dựng dự toán sự nghiệp KH&CN năm sau"),
    ("QLCN", "Phát động Cuộc thi ý tưởng khởi nghiệp đổi mới sáng tạo"),
    ("TDC", "Kiểm tra đo lường, chất lượng hàng hóa dịp Quốc khánh và năm học mới"),
    ("QLCN", "Tổ chức diễn tập ứng phó sự cố bức xạ"),
    ("TTRA", "Xây dựng kế hoạch thanh tra, kiểm tra năm sau"),
    ("VP", "Tổng kết công tác năm, xây dựng chương trình công tác năm sau"),
)
IN_LONGER = (
    ("QLKH", "Tham mưu UBND tỉnh triển khai kế hoạch khoa học, công nghệ và đổi mới sáng tạo {period}"),
    ("QLCN", "Cấp phép, kiểm tra an toàn bức xạ; nhắc gia hạn các giấy phép hết hạn trong {period}"),
    ("TTRA", "Triển khai các cuộc thanh tra, kiểm tra {period}"),
)
FIRST = "Tập trung hoàn thành các nhiệm vụ trọng tâm đến hạn trong {period}"
MOST_BELOW = 10


@dataclass(frozen=True, slots=True)
class Filled:
    """The ``done``-th of ``total`` parts of the year, and how many rows it wrote."""

    done: int
    total: int
    title: str
    rows: int


def fill(agency: Agency, by: User) -> Iterator[Filled]:
    """Write the year's rows for ``agency``, part by part."""
    areas = catalogue.demonstrations()
    total = len(areas) + 3
    places = {place.name: place for place in Place.objects.order_by("code")}
    yield Filled(1, total, "Danh mục dùng chung", _write(shared.rows(YEAR, places), "danh mục dùng chung", by))
    scene = scene_for(agency)
    for done, (app, module) in enumerate(areas, 2):
        rows = module.rows(scene.of(app.label))
        yield Filled(done, total, str(app.verbose_name), _write(rows, str(app.verbose_name), by))
    yield Filled(total - 1, total, "Nhiệm vụ kỳ tới", _commit(scene, by))
    closed = demo_closing.closings([the_period(code) for code in MONTHS], agency)
    yield Filled(total, total, "Chốt sổ các tháng", _write((tuple(closed),), "chốt sổ các tháng", by))


def sources() -> list[Path]:
    """The files that say what the year holds: when one changes, the year is made anew."""
    modules = (
        shared,
        scene_module,
        demo_closing,
        demo_life,
        demo_owners,
        *(module for _, module in catalogue.demonstrations()),
    )
    return [Path(str(module.__file__)) for module in modules] + [Path(__file__)]


def scene_for(agency: Agency) -> Scene:
    """What the areas' rows are made from, as the registers know it now."""
    return Scene(
        year=YEAR,
        agency=agency,
        units={unit.code: unit for unit in Unit.objects.filter(agency=agency).order_by("pk")},
        establishments=tuple(Establishment.objects.order_by("pk")),
        calendar=work_calendar(),
        chance=seeded(YEAR, ""),
    )


def _write(groups: Iterable[Sequence[Kept]], what: str, by: User) -> int:
    """Each group is written before the next one is made: later rows may refer to it."""
    with writing(by=by, occasion=f"Số liệu minh họa năm {YEAR}: {what}") as pen:
        return sum(pen.save_many(group) for group in groups)


# --- the plan of the next period -----------------------------------------------------------------------------------


def _commit(scene: Scene, by: User) -> int:
    """What each report but January's undertakes for the period after it."""
    told = [(row, tasks) for code in (*MONTHS[1:], *LONGER) for row, tasks in _commitments(the_period(code), scene)]
    with writing(by=by, occasion=f"Số liệu minh họa năm {YEAR}: nhiệm vụ kỳ tới") as pen:
        for row, tasks in told:
            tell(row, {"tasks": tasks})
        return pen.save_many(row for row, _ in told)


def _commitments(period: Period, scene: Scene) -> Iterator[tuple[Commitment, list[Any]]]:
    """Key tasks that fall due in the period to come, below one line; then what is done besides."""
    for place, (unit, text, tasks) in enumerate(_lines(period, scene), 1):
        yield _commitment(period, f"{place}", text, scene.book(unit, period.end)), []
        for below, task in enumerate(tasks, 1):
            book = {**scene.book(unit, period.end), "unit": task.unit}
            yield _commitment(period, f"{place}.{below}", f"{task.title}.", book), [task]


def _lines(period: Period, scene: Scene) -> Iterator[tuple[str, str, list[Any]]]:
    """Unit, text and key tasks of each first-level line. The next year has no programme yet."""
    after = period.next()
    due = _due(after, scene.agency)[:MOST_BELOW] if period.kind is not PeriodKind.YEAR else []
    if due:
        yield "VP", f"{FIRST.format(period=after.short_name)} {MARK}:", due
    other = (IN_MONTH[after.index - 1],) if period.kind is PeriodKind.MONTH else IN_LONGER
    for unit, text in (*other, *ALWAYS):
        yield unit, f"{text.format(period=after.short_name)} {MARK}.", []


def _due(period: Period, agency: Agency) -> list[Any]:
    tasks: Any = apps.get_model("programme", "KeyTask")
    due = tasks.objects.filter(agency=agency, year=YEAR, due_on__range=period.days).exclude(
        state__in=("draft", "removed")
    )
    return list(due.select_related("unit").order_by("due_on", "code"))


def _commitment(period: Period, place: str, text: str, book: dict[str, Any]) -> Commitment:
    due: date = period.next().end
    return Commitment(period_code=period.code, place=place, text=text, due_on=due, **book)
