"""The register of inspections and checks."""

from types import MappingProxyType

from sokhcn.areas.inspection.models import Campaign
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

State = Campaign.State

REGISTERS = (
    Register(
        slug="thanh-tra-kiem-tra",
        title="Hoạt động thanh tra, kiểm tra",
        short="Thanh tra, kiểm tra",
        area=7,
        model=Campaign,
        columns=(
            Column("kind", "Loại hình", Cell.CHOICE, required=True, choices=dict(Campaign.Kind.choices)),
            Column("title", "Nội dung", required=True, help="Viết tiếp sau “các đợt”, “cuộc” hoặc “đoàn”: kiểm tra …"),
            Column("place", "Phạm vi", help="Như: trên địa bàn tỉnh"),
            Column("led_by_us", "Sở chủ trì", Cell.FLAG, default=True, help="có hoặc không"),
            Column("lead_body", "Cơ quan chủ trì", help="Khi Sở không chủ trì"),
            Column("plan", "Kế hoạch", Cell.REFERENCE, refers="paper", help="Kế hoạch được triển khai"),
            Column("basis", "Quyết định", Cell.REFERENCE, refers="paper", help="Quyết định thành lập đoàn"),
            Column("started_on", "Ngày bắt đầu", Cell.DATE),
            Column("ended_on", "Ngày kết thúc", Cell.DATE),
            Column("establishments_checked", "Số cơ sở được kiểm tra", Cell.INTEGER),
            Column("violations", "Số vụ vi phạm", Cell.INTEGER),
            Column(
                "result", "Kết quả", help="Bằng lời; số cơ sở, số vụ ghi ở cột của nó. Để trống khi chưa có kết quả"
            ),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.ONGOING, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("title", "kind", "led_by_us", "lead_body", "started_on", "ended_on", "state"),
        # The papers tell this year's campaign from last year's of the same name.
        key=("agency", "title", "plan", "basis"),
        day="started_on",
        filters=("kind", "state", "led_by_us", "unit"),
        state="state",
        looks=MappingProxyType(
            {State.PLANNED: "draft", State.ONGOING: "wait", State.CONCLUDED: "out", State.CANCELLED: "void"}
        ),
        steps=(
            Step(State.PLANNED, State.ONGOING, "Triển khai"),
            Step(State.PLANNED, State.CANCELLED, "Không tiến hành"),
            Step(State.ONGOING, State.CONCLUDED, "Ghi kết thúc"),
            Step(State.ONGOING, State.CANCELLED, "Dừng"),
        ),
        order=("-started_on", "-pk"),
    ),
)
