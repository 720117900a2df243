"""The register of decisions that sanction administrative violations."""

from types import MappingProxyType

from sokhcn.areas.inspection.examining import unpaid
from sokhcn.areas.inspection.models import Sanction
from sokhcn.areas.inspection.steps import FINE_LOOKS, FINE_STEPS
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register

State = Sanction.State

REGISTERS = (
    Register(
        slug="xu-phat-vi-pham",
        title="Xử phạt vi phạm hành chính",
        short="Xử phạt",
        area=7,
        model=Sanction,
        columns=(
            Column("campaign", "Cuộc", Cell.REFERENCE, refers="inspection.campaign.code", synonyms=("Mã cuộc",)),
            Column("number", "Số quyết định", synonyms=("Số quyết định xử phạt",), help="Như 12/QĐ-XPHC"),
            Column("decided_on", "Ngày quyết định", Cell.DATE),
            Column("decided_by", "Người, cơ quan ra quyết định", synonyms=("Người ra quyết định",)),
            Column("establishment", "Tổ chức vi phạm", Cell.REFERENCE, refers="establishment", synonyms=("Tổ chức",)),
            Column("offender", "Cá nhân vi phạm", synonyms=("Cá nhân",), personal=True),
            Column("field", "Lĩnh vực"),
            Column("act", "Hành vi vi phạm", required=True, synonyms=("Hành vi",)),
            Column("article", "Điều khoản áp dụng", synonyms=("Điều khoản",)),
            Column(
                "kind",
                "Hình thức xử phạt",
                Cell.CHOICE,
                default=Sanction.Kind.FINE,
                choices=dict(Sanction.Kind.choices),
            ),
            Column("fine", "Số tiền phạt", Cell.INTEGER, synonyms=("Mức phạt",), help="Đồng"),
            Column("additional", "Hình thức phạt bổ sung"),
            Column("remedy", "Biện pháp khắc phục hậu quả", synonyms=("Khắc phục hậu quả",)),
            Column("delivered_on", "Ngày giao quyết định", Cell.DATE),
            Column("pay_by", "Hạn nộp phạt", Cell.DATE, help="Để trống: theo quy tắc ở sổ thoi-han"),
            Column("paid_on", "Ngày nộp phạt", Cell.DATE),
            Column("paid", "Số tiền đã nộp", Cell.INTEGER, help="Đồng"),
            Column("remedy_by", "Hạn khắc phục hậu quả", Cell.DATE),
            Column("remedied_on", "Ngày khắc phục xong", Cell.DATE),
            Column("executed_on", "Ngày thi hành xong", Cell.DATE),
            Column("state", "Tình trạng", Cell.CHOICE, default=State.DECIDED, choices=dict(State.choices)),
            *BOOK,
        ),
        listed=("number", "decided_on", "establishment", "act", "kind", "fine", "state"),
        key=("agency", "number", "decided_on", "establishment", "act"),
        day="decided_on",
        days=("decided_on", "delivered_on", "paid_on", "remedied_on", "executed_on"),
        filters=("kind", "state", "unit"),
        state="state",
        looks=MappingProxyType(FINE_LOOKS),
        steps=FINE_STEPS,
        order=("-decided_on", "-pk"),
        alike=(("number", "decided_on@year"),),
        examine=unpaid,
    ),
)
