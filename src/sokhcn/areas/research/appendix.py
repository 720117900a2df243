"""The appendix of the chapter: every task managed on the last day, by level; longer reports say more of each."""

from functools import partial

from sokhcn.areas.research.entries import Managed
from sokhcn.areas.research.models import Task
from sokhcn.compiler.appendix import AppendixTable, Group, TableColumn
from sokhcn.document.nodes import Align
from sokhcn.kernel.dates import written
from sokhcn.kernel.numerals import amount

Level = Task.Level


def _time(task: Managed) -> str:
    months = [f"{day:%m/%Y}" for day in (task.started_on, task.until) if day]
    return " - ".join(months)


def _budget(task: Managed) -> str:
    return amount(task.total_budget) if task.total_budget is not None else ""


def _progress(task: Managed) -> str:
    if task.accepted_on is None:
        return task.progress
    rated = f", xếp loại {task.rating}" if task.rating else ""
    return f"Đã nghiệm thu ngày {written(task.accepted_on)}{rated}"


def _is(task: Managed, level: str) -> bool:
    return task.level == level


def _budgets(task: Managed) -> str:
    """Whole and state budget: ``1.250,5 / 820``."""
    state = amount(task.state_budget) if task.state_budget is not None else ""
    return f"{_budget(task)} / {state}" if state else _budget(task)


GROUPS = (
    Group("Cấp quốc gia", "research.managed_national", partial(_is, level=Level.NATIONAL)),
    Group("Cấp bộ", "research.managed_ministerial", partial(_is, level=Level.MINISTERIAL)),
    Group("Cấp tỉnh", "research.managed_provincial", partial(_is, level=Level.PROVINCIAL)),
    Group("Cấp cơ sở", "research.managed_grassroots", partial(_is, level=Level.GRASSROOTS)),
)
APPENDIX = AppendixTable(
    key="research.tasks",
    figure="research.managed",
    title="DANH MỤC NHIỆM VỤ KHOA HỌC VÀ CÔNG NGHỆ ĐANG THEO DÕI, QUẢN LÝ",
    columns=(
        TableColumn("Tên nhiệm vụ", lambda task: task.title, 3.2),
        TableColumn("Tổ chức chủ trì", lambda task: task.host, 2.0),
        TableColumn("Thời gian thực hiện", _time, 1.3, Align.CENTRE),
        TableColumn("Kinh phí", _budget, 1.0, Align.RIGHT),
        TableColumn("Kết quả, tiến độ", _progress, 2.2),
    ),
    groups=GROUPS,
    unit="Đơn vị tính kinh phí: triệu đồng",
)
DETAILED = AppendixTable(
    key="research.tasks_detailed",
    figure="research.managed",
    title="DANH MỤC NHIỆM VỤ KHOA HỌC VÀ CÔNG NGHỆ ĐANG THEO DÕI, QUẢN LÝ",
    columns=(
        TableColumn("Tên nhiệm vụ", lambda task: task.title, 2.8),
        TableColumn("Tổ chức chủ trì", lambda task: task.host, 1.6),
        TableColumn("Chủ nhiệm", lambda task: task.principal_investigator, 1.2),
        TableColumn("Thời gian thực hiện", _time, 1.2, Align.CENTRE),
        TableColumn("Kinh phí (tổng số / NSNN)", _budgets, 1.3, Align.RIGHT),
        TableColumn("Kết quả, tiến độ", _progress, 1.8),
        TableColumn("Tình trạng", lambda task: task.situation, 1.2),
        TableColumn(
            "Ghi chú", lambda task: f"Gia hạn đến {written(task.extended_to)}" if task.extended_to else "", 1.0
        ),
    ),
    groups=GROUPS,
    unit="Đơn vị tính kinh phí: triệu đồng",
)
