"""The registers of what facilities do again and again: verified devices, surveys, doses, yearly reports."""

from sokhcn.areas.radiation.examining import examine_verification
from sokhcn.areas.radiation.models import AreaSurvey, DeviceVerification, DoseReading, SafetyReport
from sokhcn.areas.radiation.models.monitoring import Result
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register

OF_FACILITY = Column("facility", "Cơ sở bức xạ", Cell.REFERENCE, required=True, refers="radiation.facility.name")
RESULT = Column("result", "Kết quả", Cell.CHOICE, default=Result.PASSED, choices=dict(Result.choices))
NOTE = Column("note", "Ghi chú")

MONITORING = (
    Register(
        slug="kiem-dinh-thiet-bi-buc-xa",
        title="Kiểm định thiết bị bức xạ",
        short="Kiểm định thiết bị bức xạ",
        area=6,
        model=DeviceVerification,
        columns=(
            Column("device", "Thiết bị", Cell.REFERENCE, required=True, refers="radiation.device.code"),
            Column("performed_on", "Ngày kiểm định", Cell.DATE, required=True),
            Column("body", "Đơn vị kiểm định"),
            Column(
                "regulation",
                "Quy chuẩn áp dụng",
                synonyms=("Quy chuẩn", "QCVN"),
                help="Như trong danh mục quy chuẩn theo loại thiết bị",
            ),
            Column("certificate_number", "Số giấy chứng nhận", synonyms=("Số GCN",)),
            RESULT,
            Column("valid_until", "Hiệu lực đến", Cell.DATE, synonyms=("Thời hạn đến",)),
            NOTE,
        ),
        listed=("performed_on", "device", "body", "regulation", "certificate_number", "result", "valid_until"),
        key=("device", "performed_on"),
        day="performed_on",
        filters=("result", "regulation"),
        order=("-performed_on", "-pk"),
        examine=examine_verification,
    ),
    Register(
        slug="kiem-xa",
        title="Kiểm xạ",
        short="Kiểm xạ",
        area=6,
        model=AreaSurvey,
        columns=(
            OF_FACILITY,
            Column("room", "Phòng, khu vực", required=True, synonyms=("Phòng",)),
            Column("performed_on", "Ngày kiểm xạ", Cell.DATE, required=True),
            Column("body", "Đơn vị kiểm xạ", synonyms=("Đơn vị đo",)),
            Column("highest", "Suất liều cao nhất"),
            RESULT,
            NOTE,
        ),
        listed=("performed_on", "facility", "room", "highest", "result"),
        key=("facility", "room", "performed_on"),
        day="performed_on",
        filters=("result",),
        order=("-performed_on", "-pk"),
    ),
    Register(
        slug="lieu-ke-ca-nhan",
        title="Liều chiếu xạ cá nhân",
        short="Liều kế cá nhân",
        area=6,
        model=DoseReading,
        columns=(
            OF_FACILITY,
            Column("worker", "Họ và tên nhân viên", required=True, synonyms=("Họ và tên", "Nhân viên"), personal=True),
            Column("year", "Năm", Cell.YEAR, required=True),
            Column("quarter", "Quý", Cell.INTEGER, required=True, adds_up=False),
            Column("dose", "Liều (mSv)", Cell.MONEY, synonyms=("Liều", "mSv"), adds_up=False, personal=True),
            Column("read_on", "Ngày đọc liều", Cell.DATE, required=True, synonyms=("Ngày đọc",)),
            Column("body", "Đơn vị đo liều"),
            NOTE,
        ),
        listed=("read_on", "facility", "worker", "year", "quarter", "dose"),
        key=("facility", "worker", "year", "quarter"),
        day="read_on",
        filters=("year",),
        order=("-read_on", "-pk"),
    ),
    Register(
        slug="bao-cao-an-toan-buc-xa",
        title="Báo cáo thực trạng an toàn bức xạ",
        short="Báo cáo an toàn bức xạ",
        area=6,
        model=SafetyReport,
        columns=(
            OF_FACILITY,
            Column("year", "Báo cáo năm", Cell.YEAR, required=True, synonyms=("Năm",)),
            Column("number", "Số văn bản"),
            Column("received_on", "Ngày nhận", Cell.DATE, required=True),
            NOTE,
        ),
        listed=("year", "facility", "number", "received_on"),
        key=("facility", "year"),
        day="received_on",
        filters=("year",),
        order=("-year", "-pk"),
    ),
)
