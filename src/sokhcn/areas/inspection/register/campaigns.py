"""The register of campaigns, and the one of the kinds of them that hold for a time."""

from types import MappingProxyType

from sokhcn.areas.inspection.examining import examine
from sokhcn.areas.inspection.models import Campaign, KindInForce
from sokhcn.areas.inspection.steps import LOOKS, STEPS
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register

State = Campaign.State

WHAT = (
    Column("code", "Mã cuộc", synonyms=("Mã",), help="Để ghi cơ sở, mẫu, vi phạm của cuộc này"),
    Column("kind", "Loại hình", Cell.CHOICE, required=True, choices=dict(Campaign.Kind.choices)),
    Column("occasion", "Theo kế hoạch hay đột xuất", Cell.CHOICE, choices=dict(Campaign.Occasion.choices)),
    Column("title", "Nội dung", required=True, help="Viết tiếp sau “các đợt”, “cuộc” hoặc “đoàn”: kiểm tra …"),
    Column("field", "Lĩnh vực"),
    Column("place", "Phạm vi", help="Như: trên địa bàn tỉnh"),
    Column("led_by_us", "Sở chủ trì", Cell.FLAG, default=True, help="có hoặc không"),
    Column("lead_body", "Cơ quan chủ trì", help="Khi Sở không chủ trì"),
    Column("plan", "Kế hoạch", Cell.REFERENCE, refers="paper", help="Kế hoạch được triển khai"),
    Column("basis", "Quyết định", Cell.REFERENCE, refers="paper", help="Quyết định thành lập đoàn"),
    Column("team_head", "Trưởng đoàn"),
    Column("team", "Thành viên đoàn", synonyms=("Thành viên",)),
    Column("planned_on", "Ngày dự kiến", Cell.DATE),
    Column("announced_on", "Ngày công bố quyết định", Cell.DATE),
    Column("started_on", "Ngày bắt đầu", Cell.DATE),
    Column("ended_on", "Ngày kết thúc", Cell.DATE),
)
RESULTS = (
    Column("establishments_checked", "Số cơ sở được kiểm tra", Cell.INTEGER),
    Column("organisations_checked", "Trong đó: tổ chức", Cell.INTEGER, synonyms=("Số tổ chức",)),
    Column("individuals_checked", "Trong đó: cá nhân", Cell.INTEGER, synonyms=("Số cá nhân",)),
    Column("violators", "Số cơ sở vi phạm", Cell.INTEGER),
    Column("violations", "Số vụ vi phạm", Cell.INTEGER),
    Column("result", "Kết quả", help="Bằng lời; số cơ sở, số vụ ghi ở cột của nó. Để trống khi chưa có kết quả"),
    Column("conclusion_due_on", "Hạn ban hành kết luận", Cell.DATE),
    Column("conclusion_on", "Ngày kết luận", Cell.DATE),
    Column("conclusion", "Kết luận", Cell.REFERENCE, refers="paper"),
    Column("published_on", "Ngày công khai kết luận", Cell.DATE),
)
REGISTERS = (
    Register(
        slug="thanh-tra-kiem-tra",
        title="Hoạt động thanh tra, kiểm tra",
        short="Thanh tra, kiểm tra",
        area=7,
        model=Campaign,
        columns=(
            *WHAT,
            *RESULTS,
            Column("state", "Tình trạng", Cell.CHOICE, default=State.ONGOING, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("title", "kind", "led_by_us", "lead_body", "started_on", "ended_on", "state"),
        # The papers tell this year's campaign from last year's of the same name.
        key=("agency", "title", "plan", "basis"),
        day="started_on",
        days=("announced_on", "started_on", "ended_on", "conclusion_on", "published_on"),
        rests=("ended_on", "conclusion_on", "published_on"),
        filters=("kind", "occasion", "state", "led_by_us", "unit"),
        state="state",
        looks=MappingProxyType(LOOKS),
        steps=STEPS,
        order=("-started_on", "-pk"),
        examine=examine,
    ),
)
KINDS = (
    Register(
        slug="loai-hinh-thanh-tra-kiem-tra",
        title="Loại hình thanh tra, kiểm tra theo thời kỳ",
        short="Loại hình kiểm tra",
        area=7,
        model=KindInForce,
        columns=(
            Column("kind", "Loại hình", Cell.CHOICE, required=True, choices=dict(Campaign.Kind.choices)),
            Column("basis", "Căn cứ", required=True),
            Column("valid_from", "Có hiệu lực từ", Cell.DATE),
            Column("valid_to", "Đến hết", Cell.DATE),
            Column("verified", "Đã kiểm chứng", Cell.FLAG),
        ),
        listed=("kind", "basis", "valid_from", "valid_to", "verified"),
        key=("kind", "valid_from"),
        apart=("kind",),
        filters=("kind", "verified"),
        order=("kind", "valid_from", "pk"),
    ),
)
