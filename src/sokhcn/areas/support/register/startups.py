"""The register of startups: incubated, recognised, recognised again."""

from types import MappingProxyType

from sokhcn.areas.support.models import Startup
from sokhcn.areas.support.register.tasks import PROGRAMME
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

State = Startup.State

STARTUPS = Register(
    slug="khoi-nghiep-sang-tao",
    title="Dự án, doanh nghiệp khởi nghiệp đổi mới sáng tạo",
    short="Khởi nghiệp sáng tạo",
    area=5,
    model=Startup,
    columns=(
        Column("name", "Tên", required=True, synonyms=("Tên dự án", "Tên doanh nghiệp")),
        Column("kind", "Loại", Cell.CHOICE, required=True, choices=dict(Startup.Kind.choices)),
        Column("field", "Lĩnh vực"),
        Column("founder", "Người sáng lập, chủ nhiệm", synonyms=("Chủ dự án",), personal=True),
        Column("establishment", "Doanh nghiệp, đơn vị", Cell.REFERENCE, refers="establishment"),
        PROGRAMME,
        Column("incubated_from", "Ươm tạo từ", Cell.DATE),
        Column("incubated_to", "Ươm tạo đến", Cell.DATE),
        Column("recognition_number", "Số quyết định, giấy công nhận", synonyms=("Số giấy công nhận",)),
        Column("recognised_on", "Ngày công nhận", Cell.DATE),
        Column("expires_on", "Công nhận đến hết ngày", Cell.DATE, synonyms=("Thời hạn công nhận",)),
        Column(
            "succeeds",
            "Công nhận lại của",
            Cell.REFERENCE,
            refers="support.startup.recognition_number",
            help="Số giấy công nhận trước",
        ),
        Column("state", "Tình trạng", Cell.CHOICE, default=State.INCUBATED, choices=dict(State.choices)),
        *BOOK,
    ),
    listed=("name", "kind", "field", "incubated_from", "recognised_on", "expires_on", "state"),
    key=("agency", "name", "recognition_number"),
    day="recognised_on",
    days=("incubated_from", "recognised_on"),
    rests=("recognised_on",),
    filters=("kind", "state", "unit", "programme"),
    state="state",
    looks=MappingProxyType(
        {
            State.INCUBATED: "wait",
            State.GRADUATED: "out",
            State.RECOGNISED: "ok",
            State.RENEWED: "out",
            State.EXPIRED: "late",
            State.REVOKED: "void",
            State.STOPPED: "void",
        }
    ),
    steps=(
        Step(State.INCUBATED, State.GRADUATED, "Kết thúc ươm tạo", needs=("incubated_to",)),
        Step(
            State.INCUBATED,
            State.RECOGNISED,
            "Công nhận",
            needs=("incubated_to", "recognition_number", "recognised_on"),
        ),
        Step(State.GRADUATED, State.RECOGNISED, "Công nhận", needs=("recognition_number", "recognised_on")),
        Step(State.RECOGNISED, State.RENEWED, "Công nhận lại"),
        Step(State.RECOGNISED, State.EXPIRED, "Ghi hết hạn"),
        Step(State.EXPIRED, State.RENEWED, "Công nhận lại"),
        Step(State.RECOGNISED, State.REVOKED, "Thu hồi"),
        Step(State.INCUBATED, State.STOPPED, "Dừng", needs=("incubated_to",)),
    ),
    order=("-recognised_on", "-pk"),
    alike=(("recognition_number",),),
)
