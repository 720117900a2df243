"""The register of advisory documents."""

from types import MappingProxyType

from sokhcn.areas.advice.models import AdvisoryDocument
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.models import Paper
from sokhcn.records.registering import BOOK, Part, Register, Step

State = AdvisoryDocument.State
WITHDRAWABLE = (
    State.REGISTERED,
    State.DRAFTING,
    State.CONSULTATION,
    State.APPRAISAL,
    State.SUBMITTED,
    State.RETURNED,
)

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
            Column("is_normative", "Là văn bản quy phạm pháp luật", Cell.FLAG, synonyms=("QPPL", "VBQPPL")),
            Column("addressee", "Kính gửi", synonyms=("Nơi nhận chính",), help="Của công văn"),
            Column("drafter", "Người soạn thảo"),
            Column("assigned_by", "Văn bản giao việc", Cell.REFERENCE, refers="paper"),
            Column("due_on", "Thời hạn được giao", Cell.DATE, synonyms=("Thời hạn", "Hạn trình")),
            Column("submission", "Văn bản trình", Cell.REFERENCE, refers="paper", synonyms=("Tờ trình",)),
            Column("submitted_on", "Ngày trình", Cell.DATE),
            Column("replaces", "Thay thế, sửa đổi văn bản", Cell.REFERENCE, refers="paper"),
            Column("effective_from", "Có hiệu lực từ", Cell.DATE),
            Column("expires_on", "Hết hiệu lực từ", Cell.DATE),
            Column("validity", "Hiệu lực", Cell.CHOICE, choices=dict(AdvisoryDocument.Validity.choices)),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.ISSUED, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("paper.code", "paper.type", "paper.issued_on", "paper.issuer", "paper.subject", "unit", "state"),
        key=("agency", "paper", "title"),
        parts=(Part("paper", Paper, Paper.identity),),
        day="paper__issued_on",
        days=("submitted_on", "paper__issued_on"),
        rests=("paper__issued_on",),
        filters=("state", "unit", "paper.issuer", "is_normative", "validity"),
        state="state",
        looks=MappingProxyType(
            {
                State.REGISTERED: "draft",
                State.DRAFTING: "draft",
                State.CONSULTATION: "wait",
                State.APPRAISAL: "wait",
                State.SUBMITTED: "wait",
                State.ISSUED: "out",
                State.RETURNED: "back",
                State.WITHDRAWN: "void",
            }
        ),
        steps=(
            Step(State.REGISTERED, State.DRAFTING, "Bắt đầu soạn"),
            Step(State.DRAFTING, State.SUBMITTED, "Trình", needs=("submitted_on",)),
            Step(State.DRAFTING, State.CONSULTATION, "Gửi lấy ý kiến"),
            Step(State.CONSULTATION, State.SUBMITTED, "Trình", needs=("submitted_on",)),
            Step(State.CONSULTATION, State.APPRAISAL, "Gửi thẩm định"),
            Step(State.APPRAISAL, State.SUBMITTED, "Trình", needs=("submitted_on",)),
            Step(State.APPRAISAL, State.DRAFTING, "Soạn lại theo thẩm định"),
            Step(State.SUBMITTED, State.ISSUED, "Ghi ban hành"),
            Step(State.SUBMITTED, State.RETURNED, "Ghi trả lại"),
            Step(State.RETURNED, State.DRAFTING, "Soạn lại"),
            *(Step(state, State.WITHDRAWN, "Rút khỏi chương trình") for state in WITHDRAWABLE),
        ),
        order=("-paper__issued_on", "-pk"),
    ),
)
