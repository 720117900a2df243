"""The registers of establishments visited and of samples taken in campaigns."""

from sokhcn.areas.inspection.models import Sample, Visit
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register

CAMPAIGN = Column(
    "campaign",
    "Cuộc",
    Cell.REFERENCE,
    required=True,
    refers="inspection.campaign.code",
    synonyms=("Mã cuộc",),
    help="Mã của cuộc; cuộc chưa có mã thì ghi mã cho nó trước",
)
PLACE = Column("establishment", "Cơ sở", Cell.REFERENCE, refers="establishment", synonyms=("Tên cơ sở",))
NUMBER = Column("number", "Số thứ tự", Cell.INTEGER, default=1, synonyms=("STT", "TT"), adds_up=False)
NOTE = Column("note", "Ghi chú")

REGISTERS = (
    Register(
        slug="co-so-duoc-kiem-tra",
        title="Cơ sở được thanh tra, kiểm tra",
        short="Cơ sở được kiểm tra",
        area=7,
        model=Visit,
        columns=(
            CAMPAIGN,
            Column(
                "establishment",
                "Cơ sở",
                Cell.REFERENCE,
                required=True,
                refers="establishment",
                synonyms=("Tên cơ sở",),
            ),
            Column(
                "subject",
                "Đối tượng",
                Cell.CHOICE,
                default=Visit.Subject.ORGANISATION,
                choices=dict(Visit.Subject.choices),
            ),
            Column("visited_on", "Ngày kiểm tra", Cell.DATE),
            Column("minutes_no", "Số biên bản", synonyms=("Biên bản",)),
            Column("minutes_on", "Ngày biên bản", Cell.DATE),
            Column("content", "Nội dung kiểm tra", synonyms=("Nội dung",)),
            Column("outcome", "Kết quả", Cell.CHOICE, choices=dict(Visit.Outcome.choices)),
            NOTE,
        ),
        listed=("establishment", "campaign", "subject", "visited_on", "minutes_no", "outcome"),
        key=("campaign", "establishment"),
        day="visited_on",
        filters=("subject", "outcome"),
        order=("-visited_on", "-pk"),
        # One establishment is not to be checked twice in a year for the same thing: worth a look.
        alike=(("establishment", "visited_on@year"),),
    ),
    Register(
        slug="mau-kiem-tra",
        title="Mẫu, phương tiện đo được kiểm tra",
        short="Mẫu, PTĐ được kiểm tra",
        area=7,
        model=Sample,
        columns=(
            CAMPAIGN,
            NUMBER,
            PLACE,
            Column("kind", "Loại", Cell.CHOICE, required=True, choices=dict(Sample.Kind.choices)),
            Column("name", "Tên phương tiện đo, hàng hóa", required=True, synonyms=("Tên hàng hóa", "Tên PTĐ")),
            Column("brand", "Nhãn hiệu, nơi sản xuất", synonyms=("Nhãn hiệu",)),
            Column("taken_on", "Ngày kiểm tra, lấy mẫu", Cell.DATE, required=True, synonyms=("Ngày lấy mẫu",)),
            Column("quantity", "Số lượng", Cell.INTEGER, default=1, synonyms=("Số mẫu", "Cỡ mẫu")),
            Column("failed", "Số không đạt", Cell.INTEGER),
            Column("outcome", "Kết quả", Cell.CHOICE, choices=dict(Sample.Outcome.choices)),
            Column("error", "Sai số, chỉ tiêu không đạt", synonyms=("Sai số",)),
            Column("nominal_quantity", "Lượng định mức", Cell.MONEY, help="Qn", adds_up=False),
            Column("measure", "Đơn vị đo", help="g, kg, ml, l …"),
            Column("lot_size", "Cỡ lô", Cell.INTEGER, adds_up=False),
            Column("mean_quantity", "Lượng thực trung bình", Cell.MONEY, adds_up=False),
            Column("tolerable_deficiency", "Lượng thiếu cho phép", Cell.MONEY, help="T", adds_up=False),
            Column("quantity_mark", "Có dấu định lượng", Cell.FLAG),
            Column("laboratory", "Nơi thử nghiệm"),
            Column("report_no", "Số kết quả thử nghiệm", synonyms=("Phiếu kết quả thử nghiệm",)),
            NOTE,
        ),
        listed=("name", "campaign", "kind", "establishment", "taken_on", "quantity", "failed", "outcome"),
        key=("campaign", "number"),
        day="taken_on",
        filters=("kind", "outcome"),
        order=("-taken_on", "-pk"),
    ),
)
