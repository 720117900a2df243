"""Rows that hold for a time: one subject has one row on any day, and a rule is about a subject that its area knows."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from django.apps import apps
from django.db.models import Q

from sokhcn.kernel.dates import written
from sokhcn.kernel.finding import Finding, must
from sokhcn.kernel.meant import meant
from sokhcn.records.kept import Kept, Lasting
from sokhcn.records.offered import submodule

OVERLAPS = "Trùng thời gian với dòng “{other}” ({days})."
ADVICE = "Ghi “Đến hết” cho dòng trước, hoặc sửa ngày; trong một tệp thì dòng kết thúc đứng trước dòng thay nó."
STRANGE = "Quy tắc {rule} không có đối tượng “{subject}”."


def overlapping(row: Kept, names: tuple[str, ...], where: str) -> Iterator[Finding]:
    """A finding where another row that is the same in ``names`` holds on a day on which ``row`` does; one query."""
    assert isinstance(row, Lasting)
    same = {name: getattr(row, name) for name in names}
    others = type(row).objects.filter(**same).exclude(pk=row.pk)
    if row.valid_to is not None:
        others = others.filter(Q(valid_from=None) | Q(valid_from__lte=row.valid_to))
    if row.valid_from is not None:
        others = others.filter(Q(valid_to=None) | Q(valid_to__gte=row.valid_from))
    # A row from the same day is the same row once more, and the register's key says so.
    other = others.exclude(valid_from=row.valid_from).order_by("pk").first()
    if other is not None:
        told: dict[str, Any] = {"other": other, "days": _days(other)}
        yield must("register.overlaps", OVERLAPS, where=where, suggestion=ADVICE, about="valid_from", **told)


def _days(row: Lasting) -> str:
    first = f"từ {written(row.valid_from)}" if row.valid_from else "từ trước"
    return f"{first} đến hết {written(row.valid_to)}" if row.valid_to else f"{first}, chưa kết thúc"


@cache
def subjects() -> Mapping[str, Mapping[str, str]]:
    """By rule: the subjects that the areas ask it for, with their words. Rules that are for everything have none."""
    modules = (submodule(app, "deadlines") for app in apps.get_app_configs())
    told = (one for module in modules for one in getattr(module, "SUBJECTS", ()))
    return {rule: {str(v): str(w) for v, w in model._meta.get_field(name).flatchoices} for rule, model, name in told}


def strange_subject(row: Kept, lists: Mapping[str, list[Any]], where: str) -> Iterator[Finding]:
    """A finding where a rule is about a subject that no row of its area can be: nothing would ever go by it."""
    rule, subject = str(getattr(row, "rule", "")), str(getattr(row, "subject", ""))
    known = subjects().get(rule, {})
    if subject and known and subject not in known:
        by_word = next((value for value, word in known.items() if word.lower() == subject.lower()), "")
        advice = f"Có phải “{by_word}”?" if by_word else meant(subject, known)
        told = {"rule": rule, "subject": subject}
        yield must("term.subject", STRANGE, where=where, suggestion=advice, about="subject", **told)
