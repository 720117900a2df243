"""The register of science and technology tasks."""

from types import MappingProxyType

from sokhcn.areas.research.examining import examine
from sokhcn.areas.research.models import Task
from sokhcn.areas.research.models.choices import LumpSum
from sokhcn.areas.research.steps import LOOKS, STEPS
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register

Kind, State = Task.Kind, Task.State
MILLIONS = "Triệu đồng"

ABOUT = (
    Column("code", "Mã nhiệm vụ", required=True, synonyms=("Mã số", "Mã")),
    Column("code_scheme", "Hệ mã", help="Ai đặt mã, như: của tỉnh, của chương trình quốc gia"),
    Column("title", "Tên nhiệm vụ", required=True, synonyms=("Nhiệm vụ", "Tên đề tài, dự án")),
    Column("level", "Cấp", Cell.CHOICE, required=True, choices=dict(Task.Level.choices)),
    Column("kind", "Loại hình", Cell.CHOICE, default=Kind.RESEARCH, choices=dict(Kind.choices)),
    Column("programme", "Thuộc chương trình", Cell.REFERENCE, refers="research.programme.code"),
    Column("field", "Lĩnh vực", help="Bằng lời, như: khoa học xã hội và nhân văn"),
    Column("field_code", "Mã lĩnh vực nghiên cứu", help="1 đến 5 chữ số, như 30218"),
)
CHOSEN = (
    Column("ordering_body", "Cơ quan đề xuất, đặt hàng", synonyms=("Cơ quan đặt hàng", "Đơn vị đề xuất")),
    Column("proposed_on", "Ngày đề xuất", Cell.DATE),
    Column("listed_on", "Ngày phê duyệt danh mục", Cell.DATE),
    Column("list_decision", "Quyết định phê duyệt danh mục", Cell.REFERENCE, refers="paper"),
    Column("selection", "Phương thức giao nhiệm vụ", Cell.CHOICE, choices=dict(Task.Selection.choices)),
    Column("selected_on", "Ngày có kết quả tuyển chọn, giao", Cell.DATE, synonyms=("Ngày tuyển chọn",)),
    Column("appraised_on", "Ngày thẩm định kinh phí", Cell.DATE),
    Column("approved_on", "Ngày phê duyệt nhiệm vụ", Cell.DATE),
    Column(
        "approval_decision",
        "Quyết định phê duyệt nhiệm vụ",
        Cell.REFERENCE,
        refers="paper",
        synonyms=("Quyết định phê duyệt",),
    ),
)
DOING = (
    Column("host", "Tổ chức chủ trì", Cell.REFERENCE, refers="establishment", synonyms=("Cơ quan chủ trì",)),
    Column("principal_investigator", "Chủ nhiệm nhiệm vụ", synonyms=("Chủ nhiệm",)),
    Column("secretary", "Thư ký khoa học", synonyms=("Thư ký",)),
    Column("members", "Thành viên chính", synonyms=("Thành viên",)),
    Column("partner", "Tổ chức phối hợp", synonyms=("Cơ quan phối hợp",)),
    Column("contract_no", "Số hợp đồng", synonyms=("Hợp đồng",)),
    Column("contract_on", "Ngày ký hợp đồng", Cell.DATE),
    Column("started_on", "Ngày bắt đầu hợp đồng", Cell.DATE, synonyms=("Ngày bắt đầu",)),
    Column("ends_on", "Ngày kết thúc hợp đồng", Cell.DATE, synonyms=("Ngày kết thúc",)),
    Column("extended_to", "Gia hạn đến", Cell.DATE),
)
RESULTS = (
    Column("submitted_on", "Ngày nộp hồ sơ nghiệm thu", Cell.DATE),
    Column("accepted_on", "Ngày nghiệm thu", Cell.DATE),
    Column("rating", "Xếp loại", Cell.CHOICE, choices=dict(Task.Rating.choices)),
    Column("completed_on", "Ngày hoàn thiện hồ sơ sau nghiệm thu", Cell.DATE),
    Column("registered_on", "Ngày đăng ký kết quả", Cell.DATE),
    Column("registration_no", "Số giấy chứng nhận đăng ký kết quả", synonyms=("Số đăng ký kết quả",)),
    Column("storage_no", "Số lưu giữ kết quả", help="Như 2019-02-566/KQNC"),
    Column("recognised_on", "Ngày công nhận kết quả", Cell.DATE),
    Column("recognition_decision", "Quyết định công nhận kết quả", Cell.REFERENCE, refers="paper"),
    Column("handed_over_on", "Ngày bàn giao kết quả", Cell.DATE, synonyms=("Ngày bàn giao",)),
    Column("receiver", "Đơn vị tiếp nhận kết quả", synonyms=("Đơn vị tiếp nhận",)),
    Column("handover_minutes", "Biên bản bàn giao"),
    Column("settled_on", "Ngày quyết toán", Cell.DATE),
    Column("closed_on", "Ngày thanh lý hợp đồng", Cell.DATE, synonyms=("Ngày thanh lý",)),
    Column("terminated_on", "Ngày chấm dứt", Cell.DATE),
)
MONEY = (
    Column("total_budget", "Tổng kinh phí", Cell.MONEY, synonyms=("Kinh phí",), help=MILLIONS),
    Column("state_budget", "Ngân sách nhà nước", Cell.MONEY, synonyms=("NSNN",), help=MILLIONS),
    Column("lump_sum", "Phương thức khoán chi", Cell.CHOICE, choices=dict(LumpSum.choices)),
    Column("settled_budget", "Kinh phí quyết toán", Cell.MONEY, help=MILLIONS),
)
LIFE = ("proposed", "listed", "selected", "appraised", "approved", "contract", "started", "submitted", "accepted")
AFTERWARDS = ("completed", "registered", "recognised", "handed_over", "settled", "closed", "terminated")
REGISTERS = (
    Register(
        slug="nhiem-vu-khcn",
        title="Nhiệm vụ khoa học và công nghệ",
        short="Nhiệm vụ KH&CN",
        area=4,
        model=Task,
        columns=(
            *ABOUT,
            *CHOSEN,
            *DOING,
            *RESULTS,
            *MONEY,
            Column("progress_note", "Kết quả, tiến độ", synonyms=("Tiến độ",)),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.RUNNING, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("code", "title", "level", "host", "started_on", "ends_on", "state"),
        key=("agency", "code"),
        day="started_on",
        days=tuple(f"{name}_on" for name in (*LIFE, *AFTERWARDS)),
        rests=("accepted_on", "closed_on", "terminated_on"),
        filters=("level", "kind", "state", "rating", "programme", "unit"),
        state="state",
        looks=MappingProxyType(LOOKS),
        steps=STEPS,
        order=("-started_on", "code"),
        alike=(("title",), ("contract_no", "contract_on@year")),
        examine=examine,
    ),
)
