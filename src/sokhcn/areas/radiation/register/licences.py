"""The registers of licences and of certificates of radiation workers."""

from types import MappingProxyType

from sokhcn.areas.radiation.examining import examine_certificate, examine_licence
from sokhcn.areas.radiation.models import Licence, WorkerCertificate
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

Permit, Certificate = Licence.State, WorkerCertificate.State
# What was issued before the register began may lack these: they are asked where an officer takes the step.
PRINTED, ENDED = ("number", "issued_on"), ("ended_on",)

LICENCES = (
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
            Column("work_kind", "Loại công việc bức xạ", Cell.CHOICE, choices=dict(Licence.WorkKind.choices)),
            Column("holder", "Cơ sở được cấp", Cell.REFERENCE, required=True, refers="establishment"),
            Column(
                "devices",
                "Thiết bị bức xạ",
                Cell.REFERENCES,
                refers="radiation.device.code",
                synonyms=("Thiết bị", "Mã thiết bị"),
                help="Mã thiết bị, như trong sổ thiết bị bức xạ",
            ),
            Column("dossier_number", "Số hồ sơ", synonyms=("Mã hồ sơ",)),
            Column("received_on", "Ngày nhận hồ sơ", Cell.DATE, synonyms=("Ngày tiếp nhận",)),
            Column("fee", "Phí thẩm định", Cell.INTEGER, synonyms=("Phí",), help="Đồng"),
            Column("issued_on", "Ngày cấp", Cell.DATE),
            Column(
                "expires_on",
                "Ngày hết hạn",
                Cell.DATE,
                synonyms=("Có giá trị đến",),
                help="Như ghi trên giấy phép",
            ),
            Column("previous", "Giấy phép trước", Cell.REFERENCE, refers="radiation.licence.number"),
            Column("authority", "Văn bản ủy quyền cấp phép", Cell.REFERENCE, refers="paper"),
            Column("competent", "Cơ quan có thẩm quyền", synonyms=("Thẩm quyền cấp",)),
            Column("signer", "Người ký"),
            Column(
                "signing_capacity",
                "Thẩm quyền ký",
                synonyms=("Thể thức ký",),
                help="TM., KT., TL., TUQ. hoặc Q.",
            ),
            Column("ended_on", "Ngày hết hiệu lực thực tế", Cell.DATE, help="Khi bị thay, thu hồi hoặc hết hạn"),
            Column("state", "Tình trạng", Cell.CHOICE, default=Permit.ISSUED, choices=dict(Permit.choices)),
            *BOOK,
        ),
        listed=("holder", "work", "number", "action", "issued_on", "expires_on", "state"),
        # A licence without a number is known by its holder, its work and what was decided.
        key=("agency", "number", "holder", "work", "action"),
        alike=(("agency", "number", "issued_on@year"),),
        day="issued_on",
        days=("received_on", "issued_on", "ended_on"),
        rests=("issued_on", "ended_on"),
        filters=("state", "action", "work_kind", "work", "unit"),
        state="state",
        looks=MappingProxyType(
            {
                Permit.PROCESSING: "wait",
                Permit.ISSUED: "ok",
                Permit.REFUSED: "back",
                Permit.SUSPENDED: "late",
                Permit.REVOKED: "void",
                Permit.REPLACED: "out",
                Permit.EXPIRED: "void",
            }
        ),
        steps=(
            Step(Permit.PROCESSING, Permit.ISSUED, "Ghi ban hành", needs=PRINTED),
            Step(Permit.PROCESSING, Permit.REFUSED, "Ghi không cấp"),
            Step(Permit.ISSUED, Permit.SUSPENDED, "Đình chỉ"),
            Step(Permit.SUSPENDED, Permit.ISSUED, "Chấm dứt đình chỉ"),
            Step(Permit.ISSUED, Permit.REPLACED, "Ghi đã thay", needs=ENDED),
            Step(Permit.ISSUED, Permit.REVOKED, "Thu hồi", needs=ENDED),
            Step(Permit.ISSUED, Permit.EXPIRED, "Ghi hết hiệu lực", needs=ENDED),
            Step(Permit.EXPIRED, Permit.REPLACED, "Ghi đã thay", needs=ENDED),
            Step(Permit.SUSPENDED, Permit.REPLACED, "Ghi đã thay", needs=ENDED),
            Step(Permit.SUSPENDED, Permit.REVOKED, "Thu hồi", needs=ENDED),
            Step(Permit.SUSPENDED, Permit.EXPIRED, "Ghi hết hiệu lực", needs=ENDED),
        ),
        order=("-issued_on", "-pk"),
        examine=examine_licence,
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
            Column("born_on", "Ngày sinh", Cell.DATE, personal=True),
            Column("role", "Công việc đảm nhiệm"),
            Column("employer", "Cơ sở", Cell.REFERENCE, required=True, refers="establishment"),
            Column("training", "Chứng nhận đào tạo an toàn bức xạ", synonyms=("Giấy chứng nhận đào tạo",)),
            Column("dossier_number", "Số hồ sơ", synonyms=("Mã hồ sơ",)),
            Column("received_on", "Ngày nhận hồ sơ", Cell.DATE, synonyms=("Ngày tiếp nhận",)),
            Column("fee", "Phí, lệ phí", Cell.INTEGER, synonyms=("Phí",), help="Đồng"),
            Column("issued_on", "Ngày cấp", Cell.DATE),
            Column("expires_on", "Ngày hết hạn", Cell.DATE, help="Để trống: không thời hạn"),
            Column("signer", "Người ký"),
            Column("state", "Tình trạng", Cell.CHOICE, default=Certificate.ISSUED, choices=dict(Certificate.choices)),
            *BOOK,
        ),
        listed=("employer", "number", "role", "issued_on", "state"),
        key=("agency", "number", "worker", "role", "employer"),
        day="issued_on",
        days=("received_on", "issued_on"),
        rests=("issued_on",),
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
            Step(Certificate.PROCESSING, Certificate.ISSUED, "Ghi đã cấp", needs=PRINTED),
            Step(Certificate.PROCESSING, Certificate.REFUSED, "Ghi không cấp"),
            Step(Certificate.ISSUED, Certificate.REVOKED, "Thu hồi"),
        ),
        order=("-issued_on", "-pk"),
        examine=examine_certificate,
    ),
)
