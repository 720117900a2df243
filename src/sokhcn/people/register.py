"""The registers of those who may sign, and of those who act for somebody."""

from sokhcn.kernel.columns import Cell, Column
from sokhcn.people.models import Capacity, Delegation, Mandate
from sokhcn.records.registering import Register

REGISTERS = (
    Register(
        slug="nguoi-ky",
        title="Người ký văn bản",
        short="Người ký",
        model=Mandate,
        keeper="reference.keep",
        columns=(
            Column("name", "Họ và tên", required=True),
            Column("capacity", "Quyền hạn ký", Cell.CHOICE, required=True, choices=dict(Capacity.choices)),
            Column("head_title", "Chức vụ người đứng đầu", default="Giám đốc"),
            Column("title", "Chức vụ người ký", required=True),
            Column("unit_title", "Chức vụ trưởng đơn vị được ký thay", help="Chỉ khi cấp phó ký thay người thừa lệnh"),
            Column("types", "Loại văn bản", help="Như BC, CV; để trống: mọi loại"),
            Column("authoriser", "Người giao ký", help="Thừa lệnh, thừa ủy quyền: họ tên, chức vụ người giao"),
            Column("paper", "Văn bản giao ký", Cell.REFERENCE, refers="paper", help="Quy chế, giấy ủy quyền"),
            Column("user", "Tài khoản", Cell.REFERENCE, refers="people.user.username", help="Tên đăng nhập để ký"),
            Column("valid_from", "Từ ngày", Cell.DATE),
            Column("valid_to", "Đến hết ngày", Cell.DATE),
            Column("agency", "Cơ quan", Cell.REFERENCE, refers="agency"),
        ),
        listed=("name", "title", "capacity", "valid_from", "valid_to"),
        key=("agency", "name", "valid_from"),
        order=("name",),
    ),
    Register(
        slug="giao-viec-thay",
        title="Giao việc thay",
        short="Giao việc thay",
        model=Delegation,
        keeper="people.manage",
        columns=(
            Column("giver", "Người giao", Cell.REFERENCE, required=True, refers="people.user.username"),
            Column("taker", "Người nhận", Cell.REFERENCE, required=True, refers="people.user.username"),
            Column("valid_from", "Từ ngày", Cell.DATE, required=True),
            Column("valid_to", "Đến hết ngày", Cell.DATE, required=True),
            Column("reason", "Lý do", required=True),
        ),
        listed=("taker", "giver", "valid_from", "valid_to", "reason"),
        key=("giver", "taker", "valid_from"),
        order=("-valid_from", "-pk"),
    ),
)
