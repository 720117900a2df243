"""The register of guidance on industrial property and of the applications that follow."""

from types import MappingProxyType

from sokhcn.areas.support.models import IntellectualPropertyGuidance as Guidance
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

State = Guidance.State

RIGHTS = Register(
    slug="huong-dan-so-huu-cong-nghiep",
    title="Hướng dẫn hồ sơ đăng ký bảo hộ quyền sở hữu công nghiệp",
    short="Hướng dẫn sở hữu công nghiệp",
    area=5,
    model=Guidance,
    columns=(
        Column(
            "beneficiary",
            "Đơn vị được hướng dẫn",
            Cell.REFERENCE,
            True,
            ("Doanh nghiệp", "Người nộp đơn", "Chủ đơn"),
            refers="establishment",
        ),
        Column(
            "applicant",
            "Loại đối tượng",
            Cell.CHOICE,
            default=Guidance.Applicant.ENTERPRISE,
            synonyms=("Là", "Loại chủ đơn"),
            choices=dict(Guidance.Applicant.choices),
        ),
        Column(
            "ip_kind", "Đối tượng sở hữu công nghiệp", Cell.CHOICE, required=True, choices=dict(Guidance.Kind.choices)
        ),
        Column("subject", "Tên đối tượng", help="Tên nhãn hiệu, sáng chế …"),
        Column("guided_on", "Ngày hướng dẫn", Cell.DATE),
        Column("application_number", "Số đơn"),
        Column("filed_on", "Ngày nộp đơn", Cell.DATE),
        Column("title_number", "Số văn bằng", synonyms=("Số bằng", "Số giấy chứng nhận")),
        Column("granted_on", "Ngày cấp văn bằng", Cell.DATE, synonyms=("Ngày cấp",)),
        Column("expires_on", "Văn bằng có hiệu lực đến", Cell.DATE),
        Column("state", "Tình trạng", Cell.CHOICE, default=State.GUIDED, choices=dict(State.choices)),
        *BOOK,
    ),
    listed=("beneficiary", "ip_kind", "subject", "guided_on", "application_number", "filed_on", "state"),
    key=("agency", "beneficiary", "ip_kind", "subject"),
    day="guided_on",
    days=("guided_on", "filed_on", "granted_on"),
    filters=("ip_kind", "applicant", "state", "unit"),
    state="state",
    looks=MappingProxyType(
        {
            State.GUIDED: "draft",
            State.FILED: "wait",
            State.ACCEPTED: "wait",
            State.GRANTED: "out",
            State.REFUSED: "back",
            State.WITHDRAWN: "void",
            State.ENDED: "void",
        }
    ),
    steps=(
        Step(State.GUIDED, State.FILED, "Ghi nộp đơn", needs=("filed_on",)),
        Step(State.GUIDED, State.WITHDRAWN, "Không nộp đơn"),
        Step(State.FILED, State.ACCEPTED, "Ghi đơn hợp lệ"),
        Step(State.ACCEPTED, State.GRANTED, "Ghi cấp văn bằng", needs=("title_number", "granted_on")),
        Step(State.FILED, State.REFUSED, "Ghi từ chối"),
        Step(State.ACCEPTED, State.REFUSED, "Ghi từ chối"),
        Step(State.FILED, State.WITHDRAWN, "Rút đơn"),
        Step(State.ACCEPTED, State.WITHDRAWN, "Rút đơn"),
        Step(State.GRANTED, State.ENDED, "Ghi hết hiệu lực"),
    ),
    order=("-guided_on", "-pk"),
    alike=(("application_number",), ("title_number",)),
)
