"""The registers of support tasks, of what is paid out for them, and of the programmes they belong to."""

from types import MappingProxyType

from sokhcn.areas.support.models import Disbursement, Programme, SupportTask
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

State = SupportTask.State
PROGRAMME = Column(
    "programme", "Chương trình", Cell.REFERENCE, refers="support.programme.code", help="Mã chương trình hỗ trợ"
)

PROGRAMMES = Register(
    slug="chuong-trinh-ho-tro",
    title="Chương trình hỗ trợ",
    short="Chương trình hỗ trợ",
    area=5,
    model=Programme,
    columns=(
        Column("code", "Mã chương trình", required=True, synonyms=("Mã",)),
        Column("name", "Tên chương trình", required=True),
        Column("level", "Cấp", Cell.CHOICE, default=Programme.Level.PROVINCIAL, choices=dict(Programme.Level.choices)),
        Column("basis", "Căn cứ", Cell.REFERENCE, refers="paper", synonyms=("Quyết định phê duyệt",)),
        Column("begins_on", "Thực hiện từ", Cell.DATE, synonyms=("Từ ngày",)),
        Column("ends_on", "Thực hiện đến", Cell.DATE, synonyms=("Đến ngày",)),
        *BOOK,
    ),
    listed=("code", "name", "level", "basis", "begins_on", "ends_on"),
    key=("agency", "code"),
    filters=("level", "unit"),
    order=("code",),
)

TASKS = Register(
    slug="ho-tro-nhiem-vu",
    title="Nhiệm vụ hỗ trợ doanh nghiệp, tổ chức, cá nhân",
    short="Nhiệm vụ hỗ trợ",
    area=5,
    model=SupportTask,
    columns=(
        Column("code", "Mã nhiệm vụ", required=True, synonyms=("Mã",)),
        Column("title", "Tên nhiệm vụ", required=True),
        Column("kind", "Nội dung hỗ trợ", Cell.CHOICE, required=True, choices=dict(SupportTask.Kind.choices)),
        PROGRAMME,
        Column(
            "beneficiary",
            "Đơn vị được hỗ trợ",
            Cell.REFERENCE,
            refers="establishment",
            synonyms=("Đối tượng hỗ trợ", "Đơn vị thụ hưởng", "Doanh nghiệp"),
        ),
        Column("sector", "Ngành nghề", synonyms=("Lĩnh vực hoạt động",)),
        Column("size", "Quy mô", Cell.CHOICE, choices=dict(SupportTask.Size.choices), help="Khi được hỗ trợ"),
        Column("decision", "Quyết định phê duyệt", Cell.REFERENCE, refers="paper", help="Số, ký hiệu quyết định"),
        Column("contract_number", "Số hợp đồng", synonyms=("Hợp đồng",)),
        Column("signed_on", "Ngày ký hợp đồng", Cell.DATE, synonyms=("Ngày ký",)),
        Column("started_on", "Ngày bắt đầu", Cell.DATE),
        Column("ends_on", "Thời hạn hợp đồng", Cell.DATE, synonyms=("Thời hạn", "Ngày hết hạn hợp đồng")),
        Column("ended_on", "Ngày kết thúc", Cell.DATE, help="Để trống khi đang thực hiện"),
        Column("budget", "Kinh phí (triệu đồng)", Cell.MONEY, synonyms=("Kinh phí",)),
        Column(
            "state_budget",
            "Trong đó ngân sách nhà nước (triệu đồng)",
            Cell.MONEY,
            synonyms=("Ngân sách nhà nước", "NSNN", "Kinh phí hỗ trợ"),
        ),
        Column("result", "Kết quả", synonyms=("Kết quả thực hiện",)),
        Column("certificate_number", "Số giấy chứng nhận", synonyms=("Giấy chứng nhận",)),
        Column("certified_on", "Ngày cấp giấy chứng nhận", Cell.DATE),
        Column("certificate_expires_on", "Giấy chứng nhận có hiệu lực đến", Cell.DATE),
        Column("certificate_dropped", "Không duy trì giấy chứng nhận", Cell.FLAG),
        Column("state", "Tình trạng", Cell.CHOICE, default=State.RUNNING, choices=dict(State.choices)),
        *BOOK,
    ),
    listed=("title", "code", "kind", "beneficiary", "started_on", "ended_on", "state"),
    key=("agency", "code"),
    day="started_on",
    days=("signed_on", "started_on", "ended_on", "certified_on"),
    rests=("ended_on", "certified_on"),
    filters=("kind", "state", "unit", "programme", "size"),
    state="state",
    looks=MappingProxyType(
        {
            State.PROPOSED: "draft",
            State.APPROVED: "wait",
            State.RUNNING: "ok",
            State.COMPLETED: "out",
            State.LIQUIDATED: "out",
            State.STOPPED: "void",
        }
    ),
    steps=(
        Step(State.PROPOSED, State.APPROVED, "Phê duyệt"),
        Step(State.PROPOSED, State.RUNNING, "Triển khai", needs=("started_on",)),
        Step(State.APPROVED, State.RUNNING, "Triển khai", needs=("started_on",)),
        Step(State.RUNNING, State.COMPLETED, "Ghi hoàn thành", needs=("ended_on",)),
        Step(State.COMPLETED, State.LIQUIDATED, "Thanh lý hợp đồng", needs=("contract_number",)),
        Step(State.RUNNING, State.STOPPED, "Dừng thực hiện", needs=("ended_on",)),
        Step(State.PROPOSED, State.STOPPED, "Không triển khai", needs=("ended_on",)),
        Step(State.APPROVED, State.STOPPED, "Không triển khai", needs=("ended_on",)),
    ),
    order=("-started_on", "-pk"),
    alike=(("contract_number", "signed_on@year"), ("beneficiary", "kind", "started_on@year")),
)

DISBURSEMENTS = Register(
    slug="giai-ngan-ho-tro",
    title="Giải ngân kinh phí hỗ trợ",
    short="Giải ngân",
    area=5,
    model=Disbursement,
    columns=(
        Column("task", "Mã nhiệm vụ", Cell.REFERENCE, True, ("Nhiệm vụ",), refers="support.supporttask.code"),
        Column("number", "Đợt", Cell.INTEGER, True, ("Lần", "Đợt giải ngân"), adds_up=False),
        Column("amount", "Số tiền (triệu đồng)", Cell.MONEY, True, ("Số tiền", "Kinh phí")),
        Column("due_on", "Thời hạn giải ngân", Cell.DATE, synonyms=("Thời hạn",)),
        Column("paid_on", "Ngày giải ngân", Cell.DATE, synonyms=("Ngày chi",), help="Để trống khi chưa giải ngân"),
        Column("voucher", "Chứng từ"),
        Column("note", "Ghi chú"),
    ),
    listed=("task", "number", "amount", "due_on", "paid_on", "voucher"),
    key=("task", "number"),
    day="paid_on",
    order=("task", "number"),
)
