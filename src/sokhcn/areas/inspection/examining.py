"""What is wrong with a campaign beyond its own fields: a kind that did not hold, more visits than it counts."""

from collections.abc import Iterator, Mapping
from typing import Any

from sokhcn.areas.inspection.models import KindInForce, Visit
from sokhcn.kernel.finding import Finding, must


def examine(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """Findings on ``row``; a kind of which the department keeps no dates is not looked at."""
    day = row.started_on or row.planned_on or row.recorded_on
    if row.led_by_us and day and not _holds(row.kind, day):
        template = "Loại hình “{kind}” không áp dụng ngày {day}."
        advice = "Xem lại ngày, hoặc sửa thời hạn của loại hình ở sổ loai-hinh-thanh-tra-kiem-tra."
        about = {"kind": row.get_kind_display(), "day": f"{day:%d/%m/%Y}"}
        yield must("inspection.kind", template, where=where, suggestion=advice, **about)
    visits = Visit.objects.filter(campaign=row).count() if row.pk and row.establishments_checked is not None else 0
    if visits > (row.establishments_checked or 0):
        template = "Số cơ sở được kiểm tra ghi {told}, mà sổ cơ sở được kiểm tra của cuộc này có {visits} dòng."
        yield must("inspection.visits", template, where=where, told=row.establishments_checked, visits=visits)


def _holds(kind: str, day: Any) -> bool:
    known = KindInForce.objects.filter(kind=kind)
    return KindInForce.on(day).filter(kind=kind).exists() or not known.exists()
