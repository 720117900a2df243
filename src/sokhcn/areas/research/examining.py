"""What is wrong with a task beyond its own fields: words that did not hold on its day, a term that was not moved."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from sokhcn.areas.research.models import Adjustment, CodeInForce
from sokhcn.kernel.finding import Finding, Severity, must

List = CodeInForce.List


def examine(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """Words of ``row`` that the department's dated lists do not have on the day; a list that is empty says nothing."""
    told = (
        (List.RATING, row.get_rating_display() if row.rating else "", row.accepted_on),
        (List.SELECTION, row.get_selection_display() if row.selection else "", row.selected_on or row.approved_on),
    )
    for code_list, name, day in told:
        if name and day and not CodeInForce.allows(day, {"code_list": code_list}, name=name):
            template = "“{name}” không có trong danh mục “{list}” áp dụng ngày {day}."
            advice = "Xem lại ngày, hoặc thêm mục này ở sổ danh-muc-nhiem-vu-khcn với căn cứ của nó."
            about = {"name": name, "list": code_list.label, "day": f"{day:%d/%m/%Y}"}
            wrong = must("research.code", template, where=where, suggestion=advice, **about)
            # What nobody has verified in the law keeps no row out.
            verified = CodeInForce.objects.filter(code_list=code_list, verified=True).exists()
            yield wrong if verified else replace(wrong, severity=Severity.LOOK)


def not_moved(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """The term that counts stands in the task: an extension beyond it would be told and not kept."""
    if getattr(row, "task", None) is None:
        return
    until = row.task.until
    granted = row.kind == Adjustment.Kind.EXTENSION and row.decided_on and row.new_end
    if granted and (until is None or until < row.new_end):
        template = "Thời hạn của nhiệm vụ {task} là {until}, chưa đến thời hạn mới {new}."
        advice = "Dùng “Gia hạn nhiệm vụ” ở dòng của nhiệm vụ, hoặc ghi “Gia hạn đến” ở đó trước."
        days = {"until": f"{until:%d/%m/%Y}" if until else "chưa ghi", "new": f"{row.new_end:%d/%m/%Y}"}
        yield must("research.not_moved", template, where=where, suggestion=advice, task=row.task.code, **days)
