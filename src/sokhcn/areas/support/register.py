"""The registers of support: tasks, training classes, guidance on industrial property."""

from types import MappingProxyType

from sokhcn.areas.support.models import IntellectualPropertyGuidance, SupportTask, TrainingClass
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

Task, Class = SupportTask.State, TrainingClass.State

REGISTERS = (
    Register(
        slug="ho-tro-nhiem-vu",
        title="Nhiệm vụ hỗ trợ doanh nghiệp, tổ chức, cá nhân",
        short="Nhiệm vụ hỗ trợ",
        area=5,
        model=SupportTask,
        columns=(
            Column("code", "Mã nhiệm vụ", required=True, synonyms=("Mã",)),
            Column("title", "Tên nhiệm vụ", required=True),
            Column("kind", "Nội dung hỗ trợ", Cell.CHOICE, required=True, choices=dict(SupportTask.Kind.choices)),
            Column("beneficiary", "Đơn vị được hỗ trợ", Cell.REFERENCE, refers="establishment"),
            Column("started_on", "Ngày bắt đầu", Cell.DATE),
            Column("ended_on", "Ngày kết thúc", Cell.DATE, help="Để trống khi đang thực hiện"),
            Column("budget", "Kinh phí (triệu đồng)", Cell.MONEY, synonyms=("Kinh phí",)),
            Column("state", "Tình trạng", Cell.CHOICE, default=Task.RUNNING, choices=dict(Task.choices)),
            *BOOK,
        ),
        listed=("title", "code", "kind", "beneficiary", "started_on", "ended_on", "state"),
        key=("agency", "code"),
        day="started_on",
        filters=("kind", "state", "unit"),
        state="state",
        looks=MappingProxyType(
            {Task.PROPOSED: "draft", Task.RUNNING: "ok", Task.COMPLETED: "out", Task.STOPPED: "void"}
        ),
        steps=(
            Step(Task.PROPOSED, Task.RUNNING, "Triển khai"),
            Step(Task.RUNNING, Task.COMPLETED, "Ghi hoàn thành"),
            Step(Task.RUNNING, Task.STOPPED, "Dừng thực hiện"),
            Step(Task.PROPOSED, Task.STOPPED, "Không triển khai"),
        ),
        order=("-started_on", "-pk"),
    ),
    Register(
        slug="lop-tap-huan",
        title="Lớp tập huấn",
        short="Lớp tập huấn",
        area=5,
        model=TrainingClass,
        columns=(
            Column("topic", "Nội dung tập huấn", required=True, help="Viết tiếp sau “tập huấn về”"),
            Column("field", "Lĩnh vực", Cell.CHOICE, required=True, choices=dict(TrainingClass.Field.choices)),
            Column("held_on", "Ngày khai mạc", Cell.DATE, synonyms=("Ngày tổ chức",)),
            Column("ended_on", "Ngày bế mạc", Cell.DATE),
            Column("venue", "Địa điểm"),
            Column("enterprises", "Số doanh nghiệp dự", Cell.INTEGER, default=0),
            Column("officials", "Số người của sở, ban, ngành dự", Cell.INTEGER, default=0),
            Column("individuals", "Số cá nhân khác dự", Cell.INTEGER, default=0),
            Column("state", "Tình trạng", Cell.CHOICE, default=Class.HELD, choices=dict(Class.choices)),
            *BOOK,
        ),
        listed=("topic", "field", "held_on", "enterprises", "officials", "individuals", "state"),
        key=("agency", "topic", "held_on"),
        day="held_on",
        filters=("field", "state", "unit"),
        state="state",
        looks=MappingProxyType({Class.PLANNED: "draft", Class.HELD: "out", Class.CANCELLED: "void"}),
        steps=(
            Step(Class.PLANNED, Class.HELD, "Ghi đã tổ chức"),
            Step(Class.PLANNED, Class.CANCELLED, "Không tổ chức"),
        ),
        order=("-held_on", "-pk"),
    ),
    Register(
        slug="huong-dan-so-huu-cong-nghiep",
        title="Hướng dẫn hồ sơ đăng ký bảo hộ quyền sở hữu công nghiệp",
        short="Hướng dẫn sở hữu công nghiệp",
        area=5,
        model=IntellectualPropertyGuidance,
        columns=(
            Column(
                "beneficiary", "Đơn vị được hướng dẫn", Cell.REFERENCE, True, ("Doanh nghiệp",), refers="establishment"
            ),
            Column(
                "ip_kind",
                "Đối tượng sở hữu công nghiệp",
                Cell.CHOICE,
                required=True,
                choices=dict(IntellectualPropertyGuidance.Kind.choices),
            ),
            Column("subject", "Tên đối tượng", help="Tên nhãn hiệu, sáng chế …"),
            Column("guided_on", "Ngày hướng dẫn", Cell.DATE),
            Column("application_number", "Số đơn"),
            Column("filed_on", "Ngày nộp đơn", Cell.DATE),
            *BOOK,
        ),
        listed=("beneficiary", "ip_kind", "subject", "guided_on", "application_number", "filed_on"),
        key=("agency", "beneficiary", "ip_kind", "subject"),
        day="guided_on",
        filters=("ip_kind", "unit"),
        order=("-guided_on", "-pk"),
    ),
)
