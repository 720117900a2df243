"""The register of legal normative documents that were reviewed or checked."""

from sokhcn.areas.reform.models import DocumentReview
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register

Kind, Outcome = DocumentReview.Kind, DocumentReview.Outcome

REVIEWS = Register(
    slug="ra-soat-van-ban",
    title="Rà soát, kiểm tra văn bản quy phạm pháp luật",
    short="Rà soát văn bản",
    area=3,
    model=DocumentReview,
    columns=(
        Column(
            "paper",
            "Văn bản được rà soát",
            Cell.REFERENCE,
            required=True,
            synonyms=("Văn bản", "Số, ký hiệu"),
            refers="paper",
            help="Số, ký hiệu hoặc cả câu viện dẫn",
        ),
        Column("kind", "Hình thức", Cell.CHOICE, default=Kind.REVIEW, choices=dict(Kind.choices)),
        Column("plan", "Theo kế hoạch", Cell.REFERENCE, refers="reform.reformplan.title"),
        Column("reviewed_on", "Ngày rà soát, kiểm tra", Cell.DATE, synonyms=("Ngày rà soát", "Ngày kiểm tra")),
        Column("outcome", "Kết quả", Cell.CHOICE, required=True, choices=dict(Outcome.choices)),
        Column("proposal", "Nội dung kiến nghị", synonyms=("Kiến nghị",)),
        Column("due_on", "Thời hạn xử lý", Cell.DATE, synonyms=("Thời hạn",)),
        Column("handled_on", "Ngày xử lý xong", Cell.DATE),
        Column("handled_by", "Văn bản xử lý", Cell.REFERENCE, refers="paper"),
        *BOOK,
    ),
    listed=("paper", "kind", "reviewed_on", "outcome", "due_on", "handled_on"),
    key=("agency", "paper", "kind", "reviewed_on"),
    day="reviewed_on",
    days=("reviewed_on", "handled_on"),
    filters=("kind", "outcome", "unit"),
    order=("-reviewed_on", "-pk"),
)
