"""The registers of dated reference data by kind of device: fees, and technical regulations."""

from sokhcn.areas.radiation.models import Device, FeeRate, TechnicalRegulation
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register

DATED = (
    Column("basis", "Căn cứ", required=True),
    Column("valid_from", "Có hiệu lực từ", Cell.DATE),
    Column("valid_to", "Đến hết", Cell.DATE),
    Column("verified", "Đã kiểm chứng", Cell.FLAG, help="Có: đã đối chiếu với văn bản"),
)

RATES = (
    Register(
        slug="bieu-phi-buc-xa",
        title="Biểu phí thẩm định về an toàn bức xạ",
        short="Biểu phí bức xạ",
        area=6,
        model=FeeRate,
        keeper="reference.keep",
        columns=(
            Column(
                "act",
                "Việc giải quyết",
                Cell.CHOICE,
                required=True,
                choices=dict(FeeRate.Act.choices),
                synonyms=("Việc", "Thủ tục"),
            ),
            Column(
                "device_kind",
                "Loại thiết bị",
                Cell.CHOICE,
                choices=dict(Device.Kind.choices),
                help="Để trống: mọi loại thiết bị",
            ),
            Column(
                "amount",
                "Mức phí (đồng)",
                Cell.INTEGER,
                required=True,
                synonyms=("Mức phí", "Phí", "Mức thu"),
                help="Cho một thiết bị, hoặc một chứng chỉ",
                adds_up=False,
            ),
            *DATED,
        ),
        listed=("act", "device_kind", "amount", "basis", "valid_from", "valid_to", "verified"),
        key=("act", "device_kind", "valid_from"),
        apart=("act", "device_kind"),
        filters=("act", "device_kind", "verified"),
        order=("act", "device_kind", "valid_from", "pk"),
    ),
    Register(
        slug="quy-chuan-thiet-bi-buc-xa",
        title="Quy chuẩn kỹ thuật theo loại thiết bị bức xạ",
        short="Quy chuẩn thiết bị bức xạ",
        area=6,
        model=TechnicalRegulation,
        keeper="reference.keep",
        columns=(
            Column("device_kind", "Loại thiết bị", Cell.CHOICE, required=True, choices=dict(Device.Kind.choices)),
            Column("code", "Số hiệu quy chuẩn", required=True, synonyms=("Quy chuẩn", "QCVN", "Số hiệu")),
            *DATED,
        ),
        listed=("device_kind", "code", "basis", "valid_from", "valid_to", "verified"),
        key=("device_kind", "valid_from"),
        apart=("device_kind",),
        filters=("device_kind", "verified"),
        order=("device_kind", "valid_from", "pk"),
    ),
)
