"""The registers of what people write for reports."""

from types import MappingProxyType

from sokhcn.compiler.outline import PROVINCE
from sokhcn.intake.conditions import FORMS
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.later import Later
from sokhcn.records.registering import BOOK, Register, Step
from sokhcn.reports.closing.register import DUTIES
from sokhcn.reports.models import (
    Addressee,
    Commitment,
    Estimate,
    ForbiddenPair,
    Narrative,
    NumberBook,
    OwnIndicator,
    Target,
)
from sokhcn.reports.models.life import PARTED
from sokhcn.reports.owning import called, examine_indicator
from sokhcn.reports.vocabulary import examine_addressee, examine_commitment, examine_narrative

CHOSEN, PROPOSED, DROPPED = Commitment.State.CHOSEN, Commitment.State.PROPOSED, Commitment.State.DROPPED
INDICATOR = Column(
    "indicator", "Mã chỉ tiêu", required=True, help="Như research.accepted; mã của mọi chỉ tiêu ở trang Thống kê"
)
ACTS = MappingProxyType({act.value: str(act.label) for act in PARTED})
PERIOD = Column("period_code", "Kỳ báo cáo", required=True, help="Như 2022-01")
VALID = (
    Column("valid_from", "Từ ngày", Cell.DATE),
    Column("valid_to", "Đến hết ngày", Cell.DATE),
    Column("agency", "Cơ quan", Cell.REFERENCE, refers="agency"),
)
SINCE = (Column("valid_from", "Từ ngày", Cell.DATE, required=True), *VALID[1:])

REGISTERS = (
    DUTIES,
    Register(
        slug="noi-nhan",
        title="Kính gửi và nơi nhận",
        short="Nơi nhận",
        model=Addressee,
        columns=(
            Column("role", "Chỗ ghi", Cell.CHOICE, required=True, choices=dict(Addressee.Role.choices)),
            Column("place", "Thứ tự", Cell.INTEGER, required=True, adds_up=False),
            Column("name", "Tên", required=True),
            Column("report", "Báo cáo gửi", default=PROVINCE, help="tinh: UBND tỉnh; bo: Bộ KH&CN"),
            *VALID,
        ),
        listed=("name", "role", "place", "report", "valid_from", "valid_to"),
        key=("agency", "report", "role", "place", "valid_from"),
        order=("report", "role", "place"),
        examine=examine_addressee,
    ),
    Register(
        slug="nhiem-vu-ky-toi",
        title="Phương hướng, nhiệm vụ kỳ tới",
        short="Nhiệm vụ kỳ tới",
        model=Commitment,
        columns=(
            PERIOD,
            Column("place", "Thứ tự", required=True, help="1, 2, …; việc nhỏ trong mục 1 ghi 1.1, 1.2, …"),
            Column(
                "text",
                "Nội dung",
                required=True,
                help='Viện dẫn: {{ papers["14-NQ/TU"] }}; số: {{ programme.key_tasks }}',
            ),
            Column("due_on", "Hạn", Cell.DATE),
            Column("state", "Tình trạng", Cell.CHOICE, default=CHOSEN, choices=dict(Commitment.State.choices)),
            Column("papers", "Văn bản liên quan", Cell.REFERENCES, refers="paper", help="Cách nhau bằng dấu |"),
            Column(
                "tasks",
                "Nhiệm vụ liên quan",
                Cell.REFERENCES,
                refers="programme.keytask.code",
                help="Mã, cách nhau bằng |",
            ),
            *BOOK,
        ),
        listed=("place", "text", "unit", "due_on", "period_code", "state"),
        key=("agency", "period_code", "place"),
        filters=("period_code", "state", "unit"),
        state="state",
        looks=MappingProxyType({PROPOSED: "wait", CHOSEN: "ok", DROPPED: "void"}),
        steps=(
            Step(PROPOSED, CHOSEN, "Đưa vào báo cáo"),
            Step(PROPOSED, DROPPED, "Không đưa vào"),
            Step(CHOSEN, DROPPED, "Bỏ khỏi báo cáo"),
            Step(DROPPED, CHOSEN, "Đưa lại vào báo cáo"),
        ),
        order=("-period_code", "place"),
        examine=examine_commitment,
    ),
    Register(
        slug="danh-gia-chung",
        title="Nội dung soạn tay",
        short="Đánh giá chung",
        model=Narrative,
        columns=(
            PERIOD,
            Column("chapter", "Mục", Cell.CHOICE, default="assessment", choices={"assessment": "Đánh giá chung"}),
            Column("text", "Nội dung", required=True),
            *BOOK,
        ),
        listed=("chapter", "period_code", "text", "unit"),
        key=("agency", "period_code", "chapter"),
        filters=("period_code",),
        order=("-period_code", "chapter"),
        examine=examine_narrative,
    ),
    Register(
        slug="chi-tieu-rieng",
        title="Chỉ tiêu riêng của Sở",
        short="Chỉ tiêu riêng",
        model=OwnIndicator,
        columns=(
            Column("code", "Mã", required=True, help="Như van_ban_muon; trong mẫu câu là {{ own.van_ban_muon }}"),
            Column("label", "Chỉ tiêu", required=True),
            Column("register", "Sổ", Cell.CHOICE, required=True, choices=Later(called)),
            Column("conditions", "Điều kiện", help=FORMS),
            Column("day", "Cột ngày", help="Cột ngày phải nằm trong kỳ; để trống: cột ngày của sổ"),
            Column("kind", "Cách cộng", Cell.CHOICE, default="FLOW", choices=dict(OwnIndicator.Counting.choices)),
            Column("by", "Đếm theo cột", help="Chỉ khi đếm mỗi đối tượng một lần"),
            Column("unit", "Đơn vị tính", required=True),
            Column("basis", "Căn cứ, cách tính", required=True),
            *SINCE,
        ),
        listed=("code", "label", "register", "kind", "unit", "valid_from", "valid_to"),
        key=("agency", "code", "valid_from"),
        filters=("kind",),
        order=("code", "-valid_from"),
        examine=examine_indicator,
    ),
    Register(
        slug="so-uoc",
        title="Số ước tính",
        short="Số ước",
        model=Estimate,
        columns=(
            INDICATOR,
            PERIOD,
            Column("value", "Số ước", Cell.MONEY, required=True, adds_up=False),
            Column("method", "Phương pháp ước tính", required=True, help="Như: nội suy từ số 11 tháng"),
            Column("reason", "Lý do", required=True, help="Như: kỳ số liệu chưa kết thúc khi gửi báo cáo"),
            *BOOK,
        ),
        listed=("indicator", "period_code", "value", "method", "reason", "unit"),
        key=("agency", "period_code", "indicator"),
        filters=("period_code",),
        order=("-period_code", "indicator"),
    ),
    Register(
        slug="chi-tieu-ke-hoach",
        title="Chỉ tiêu kế hoạch năm",
        short="Chỉ tiêu kế hoạch",
        model=Target,
        columns=(
            INDICATOR,
            Column("year", "Năm", Cell.YEAR, required=True),
            Column("value", "Kế hoạch", Cell.MONEY, required=True, adds_up=False),
            Column("paper", "Văn bản giao", Cell.REFERENCE, refers="paper"),
            *BOOK,
        ),
        listed=("indicator", "year", "value", "paper", "unit"),
        key=("agency", "year", "indicator"),
        filters=("year",),
        order=("-year", "indicator"),
    ),
    Register(
        slug="so-cap-so",
        title="Sổ cấp số văn bản đi",
        short="Sổ cấp số",
        model=NumberBook,
        keeper="reference.keep",
        columns=(
            Column("code", "Mã sổ", required=True, help="Như chung, bao-cao"),
            Column("name", "Tên sổ", required=True),
            Column("kind", "Nguồn số", Cell.CHOICE, default="external", choices=dict(NumberBook.Kind.choices)),
            Column("types", "Loại văn bản", help="Chữ viết tắt, như BC, KH; để trống: mọi loại không có sổ riêng"),
            Column(
                "first", "Số đầu tiên", Cell.INTEGER, default=1, adds_up=False, help="Của năm sổ bắt đầu; năm sau từ 1"
            ),
            *SINCE,
        ),
        listed=("name", "code", "kind", "types", "valid_from", "valid_to"),
        key=("agency", "code", "valid_from"),
        filters=("kind",),
        order=("code", "-valid_from"),
    ),
    Register(
        slug="viec-khong-kiem",
        title="Việc không được kiêm khi làm báo cáo",
        short="Việc không kiêm",
        model=ForbiddenPair,
        keeper="reference.keep",
        columns=(
            Column("first", "Việc thứ nhất", Cell.CHOICE, required=True, choices=ACTS),
            Column("second", "Việc thứ hai", Cell.CHOICE, required=True, choices=ACTS),
            Column("basis", "Căn cứ", required=True),
            Column("valid_from", "Có hiệu lực từ", Cell.DATE),
            Column("valid_to", "Đến hết", Cell.DATE),
            Column("verified", "Đã kiểm chứng", Cell.FLAG),
        ),
        listed=("first", "second", "basis", "valid_from", "valid_to", "verified"),
        key=("first", "second", "valid_from"),
        filters=("verified",),
        order=("first", "second", "valid_from"),
    ),
)
