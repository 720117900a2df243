"""What is wrong with a task beyond its own fields: a rating or a way of being given that did not hold on its day."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from sokhcn.areas.research.models import CodeInForce
from sokhcn.kernel.finding import Finding, must

List = CodeInForce.List


def examine(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """Words of ``row`` that the department's dated lists do not have on the day; a list that is empty says nothing."""
    told = (
        (List.RATING, row.get_rating_display() if row.rating else "", row.accepted_on),
        (List.SELECTION, row.get_selection_display() if row.selection else "", row.selected_on or row.approved_on),
    )
    for code_list, name, day in told:
        if name and day and not _holds(code_list, name, day):
            template = "“{name}” không có trong danh mục “{list}” áp dụng ngày {day}."
            advice = "Xem lại ngày, hoặc thêm mục này ở sổ danh-muc-nhiem-vu-khcn với căn cứ của nó."
            about = {"name": name, "list": code_list.label, "day": f"{day:%d/%m/%Y}"}
            yield must("research.code", template, where=where, suggestion=advice, **about)


def _holds(code_list: CodeInForce.List, name: str, day: date) -> bool:
    holding = set(CodeInForce.on(day).filter(code_list=code_list).values_list("name", flat=True))
    return name in holding or not CodeInForce.objects.filter(code_list=code_list).exists()
