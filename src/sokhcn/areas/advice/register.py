"""The register of advisory documents."""

from types import MappingProxyType

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.models import Paper
from sokhcn.records.registering import BOOK, Part, Register, Step

State = AdvisoryDocument.State

REGISTERS = (
    Register(
        slug="van-ban-tham-muu",
        title="Công tác tham mưu văn bản",
        short="Văn bản tham mưu",
        area=1,
        model=AdvisoryDocument,
        columns=(
            Column("paper.type", "Tên loại", synonyms=("Loại văn bản",)),
            Column("paper.code", "Số, ký hiệu", Cell.CODE, synonyms=("Số ký hiệu", "Số/ký hiệu")),
            Column("paper.issued_on", "Ngày ban hành", Cell.DATE, synonyms=("Ngày",)),
            Column("paper.issuer", "Cơ quan ban hành"),
            Column("paper.subject", "Trích yếu"),
            Column("promulgates", "Ban hành kèm theo", help="Đề án, kế hoạch … ban hành kèm văn bản"),
            Column("title", "Tên dự thảo", help="Khi chưa ban hành"),
            Column("advised", "Cơ quan được tham mưu", default="UBND tỉnh"),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.ISSUED, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("paper.code", "paper.type", "paper.issued_on", "paper.issuer", "paper.subject", "unit", "state"),
        key=("agency", "paper", "title"),
        parts=(Part("paper", Paper, Paper.identity),),
        day="paper__issued_on",
        filters=("state", "unit", "paper.issuer"),
        state="state",
        looks=MappingProxyType(
            {"drafting": "draft", "submitted": "wait", "issued": "out", "returned": "back", "withdrawn": "void"}
        ),
        steps=(
            Step(State.DRAFTING, State.SUBMITTED, "Trình"),
            Step(State.SUBMITTED, State.ISSUED, "Ghi ban hành"),
            Step(State.SUBMITTED, State.RETURNED, "Ghi trả lại"),
            Step(State.RETURNED, State.DRAFTING, "Soạn lại"),
            Step(State.DRAFTING, State.WITHDRAWN, "Rút"),
        ),
        order=("-paper__issued_on", "-pk"),
    ),
)
