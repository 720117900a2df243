"""What is wrong with a campaign or a sanction beyond its own fields: a kind that did not hold, more visits than it
counts, a fine that was neither paid nor enforced."""

from collections.abc import Iterator, Mapping
from typing import Any

from sokhcn.areas.inspection.models import KindInForce, Sanction, Visit
from sokhcn.kernel.finding import Finding, must

Fined = Sanction.State


def examine(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """Findings on ``row``; a kind of which the department keeps no dates is not looked at."""
    day = row.started_on or row.planned_on or row.recorded_on
    if row.led_by_us and day and not KindInForce.allows(day, {"kind": row.kind}):
        template = "Loại hình “{kind}” không áp dụng ngày {day}."
        advice = "Xem lại ngày, hoặc sửa thời hạn của loại hình ở sổ loai-hinh-thanh-tra-kiem-tra."
        about = {"kind": row.get_kind_display(), "day": f"{day:%d/%m/%Y}"}
        yield must("inspection.kind", template, where=where, suggestion=advice, **about)
    visits = Visit.objects.filter(campaign=row).count() if row.pk and row.establishments_checked is not None else 0
    if visits > (row.establishments_checked or 0):
        template = "Số cơ sở được kiểm tra ghi {told}, mà sổ cơ sở được kiểm tra của cuộc này có {visits} dòng."
        yield must("inspection.visits", template, where=where, told=row.establishments_checked, visits=visits)


def unpaid(row: Any, many: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """A fine is executed by a payment or by force; that it was by force is seen where it comes from."""
    if row.kind != Sanction.Kind.FINE or row.state != Fined.EXECUTED or row.paid_on:
        return
    before = Sanction.objects.filter(pk=row.pk, state__in=(Fined.ENFORCED, Fined.EXECUTED))
    if row.pk is None or not before.exists():
        template = "Quyết định phạt tiền đã thi hành xong thì phải ghi ngày nộp phạt, trừ khi bị cưỡng chế."
        advice = "Ghi ngày nộp phạt; nếu cưỡng chế, ghi tình trạng “Đang cưỡng chế” trước."
        yield must("inspection.unpaid", template, where=where, suggestion=advice)
