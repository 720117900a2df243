"""The appendix of the chapter: every task managed on the last day, by level."""

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
    groups=(
        Group("Cấp quốc gia", "research.managed_national", partial(_is, level=Level.NATIONAL)),
        Group("Cấp bộ", "research.managed_ministerial", partial(_is, level=Level.MINISTERIAL)),
        Group("Cấp tỉnh", "research.managed_provincial", partial(_is, level=Level.PROVINCIAL)),
        Group("Cấp cơ sở", "research.managed_grassroots", partial(_is, level=Level.GRASSROOTS)),
    ),
    unit="Đơn vị tính kinh phí: triệu đồng",
)
