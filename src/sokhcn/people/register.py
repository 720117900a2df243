"""The register of those who may sign."""

from sokhcn.kernel.columns import Cell, Column
from sokhcn.people.models import Capacity, Mandate
from sokhcn.records.registering import Register

REGISTERS = (
    Register(
        slug="nguoi-ky",
        title="Người ký văn bản",
        short="Người ký",
        model=Mandate,
        columns=(
            Column("name", "Họ và tên", required=True),
            Column("capacity", "Quyền hạn ký", Cell.CHOICE, required=True, choices=dict(Capacity.choices)),
            Column("head_title", "Chức vụ người đứng đầu", default="Giám đốc"),
            Column("title", "Chức vụ người ký", required=True),
            Column("valid_from", "Từ ngày", Cell.DATE),
            Column("valid_to", "Đến hết ngày", Cell.DATE),
            Column("agency", "Cơ quan", Cell.REFERENCE, refers="agency"),
        ),
        listed=("name", "title", "capacity", "valid_from", "valid_to"),
        key=("agency", "name", "valid_from"),
        order=("name",),
    ),
)
