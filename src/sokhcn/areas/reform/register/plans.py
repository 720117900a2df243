"""The registers of plans of administrative reform and of what they set to be done."""

from types import MappingProxyType

from sokhcn.areas.reform.models import PlanActivity, ReformPlan
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

State, Work = ReformPlan.State, PlanActivity.State

PLANS = Register(
    slug="ke-hoach-cai-cach",
    title="Kế hoạch cải cách hành chính",
    short="Cải cách hành chính",
    area=3,
    model=ReformPlan,
    columns=(
        Column("title", "Tên kế hoạch", required=True, synonyms=("Kế hoạch",)),
        Column("kind", "Loại kế hoạch", Cell.CHOICE, required=True, choices=dict(ReformPlan.Kind.choices)),
        Column("symbol", "Số, ký hiệu", Cell.CODE, synonyms=("Số ký hiệu", "Số/ký hiệu")),
        Column("issued_on", "Ngày ban hành", Cell.DATE, synonyms=("Ngày",)),
        Column("owner", "Người phụ trách", synonyms=("Chuyên viên phụ trách",)),
        Column("result", "Kết quả", synonyms=("Kết quả thực hiện",)),
        Column("state", "Tình trạng", Cell.CHOICE, default=State.ISSUED, choices=dict(State.choices)),
        *BOOK,
    ),
    listed=("title", "kind", "symbol", "issued_on", "unit", "state"),
    key=("agency", "title"),
    day="issued_on",
    rests=(),
    filters=("kind", "state", "unit"),
    state="state",
    looks=MappingProxyType({"drafting": "draft", "issued": "ok", "completed": "out", "withdrawn": "void"}),
    steps=(
        Step(State.DRAFTING, State.ISSUED, "Ghi ban hành"),
        Step(State.ISSUED, State.DRAFTING, "Soạn lại"),
        Step(State.ISSUED, State.COMPLETED, "Ghi thực hiện xong"),
        Step(State.COMPLETED, State.ISSUED, "Mở lại"),
        Step(State.DRAFTING, State.WITHDRAWN, "Rút"),
    ),
    order=("-issued_on", "-pk"),
    alike=(("symbol", "issued_on@year"),),
)

ACTIVITIES = Register(
    slug="cong-viec-cai-cach",
    title="Công việc của kế hoạch cải cách hành chính",
    short="Công việc của kế hoạch",
    area=3,
    model=PlanActivity,
    columns=(
        Column("plan", "Kế hoạch", Cell.REFERENCE, True, ("Tên kế hoạch",), refers="reform.reformplan.title"),
        Column("number", "Thứ tự", Cell.INTEGER, True, ("TT", "STT"), adds_up=False),
        Column("title", "Nội dung công việc", required=True, synonyms=("Nội dung", "Nhiệm vụ", "Công việc")),
        Column("responsible", "Đơn vị thực hiện", synonyms=("Đơn vị chủ trì", "Chủ trì")),
        Column("product", "Sản phẩm", synonyms=("Sản phẩm, kết quả",)),
        Column("due_on", "Thời hạn", Cell.DATE, synonyms=("Thời hạn hoàn thành", "Thời gian hoàn thành")),
        Column("done_on", "Ngày thực hiện xong", Cell.DATE, synonyms=("Ngày hoàn thành",)),
        Column("result", "Kết quả"),
        Column("state", "Tình trạng", Cell.CHOICE, default=Work.PLANNED, choices=dict(Work.choices)),
    ),
    listed=("title", "plan", "number", "responsible", "due_on", "done_on", "state"),
    key=("plan", "number"),
    day="due_on",
    days=("done_on",),
    filters=("state",),
    state="state",
    looks=MappingProxyType({"planned": "wait", "running": "ok", "done": "out", "cancelled": "void"}),
    steps=(
        Step(Work.PLANNED, Work.RUNNING, "Bắt đầu"),
        Step(Work.PLANNED, Work.DONE, "Ghi thực hiện xong", needs=("done_on",)),
        Step(Work.RUNNING, Work.DONE, "Ghi thực hiện xong", needs=("done_on",)),
        Step(Work.PLANNED, Work.CANCELLED, "Không thực hiện"),
        Step(Work.RUNNING, Work.CANCELLED, "Không thực hiện"),
        Step(Work.DONE, Work.RUNNING, "Mở lại"),
    ),
    order=("plan", "number"),
)
