"""Saving and dropping the department's own indicators."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from sokhcn.people.models import User
from sokhcn.records.models import Agency
from sokhcn.reports import catalogue, keeping, owning
from sokhcn.reports.models import Commitment, Estimate, OwnIndicator, OwnOutline, OwnWording, Target

REGISTER = "chi-tieu-rieng"


class StillUsed(Exception):
    """An indicator that texts name is not dropped; the message names them."""


def save_indicator(texts: Mapping[str, str], *, by: User) -> keeping.Outcome:
    """Save an indicator told by the texts of its columns; one of the same code and first day is changed."""
    register = catalogue.register(REGISTER)
    since = texts["valid_from"]
    rows = OwnIndicator.objects.filter(agency=by.agency, code=texts["code"])
    old = next((row for row in rows if row.valid_from and f"{row.valid_from:%d/%m/%Y}" == since), None)
    return keeping.keep(register, old, texts, by=by, reason=f"Lưu chỉ tiêu own.{texts['code']}")


def drop_indicator(key: str, day: date, *, by: User) -> OwnIndicator:
    """Move the indicator called ``key`` on ``day`` to the trash. Raises ``catalogue.Unknown`` or ``StillUsed``."""
    assert by.agency is not None
    name = key if key.startswith(owning.PREFIX) else f"{owning.PREFIX}{key}"
    known = owning.in_force(by.agency, day)
    catalogue.chosen(name, {key: owning.indicator_of(row) for key, row in known.items()})
    if used := [*_texts_with(name, by.agency), *_told_of(name, by.agency)]:
        raise StillUsed(f"Chưa bỏ được chỉ tiêu {name}: còn dùng ở {', '.join(used)}. Sửa các chỗ đó trước.")
    keeping.trash(known[name], by=by, reason=f"Bỏ chỉ tiêu {name}")
    return known[name]


def _texts_with(name: str, agency: Agency) -> Iterator[str]:
    """The department's own texts that name an indicator."""
    named = re.compile(rf"\b{re.escape(name)}\b")
    for outline in OwnOutline.objects.filter(agency=agency, source__contains=name):
        if named.search(outline.source):
            yield f"đề cương {outline}"
    for wording in OwnWording.objects.filter(agency=agency, text__contains=name):
        if named.search(wording.text):
            yield f"mẫu câu {wording}"
    for commitment in Commitment.objects.filter(agency=agency, text__contains=name):
        if named.search(commitment.text):
            yield f"nhiệm vụ kỳ tới {commitment.period_code}, thứ tự {commitment.place}"


def _told_of(name: str, agency: Agency) -> Iterator[str]:
    """The estimates and targets that people told of an indicator."""
    for kind in (Estimate, Target):
        for told in kind.objects.filter(agency=agency, indicator=name):
            yield f"{kind._meta.verbose_name} {told}"
