"""The registers of emergency plans, of classes and drills, and of incidents."""

from types import MappingProxyType

from sokhcn.areas.radiation.models import EmergencyPlan, EmergencyTraining, Incident
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

Plan, Training, Happened = EmergencyPlan.State, EmergencyTraining.State, Incident.State
FACILITY = Column("facility", "Cơ sở bức xạ", Cell.REFERENCE, refers="radiation.facility.name")

EMERGENCIES = (
    Register(
        slug="ke-hoach-ung-pho-su-co",
        title="Kế hoạch ứng phó sự cố bức xạ và hạt nhân",
        short="Kế hoạch ứng phó sự cố",
        area=6,
        model=EmergencyPlan,
        columns=(
            Column("title", "Tên kế hoạch", required=True, synonyms=("Kế hoạch",)),
            Column(
                "level",
                "Cấp",
                Cell.CHOICE,
                default=EmergencyPlan.Level.FACILITY,
                choices=dict(EmergencyPlan.Level.choices),
            ),
            FACILITY,
            Column("submitted_on", "Ngày trình", Cell.DATE, synonyms=("Ngày nhận hồ sơ",)),
            Column("approval_number", "Số văn bản phê duyệt", synonyms=("Số quyết định", "Số")),
            Column("approved_on", "Ngày phê duyệt", Cell.DATE),
            Column("approved_by", "Cơ quan phê duyệt"),
            Column("state", "Tình trạng", Cell.CHOICE, default=Plan.APPROVED, choices=dict(Plan.choices)),
            *BOOK,
        ),
        listed=("title", "level", "facility", "approval_number", "approved_on", "state"),
        key=("agency", "title"),
        day="approved_on",
        days=("submitted_on", "approved_on"),
        rests=("approved_on",),
        filters=("level", "state", "unit"),
        state="state",
        looks=MappingProxyType(
            {Plan.DRAFTING: "draft", Plan.SUBMITTED: "wait", Plan.APPROVED: "ok", Plan.REPLACED: "out"}
        ),
        steps=(
            Step(Plan.DRAFTING, Plan.SUBMITTED, "Trình phê duyệt", needs=("submitted_on",)),
            Step(Plan.SUBMITTED, Plan.DRAFTING, "Trả lại để sửa"),
            Step(Plan.SUBMITTED, Plan.APPROVED, "Ghi phê duyệt", needs=("approved_on",)),
            Step(Plan.APPROVED, Plan.REPLACED, "Ghi đã thay"),
        ),
        order=("-approved_on", "-pk"),
    ),
    Register(
        slug="tap-huan-ung-pho-su-co",
        title="Tập huấn, diễn tập ứng phó sự cố bức xạ và hạt nhân",
        short="Tập huấn ứng phó sự cố",
        area=6,
        model=EmergencyTraining,
        columns=(
            Column(
                "kind",
                "Hình thức",
                Cell.CHOICE,
                default=EmergencyTraining.Kind.TRAINING,
                choices=dict(EmergencyTraining.Kind.choices),
            ),
            Column("topic", "Nội dung tập huấn", required=True, synonyms=("Nội dung", "Nội dung diễn tập")),
            Column("held_on", "Ngày tổ chức", Cell.DATE),
            Column("bodies", "Số sở, ban, ngành, địa phương dự", Cell.INTEGER, default=0),
            Column("participants", "Số người dự", Cell.INTEGER),
            Column("location", "Địa điểm"),
            Column("plan", "Theo kế hoạch", Cell.REFERENCE, refers="radiation.emergencyplan.title"),
            Column("state", "Tình trạng", Cell.CHOICE, default=Training.HELD, choices=dict(Training.choices)),
            *BOOK,
        ),
        listed=("topic", "kind", "held_on", "bodies", "state"),
        key=("agency", "topic", "held_on"),
        day="held_on",
        filters=("kind", "state", "unit"),
        state="state",
        looks=MappingProxyType({Training.PLANNED: "draft", Training.HELD: "out", Training.CANCELLED: "void"}),
        steps=(
            Step(Training.PLANNED, Training.HELD, "Ghi đã tổ chức"),
            Step(Training.PLANNED, Training.CANCELLED, "Không tổ chức"),
        ),
        order=("-held_on", "-pk"),
    ),
    Register(
        slug="su-co-buc-xa",
        title="Sự cố bức xạ",
        short="Sự cố bức xạ",
        area=6,
        model=Incident,
        columns=(
            Column("title", "Sự cố", required=True, synonyms=("Tên sự cố",)),
            Column("occurred_on", "Ngày xảy ra", Cell.DATE, required=True),
            Column("kind", "Loại sự cố"),
            Column("level", "Mức sự cố"),
            FACILITY,
            Column("location", "Nơi xảy ra"),
            Column("reported_on", "Ngày nhận báo cáo", Cell.DATE),
            Column("response", "Biện pháp ứng phó"),
            Column("report", "Văn bản báo cáo"),
            Column("ended_on", "Ngày khắc phục xong", Cell.DATE),
            Column("state", "Tình trạng", Cell.CHOICE, default=Happened.RESPONDING, choices=dict(Happened.choices)),
            *BOOK,
        ),
        listed=("title", "occurred_on", "kind", "facility", "state"),
        key=("agency", "title", "occurred_on"),
        day="occurred_on",
        days=("occurred_on", "ended_on"),
        rests=("ended_on",),
        filters=("state", "unit"),
        state="state",
        looks=MappingProxyType({Happened.RESPONDING: "late", Happened.ENDED: "out", Happened.FALSE_ALARM: "void"}),
        steps=(
            Step(Happened.RESPONDING, Happened.ENDED, "Ghi khắc phục xong", needs=("ended_on",)),
            Step(Happened.RESPONDING, Happened.FALSE_ALARM, "Ghi không phải sự cố"),
        ),
        order=("-occurred_on", "-pk"),
    ),
)
