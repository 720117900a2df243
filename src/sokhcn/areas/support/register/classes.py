"""The registers of training classes and of those who attended."""

from types import MappingProxyType

from sokhcn.areas.support.models import Participant, TrainingClass
from sokhcn.areas.support.register.tasks import PROGRAMME
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

State = TrainingClass.State

CLASSES = Register(
    slug="lop-tap-huan",
    title="Lớp tập huấn",
    short="Lớp tập huấn",
    area=5,
    model=TrainingClass,
    columns=(
        Column("code", "Mã lớp", help="Cần có khi ghi danh sách người dự"),
        Column("topic", "Nội dung tập huấn", required=True, help="Viết tiếp sau “tập huấn về”"),
        Column("field", "Lĩnh vực", Cell.CHOICE, required=True, choices=dict(TrainingClass.Field.choices)),
        PROGRAMME,
        Column("held_on", "Ngày khai mạc", Cell.DATE, synonyms=("Ngày tổ chức",)),
        Column("ended_on", "Ngày bế mạc", Cell.DATE),
        Column("sessions", "Số buổi", Cell.INTEGER),
        Column("venue", "Địa điểm"),
        Column("organiser", "Đơn vị phối hợp tổ chức", synonyms=("Đơn vị phối hợp",)),
        Column("enterprises", "Số doanh nghiệp dự", Cell.INTEGER, default=0),
        Column("officials", "Số người của sở, ban, ngành dự", Cell.INTEGER, default=0),
        Column("individuals", "Số cá nhân khác dự", Cell.INTEGER, default=0),
        Column("budget", "Kinh phí (triệu đồng)", Cell.MONEY, synonyms=("Kinh phí",)),
        Column("state", "Tình trạng", Cell.CHOICE, default=State.HELD, choices=dict(State.choices)),
        *BOOK,
    ),
    listed=("topic", "field", "held_on", "enterprises", "officials", "individuals", "state"),
    key=("agency", "topic", "held_on"),
    day="held_on",
    days=("held_on", "ended_on"),
    filters=("field", "state", "unit", "programme"),
    state="state",
    looks=MappingProxyType({State.PLANNED: "draft", State.HELD: "out", State.CANCELLED: "void"}),
    steps=(
        Step(State.PLANNED, State.HELD, "Ghi đã tổ chức", needs=("held_on",)),
        Step(State.PLANNED, State.CANCELLED, "Không tổ chức"),
    ),
    order=("-held_on", "-pk"),
)

PARTICIPANTS = Register(
    slug="nguoi-du-tap-huan",
    title="Người dự lớp tập huấn",
    short="Người dự tập huấn",
    area=5,
    model=Participant,
    days=("training__held_on",),
    columns=(
        Column(
            "training",
            "Mã lớp",
            Cell.REFERENCE,
            required=True,
            synonyms=("Lớp tập huấn",),
            refers="support.trainingclass.code",
            help="Ghi mã cho lớp trước khi ghi người dự",
        ),
        Column("name", "Họ và tên", required=True, synonyms=("Họ tên",), personal=True),
        Column("kind", "Đối tượng", Cell.CHOICE, required=True, choices=dict(Participant.Kind.choices)),
        Column("establishment", "Doanh nghiệp", Cell.REFERENCE, refers="establishment"),
        Column("workplace", "Cơ quan, đơn vị", synonyms=("Nơi công tác", "Đơn vị công tác")),
        Column("note", "Ghi chú"),
    ),
    listed=("training", "name", "kind", "establishment", "workplace"),
    key=("training", "name", "establishment", "workplace"),
    order=("training", "pk"),
)
