"""The registers of reference data that all areas share."""

from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.models import Agency, Establishment, Paper, Place, Unit
from sokhcn.records.registering import Register

VALIDITY = (
    Column("valid_from", "Có hiệu lực từ", Cell.DATE),
    Column("valid_to", "Đến hết", Cell.DATE),
)

REGISTERS = (
    Register(
        slug="dia-ban",
        title="Danh mục địa bàn",
        short="Địa bàn",
        model=Place,
        columns=(
            Column("code", "Mã", required=True),
            Column("name", "Tên", required=True),
            Column("level", "Cấp"),
            Column("parent", "Thuộc", Cell.REFERENCE, refers="place"),
            *VALIDITY,
            Column("successor", "Kế tục bởi", Cell.REFERENCE, refers="place"),
        ),
        listed=("name", "code", "level", "parent", "valid_from", "valid_to"),
        key=("code", "valid_from"),
        order=("code",),
    ),
    Register(
        slug="co-quan",
        title="Danh mục cơ quan",
        short="Cơ quan",
        model=Agency,
        columns=(
            Column("code", "Mã", required=True),
            Column("name", "Tên", required=True),
            Column("short", "Tên gọi tắt", required=True),
            Column("heading", "Tên trên đầu văn bản", required=True),
            Column("parent_heading", "Cơ quan chủ quản trên đầu văn bản"),
            Column("symbol", "Chữ viết tắt trong ký hiệu", required=True),
            Column("seat", "Địa danh ghi trên văn bản"),
            *VALIDITY,
            Column("successor", "Kế tục bởi", Cell.REFERENCE, refers="agency"),
        ),
        listed=("name", "code", "symbol", "seat", "valid_from", "valid_to"),
        key=("code", "valid_from"),
        order=("code",),
    ),
    Register(
        slug="don-vi",
        title="Danh mục đơn vị",
        short="Đơn vị",
        model=Unit,
        columns=(
            Column("code", "Mã", required=True),
            Column("name", "Tên", required=True),
            Column("short", "Tên gọi tắt", required=True),
            Column("agency", "Cơ quan", Cell.REFERENCE, required=True, refers="agency"),
            *VALIDITY,
            Column("successor", "Kế tục bởi", Cell.REFERENCE, refers="unit"),
        ),
        listed=("name", "short", "code", "agency", "valid_from", "valid_to"),
        key=("code", "valid_from"),
        order=("code",),
    ),
    Register(
        slug="co-so",
        title="Danh mục cơ sở",
        short="Cơ sở",
        model=Establishment,
        columns=(
            Column("name", "Tên", required=True, synonyms=("Tên cơ sở",)),
            Column("tax_code", "Mã số thuế"),
            Column("address", "Địa chỉ"),
            Column("place", "Địa bàn", Cell.REFERENCE, refers="place"),
        ),
        listed=("name", "tax_code", "address", "place"),
        key=("name",),
        filters=("place",),
        order=("name",),
    ),
    Register(
        slug="van-ban-vien-dan",
        title="Sổ văn bản viện dẫn",
        short="Văn bản viện dẫn",
        model=Paper,
        columns=(
            Column("type", "Tên loại", required=True, synonyms=("Loại văn bản",)),
            Column("number", "Số", required=True),
            Column("year_in_number", "Năm trong số", Cell.YEAR),
            Column("symbol", "Ký hiệu", required=True),
            Column("issuer", "Cơ quan ban hành", required=True),
            Column("issued_on", "Ngày ban hành", Cell.DATE),
            Column("subject", "Trích yếu"),
        ),
        listed=("number", "symbol", "type", "issued_on", "issuer", "subject"),
        key=Paper.identity,
        day="issued_on",
        filters=("type",),
        order=("-issued_on", "-pk"),
    ),
)
