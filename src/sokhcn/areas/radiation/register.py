"""The registers of radiation safety: licences, worker certificates, emergency training."""

from types import MappingProxyType

from sokhcn.areas.radiation.models import EmergencyTraining, Licence, WorkerCertificate
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

Permit, Certificate, Training = Licence.State, WorkerCertificate.State, EmergencyTraining.State

REGISTERS = (
    Register(
        slug="giay-phep-buc-xa",
        title="Giấy phép tiến hành công việc bức xạ",
        short="Giấy phép bức xạ",
        area=6,
        model=Licence,
        columns=(
            Column("number", "Số giấy phép", synonyms=("Số",)),
            Column(
                "action",
                "Việc giải quyết",
                Cell.CHOICE,
                default=Licence.Action.ISSUE,
                choices=dict(Licence.Action.choices),
            ),
            Column("work", "Công việc bức xạ", required=True, help="Như: thiết bị X-quang trong chẩn đoán y tế"),
            Column("holder", "Cơ sở được cấp", Cell.REFERENCE, required=True, refers="establishment"),
            Column("issued_on", "Ngày cấp", Cell.DATE),
            Column("expires_on", "Ngày hết hạn", Cell.DATE, help="Như ghi trên giấy phép"),
            Column("previous", "Giấy phép trước", Cell.REFERENCE, refers="radiation.licence.number"),
            Column("authority", "Văn bản ủy quyền cấp phép", Cell.REFERENCE, refers="paper"),
            Column("state", "Tình trạng", Cell.CHOICE, default=Permit.ISSUED, choices=dict(Permit.choices)),
            *BOOK,
        ),
        listed=("holder", "work", "number", "action", "issued_on", "expires_on", "state"),
        # A licence without a number is known by its holder, its work and what was decided.
        key=("agency", "number", "holder", "work", "action"),
        alike=(("agency", "number", "issued_on@year"),),
        day="issued_on",
        filters=("state", "action", "work", "unit"),
        state="state",
        looks=MappingProxyType(
            {
                Permit.PROCESSING: "wait",
                Permit.ISSUED: "ok",
                Permit.REFUSED: "back",
                Permit.SUSPENDED: "late",
                Permit.REVOKED: "void",
                Permit.REPLACED: "out",
            }
        ),
        steps=(
            Step(Permit.PROCESSING, Permit.ISSUED, "Ghi ban hành"),
            Step(Permit.PROCESSING, Permit.REFUSED, "Ghi không cấp"),
            Step(Permit.ISSUED, Permit.SUSPENDED, "Đình chỉ"),
            Step(Permit.SUSPENDED, Permit.ISSUED, "Bỏ đình chỉ"),
            Step(Permit.ISSUED, Permit.REPLACED, "Ghi đã thay"),
            Step(Permit.ISSUED, Permit.REVOKED, "Thu hồi"),
            Step(Permit.SUSPENDED, Permit.REVOKED, "Thu hồi"),
        ),
        order=("-issued_on", "-pk"),
    ),
    Register(
        slug="chung-chi-nhan-vien-buc-xa",
        title="Chứng chỉ nhân viên bức xạ",
        short="Chứng chỉ nhân viên bức xạ",
        area=6,
        model=WorkerCertificate,
        columns=(
            Column("number", "Số chứng chỉ", synonyms=("Số",)),
            Column("worker", "Họ và tên nhân viên", help="Dữ liệu cá nhân: không in vào báo cáo", personal=True),
            Column("role", "Công việc đảm nhiệm"),
            Column("employer", "Cơ sở", Cell.REFERENCE, required=True, refers="establishment"),
            Column("issued_on", "Ngày cấp", Cell.DATE),
            Column("state", "Tình trạng", Cell.CHOICE, default=Certificate.ISSUED, choices=dict(Certificate.choices)),
            *BOOK,
        ),
        listed=("employer", "number", "role", "issued_on", "state"),
        key=("agency", "number", "worker", "role", "employer"),
        day="issued_on",
        filters=("state", "unit"),
        state="state",
        looks=MappingProxyType(
            {
                Certificate.PROCESSING: "wait",
                Certificate.ISSUED: "ok",
                Certificate.REFUSED: "back",
                Certificate.REVOKED: "void",
            }
        ),
        steps=(
            Step(Certificate.PROCESSING, Certificate.ISSUED, "Ghi đã cấp"),
            Step(Certificate.PROCESSING, Certificate.REFUSED, "Ghi không cấp"),
            Step(Certificate.ISSUED, Certificate.REVOKED, "Thu hồi"),
        ),
        order=("-issued_on", "-pk"),
    ),
    Register(
        slug="tap-huan-ung-pho-su-co",
        title="Tập huấn ứng phó sự cố bức xạ và hạt nhân",
        short="Tập huấn ứng phó sự cố",
        area=6,
        model=EmergencyTraining,
        columns=(
            Column("topic", "Nội dung tập huấn", required=True),
            Column("held_on", "Ngày tổ chức", Cell.DATE),
            Column("bodies", "Số sở, ban, ngành, địa phương dự", Cell.INTEGER, default=0),
            Column("state", "Tình trạng", Cell.CHOICE, default=Training.HELD, choices=dict(Training.choices)),
            *BOOK,
        ),
        listed=("topic", "held_on", "bodies", "state"),
        key=("agency", "topic", "held_on"),
        day="held_on",
        filters=("state", "unit"),
        state="state",
        looks=MappingProxyType({Training.PLANNED: "draft", Training.HELD: "out", Training.CANCELLED: "void"}),
        steps=(
            Step(Training.PLANNED, Training.HELD, "Ghi đã tổ chức"),
            Step(Training.PLANNED, Training.CANCELLED, "Không tổ chức"),
        ),
        order=("-held_on", "-pk"),
    ),
)
