"""The register of science and technology tasks."""

from types import MappingProxyType

from sokhcn.areas.research.models import Task
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

Kind, State = Task.Kind, Task.State
MILLIONS = "Triệu đồng"

REGISTERS = (
    Register(
        slug="nhiem-vu-khcn",
        title="Nhiệm vụ khoa học và công nghệ",
        short="Nhiệm vụ KH&CN",
        area=4,
        model=Task,
        columns=(
            Column("code", "Mã nhiệm vụ", required=True, synonyms=("Mã số", "Mã")),
            Column("title", "Tên nhiệm vụ", required=True, synonyms=("Nhiệm vụ",)),
            Column("level", "Cấp", Cell.CHOICE, required=True, choices=dict(Task.Level.choices)),
            Column("kind", "Loại hình", Cell.CHOICE, default=Kind.RESEARCH, choices=dict(Kind.choices)),
            Column("host", "Tổ chức chủ trì", Cell.REFERENCE, refers="establishment", synonyms=("Cơ quan chủ trì",)),
            Column("principal_investigator", "Chủ nhiệm nhiệm vụ", synonyms=("Chủ nhiệm",)),
            Column("partner", "Tổ chức phối hợp", synonyms=("Cơ quan phối hợp",)),
            Column("started_on", "Ngày bắt đầu hợp đồng", Cell.DATE, synonyms=("Ngày bắt đầu",)),
            Column("ends_on", "Ngày kết thúc hợp đồng", Cell.DATE, synonyms=("Ngày kết thúc",)),
            Column("extended_to", "Gia hạn đến", Cell.DATE),
            Column("accepted_on", "Ngày nghiệm thu", Cell.DATE),
            Column("rating", "Xếp loại", Cell.CHOICE, choices=dict(Task.Rating.choices)),
            Column("recognised_on", "Ngày công nhận kết quả", Cell.DATE),
            Column("closed_on", "Ngày thanh lý hợp đồng", Cell.DATE, synonyms=("Ngày thanh lý",)),
            Column("terminated_on", "Ngày chấm dứt", Cell.DATE),
            Column("total_budget", "Tổng kinh phí", Cell.MONEY, synonyms=("Kinh phí",), help=MILLIONS),
            Column("state_budget", "Ngân sách nhà nước", Cell.MONEY, synonyms=("NSNN",), help=MILLIONS),
            Column("progress_note", "Kết quả, tiến độ", synonyms=("Tiến độ",)),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.RUNNING, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("code", "title", "level", "host", "started_on", "ends_on", "state"),
        key=("agency", "code"),
        day="started_on",
        filters=("level", "kind", "state", "rating", "unit"),
        state="state",
        looks=MappingProxyType(
            {
                "draft": "draft",
                "running": "ok",
                "suspended": "late",
                "submitted": "wait",
                "accepted": "out",
                "recognised": "out",
                "closed": "out",
                "terminated": "void",
            }
        ),
        steps=(
            Step(State.DRAFT, State.RUNNING, "Ghi ký hợp đồng"),
            Step(State.RUNNING, State.SUSPENDED, "Tạm dừng"),
            Step(State.SUSPENDED, State.RUNNING, "Tiếp tục"),
            Step(State.RUNNING, State.SUBMITTED, "Ghi nhận hồ sơ nghiệm thu"),
            Step(State.SUBMITTED, State.RUNNING, "Trả hồ sơ nghiệm thu"),
            Step(State.SUBMITTED, State.ACCEPTED, "Ghi nghiệm thu"),
            Step(State.RUNNING, State.ACCEPTED, "Ghi nghiệm thu"),
            Step(State.ACCEPTED, State.RECOGNISED, "Ghi công nhận kết quả"),
            Step(State.RECOGNISED, State.CLOSED, "Ghi thanh lý hợp đồng"),
            Step(State.ACCEPTED, State.CLOSED, "Ghi thanh lý hợp đồng"),
            Step(State.RUNNING, State.TERMINATED, "Chấm dứt"),
            Step(State.SUSPENDED, State.TERMINATED, "Chấm dứt"),
            Step(State.TERMINATED, State.CLOSED, "Ghi thanh lý hợp đồng"),
        ),
        order=("-started_on", "code"),
    ),
)
