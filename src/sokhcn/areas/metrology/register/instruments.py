"""The register of measuring instruments and of whether they are still used."""

from types import MappingProxyType

from sokhcn.areas.metrology.models import Instrument
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register, Step

State = Instrument.State

INSTRUMENTS = (
    Register(
        slug="phuong-tien-do",
        title="Phương tiện đo",
        short="Phương tiện đo",
        area=8,
        model=Instrument,
        columns=(
            Column(
                "establishment",
                "Cơ sở sử dụng",
                Cell.REFERENCE,
                required=True,
                refers="establishment",
                synonyms=("Cơ sở", "Đơn vị sử dụng"),
            ),
            Column(
                "kind",
                "Loại phương tiện đo",
                Cell.CHOICE,
                required=True,
                synonyms=("Loại PTĐ", "Phương tiện đo"),
                choices=dict(Instrument.Kind.choices),
            ),
            Column("name", "Tên phương tiện đo", synonyms=("Tên PTĐ",)),
            Column("maker", "Hãng sản xuất", synonyms=("Nhà sản xuất", "Nước sản xuất")),
            Column("model", "Kiểu", synonyms=("Kiểu, ký hiệu", "Model")),
            Column(
                "serial_number",
                "Số sản xuất",
                required=True,
                synonyms=("Số máy", "Số hiệu"),
                help="Không có thì ghi số quản lý của cơ sở",
            ),
            Column("group", "Nhóm", Cell.CHOICE, choices=dict(Instrument.Group.choices), synonyms=("Nhóm PTĐ",)),
            Column("made_in", "Năm sản xuất", Cell.YEAR),
            Column("measuring_range", "Phạm vi đo", synonyms=("Phạm vi đo, kích thước",)),
            Column("accuracy_class", "Cấp chính xác, giá trị độ chia", synonyms=("Cấp chính xác", "Độ chia")),
            Column("capacity", "Dung tích, khả năng tải", synonyms=("Mức cân lớn nhất", "Dung tích")),
            Column("type_approval", "Số phê duyệt mẫu", synonyms=("Ký hiệu phê duyệt mẫu",)),
            Column("location", "Nơi đặt, sử dụng", synonyms=("Nơi sử dụng", "Vị trí")),
            Column("owner", "Chủ sở hữu", help="Chỉ ghi khi khác cơ sở sử dụng"),
            Column(
                "state",
                "Tình trạng sử dụng",
                Cell.CHOICE,
                default=State.IN_USE,
                choices=dict(State.choices),
                synonyms=("Tình trạng",),
            ),
            Column("retired_on", "Ngày thôi sử dụng", Cell.DATE),
        ),
        listed=("serial_number", "kind", "establishment", "maker", "model", "group", "state"),
        key=("establishment", "kind", "serial_number"),
        alike=(("kind", "maker", "model", "serial_number"),),
        filters=("kind", "group", "state"),
        state="state",
        looks=MappingProxyType({State.IN_USE: "ok", State.STOPPED: "late", State.RETIRED: "void"}),
        steps=(
            Step(State.IN_USE, State.STOPPED, "Tạm ngừng sử dụng"),
            Step(State.STOPPED, State.IN_USE, "Đưa lại vào sử dụng"),
            Step(State.IN_USE, State.RETIRED, "Thôi sử dụng", needs=("retired_on",)),
            Step(State.STOPPED, State.RETIRED, "Thôi sử dụng", needs=("retired_on",)),
        ),
        order=("establishment__name", "kind", "serial_number"),
    ),
)
