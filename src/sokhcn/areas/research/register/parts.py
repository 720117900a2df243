"""The registers of instalments, milestones, products and applications of tasks."""

from sokhcn.areas.research.models import Application, Disbursement, Milestone, Product
from sokhcn.areas.research.register.overseeing import NOTE, TASK, TURN
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register

Paid = Disbursement

REGISTERS = (
    Register(
        slug="kinh-phi-nhiem-vu",
        title="Cấp, thanh toán kinh phí nhiệm vụ KH&CN",
        short="Kinh phí nhiệm vụ",
        area=4,
        model=Paid,
        columns=(
            TASK,
            Column("kind", "Loại", Cell.CHOICE, default=Paid.Kind.ADVANCE, choices=dict(Paid.Kind.choices)),
            TURN,
            Column("source", "Nguồn", Cell.CHOICE, default=Paid.Source.STATE, choices=dict(Paid.Source.choices)),
            Column("paid_on", "Ngày chi", Cell.DATE, required=True, synonyms=("Ngày cấp", "Ngày giải ngân")),
            Column("amount", "Số tiền", Cell.MONEY, required=True, help="Triệu đồng"),
            Column("settle_by", "Hạn thanh toán tạm ứng", Cell.DATE),
            Column("settled_on", "Ngày thanh toán tạm ứng", Cell.DATE),
            NOTE,
        ),
        listed=("task", "kind", "turn", "source", "paid_on", "amount", "settle_by", "settled_on"),
        key=("task", "kind", "source", "turn"),
        day="paid_on",
        days=("paid_on", "settled_on"),
        filters=("kind", "source"),
        order=("-paid_on", "-pk"),
    ),
    Register(
        slug="moc-tien-do-nhiem-vu",
        title="Mốc tiến độ nhiệm vụ KH&CN",
        short="Mốc tiến độ",
        area=4,
        model=Milestone,
        columns=(
            TASK,
            Column("title", "Nội dung, công việc", required=True, synonyms=("Công việc", "Nội dung")),
            Column("due_on", "Thời hạn", Cell.DATE, required=True, synonyms=("Hạn",)),
            Column("done_on", "Ngày hoàn thành", Cell.DATE),
            Column("output", "Kết quả phải đạt"),
            NOTE,
        ),
        listed=("task", "title", "due_on", "done_on", "output"),
        key=("task", "title"),
        day="due_on",
        days=("done_on",),
        order=("due_on", "pk"),
    ),
    Register(
        slug="san-pham-nhiem-vu",
        title="Sản phẩm của nhiệm vụ KH&CN",
        short="Sản phẩm nhiệm vụ",
        area=4,
        model=Product,
        columns=(
            TASK,
            Column("kind", "Dạng sản phẩm", Cell.CHOICE, required=True, choices=dict(Product.Kind.choices)),
            Column("name", "Tên sản phẩm", required=True, synonyms=("Sản phẩm",)),
            Column("measure", "Đơn vị đo", synonyms=("Đơn vị tính",)),
            Column("committed", "Số lượng cam kết", Cell.MONEY, adds_up=False),
            Column("delivered", "Số lượng đạt được", Cell.MONEY, adds_up=False),
            Column("delivered_on", "Ngày giao nộp", Cell.DATE),
            Column("quality", "Yêu cầu, chất lượng"),
            NOTE,
        ),
        listed=("task", "kind", "name", "measure", "committed", "delivered", "delivered_on"),
        key=("task", "name"),
        day="delivered_on",
        filters=("kind",),
        order=("pk",),
    ),
    Register(
        slug="ung-dung-ket-qua",
        title="Theo dõi ứng dụng kết quả nhiệm vụ KH&CN",
        short="Ứng dụng kết quả",
        area=4,
        model=Application,
        columns=(
            TASK,
            TURN,
            Column("where", "Nơi ứng dụng", required=True),
            Column("due_on", "Hạn báo cáo", Cell.DATE),
            Column("reported_on", "Ngày báo cáo", Cell.DATE),
            Column("effect", "Kết quả, hiệu quả ứng dụng", synonyms=("Hiệu quả",)),
            NOTE,
        ),
        listed=("task", "turn", "where", "due_on", "reported_on", "effect"),
        key=("task", "turn"),
        day="reported_on",
        order=("-reported_on", "-pk"),
    ),
)
