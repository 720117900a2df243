"""The registers of violations found and of recommendations made."""

from sokhcn.areas.inspection.models import Recommendation, Violation
from sokhcn.areas.inspection.register.visits import CAMPAIGN, NOTE, NUMBER, PLACE
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register

REGISTERS = (
    Register(
        slug="vi-pham",
        title="Vi phạm phát hiện qua thanh tra, kiểm tra",
        short="Vi phạm",
        area=7,
        model=Violation,
        columns=(
            CAMPAIGN,
            NUMBER,
            PLACE,
            Column("act", "Hành vi vi phạm", required=True, synonyms=("Hành vi",)),
            Column("article", "Điều khoản"),
            Column("found_on", "Ngày phát hiện", Cell.DATE, required=True),
            Column("minutes_no", "Số biên bản vi phạm", synonyms=("Biên bản vi phạm",)),
            Column("handling", "Xử lý", Cell.CHOICE, choices=dict(Violation.Handling.choices)),
            NOTE,
        ),
        listed=("act", "campaign", "establishment", "found_on", "handling"),
        key=("campaign", "number"),
        day="found_on",
        rests=(),
        filters=("handling",),
        order=("-found_on", "-pk"),
    ),
    Register(
        slug="kien-nghi-sau-thanh-tra",
        title="Kiến nghị sau thanh tra, kiểm tra",
        short="Kiến nghị",
        area=7,
        model=Recommendation,
        columns=(
            CAMPAIGN,
            NUMBER,
            Column("content", "Nội dung kiến nghị", required=True, synonyms=("Kiến nghị",)),
            Column("addressed_to", "Đơn vị thực hiện"),
            Column("due_on", "Thời hạn", Cell.DATE, synonyms=("Hạn thực hiện",)),
            Column("done_on", "Ngày thực hiện xong", Cell.DATE),
            Column("result", "Kết quả thực hiện"),
            NOTE,
        ),
        listed=("content", "campaign", "addressed_to", "due_on", "done_on"),
        key=("campaign", "number"),
        day="due_on",
        days=("done_on",),
        order=("due_on", "pk"),
    ),
)
