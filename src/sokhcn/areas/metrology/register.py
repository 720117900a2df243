"""The register of verification, calibration and testing: one line is one instrument served once."""

from types import MappingProxyType

from sokhcn.areas.metrology.models import Instrument, Job
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Part, Register, Step

State = Job.State

REGISTERS = (
    Register(
        slug="kiem-dinh",
        title="Kiểm định, hiệu chuẩn và thử nghiệm",
        short="Kiểm định",
        area=8,
        model=Job,
        columns=(
            Column("establishment", "Cơ sở", Cell.REFERENCE, required=True, refers="establishment"),
            Column(
                "instrument.kind",
                "Loại phương tiện đo",
                Cell.CHOICE,
                required=True,
                synonyms=("Loại PTĐ", "Phương tiện đo"),
                choices=dict(Instrument.Kind.choices),
            ),
            Column("instrument.name", "Tên phương tiện đo", synonyms=("Tên PTĐ",)),
            Column("instrument.maker", "Hãng sản xuất"),
            Column("instrument.model", "Kiểu"),
            Column(
                "instrument.serial_number",
                "Số sản xuất",
                required=True,
                synonyms=("Số máy", "Số hiệu"),
                help="Không có thì ghi số quản lý của cơ sở",
            ),
            Column(
                "service", "Dịch vụ", Cell.CHOICE, default=Job.Service.VERIFICATION, choices=dict(Job.Service.choices)
            ),
            Column("verification_kind", "Chế độ kiểm định", Cell.CHOICE, choices=dict(Job.VerificationKind.choices)),
            Column("performed_on", "Ngày thực hiện", Cell.DATE, synonyms=("Ngày kiểm định",)),
            Column("result", "Kết quả", Cell.CHOICE, choices=dict(Job.Result.choices)),
            Column("certificate_number", "Số giấy chứng nhận", synonyms=("Số GCN",)),
            Column("sticker_number", "Số tem"),
            Column("valid_until", "Hiệu lực đến", Cell.DATE, synonyms=("Thời hạn đến",)),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.PERFORMED, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=(
            "certificate_number",
            "establishment",
            "instrument.kind",
            "instrument.serial_number",
            "service",
            "performed_on",
            "result",
            "state",
        ),
        key=("agency", "instrument", "service", "verification_kind", "performed_on"),
        parts=(Part("instrument", Instrument, ("establishment", "kind", "serial_number")),),
        day="performed_on",
        filters=("service", "instrument.kind", "result", "state", "unit"),
        state="state",
        looks=MappingProxyType({State.DRAFT: "draft", State.PERFORMED: "ok", State.CANCELLED: "void"}),
        steps=(
            Step(State.DRAFT, State.PERFORMED, "Ghi đã thực hiện"),
            Step(State.DRAFT, State.CANCELLED, "Hủy"),
        ),
        order=("-performed_on", "-pk"),
    ),
)
