"""The registers of radiation facilities, their devices, and declarations of devices."""

from types import MappingProxyType

from sokhcn.areas.radiation.models import Declaration, Device, Facility
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import BOOK, Register, Step

Operation, Use, Declared = Facility.State, Device.State, Declaration.State

FACILITIES = (
    Register(
        slug="co-so-buc-xa",
        title="Cơ sở bức xạ",
        short="Cơ sở bức xạ",
        area=6,
        model=Facility,
        columns=(
            Column("name", "Tên cơ sở bức xạ", required=True, synonyms=("Tên",)),
            Column(
                "establishment",
                "Cơ sở",
                Cell.REFERENCE,
                required=True,
                refers="establishment",
                synonyms=("Tổ chức, cá nhân", "Đơn vị chủ quản"),
            ),
            Column("kind", "Lĩnh vực", Cell.CHOICE, default=Facility.Kind.MEDICAL, choices=dict(Facility.Kind.choices)),
            Column("address", "Địa chỉ"),
            Column("head", "Người đứng đầu", personal=True),
            Column("safety_officer", "Người phụ trách an toàn bức xạ", personal=True, synonyms=("Phụ trách an toàn",)),
            Column("officer_certificate", "Số chứng chỉ của người phụ trách an toàn"),
            Column("began_on", "Ngày bắt đầu hoạt động", Cell.DATE),
            Column("closed_on", "Ngày chấm dứt hoạt động", Cell.DATE),
            Column("state", "Tình trạng", Cell.CHOICE, default=Operation.OPERATING, choices=dict(Operation.choices)),
            *BOOK,
        ),
        listed=("name", "kind", "address", "officer_certificate", "state"),
        key=("agency", "name"),
        filters=("kind", "state", "unit"),
        state="state",
        looks=MappingProxyType({Operation.OPERATING: "ok", Operation.PAUSED: "late", Operation.CLOSED: "void"}),
        steps=(
            Step(Operation.OPERATING, Operation.PAUSED, "Ghi tạm ngừng"),
            Step(Operation.PAUSED, Operation.OPERATING, "Ghi hoạt động lại"),
            Step(Operation.OPERATING, Operation.CLOSED, "Ghi chấm dứt", needs=("closed_on",)),
            Step(Operation.PAUSED, Operation.CLOSED, "Ghi chấm dứt", needs=("closed_on",)),
        ),
        order=("name",),
    ),
    Register(
        slug="thiet-bi-buc-xa",
        title="Thiết bị bức xạ",
        short="Thiết bị bức xạ",
        area=6,
        model=Device,
        columns=(
            Column("facility", "Cơ sở bức xạ", Cell.REFERENCE, required=True, refers="radiation.facility.name"),
            Column("code", "Mã thiết bị", required=True, synonyms=("Mã",), help="Như: XQ-001"),
            Column("kind", "Loại thiết bị", Cell.CHOICE, required=True, choices=dict(Device.Kind.choices)),
            Column("maker", "Hãng sản xuất"),
            Column("model", "Kiểu", synonyms=("Model", "Mã hiệu")),
            Column("serial_number", "Số sản xuất", synonyms=("Số máy", "Số sê-ri")),
            Column("made_in", "Năm sản xuất", Cell.YEAR),
            Column("kilovolts", "Điện áp cực đại (kV)", Cell.MONEY, synonyms=("kV",), adds_up=False),
            Column("milliamperes", "Dòng cực đại (mA)", Cell.MONEY, synonyms=("mA",), adds_up=False),
            Column("room", "Phòng đặt", synonyms=("Nơi đặt",)),
            Column("is_mobile", "Di động", Cell.FLAG),
            Column("acquired_on", "Ngày có thiết bị", Cell.DATE),
            Column("disposed_on", "Ngày thôi sử dụng", Cell.DATE),
            Column("state", "Tình trạng", Cell.CHOICE, default=Use.IN_USE, choices=dict(Use.choices)),
        ),
        listed=("code", "kind", "facility", "maker", "model", "serial_number", "state"),
        key=("facility", "code"),
        alike=(("kind", "maker", "model", "serial_number"),),
        filters=("kind", "state"),
        state="state",
        looks=MappingProxyType({Use.IN_USE: "ok", Use.STORED: "late", Use.DISPOSED: "void"}),
        steps=(
            Step(Use.IN_USE, Use.STORED, "Ghi ngừng sử dụng"),
            Step(Use.STORED, Use.IN_USE, "Ghi sử dụng lại"),
            Step(Use.IN_USE, Use.DISPOSED, "Ghi thanh lý, chuyển giao", needs=("disposed_on",)),
            Step(Use.STORED, Use.DISPOSED, "Ghi thanh lý, chuyển giao", needs=("disposed_on",)),
        ),
        order=("facility__name", "code"),
    ),
    Register(
        slug="khai-bao-buc-xa",
        title="Khai báo thiết bị bức xạ",
        short="Khai báo bức xạ",
        area=6,
        model=Declaration,
        columns=(
            Column("device", "Thiết bị", Cell.REFERENCE, required=True, refers="radiation.device.code"),
            Column("received_on", "Ngày nhận khai báo", Cell.DATE, synonyms=("Ngày khai báo", "Ngày tiếp nhận")),
            Column("number", "Số giấy xác nhận", synonyms=("Số giấy xác nhận khai báo", "Số")),
            Column("confirmed_on", "Ngày xác nhận", Cell.DATE, synonyms=("Ngày cấp",)),
            Column("state", "Tình trạng", Cell.CHOICE, default=Declared.CONFIRMED, choices=dict(Declared.choices)),
            *BOOK,
        ),
        listed=("device", "received_on", "number", "confirmed_on", "state"),
        key=("agency", "device", "received_on"),
        alike=(("agency", "number", "confirmed_on@year"),),
        day="confirmed_on",
        filters=("state", "unit"),
        state="state",
        looks=MappingProxyType({Declared.RECEIVED: "wait", Declared.CONFIRMED: "ok", Declared.RETURNED: "back"}),
        steps=(
            Step(Declared.RECEIVED, Declared.CONFIRMED, "Ghi xác nhận", needs=("confirmed_on",)),
            Step(Declared.RECEIVED, Declared.RETURNED, "Trả lại"),
        ),
        order=("-received_on", "-pk"),
    ),
)
