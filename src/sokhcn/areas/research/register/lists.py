"""The registers of programmes and of dated lists: what tasks refer to."""

from sokhcn.areas.research.models import CodeInForce, Programme, Task
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register

REGISTERS = (
    Register(
        slug="chuong-trinh-khcn",
        title="Chương trình khoa học và công nghệ",
        short="Chương trình KH&CN",
        area=4,
        model=Programme,
        columns=(
            Column("code", "Mã chương trình", required=True, synonyms=("Mã số", "Mã")),
            Column("name", "Tên chương trình", required=True, synonyms=("Chương trình",)),
            Column("level", "Cấp", Cell.CHOICE, required=True, choices=dict(Task.Level.choices)),
            Column("decision", "Quyết định phê duyệt", Cell.REFERENCE, refers="paper", synonyms=("Quyết định",)),
            Column("begins_on", "Từ ngày", Cell.DATE),
            Column("ends_on", "Đến ngày", Cell.DATE),
            Column("budget", "Kinh phí", Cell.MONEY, help="Triệu đồng"),
            *BOOK,
        ),
        listed=("name", "code", "level", "begins_on", "ends_on"),
        key=("agency", "code"),
        day="begins_on",
        rests=(),
        filters=("level", "unit"),
        order=("code",),
    ),
)
CODES = (
    Register(
        slug="danh-muc-nhiem-vu-khcn",
        title="Xếp loại, phương thức giao nhiệm vụ theo thời kỳ",
        short="Danh mục nhiệm vụ KH&CN",
        area=4,
        model=CodeInForce,
        columns=(
            Column("code_list", "Danh mục", Cell.CHOICE, required=True, choices=dict(CodeInForce.List.choices)),
            Column("name", "Tên mục", required=True, help="Viết như trong sổ nhiệm vụ: Xuất sắc, Tuyển chọn …"),
            Column("basis", "Căn cứ", required=True),
            Column("valid_from", "Có hiệu lực từ", Cell.DATE),
            Column("valid_to", "Đến hết", Cell.DATE),
            Column("verified", "Đã kiểm chứng", Cell.FLAG),
        ),
        listed=("name", "code_list", "basis", "valid_from", "valid_to", "verified"),
        key=("code_list", "name", "valid_from"),
        apart=("code_list", "name"),
        filters=("code_list", "verified"),
        order=("code_list", "valid_from", "pk"),
    ),
)
