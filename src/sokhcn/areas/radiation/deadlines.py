"""What falls due of radiation safety: licences that run out."""

from typing import Any

from django.db.models import Exists, OuterRef

from sokhcn.areas.radiation.indicators import GRANTED
from sokhcn.areas.radiation.models import Licence
from sokhcn.records.due import Deadline
from sokhcn.records.terms import Falls, Terms


def _waiting() -> Any:
    followed = Licence.objects.filter(previous=OuterRef("pk"), state__in=GRANTED)
    return Licence.objects.filter(~Exists(followed), state=Licence.State.ISSUED, expires_on__isnull=False)


def _falls(row: Licence, terms: Terms) -> Falls | None:
    return Falls(row.expires_on) if row.expires_on else None


def _title(row: Licence) -> str:
    number = f" số {row.number}" if row.number else ""
    return f"Gia hạn Giấy phép tiến hành công việc bức xạ{number} của {row.holder}"


DEADLINES = (
    Deadline(
        "radiation.expiring",
        "gia hạn giấy phép tiến hành công việc bức xạ",
        Licence,
        _waiting,
        _falls,
        _title,
        related=("holder",),
        moved_by=((Licence, "following"),),
    ),
)
