"""What falls due of radiation safety: licences that run out."""

from django.db.models import Exists, OuterRef, Q

from sokhcn.areas.radiation.indicators import GRANTED
from sokhcn.areas.radiation.models import Licence
from sokhcn.figures.indicator import Scope
from sokhcn.kernel.reading import Question
from sokhcn.records.asking import ask, near, when, when_agency
from sokhcn.records.due import Deadline, Due


def _due(row: Licence) -> Due:
    number = f" số {row.number}" if row.number else ""
    title = f"Gia hạn Giấy phép tiến hành công việc bức xạ{number} của {row.holder}"
    return Due(title, row.expires_on, row.unit.short if row.unit else "", "giay-phep-buc-xa", row.pk)


def _expiring(scope: Scope) -> Question:
    followed = Licence.objects.filter(previous=OuterRef("pk"), state__in=GRANTED)
    return ask(
        Licence.objects.all(),
        when(
            "đang có hiệu lực", state=Licence.State.ISSUED, near=(near("đang đình chỉ", state=Licence.State.SUSPENDED),)
        ),
        when("hết hạn trong kỳ", expires_on__range=scope.days),
        when("chưa có giấy phép thay", Q(~Exists(followed))),
        when_agency(scope.agency),
    ).listed(_due, order=("expires_on", "pk"), related=("holder", "unit"))


DEADLINES = (Deadline("radiation.expiring", "Giấy phép tiến hành công việc bức xạ hết hạn trong kỳ", _expiring),)
