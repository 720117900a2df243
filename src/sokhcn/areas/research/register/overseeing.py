"""The registers of councils, checks and adjustments of tasks."""

from sokhcn.areas.research.examining import not_moved
from sokhcn.areas.research.models import Adjustment, Check, Council, Task
from sokhcn.kernel.columns import Cell, Column
from sokhcn.records.registering import Register

TASK = Column(
    "task",
    "Nhiệm vụ",
    Cell.REFERENCE,
    required=True,
    refers="research.task.code",
    synonyms=("Mã nhiệm vụ",),
    help="Mã nhiệm vụ",
)
TURN = Column("turn", "Lần", Cell.INTEGER, default=1, synonyms=("Đợt",), adds_up=False)
NOTE = Column("note", "Ghi chú")

REGISTERS = (
    Register(
        slug="hoi-dong-khcn",
        title="Hội đồng tư vấn khoa học và công nghệ",
        short="Hội đồng KH&CN",
        area=4,
        model=Council,
        columns=(
            TASK,
            Column("kind", "Loại hội đồng", Cell.CHOICE, required=True, choices=dict(Council.Kind.choices)),
            TURN,
            Column("decision", "Quyết định thành lập", Cell.REFERENCE, refers="paper", synonyms=("Quyết định",)),
            Column("chair", "Chủ tịch hội đồng", synonyms=("Chủ tịch",)),
            Column("members", "Số thành viên", Cell.INTEGER, adds_up=False),
            Column("present", "Số có mặt", Cell.INTEGER, adds_up=False),
            Column("held_on", "Ngày họp", Cell.DATE, synonyms=("Ngày họp hội đồng",)),
            Column("votes_excellent", "Phiếu Xuất sắc", Cell.INTEGER, adds_up=False),
            Column("votes_for", "Phiếu đồng ý, Đạt", Cell.INTEGER, synonyms=("Phiếu Đạt",), adds_up=False),
            Column(
                "votes_against",
                "Phiếu không đồng ý, Không đạt",
                Cell.INTEGER,
                synonyms=("Phiếu Không đạt",),
                adds_up=False,
            ),
            Column("outcome", "Kết quả", Cell.CHOICE, choices=dict(Council.Outcome.choices)),
            Column("rating", "Xếp loại", Cell.CHOICE, choices=dict(Task.Rating.choices)),
            Column("conclusion", "Kết luận, kiến nghị", synonyms=("Kết luận",)),
            NOTE,
        ),
        listed=("task", "kind", "turn", "held_on", "chair", "outcome", "rating"),
        key=("task", "kind", "turn"),
        day="held_on",
        filters=("kind", "outcome"),
        order=("-held_on", "-pk"),
    ),
    Register(
        slug="kiem-tra-nhiem-vu",
        title="Kiểm tra tiến độ nhiệm vụ KH&CN",
        short="Kiểm tra nhiệm vụ",
        area=4,
        model=Check,
        columns=(
            TASK,
            Column("kind", "Loại kiểm tra", Cell.CHOICE, default=Check.Kind.PERIODIC, choices=dict(Check.Kind.choices)),
            TURN,
            Column("planned_on", "Ngày dự kiến", Cell.DATE),
            Column("held_on", "Ngày kiểm tra", Cell.DATE),
            Column("minutes", "Số biên bản", synonyms=("Biên bản",)),
            Column("progress", "Đánh giá tiến độ", Cell.CHOICE, choices=dict(Check.Progress.choices)),
            Column("result", "Kết quả, kiến nghị", synonyms=("Kết quả",)),
            NOTE,
        ),
        listed=("task", "kind", "turn", "planned_on", "held_on", "progress", "result"),
        key=("task", "kind", "turn"),
        day="held_on",
        filters=("kind", "progress"),
        order=("-held_on", "-planned_on", "-pk"),
    ),
    Register(
        slug="dieu-chinh-nhiem-vu",
        title="Điều chỉnh, gia hạn nhiệm vụ KH&CN",
        short="Điều chỉnh nhiệm vụ",
        area=4,
        model=Adjustment,
        columns=(
            TASK,
            Column("kind", "Nội dung điều chỉnh", Cell.CHOICE, required=True, choices=dict(Adjustment.Kind.choices)),
            TURN,
            Column("asked_on", "Ngày đề nghị", Cell.DATE),
            Column("decided_on", "Ngày quyết định", Cell.DATE),
            Column("decision", "Văn bản", Cell.REFERENCE, refers="paper", synonyms=("Quyết định",)),
            Column("new_end", "Thời hạn mới", Cell.DATE, synonyms=("Gia hạn đến",)),
            Column("content", "Diễn giải", synonyms=("Nội dung",)),
            NOTE,
        ),
        listed=("task", "kind", "turn", "asked_on", "decided_on", "new_end", "content"),
        key=("task", "kind", "turn"),
        day="decided_on",
        days=("asked_on", "decided_on"),
        rests=("decided_on",),
        filters=("kind",),
        order=("-decided_on", "-pk"),
        examine=not_moved,
    ),
)
