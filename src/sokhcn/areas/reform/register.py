"""The register of plans of administrative reform."""

from types import MappingProxyType

from sokhcn.areas.reform.models import ReformPlan
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

State = ReformPlan.State

REGISTERS = (
    Register(
        slug="ke-hoach-cai-cach",
        title="Kế hoạch cải cách hành chính",
        short="Cải cách hành chính",
        area=3,
        model=ReformPlan,
        columns=(
            Column("title", "Tên kế hoạch", required=True, synonyms=("Kế hoạch",)),
            Column("kind", "Loại kế hoạch", Cell.CHOICE, required=True, choices=dict(ReformPlan.Kind.choices)),
            Column("symbol", "Số, ký hiệu", Cell.CODE, synonyms=("Số ký hiệu", "Số/ký hiệu")),
            Column("issued_on", "Ngày ban hành", Cell.DATE, synonyms=("Ngày",)),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.ISSUED, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("title", "kind", "symbol", "issued_on", "unit", "state"),
        key=("agency", "title"),
        day="issued_on",
        filters=("kind", "state", "unit"),
        state="state",
        looks=MappingProxyType({"drafting": "draft", "issued": "out", "withdrawn": "void"}),
        steps=(
            Step(State.DRAFTING, State.ISSUED, "Ghi ban hành"),
            Step(State.ISSUED, State.DRAFTING, "Soạn lại"),
            Step(State.DRAFTING, State.WITHDRAWN, "Rút"),
        ),
        order=("-issued_on", "-pk"),
    ),
)
